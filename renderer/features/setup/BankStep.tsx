/** Step 2: the branch as its papers name it, and its units. */
import { creditCodeValid } from '@shared/domain/parties/creditCode';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SERIES_WORDS } from './setupForm';
import { UnitsTable } from './UnitsTable';

/** How a number of this branch will read; the mark falls back to a dash while nothing is typed. */
export function NumberExample({ word, next }: { word: string; next: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  // Preserved: on later steps the field itself is not on screen.
  const mark = (Form.useWatch('mark', { form, preserve: true }) as string | undefined)?.trim() || t('common:unknown');
  const number = String(next).padStart(4, '0');
  return (
    <span className="qs-setup-example">
      {t('setup:mark.example', { mark, word, year: new Date().getFullYear(), number })}
    </span>
  );
}

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

function BankFields() {
  const { t } = useTranslation();
  const field = (name: readonly string[], label: string, maxLength = 80) => (
    <Form.Item name={[...name]} noStyle>
      <Input maxLength={maxLength} aria-label={label} placeholder={label} />
    </Form.Item>
  );
  return (
    <section aria-label={t('setup:bank.title')}>
      <h2>{t('setup:bank.title')}</h2>
      <Form.Item
        name={['bank', 'name']}
        label={t('setup:bank.name')}
        rules={[{ required: true, whitespace: true, message: t('setup:required.bankName') }]}
      >
        <Input maxLength={80} autoFocus placeholder={t('setup:bank.namePlaceholder')} />
      </Form.Item>
      <Form.Item label={t('setup:mark.label')} required htmlFor="setup_mark">
        <div className="qs-setup-mark">
          <Form.Item
            name="mark"
            noStyle
            rules={[{ required: true, whitespace: true, message: t('setup:required.mark') }]}
          >
            <Input maxLength={8} placeholder={t('setup:mark.placeholder')} />
          </Form.Item>
          <NumberExample word={SERIES_WORDS[0]} next={1} />
        </div>
      </Form.Item>
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
    </section>
  );
}

export function BankStep() {
  return (
    <div className="qs-setup-columns">
      <BankFields />
      <UnitsTable />
    </div>
  );
}
