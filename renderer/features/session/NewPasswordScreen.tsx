/** In front of the frame while somebody has a temporary password: nothing else works until it is his own (reliability). */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLock } from '../../app/lockWindow';
import { useSession } from '../../app/session';
import { ChangePasswordForm } from './ChangePasswordForm';
import { GateCard } from './GateCard';

export default function NewPasswordScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const lock = useLock();
  return (
    <GateCard title={t('session:change.mustTitle')}>
      <p>{t('session:change.mustWhy', { name: session.data?.user?.display ?? '' })}</p>
      <ChangePasswordForm
        oldLabel={t('session:change.temporary')}
        actions={<Button onClick={lock}>{t('session:leave')}</Button>}
      />
    </GateCard>
  );
}
