/** Step 3: where the numbers of this year's papers go on, for a branch that already issued some by hand. */
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberExample } from './BankStep';
import { SERIES_WORDS } from './setupForm';

function SeriesField({ word }: { word: string }) {
  const { t } = useTranslation();
  const next = Form.useWatch(['series', word]) as number | null | undefined;
  return (
    <Form.Item label={t('setup:series.next', { word })} labelCol={{ flex: '150px' }} extra={t('setup:series.hint')}>
      <div className="qs-setup-mark">
        <Form.Item
          name={['series', word]}
          noStyle
          rules={[{ required: true, type: 'integer', min: 1, max: 9999, message: t('setup:series.range') }]}
        >
          <InputNumber
            min={1}
            max={9999}
            precision={0}
            changeOnWheel={false}
            autoFocus
            aria-label={t('setup:series.next', { word })}
          />
        </Form.Item>
        <NumberExample word={word} next={next ?? 1} />
      </div>
    </Form.Item>
  );
}

export function SeriesStep() {
  const { t } = useTranslation();
  return (
    <div className="qs-setup-narrow">
      <p>{t('setup:series.intro')}</p>
      {SERIES_WORDS.map((word) => (
        <SeriesField key={word} word={word} />
      ))}
      <ul className="qs-setup-notes">
        <li>{t('setup:series.note')}</li>
      </ul>
    </div>
  );
}
