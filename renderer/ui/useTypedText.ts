/** Text typed into a search box: acts after a short pause, never while an input method is composing (ui.md §1.3). */
import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/** What is searched for: two characters or more (LOAN-05), else nothing. */
function searchable(typed: string): string {
  const text = typed.trim();
  return [...text].length >= 2 ? text : '';
}

export interface TypedText {
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  readonly inputProps: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
  };
}

/**
 * `settled`: the searched text in force. When somebody else changes it, the box follows; the echo of its own text never
 * overwrites what was typed since.
 */
export function useTypedText(settled: string, onSettle: (text: string) => void): TypedText {
  const [typed, setTyped] = useState(settled);
  const [sent, setSent] = useState(settled);
  const [known, setKnown] = useState(settled);
  const [composing, setComposing] = useState(false);
  const latest = useRef(onSettle);
  useEffect(() => {
    latest.current = onSettle;
  });
  if (known !== settled) {
    setKnown(settled);
    if (settled !== sent) setTyped(settled);
  }
  const wanted = searchable(typed);
  useEffect(() => {
    if (composing || wanted === settled) return;
    const timer = setTimeout(() => {
      setSent(wanted);
      latest.current(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, composing, settled]);
  return {
    typed,
    setTyped,
    inputProps: {
      value: typed,
      onChange: (event) => setTyped(event.target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: (event) => {
        setComposing(false);
        setTyped(event.currentTarget.value);
      },
    },
  };
}
