/** Who acts in a case: engaging somebody of the register, and ending it (B4 §25–27). */
import type { CaseView } from '@shared/contract/litigationViews';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useReason } from '../../ui/useReason';
import { FileTable } from '../parties/FileTable';
import { EngageModal } from './EngageModal';

type Engaged = OutputOf<'counsel.ofCase'>['engaged'][number];

function useEnd(id: number, today: string | undefined) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const end = useApiCommand('counsel.end');
  const { ask, dialog } = useReason('sendBack');
  const start = ({ id: engagement, name }: Engaged): void =>
    ask({
      title: t('counsel:endTitle', { name }),
      verb: t('counsel:end'),
      note: t('counsel:endNote'),
      act: async (reason) => {
        if (today === undefined) return false;
        const done = await end.mutateAsync({ id, engagement, on: today, reason }).catch(() => null);
        if (done) void message.success(t('counsel:done.end'));
        return true;
      },
    });
  return { start, dialog, error: end.error };
}

export function CaseCounsels({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayEngage = useMay('litigation.file');
  const [isEngaging, setIsEngaging] = useState(false);
  const { data, error, refetch } = useApiQuery('counsel.ofCase', { id: file.id });
  const end = useEnd(file.id, data?.today);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const title = (key: string) => t(`counsel:column.${key}`);
  return (
    <>
      {end.error && <ErrorState error={end.error} />}
      <FileTable
        title={t('counsel:ofCase')}
        extra={
          mayEngage && (
            <Button size="small" type="primary" onClick={() => setIsEngaging(true)}>
              {t('counsel:engage')}
            </Button>
          )
        }
        rows={data.engaged}
        keyOf={({ id }) => id}
        empty={t('counsel:nobody')}
        columns={[
          { title: title('name'), render: (_, { name }) => name },
          { title: title('firm'), render: (_, { firm }) => firm },
          { title: title('mode'), render: (_, { mode }) => t(`counsel:mode.${mode}`) },
          { title: title('permitNo'), render: (_, { permitNo }) => permitNo ?? UNKNOWN },
          { title: title('on'), render: (_, { on }) => on },
          {
            title: title('ended'),
            render: (_, { endedOn, endedReason }) => [endedOn, endedReason].filter(Boolean).join(' '),
          },
          {
            title: '',
            render: (_, engaged) =>
              mayEngage &&
              engaged.endedOn === null && (
                <Button size="small" type="link" onClick={() => end.start(engaged)}>
                  {t('counsel:end')}
                </Button>
              ),
          },
        ]}
      />
      {isEngaging && <EngageModal id={file.id} known={data} onClose={() => setIsEngaging(false)} />}
      {end.dialog}
    </>
  );
}
