/** Text typed into a search box: acts after a short pause, never while an input method is composing (ui.md §1.3). */
import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

export interface TypedText {
  readonly typed: string;
  readonly inputProps: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
  };
}

/** `settled`: the text in force elsewhere; when it changes from outside, the box follows. */
export function useTypedText(settled: string, onSettle: (text: string) => void): TypedText {
  const [typed, setTyped] = useState(settled);
  const [composing, setComposing] = useState(false);
  const [known, setKnown] = useState(settled);
  const latest = useRef(onSettle);
  useEffect(() => {
    latest.current = onSettle;
  });
  if (known !== settled) {
    setKnown(settled);
    if (typed.trim() !== settled && !composing) setTyped(settled);
  }
  useEffect(() => {
    if (composing || typed.trim() === settled) return;
    const timer = setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, composing, settled]);
  return {
    typed,
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
