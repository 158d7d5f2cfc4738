/** How far a change of keys is (reliability: removal of a user rotates), for those who wait for a removal or a sign-in. */
import { ROTATION_PARTS } from '@shared/domain/users/rotation';
import { useTranslation } from 'react-i18next';
import { useRotation } from '../../app/rotation';
import { ProgressPanel } from '../../ui/ProgressPanel';

export function RotationProgress() {
  const { t } = useTranslation();
  const part = useRotation();
  if (part === null) return null;
  const done = ROTATION_PARTS.indexOf(part);
  return <ProgressPanel stage={t(`session:rotation.${part}`)} done={done} total={ROTATION_PARTS.length} />;
}
