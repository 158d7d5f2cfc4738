/** An issued paper: the archived PDF, what it was made of, print and copies. */
import type { DocumentView } from '@shared/contract/parties.contract';
import { Link } from '@tanstack/react-router';
import { Button, Descriptions, Tag } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useShortcut } from '../../app/shortcuts';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { PdfView } from '../../ui/PdfView';
import { fromBase64 } from '../documents/base64';
import { useFindingText } from '../documents/findings';
import { type Frozen, frozenOf } from './frozenFacts';
import { type HandOut, useHandOut } from './useHandOut';
import { VoidButton, VoidState } from './VoidPart';

type Shown = OutputOf<'documents.show'>;

function HandOutButtons({
  document,
  handOut,
  onClose,
}: {
  document: DocumentView;
  handOut: HandOut;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { print, saveCopy, working, allowed } = handOut;
  useShortcut('Ctrl+P', t('common:action.print'), print, allowed && !working);
  const why = allowed ? undefined : t('documents:handOut.forbidden');
  return (
    <>
      <Button onClick={onClose}>{t('documents:archive.back')}</Button>
      <Button disabled={working} aria-disabled={!allowed} title={why} onClick={() => saveCopy('pdf')}>
        {t('documents:handOut.pdf')}
      </Button>
      {document.hasWord && (
        <Button disabled={working} aria-disabled={!allowed} title={why} onClick={() => saveCopy('docx')}>
          {t('documents:handOut.word')}
        </Button>
      )}
      <Button type="primary" loading={working} aria-disabled={!allowed} title={why} onClick={print}>
        {t('common:keys.hint', { label: t('common:action.print'), combo: 'Ctrl+P' })}
      </Button>
      {handOut.dialog}
    </>
  );
}

function Essentials({ document }: { document: DocumentView }) {
  const { t } = useTranslation();
  const item = (key: string, children: ReactNode) => ({ key, label: t(`documents:archive.column.${key}`), children });
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        item('number', document.number),
        item('title', document.title),
        item(
          'borrower',
          document.household === null ? (
            document.subject
          ) : (
            <Link to="/household/$key" params={{ key: document.household }}>
              {document.borrower}
            </Link>
          ),
        ),
        item('issuedOn', <DateText date={document.issuedOn} />),
        item('issuedBy', document.issuedBy),
        item('pages', <span className="qs-figure">{document.pages}</span>),
        item('prints', <span className="qs-figure">{document.prints}</span>),
        item('sha256', <span className="qs-issued-hash">{document.sha256}</span>),
      ]}
    />
  );
}

function FrozenPart({ frozen, form }: { frozen: Frozen; form: string }) {
  const { t } = useTranslation();
  const { full } = useFindingText(form);
  return (
    <>
      <h2>{t('documents:archive.frozen')}</h2>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'asOf', label: t('common:why.asOf'), children: <DateText date={frozen.asOf} /> },
          {
            key: 'version',
            label: t('documents:archive.templateVersion'),
            children: frozen.templateVersion ?? t('common:unknown'),
          },
        ]}
      />
      {frozen.sources.length > 0 && <h2>{t('documents:archive.sources')}</h2>}
      <ul className="qs-issued-list">
        {frozen.sources.map(({ label, asOf, figures }) => (
          <li key={`${label} ${asOf}`}>
            {label}
            <span className="qs-hint">{t('documents:archive.source', { asOf, count: figures })}</span>
          </li>
        ))}
      </ul>
      {frozen.warnings.length > 0 && (
        <>
          <h2>{t('documents:archive.warnings')}</h2>
          <ul className="qs-issued-list">
            {frozen.warnings.map(({ code, field, subject }) => (
              <li key={`${code} ${field} ${subject}`}>{full({ id: field, code, subject })}</li>
            ))}
          </ul>
          <p>{t('documents:archive.reason', { reason: frozen.warningsReason ?? t('common:unknown') })}</p>
        </>
      )}
    </>
  );
}

function IssuedPaper({ shown, onClose, onChanged }: { shown: Shown; onClose: () => void; onChanged: () => void }) {
  const { t } = useTranslation();
  const { document, fileBase64, data, voiding } = shown;
  const pdf = useMemo(() => fromBase64(fileBase64), [fileBase64]);
  const frozen = useMemo(() => frozenOf(data), [data]);
  const handOut = useHandOut(document, onChanged);
  const page = useRef<HTMLDivElement>(null);
  // The paper has the keyboard: the arrows scroll it.
  useEffect(() => page.current?.querySelector<HTMLElement>('.qs-pdf')?.focus(), []);
  return (
    <>
      <PageHeader
        title={<span className="qs-figure">{document.number}</span>}
        status={
          <>
            {document.title}{' '}
            <Tag color={document.status === 'issued' ? 'success' : 'error'}>
              {t(`documents:archive.status.${document.status}`)}
            </Tag>
          </>
        }
        actions={<HandOutButtons document={document} handOut={handOut} onClose={onClose} />}
      />
      <div ref={page} className="qs-issued">
        <aside className="qs-issued-side" data-pane>
          {handOut.error !== null && <ErrorState error={handOut.error} />}
          <VoidState document={document} voiding={voiding} />
          <Essentials document={document} />
          <VoidButton document={document} voiding={voiding} onAsked={onChanged} />
          <FrozenPart frozen={frozen} form={document.form} />
        </aside>
        <PdfView data={pdf} />
      </div>
    </>
  );
}

export function IssuedDocument({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const paper = useApiQuery('documents.show', { id });
  useShortcut('Escape', t('documents:archive.back'), onClose);
  if (paper.data) return <IssuedPaper shown={paper.data} onClose={onClose} onChanged={() => void paper.refetch()} />;
  if (paper.error) {
    return (
      <>
        <PageHeader
          title={t('nav:documents.full')}
          actions={<Button onClick={onClose}>{t('documents:archive.back')}</Button>}
        />
        <ErrorState error={paper.error} onRetry={() => void paper.refetch()} />
      </>
    );
  }
  return <Loading />;
}
