/** Loading (ui.md §3): nothing for 300 ms, bones for a second, then a spinner with a way to cancel. */
import { Button, Skeleton, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Stage = 'nothing' | 'bones' | 'slow';

function useStage(): Stage {
  const [stage, setStage] = useState<Stage>('nothing');
  useEffect(() => {
    const bones = setTimeout(() => setStage('bones'), 300);
    const slow = setTimeout(() => setStage('slow'), 1_300);
    return () => {
      clearTimeout(bones);
      clearTimeout(slow);
    };
  }, []);
  return stage;
}

export function Loading({ onCancel }: { onCancel?: () => void }) {
  const { t } = useTranslation();
  const stage = useStage();
  if (stage === 'nothing') return <div className="qs-state" aria-busy />;
  if (stage === 'bones') return <Skeleton className="qs-state" active paragraph={{ rows: 6 }} title={false} />;
  return (
    <div className="qs-state qs-state-centre" role="status">
      <Spin description={t('common:state.loading')} size="large">
        <div className="qs-state-spin" />
      </Spin>
      {onCancel && <Button onClick={onCancel}>{t('common:action.cancel')}</Button>}
    </div>
  );
}
