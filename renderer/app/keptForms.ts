/**
 * Unfinished work of a page that is no draft of its own (the import wizard, a half-filled drawer): it outlives leaving the
 * page, and a lock, across which the core keeps it encrypted for the same person (ui.md §1.4). Never for passwords.
 */
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

const kept = new Map<string, unknown>();

/** State under the form's name; `fresh` is how the form begins, and means that nothing is to be kept. Plain data only. */
export function useKeptState<T>(form: string, fresh: T): [T, Dispatch<SetStateAction<T>>] {
  const [state, setState] = useState<T>(() => (kept.has(form) ? (kept.get(form) as T) : fresh));
  useEffect(() => {
    if (state === fresh) kept.delete(form);
    else kept.set(form, state);
  }, [form, state, fresh]);
  return [state, setState];
}

/** What is unfinished now, for handing in before a lock. */
export const keptForms = (): Record<string, unknown> => Object.fromEntries(kept);

/** Begins with what a person had left; whatever was there is gone. */
export function restoreForms(forms: Readonly<Record<string, unknown>>): void {
  kept.clear();
  for (const [form, value] of Object.entries(forms)) kept.set(form, value);
}
