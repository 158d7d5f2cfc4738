/**
 * The draft on the desk: what is typed, saved half a second after typing so that preview and findings follow, joined
 * with a saving from elsewhere, and kept in step with the household file.
 */
import type { Draft, MissingItem } from '@shared/contract/documents.contract';
import type { FieldValue } from '@shared/domain/litigation/preLitigationReport/fields';
import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/client';
import { asRefusal, refusalOf } from '../../api/refusal';
import type { DraftState } from '../../ui/draftSaver';
import { useDraft } from '../../ui/useDraft';
import { type FigureChange, figureChanges } from './figureChanges';
import { carryOver, mergeDraft, type TypedFields, withField } from './mergeDraft';

/** Typing this long ago is over for the preview, in ms (ui.md S11). */
const PAUSE_MS = 500;

export interface DraftConflict {
  readonly theirs: Draft;
  readonly mine: TypedFields;
  /** Joined so far; the fields still open hold mine. */
  readonly fields: TypedFields;
  readonly open: readonly string[];
}

export interface DraftEditor {
  /** As the core sees it: catalogue with suggestions, figures, findings, rev. Its `fields` are those last saved. */
  readonly view: Draft;
  readonly fields: TypedFields;
  readonly state: DraftState;
  /** Why the last saving failed; null when it did not. */
  readonly error: unknown;
  readonly conflict: DraftConflict | null;
  /** What an update of the household file changed on screen; the person puts it away. */
  readonly changes: readonly FigureChange[];
  readonly clearChanges: () => void;
  readonly change: (id: string, value: FieldValue | undefined) => void;
  /** Saves what is typed; false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
  /** Saves again even if nothing was typed: the draft then stands on today's file, and `changes` says what is new. */
  readonly takeNewFacts: () => Promise<void>;
  readonly resolve: (id: string, whose: 'mine' | 'theirs') => void;
  readonly takeTheirs: () => void;
}

const isStale = (error: unknown): boolean => refusalOf(error)?.code === 'stale-version';

interface Saved {
  readonly rev: number;
  readonly fields: TypedFields;
}

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

export function useDraftEditor(initial: Draft): DraftEditor {
  const draftId = initial.id;
  const { view, changes, clearChanges, show, savedAs } = useDraftView(initial);
  const [fields, setFields] = useState(initial.fields as TypedFields);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const newest = useRef(fields);
  const saved = useRef<Saved>({ rev: initial.rev, fields });
  /** Nothing is saved over somebody else's text while the person has not chosen. */
  const choosing = useRef(false);

  const adopt = (next: TypedFields): void => {
    newest.current = next;
    setFields(next);
  };
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
    saved.current = { rev: theirs.rev, fields: theirs.fields as TypedFields };
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
  const draft = useDraft(save);
  const { pause, stop } = usePause(draft.flush);

  const change = useCallback(
    (id: string, value: FieldValue | undefined) => {
      newest.current = withField(newest.current, id, value);
      setFields(newest.current);
      draft.change(newest.current);
      pause();
    },
    [draft.change, pause],
  );
  const takeNewFacts = async (): Promise<void> => {
    stop();
    draft.change(newest.current);
    if (await draft.flush()) show(await read());
  };
  const settle = (found: DraftConflict, values: TypedFields): void => {
    saved.current = { rev: found.theirs.rev, fields: found.theirs.fields as TypedFields };
    choosing.current = false;
    setConflict(null);
    adopt(carryOver(newest.current, found.mine, values));
    draft.change(newest.current);
    void draft.flush();
  };
  const resolve = (id: string, whose: 'mine' | 'theirs'): void => {
    if (!conflict) return;
    const chosen = (whose === 'mine' ? conflict.mine : (conflict.theirs.fields as TypedFields))[id];
    const values = withField(conflict.fields, id, chosen);
    const open = conflict.open.filter((other) => other !== id);
    if (open.length === 0) settle(conflict, values);
    else setConflict({ ...conflict, fields: values, open });
  };
  const takeTheirs = (): void => {
    if (conflict) settle(conflict, conflict.theirs.fields as TypedFields);
  };
  const { state, flush } = draft;
  return {
    view,
    fields,
    state,
    error,
    conflict,
    changes,
    clearChanges,
    change,
    flush,
    takeNewFacts,
    resolve,
    takeTheirs,
  };
}

/** Runs `work` once nothing has been typed for PAUSE_MS. */
function usePause(work: () => Promise<boolean>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  const pause = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void work(), PAUSE_MS);
  }, [work]);
  useEffect(() => stop, [stop]);
  return { pause, stop };
}
