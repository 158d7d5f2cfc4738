/** Saving one draft: with its rev, joined with a saving from elsewhere, and what the core then says of it. */
import type { Draft, MissingItem } from '@shared/contract/documents.contract';
import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { call } from '../../api/client';
import { asRefusal, refusalOf } from '../../api/refusal';
import { type FigureChange, figureChanges } from './figureChanges';
import { carryOver, mergeDraft, type TypedFields } from './mergeDraft';

export interface DraftConflict {
  readonly theirs: Draft;
  readonly mine: TypedFields;
  /** Joined so far; the fields still open hold mine. */
  readonly fields: TypedFields;
  readonly open: readonly string[];
}

const isStale = (error: unknown): boolean => refusalOf(error)?.code === 'stale-version';

interface Saved {
  readonly rev: number;
  readonly fields: TypedFields;
}

const savedOf = (draft: Draft): Saved => ({ rev: draft.rev, fields: draft.fields as TypedFields });

/** What the core says of the draft, kept fresh; unchanged parts keep their identity. */
function useDraftView(initial: Draft) {
  const [view, setView] = useState(initial);
  const [changes, setChanges] = useState<readonly FigureChange[]>([]);
  const shown = useRef(initial);
  const show = useCallback((fresh: Draft): void => {
    if (fresh.rev < shown.current.rev) return;
    const found = figureChanges(shown.current.figures, fresh.figures);
    shown.current = replaceEqualDeep(shown.current, fresh);
    setView(shown.current);
    if (found.length > 0) setChanges(found);
  }, []);
  const savedAs = useCallback((result: { rev: number; savedAt: string; missing: MissingItem[] }) => {
    shown.current = replaceEqualDeep(shown.current, { ...shown.current, ...result });
    setView(shown.current);
  }, []);
  return { view, changes, clearChanges: () => setChanges([]), show, savedAs };
}

/** Refuses to save over somebody else's text while the person has not chosen (`conflict`). */
export function useDraftSaving(initial: Draft) {
  const draftId = initial.id;
  const { view, changes, clearChanges, show, savedAs } = useDraftView(initial);
  const [fields, setFields] = useState(initial.fields as TypedFields);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const newest = useRef(fields);
  const saved = useRef(savedOf(initial));
  const choosing = useRef(false);

  const adopt = useCallback((next: TypedFields): void => {
    newest.current = next;
    setFields(next);
  }, []);
  const read = () => call('documents.draft', { draftId });
  const write = async (values: TypedFields): Promise<void> => {
    const result = await call('documents.saveDraft', { draftId, rev: saved.current.rev, fields: values });
    saved.current = { rev: result.rev, fields: values };
    savedAs(result);
  };
  /** Somebody saved in between: other fields are joined and saved, the same field goes to the person. */
  const join = async (values: TypedFields, refused: unknown): Promise<void> => {
    const theirs = await read();
    const merged = mergeDraft(saved.current.fields, values, theirs.fields as TypedFields);
    if (merged.conflicts.length > 0) {
      choosing.current = true;
      setConflict({ theirs, mine: values, fields: merged.fields, open: merged.conflicts });
      throw refused;
    }
    saved.current = savedOf(theirs);
    adopt(carryOver(newest.current, values, merged.fields));
    await write(merged.fields);
  };
  const save = async (values: TypedFields): Promise<void> => {
    if (choosing.current) throw new Error('the person is choosing between two versions');
    try {
      await write(values).catch((refused: unknown) =>
        isStale(refused) ? join(values, refused) : Promise.reject(refused),
      );
      setError(null);
    } catch (thrown) {
      if (!isStale(thrown)) setError(asRefusal(thrown));
      throw thrown;
    }
    // Suggestions depend on what is typed; a failure here leaves the old ones and the next saving asks again.
    void read().then(show, () => undefined);
  };
  const refresh = async (): Promise<void> => show(await read());
  /** The person has chosen: `values` stand on their version and are saved next. */
  const settle = (found: DraftConflict, values: TypedFields): void => {
    saved.current = savedOf(found.theirs);
    choosing.current = false;
    setConflict(null);
    adopt(carryOver(newest.current, found.mine, values));
  };
  return { view, changes, clearChanges, fields, newest, adopt, error, conflict, setConflict, save, refresh, settle };
}
