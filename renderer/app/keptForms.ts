/**
 * Unfinished work of a page that is no draft of its own (the import wizard, a half-filled drawer): it outlives leaving the
 * page, and a lock, across which the core keeps it encrypted for the same person (ui.md §1.4). Never for passwords.
 */
import { type Dispatch, type SetStateAction, useCallback, useRef, useState } from 'react';

const kept = new Map<string, unknown>();

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * State under the form's name; `fresh` is how the form begins, and means that nothing is to be kept. Plain data only. What is
 * set is kept at once: a form that is cleared and closed in one step does not live to see its own next state.
 */
export function useKeptState<T>(form: string, fresh: T): [T, Dispatch<SetStateAction<T>>] {
  const [state, setState] = useState<T>(() => (kept.has(form) ? (kept.get(form) as T) : fresh));
  const now = useRef({ form, fresh, state });
  now.current = { form, fresh, state: now.current.state };
  const set = useCallback<Dispatch<SetStateAction<T>>>((change) => {
    const { state: before, ...of } = now.current;
    const next = typeof change === 'function' ? (change as (before: T) => T)(before) : change;
    now.current = { ...of, state: next };
    if (isSame(next, of.fresh)) kept.delete(of.form);
    else kept.set(of.form, next);
    setState(next);
  }, []);
  return [state, set];
}

/** What is unfinished now, for handing in before a lock. */
export const keptForms = (): Record<string, unknown> => Object.fromEntries(kept);

/** Begins with what a person had left; whatever was there is gone. */
export function restoreForms(forms: Readonly<Record<string, unknown>>): void {
  kept.clear();
  for (const [form, value] of Object.entries(forms)) kept.set(form, value);
}
