/** An amount that the draft keeps as yuan text, in a form or a table cell. */
import { parseAmount } from '@shared/domain/litigation/preLitigationReport/fields';
import { yuanText } from '@shared/kernel/money';
import type { FormEvent } from 'react';
import { AmountInput } from '../../ui/AmountInput';
import { parseTypedAmount } from '../../ui/amountInput.parse';

export interface AmountTextFieldProps {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly 'aria-label'?: string;
}

/** AmountInput settles on blur; a sum is taken over while it is typed, so that a crash loses nothing. */
export function AmountTextField({ value, onChange, ...rest }: AmountTextFieldProps) {
  const onInput = (event: FormEvent): void => {
    const typed = parseTypedAmount((event.target as HTMLInputElement).value);
    if ('fen' in typed) onChange(typed.fen === null ? '' : yuanText(typed.fen));
  };
  return (
    <div onInput={onInput}>
      <AmountInput
        {...rest}
        value={parseAmount(value)}
        onChange={(fen) => onChange(fen === null ? '' : yuanText(fen))}
      />
    </div>
  );
}
