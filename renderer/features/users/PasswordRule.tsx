/** The password rule with what is already met, while somebody types. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { PASSWORD_KINDS, PASSWORD_LENGTH, passwordParts } from '@shared/domain/users/password';
import { useTranslation } from 'react-i18next';
import './users.css';

function Part({ met, text }: { met: boolean; text: string }) {
  const { t } = useTranslation();
  const Icon = met ? CheckCircleFilled : MinusCircleOutlined;
  return (
    <li className={met ? 'qs-rule-met' : undefined}>
      <Icon aria-label={t(met ? 'users:password.met' : 'users:password.open')} /> {text}
    </li>
  );
}

export function PasswordRule({ password }: { password: string }) {
  const { t } = useTranslation();
  const { characters, kinds } = passwordParts(password);
  return (
    <ul className="qs-rule">
      <Part met={characters >= PASSWORD_LENGTH} text={t('users:password.length', { least: PASSWORD_LENGTH })} />
      <Part met={kinds >= PASSWORD_KINDS} text={t('users:password.kinds', { least: PASSWORD_KINDS })} />
    </ul>
  );
}
