/** Taking a whole import back (IMP-03): what it will do, and when it cannot, what was built on it. */
import { App, Button, Descriptions, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { formatCount } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { type MissingStep, RefusalPanel } from '../../ui/RefusalPanel';
import { type Blocker, blockersByKind } from './results';

export type UndoneBatch = Pick<
  OutputOf<'imports.batches'>[number],
  'batch' | 'kind' | 'fileName' | 'added' | 'changed'
>;

export interface UndoModalProps {
  readonly batch: UndoneBatch;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

function Problem({ error }: { error: Error }) {
  const { t } = useTranslation();
  const refusal = refusalOf(error);
  if (!refusal) return <ErrorState error={error} />;
  const blockers = blockersByKind((refusal.facts?.blockers ?? []) as Blocker[]);
  const missing = blockers.map(
    ({ kind, count }): MissingStep => ({ key: kind, label: t(`imports:blocker.${kind}`, { count }) }),
  );
  return <RefusalPanel refusal={refusal} missing={missing} />;
}

export function UndoModal({ batch, onClose, onUndone }: UndoModalProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const undo = useApiCommand('imports.undo');
  const run = (): void =>
    undo.mutate(
      { batch: batch.batch },
      {
        onSuccess: (done) => {
          void message.success(
            t('imports:undo.done', {
              batch: done.batch,
              removed: formatCount(done.removed),
              restored: formatCount(done.restored),
            }),
          );
          onClose();
          onUndone?.();
        },
      },
    );
  const facts = [
    ['batch', batch.batch],
    ['file', batch.fileName],
    ['kind', t(`imports:kind.${batch.kind}`)],
    ['effectLabel', t('imports:undo.effect', { added: formatCount(batch.added), changed: formatCount(batch.changed) })],
  ];
  return (
    <Modal
      open
      width={520}
      title={t('imports:undo.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" autoFocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>,
        <Button key="undo" danger disabled={undo.isError} loading={undo.isPending} onClick={run}>
          {t('imports:undo.confirm', { batch: batch.batch })}
        </Button>,
      ]}
    >
      <Descriptions
        size="small"
        column={1}
        items={facts.map(([key, children]) => ({ key, label: t(`imports:undo.${key}`), children }))}
      />
      {undo.error ? (
        <div className="qs-undo-problem">
          <Problem error={undo.error} />
        </div>
      ) : (
        <p className="qs-hint">{t('imports:undo.whole')}</p>
      )}
    </Modal>
  );
}
