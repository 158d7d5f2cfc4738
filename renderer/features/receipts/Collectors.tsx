/** Who collected the money, with what share; the shares must be exactly all of it (B1 §15). */
import { percentText, WHOLE_PPM } from '@shared/domain/receipts/shares';
import { AutoComplete, Button, Input, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { sharedEqually, sharesSum, type TypedCollector, withAnother } from './typedReceipt';
import type { ReceiptFormState } from './useReceiptForm';

export function Collectors({ form, colleagues }: { form: ReceiptFormState; colleagues: readonly string[] }) {
  const { t } = useTranslation();
  const { collectors } = form.typed;
  const change = (next: readonly TypedCollector[]) => form.change({ collectors: next });
  const edit = (at: number, part: Partial<TypedCollector>) =>
    change(collectors.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const sum = sharesSum(collectors);
  return (
    <div className="qs-receipt-collectors">
      <span className="qs-hint">{t('receipts:collectors.title')}</span>
      {collectors.map(({ key, name, share }, index) => (
        <Space.Compact key={key}>
          <AutoComplete
            className="qs-receipt-collector"
            aria-label={t('receipts:collectors.name', { count: index + 1 })}
            value={name}
            options={colleagues.filter((each) => each.includes(name)).map((value) => ({ value }))}
            onChange={(value) => edit(index, { name: value })}
          />
          <Input
            className="qs-receipt-share"
            aria-label={t('receipts:collectors.share', { count: index + 1 })}
            inputMode="decimal"
            suffix="%"
            value={share}
            onChange={(event) => edit(index, { share: event.target.value })}
          />
          {collectors.length > 1 && (
            <Button
              tabIndex={-1}
              aria-label={t('receipts:collectors.remove', { count: index + 1 })}
              onClick={() => change(collectors.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          )}
        </Space.Compact>
      ))}
      <Tag color={sum === WHOLE_PPM ? 'success' : 'warning'}>
        {t('receipts:collectors.sum', { percent: percentText(sum) })}
      </Tag>
      <Button size="small" onClick={() => change(withAnother(collectors))}>
        {t('receipts:collectors.add')}
      </Button>
      {collectors.length > 1 && (
        <Button size="small" onClick={() => change(sharedEqually(collectors))}>
          {t('receipts:collectors.equal')}
        </Button>
      )}
    </div>
  );
}
