/** The restore assistant before sign-in: the database cannot be opened, or this computer has none yet. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { GateCard } from '../session/GateCard';
import { RestoreAssistant } from './RestoreAssistant';

export function RestoreGate({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <GateCard title={t('backup:restore.fromGate')} wide>
      <RestoreAssistant />
      <Button className="qs-backup-back" type="link" onClick={onBack}>
        {t('common:action.cancel')}
      </Button>
    </GateCard>
  );
}
