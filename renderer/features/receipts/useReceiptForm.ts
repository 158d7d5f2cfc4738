/** A receipt that is being typed: kept over locks and other pages, tried out as it stands, recorded once; of a case with its act. */
import type { ReceiptInput, ReceiptPreview } from '@shared/contract/receipts.contract';
import type { Refusal } from '@shared/kernel/result';
import { useRef } from 'react';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import type { Account } from './receiptTypes';
import { emptyReceipt, inputOf, missing, type OfCase, type TypedReceipt, withCaseParts } from './typedReceipt';

export interface ReceiptFormState {
  readonly typed: TypedReceipt;
  readonly change: (part: Partial<TypedReceipt>) => void;
  /** Of what stands there; while another is being tried, the last one. */
  readonly preview: ReceiptPreview | null;
  /** Why it cannot be recorded: what is not filled in, then what the books say. */
  readonly gaps: readonly string[];
  readonly problems: readonly Refusal[];
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly save: (after: (result: { number: string; adjusted: number }) => void) => void;
}

/** `ofCase`: the case that brought the money in; null: none did. */
export function useReceiptForm(household: number, account: Account, ofCase: OfCase | null): ReceiptFormState {
  const empty = emptyReceipt(ofCase);
  const [kept, setTyped] = useKeptState(`receipts.${household}${ofCase === null ? '' : `.${ofCase.id}`}`, empty);
  const typed = withCaseParts(kept, account, ofCase);
  const input = inputOf(typed, household, account);
  const tried = useApiQuery('receipts.preview', input as ReceiptInput, { enabled: input !== null, keepOld: true });
  const record = useApiCommand('receipts.record');
  const receive = useApiCommand('caseMoney.receive');
  /** One id for one content: pressing twice records once, and a corrected receipt is another request. */
  const request = useRef({ content: '', id: '' });
  const gaps = missing(typed);
  const preview = input === null ? null : (tried.data ?? null);
  const save: ReceiptFormState['save'] = (after) => {
    if (!input || gaps.length > 0) return;
    const content = JSON.stringify(input);
    if (request.current.content !== content) request.current = { content, id: crypto.randomUUID() };
    const requestId = request.current.id;
    const done = (result: { number: string; adjusted: number }): void => {
      setTyped(empty);
      after(result);
    };
    if (ofCase === null) record.mutate({ ...input, requestId }, { onSuccess: done });
    else
      receive.mutate(
        { id: ofCase.id, receipt: input, requestId },
        { onSuccess: ({ number }) => done({ number, adjusted: 0 }) },
      );
  };
  return {
    typed,
    change: (part) => setTyped((old) => ({ ...old, ...part })),
    preview,
    gaps,
    problems: preview?.problems ?? [],
    error: record.error ?? receive.error ?? tried.error,
    isSaving: record.isPending || receive.isPending,
    save,
  };
}
