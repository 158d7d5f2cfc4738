/** The paper as it will print, made anew after every saving; a newer one aborts the older. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/client';
import { asRefusal } from '../../api/refusal';
import { fromBase64 } from './base64';

export interface Preview {
  readonly data: Uint8Array | null;
  readonly pages: number;
  readonly error: unknown;
  /** The page on screen is about to be replaced. */
  readonly working: boolean;
  readonly refresh: () => void;
}

/** While one is made and after a refusal the last paper stays. */
export function usePreview(draftId: number, rev: number): Preview {
  const [paper, setPaper] = useState<{ data: Uint8Array | null; pages: number }>({ data: null, pages: 0 });
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(true);
  const running = useRef<AbortController>(undefined);
  const refresh = useCallback(() => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setWorking(true);
    call('documents.preview', { draftId, rev }, abort.signal)
      .then(({ fileBase64, pages }) => {
        if (abort.signal.aborted) return;
        setPaper({ data: fromBase64(fileBase64), pages });
        setError(null);
      })
      .catch((thrown: unknown) => !abort.signal.aborted && setError(asRefusal(thrown)))
      .finally(() => !abort.signal.aborted && setWorking(false));
  }, [draftId, rev]);
  useEffect(() => {
    refresh();
    return () => running.current?.abort();
  }, [refresh]);
  return { ...paper, error, working, refresh };
}
