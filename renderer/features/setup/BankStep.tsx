/** Step 2: the branch as its papers name it, and its units. */
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { BankDetails } from './BankDetails';
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

function BankFields() {
  const { t } = useTranslation();
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
      <BankDetails />
      <p className="qs-hint">{t('setup:bank.courtHint')}</p>
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
