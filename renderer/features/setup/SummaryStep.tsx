/** Step 5: everything once more before it is made. */
import type { Role } from '@shared/domain/users/roles';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { type SetupForm, setupInput } from './setupForm';

/** Long values take the whole line. */
const WIDE = new Set(['folder', 'address', 'units', 'user']);

export function SummaryStep({ form }: { form: SetupForm }) {
  const { t } = useTranslation();
  const input = setupInput(form);
  const separator = t('common:list.separator');
  const none = t('setup:summary.none');
  const roles = (held: readonly Role[]): string => held.map((role) => t(`terms:role.${role}`)).join(separator);
  const person = (who: { name: string; display?: string }): string =>
    t('setup:summary.person', { display: who.display || who.name, name: who.name });
  const series = Object.entries(input.series ?? {});
  const unitNames = (input.units ?? []).map((unit) => unit.name);
  const { bank } = input;
  const lines: [string, string][] = [
    ['folder', input.dataDir],
    ['bank', bank.name],
    ['mark', input.mark],
    ['creditCode', bank.creditCode || none],
    ['phone', bank.phone || none],
    ['address', bank.address || none],
    ['principal', [bank.principal?.title, bank.principal?.name].filter(Boolean).join(' ') || none],
    ['account', [bank.account?.name, bank.account?.number, bank.account?.bank].filter(Boolean).join(' ') || none],
    ['units', unitNames.length > 0 ? t('setup:summary.unitList', { names: unitNames.join(separator) }) : none],
    ['series', series.map(([word, { next }]) => t('setup:summary.nextNumber', { word, next })).join(separator)],
    ['administrator', person(input.administrator)],
    ['user', (input.users ?? []).map((user) => `${person(user)} ${roles(user.roles)} ${user.unit}`).join(separator)],
  ];
  return (
    <>
      <p>{t('setup:summary.intro')}</p>
      <Descriptions
        size="small"
        bordered
        column={2}
        className="qs-setup-summary"
        items={lines.map(([key, children]) => ({
          key,
          label: t(`setup:summary.${key}`),
          children,
          ...(WIDE.has(key) && { span: 2 }),
        }))}
      />
    </>
  );
}
