/** The register of counsels and agents (LIT-12): what B4 §26 asks of each, what became of him, and entering one. */
import type { CounselView } from '@shared/contract/counsel.contract';
import { Button, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatCount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { CasePaperModal } from '../litigation/CasePaperModal';
import '../litigation/litigation.css';
import { FileTable } from '../parties/FileTable';
import { CounselModal } from './CounselModal';
import { NoteModal } from './NoteModal';

function Standing({ counsel: { fitness, kind }, today }: { counsel: CounselView; today: string }) {
  const { t } = useTranslation();
  const missing = fitness.checks.filter(({ met }) => !met);
  const sentence =
    missing.length === 0
      ? t('counsel:fitWhy', { kind: t(`counsel:kind.${kind}`) })
      : missing.map(({ id, article }) => `${t(`counsel:missing.${id}`)} ${article}`).join(' · ');
  return (
    <Why of={{ sentence, asOf: today, rules: fitness.trace }}>
      <Tag color={fitness.isFit ? 'success' : 'error'}>
        {fitness.isFit ? t('counsel:fit') : missing.map(({ id }) => t(`counsel:missing.${id}`)).join(' · ')}
      </Tag>
    </Why>
  );
}

interface ActionsProps {
  readonly counsel: CounselView;
  readonly onNote: (counsel: CounselView) => void;
  readonly onWrite: (counsel: CounselView) => void;
}

function Actions({ counsel, onNote, onWrite }: ActionsProps) {
  const { t } = useTranslation();
  const isDismissed = counsel.entries.some(({ kind }) => kind === 'dismissed');
  return (
    <>
      {!isDismissed && (
        <Button size="small" type="link" onClick={() => onNote(counsel)}>
          {t('counsel:note')}
        </Button>
      )}
      <Button size="small" type="link" onClick={() => onWrite(counsel)}>
        {t('counsel:papers')}
      </Button>
    </>
  );
}

export function CounselRegister() {
  const { t } = useTranslation();
  const mayKeep = useMay('litigation.file');
  const [isNew, setIsNew] = useState(false);
  const [noted, setNoted] = useState<CounselView | null>(null);
  const [written, setWritten] = useState<CounselView | null>(null);
  const { data, error, refetch } = useApiQuery('counsel.list', undefined);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const title = (key: string) => t(`counsel:column.${key}`);
  return (
    <div className="qs-case-page">
      <FileTable
        title={t('counsel:register')}
        extra={
          mayKeep && (
            <Button size="small" type="primary" onClick={() => setIsNew(true)}>
              {t('counsel:add')}
            </Button>
          )
        }
        rows={data.items}
        keyOf={({ id }) => id}
        empty={t('counsel:none')}
        columns={[
          { title: title('name'), fixed: 'left', render: (_, { name }) => name },
          { title: title('kind'), render: (_, { kind }) => t(`counsel:kind.${kind}`) },
          { title: title('firm'), render: (_, { firm }) => firm },
          { title: title('licenceNo'), render: (_, { licenceNo }) => licenceNo },
          { title: title('licensedOn'), render: (_, { licensedOn }) => licensedOn },
          {
            title: title('experience'),
            render: (_, { experience, character }) => <Tooltip title={character}>{experience}</Tooltip>,
          },
          { title: title('standing'), render: (_, counsel) => <Standing counsel={counsel} today={data.today} /> },
          {
            title: title('entries'),
            render: (_, { entries }) =>
              entries.map(({ kind, on, number, text }) => (
                <div key={`${kind} ${on} ${text}`}>
                  {[on, t(`counsel:entry.${kind}`), number, text].filter(Boolean).join(' ')}
                </div>
              )),
          },
          { title: title('cases'), align: 'right', render: (_, { cases }) => formatCount(cases) },
          {
            title: '',
            render: (_, counsel) => mayKeep && <Actions counsel={counsel} onNote={setNoted} onWrite={setWritten} />,
          },
        ]}
      />
      {isNew && <CounselModal today={data.today} onClose={() => setIsNew(false)} />}
      {written && (
        <CasePaperModal about={{ kind: 'counsel', key: written.licenceNo }} onClose={() => setWritten(null)} />
      )}
      {noted && <NoteModal counsel={noted} today={data.today} onClose={() => setNoted(null)} />}
    </div>
  );
}
