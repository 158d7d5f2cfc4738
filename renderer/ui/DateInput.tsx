/** Date field: takes every typed form, normalises on blur, shows the weekday; F4 opens the calendar. */
import { CalendarOutlined } from '@ant-design/icons';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { Button, DatePicker, Input, type InputRef } from 'antd';
import dayjs from 'dayjs';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences';
import { formatDate } from '../i18n/format';
import { parseTypedDate } from './dateInput.parse';

export interface DateInputProps {
  readonly id?: string;
  readonly value?: CalendarDate | null;
  readonly onChange?: (date: CalendarDate | null) => void;
  readonly onBlur?: () => void;
  /** Business date: what `t` and `+7` count from. */
  readonly today: CalendarDate;
  readonly disabled?: boolean;
  readonly ref?: Ref<InputRef>;
  readonly 'aria-label'?: string;
}

export function DateInput({ value, onChange, onBlur, today, disabled, ref, ...rest }: DateInputProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  /** What is being typed; null while the field shows its value. Text that is no date stays, marked wrong, and is no value: nothing is saved under it. */
  const [typed, setTyped] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [wrong, setWrong] = useState(false);
  const settle = (text: string): void => {
    const date = text.trim() === '' ? null : parseTypedDate(text, today);
    const invalid = text.trim() !== '' && date === null;
    setWrong(invalid);
    setTyped(invalid ? text : null);
    if (date !== (value ?? null)) onChange?.(date);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'F4') {
      event.preventDefault();
      setPicking(true);
    } else if (event.key === 'Enter' && typed !== null) settle(typed);
  };
  return (
    <span className="qs-date-input" title={wrong ? t('common:date.wrong') : undefined}>
      <Input
        {...rest}
        ref={ref}
        disabled={disabled}
        status={wrong ? 'error' : undefined}
        value={typed ?? (value ? formatDate(value, language) : '')}
        placeholder={t('common:date.placeholder')}
        onFocus={(event) => {
          // The text must be there before it is selected, or the first key is typed behind it.
          if (value && typed === null) flushSync(() => setTyped(value));
          event.target.select();
        }}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed !== null) settle(typed);
          onBlur?.();
        }}
        suffix={
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            disabled={disabled}
            icon={<CalendarOutlined />}
            aria-label={t('common:date.calendar')}
            onClick={() => setPicking(true)}
          />
        }
      />
      {picking && (
        <DatePicker
          open
          className="qs-date-picker"
          value={value ? dayjs(value) : null}
          onOpenChange={(open) => !open && setPicking(false)}
          onChange={(day) => {
            setTyped(null);
            setWrong(false);
            setPicking(false);
            onChange?.(day ? day.format('YYYY-MM-DD') : null);
          }}
        />
      )}
    </span>
  );
}
