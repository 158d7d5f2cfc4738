/** Breaches of B4 §31–32 that the books show, with their article; the committee says what it has to say to each. */
import type { BreachView } from '@shared/contract/caseReview.contract';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';
import { FileTable } from '../parties/FileTable';

export function Breaches({ id, breaches }: { id: number; breaches: readonly BreachView[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayTreat = useMay('litigation.treat');
  const acknowledge = useApiCommand('caseReview.acknowledge');
  const { ask, dialog } = useReason('sendBack');
  const title = (key: string) => t(`caseReview:column.${key}`);
  const start = (breach: BreachView): void =>
    ask({
      title: t(`caseReview:breach.${breach.kind}`),
      verb: t('caseReview:acknowledge'),
      note: t('caseReview:acknowledgeNote', { article: breach.article }),
      act: async (reason) => {
        const done = await acknowledge.mutateAsync({ id, breach: breach.key, reason }).catch(() => null);
        if (done) void message.success(t('caseReview:done.acknowledge'));
        return true;
      },
    });
  return (
    <>
      {acknowledge.error && <ErrorState error={acknowledge.error} />}
      <FileTable
        title={t('caseReview:breaches')}
        rows={breaches}
        keyOf={({ key }) => key}
        empty={t('caseReview:noBreaches')}
        columns={[
          { title: title('breach'), render: (_, { kind }) => t(`caseReview:breach.${kind}`) },
          { title: title('on'), render: (_, { on }) => on ?? UNKNOWN },
          { title: title('article'), render: (_, { article }) => article },
          {
            title: title('note'),
            render: (_, breach) =>
              breach.note
                ? `${breach.note.reason} ${breach.note.by}`
                : mayTreat && (
                    <Button size="small" type="link" onClick={() => start(breach)}>
                      {t('caseReview:acknowledge')}
                    </Button>
                  ),
          },
        ]}
      />
      {dialog}
    </>
  );
}
