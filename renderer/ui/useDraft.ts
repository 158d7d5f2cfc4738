/** Typed text is never lost (ui.md §1.4): saves 2 s after typing, on blur, and when the page goes away or comes back. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftSaver, type DraftState, watchSaver } from './draftSaver';

export interface Draft<T> {
  readonly state: DraftState;
  readonly change: (value: T) => void;
  /** For blur and before issuing: true when nothing is left to save, false when it failed and the text is kept. */
  readonly flush: () => Promise<boolean>;
}

/** `save` shows its own refusal; a newer `save` is used from the next saving on. */
export function useDraft<T>(save: (value: T) => Promise<void>): Draft<T> {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const [state, setState] = useState<DraftState>('saved');
  const [saver] = useState(() => new DraftSaver<T>((value) => latest.current(value), setState));
  // Shown again after a lock: what could not be saved meanwhile is saved now. Going away: saved before it goes.
  useEffect(() => {
    void saver.flush();
    const forget = watchSaver(saver);
    return () => {
      forget();
      void saver.flush();
    };
  }, [saver]);
  const change = useCallback((value: T) => saver.change(value), [saver]);
  const flush = useCallback(() => saver.flush(), [saver]);
  return { state, change, flush };
}
