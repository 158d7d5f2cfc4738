/**
 * The draft on the desk: what is typed, saved half a second after typing so that preview and findings follow, and kept
 * in step with the household file.
 */
import type { Draft } from '@shared/contract/documents.contract';
import type { FieldValue } from '@shared/domain/litigation/preLitigationReport/fields';
import { useCallback, useEffect, useRef } from 'react';
import type { DraftState } from '../../ui/draftSaver';
import { useDraft } from '../../ui/useDraft';
import type { FigureChange } from './figureChanges';
import { type TypedFields, withField } from './mergeDraft';
import { type DraftConflict, useDraftSaving } from './useDraftSaving';

/** Typing this long ago is over for the preview, in ms (ui.md S11). */
const PAUSE_MS = 500;

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

export function useDraftEditor(initial: Draft): DraftEditor {
  const saving = useDraftSaving(initial);
  const { view, fields, newest, adopt, error, conflict, changes, clearChanges } = saving;
  const draft = useDraft(saving.save);
  const { pause, stop } = usePause(draft.flush);

  const change = useCallback(
    (id: string, value: FieldValue | undefined) => {
      adopt(withField(newest.current, id, value));
      draft.change(newest.current);
      pause();
    },
    [adopt, newest, draft.change, pause],
  );
  const saveAgain = (): Promise<boolean> => {
    stop();
    draft.change(newest.current);
    return draft.flush();
  };
  const takeNewFacts = async (): Promise<void> => {
    if (await saveAgain()) await saving.refresh();
  };
  const settle = (found: DraftConflict, values: TypedFields): void => {
    saving.settle(found, values);
    void saveAgain();
  };
  const resolve = (id: string, whose: 'mine' | 'theirs'): void => {
    if (!conflict) return;
    const chosen = (whose === 'mine' ? conflict.mine : (conflict.theirs.fields as TypedFields))[id];
    const values = withField(conflict.fields, id, chosen);
    const open = conflict.open.filter((other) => other !== id);
    if (open.length === 0) settle(conflict, values);
    else saving.setConflict({ ...conflict, fields: values, open });
  };
  const takeTheirs = (): void => {
    if (conflict) settle(conflict, conflict.theirs.fields as TypedFields);
  };
  const { state, flush } = draft;
  const actions = { clearChanges, change, flush, takeNewFacts, resolve, takeTheirs };
  return { view, fields, state, error, conflict, changes, ...actions };
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
