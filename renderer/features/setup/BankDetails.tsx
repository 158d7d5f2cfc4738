/** What stands on papers of the branch beside its name: credit code, address, who heads it, where money goes. Fields `bank.…` of the form around it. */
import { creditCodeValid } from '@shared/domain/parties/creditCode';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

function CreditCodeField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={['bank', 'creditCode']}
      label={t('setup:bank.creditCode')}
      validateTrigger="onBlur"
      rules={[
        {
          // Old pilot codes carry a wrong check character: it is said, and does not stop anybody.
          warningOnly: true,
          validator: (_, typed: string | undefined) =>
            !typed?.trim() || creditCodeValid(typed.trim().toUpperCase())
              ? Promise.resolve()
              : Promise.reject(new Error(t('setup:bank.creditCodeDoubtful'))),
        },
      ]}
    >
      <Input maxLength={18} spellCheck={false} />
    </Form.Item>
  );
}

/** Two fields side by side under one label. */
function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Form.Item label={label}>
      <div className="qs-setup-pair">{children}</div>
    </Form.Item>
  );
}

export function BankDetails() {
  const { t } = useTranslation();
  const field = (name: readonly string[], label: string, maxLength = 80) => (
    <Form.Item name={[...name]} noStyle>
      <Input maxLength={maxLength} aria-label={label} placeholder={label} />
    </Form.Item>
  );
  return (
    <>
      <CreditCodeField />
      <Form.Item name={['bank', 'address']} label={t('setup:bank.address')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name={['bank', 'phone']} label={t('setup:bank.phone')}>
        <Input maxLength={40} />
      </Form.Item>
      <Pair label={t('setup:bank.principal')}>
        {field(['bank', 'principal', 'name'], t('setup:bank.principalName'), 40)}
        {field(['bank', 'principal', 'title'], t('setup:bank.principalTitle'), 40)}
      </Pair>
      <Pair label={t('setup:bank.account')}>
        {field(['bank', 'account', 'name'], t('setup:bank.accountName'))}
        {field(['bank', 'account', 'number'], t('setup:bank.accountNumber'), 40)}
        {field(['bank', 'account', 'bank'], t('setup:bank.accountBank'))}
      </Pair>
    </>
  );
}
