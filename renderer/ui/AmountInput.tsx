/** Amount field: always entered in yuan whatever the display unit is; exact, without the mouse wheel. */
import type { Fen } from '@shared/kernel/money';
import { yuanGrouped, yuanText } from '@shared/kernel/money';
import { Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type AmountProblem, parseTypedAmount } from './amountInput.parse';

export interface AmountInputProps {
  readonly id?: string;
  /** Fen, or null when nothing is entered. */
  readonly value?: Fen | null;
  readonly onChange?: (fen: Fen | null) => void;
  readonly onBlur?: () => void;
  readonly allowNegative?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly ref?: Ref<InputRef>;
  readonly 'aria-label'?: string;
}

export function AmountInput({ value, onChange, onBlur, allowNegative, disabled, ref, ...rest }: AmountInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<AmountProblem | null>(null);
  const known = value ?? null;
  const settle = (): void => {
    if (typed === null) return;
    const result = parseTypedAmount(typed, allowNegative);
    if ('problem' in result) {
      setProblem(result.problem);
      return;
    }
    setProblem(null);
    setTyped(null);
    if (result.fen !== known) onChange?.(result.fen);
  };
  return (
    <Input
      {...rest}
      ref={ref}
      className="qs-amount-input"
      inputMode="decimal"
      disabled={disabled}
      status={problem ? 'error' : undefined}
      title={problem ? t(`common:amount.problem.${problem}`) : undefined}
      value={typed ?? (known === null ? '' : yuanGrouped(known))}
      suffix={t('common:unit.yuan')}
      onFocus={(event) => {
        // The text must be there before it is selected, or the first key is typed behind it.
        if (known !== null && typed === null) flushSync(() => setTyped(yuanText(known)));
        event.target.select();
      }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      onBlur={() => {
        settle();
        onBlur?.();
      }}
    />
  );
}
