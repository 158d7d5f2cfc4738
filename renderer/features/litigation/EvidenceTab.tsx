/** The evidence list of a case (B4 §9): listing an item with its scan, withdrawing one that was listed wrongly. */
import type { CaseView } from '@shared/contract/litigationViews';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { useReason } from '../../ui/useReason';
import { FileTable } from '../parties/FileTable';
import { EvidenceModal } from './EvidenceModal';
import { useCaseFile } from './useCaseFile';

type Item = OutputOf<'litigation.show'>['evidence'][number];

function useWithdraw(file: CaseView) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const withdraw = useApiCommand('litigation.withdrawEvidence');
  const { ask, dialog } = useReason('void');
  const start = (item: Item): void =>
    ask({
      title: t('litigation:case.withdrawTitle', { name: item.name }),
      verb: t('litigation:case.withdraw'),
      note: t('litigation:case.withdrawNote'),
      act: async (reason) => {
        const done = await withdraw.mutateAsync({ id: file.id, evidence: item.id, reason }).catch(() => null);
        if (done) void message.success(t('litigation:case.done.withdraw'));
        return true;
      },
    });
  return { start, dialog, error: withdraw.error };
}

/** The list with every scan behind it, in one file of the archive. */
function useCompile(file: CaseView) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [made, setMade] = useState<number | null>(null);
  const compile = useApiStream('litigation.compileEvidence');
  const start = async (): Promise<void> => {
    const last = await compile.start({ id: file.id, requestId: crypto.randomUUID() });
    if (last?.type !== 'result') return;
    const { id, pages } = last.document;
    void message.success(t('litigation:case.compiled', { count: pages }));
    setMade(id);
  };
  const { event } = compile;
  const panel = compile.running && (
    <ProgressPanel
      stage={t('litigation:case.compiling')}
      done={event?.type === 'progress' ? event.done : 0}
      total={event?.type === 'progress' ? event.total : null}
      onCancel={compile.cancel}
      cancelEffect={t('litigation:case.compileCancel')}
    />
  );
  const link = made !== null && (
    <Link to="/documents" search={{ document: made } as never}>
      {t('litigation:case.openVolume')}
    </Link>
  );
  return { start, panel, link, running: compile.running, error: compile.error };
}

export function EvidenceTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('litigation.prepare');
  const [adding, setAdding] = useState(false);
  const { start, dialog, error } = useWithdraw(file);
  const compile = useCompile(file);
  const scan = useCaseFile(file);
  const title = (key: string) => t(`litigation:case.column.${key}`);
  return (
    <>
      {error && <ErrorState error={error} />}
      {compile.error && <ErrorState error={compile.error} />}
      {compile.panel}
      <FileTable
        title={t('litigation:case.tab.evidence')}
        extra={
          mayPrepare && (
            <>
              {compile.link}{' '}
              <Button size="small" disabled={compile.running} onClick={() => void compile.start()}>
                {t('litigation:case.compile')}
              </Button>
              <Button size="small" type="primary" onClick={() => setAdding(true)}>
                {t('litigation:case.addEvidence')}
              </Button>
            </>
          )
        }
        rows={file.evidence}
        keyOf={({ id }) => id}
        empty={t('litigation:case.noEvidence')}
        columns={[
          { title: title('evidenceKind'), render: (_, { kind }) => t(`litigation:case.evidenceKind.${kind}`) },
          { title: title('name'), render: (_, { name }) => name },
          { title: title('source'), render: (_, { source }) => source },
          {
            title: title('original'),
            render: (_, { isOriginal }) => t(isOriginal ? 'litigation:case.original' : 'litigation:case.copy'),
          },
          { title: title('pages'), align: 'right', render: (_, { pages }) => pages },
          { title: title('proves'), render: (_, { proves }) => proves },
          {
            title: title('scan'),
            render: (_, { name, sha256 }) =>
              sha256 === null ? (
                t('litigation:case.noScan')
              ) : (
                <Button size="small" type="link" onClick={() => scan.open({ name, sha256 })}>
                  {t('litigation:case.openScan')}
                </Button>
              ),
          },
          {
            title: '',
            render: (_, item) =>
              mayPrepare && (
                <Button size="small" type="link" onClick={() => start(item)}>
                  {t('litigation:case.withdraw')}
                </Button>
              ),
          },
        ]}
      />
      {adding && <EvidenceModal file={file} onClose={() => setAdding(false)} />}
      {dialog}
      {scan.dialog}
    </>
  );
}
