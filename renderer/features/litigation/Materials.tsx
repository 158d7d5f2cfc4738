/** The six kinds of material of a case (B4 §29, LIT-14): what is there of each, and what is missing. */
import type { CaseView } from '@shared/contract/litigationViews';
import {
  type MaterialItem,
  type MaterialTab,
  type MissingMaterial,
  materialsOf,
} from '@shared/domain/litigation/materials';
import { Link } from '@tanstack/react-router';
import { Button, Tabs, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { useCaseFile } from './useCaseFile';

function Item({ item, onOpen }: { item: MaterialItem; onOpen: ReturnType<typeof useCaseFile>['open'] }) {
  const { t } = useTranslation();
  if (item.of === 'paper') {
    const { id, title, number, form, issuedOn } = item.paper;
    return (
      <>
        <span className="qs-figure">{issuedOn}</span>{' '}
        <Link to="/documents" search={{ document: id } as never}>
          {title} {number ?? form}
        </Link>
      </>
    );
  }
  const file = item.of === 'file' ? { name: item.name, sha256: item.sha256 } : null;
  const scan = item.of === 'evidence' ? item.item : null;
  const shown = file ?? { name: scan?.name ?? '', sha256: scan?.sha256 ?? '' };
  return (
    <>
      <span className="qs-figure">
        {item.of === 'file' ? (item.act.on ?? UNKNOWN) : t('litigation:case.pageCount', { count: scan?.pages })}
      </span>{' '}
      {item.of === 'file' && `${t(`litigation:case.act.${item.act.kind}`)} `}
      <Button size="small" type="link" onClick={() => onOpen(shown)}>
        {shown.name}
      </Button>
    </>
  );
}

function Missing({ missing }: { missing: MissingMaterial }) {
  const { t } = useTranslation();
  if (missing.of === 'form') return t('litigation:material.noForm', { form: missing.form });
  if (missing.of === 'scan') return t('litigation:material.noScan', { name: missing.item.name });
  const { kind, on } = missing.act;
  return t('litigation:material.noFile', { act: t(`litigation:case.act.${kind}`), date: on ?? UNKNOWN });
}

const keyOf = (item: MaterialItem): string =>
  item.of === 'paper'
    ? `p${item.paper.id}`
    : item.of === 'file'
      ? `${item.act.key} ${item.sha256}`
      : `e${item.item.id}`;
const missingKey = (missing: MissingMaterial): string =>
  missing.of === 'form' ? missing.form : missing.of === 'scan' ? `e${missing.item.id}` : missing.act.key;

function Standing({ tab }: { tab: MaterialTab }) {
  const { t } = useTranslation();
  if (tab.missing.length > 0)
    return <Tag color="error">{t('litigation:material.missing', { count: tab.missing.length })}</Tag>;
  if (tab.items.length > 0)
    return <Tag color="success">{t('litigation:material.complete', { count: tab.items.length })}</Tag>;
  return <Tag>{t('litigation:material.none')}</Tag>;
}

export function Materials({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const { open, dialog } = useCaseFile(file);
  return (
    <section className="qs-case-section">
      <h2>{t('litigation:material.title')}</h2>
      <Tabs
        size="small"
        items={materialsOf(file).map((tab) => ({
          key: tab.kind,
          label: (
            <>
              {t(`litigation:material.kind.${tab.kind}`)} <Standing tab={tab} />
            </>
          ),
          children: (
            <ul className="qs-case-materials">
              {tab.missing.map((missing) => (
                <li key={missingKey(missing)} className="qs-case-missing">
                  <Missing missing={missing} />
                </li>
              ))}
              {tab.items.map((item) => (
                <li key={keyOf(item)}>
                  <Item item={item} onOpen={open} />
                </li>
              ))}
              {tab.items.length + tab.missing.length === 0 && (
                <li className="qs-hint">{t('litigation:material.nothing')}</li>
              )}
            </ul>
          ),
        }))}
      />
      {dialog}
    </section>
  );
}
