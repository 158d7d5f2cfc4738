/** Keyboard shortcuts: a screen registers what a combination does while it is on screen; the newest registration wins. */
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { comboOf } from './combo';

export interface Shortcut {
  /** As written in the key list, e.g. `Ctrl+S`, `Alt+1`, `F6`. */
  readonly combo: string;
  /** Translated name for the key list. */
  readonly label: string;
  readonly run: () => void;
}

export class ShortcutRegistry {
  private stack: readonly Shortcut[] = [];

  add(shortcut: Shortcut): () => void {
    this.stack = [...this.stack, shortcut];
    return () => {
      this.stack = this.stack.filter((other) => other !== shortcut);
    };
  }

  /** The shortcut in force for a combination. */
  find(combo: string): Shortcut | undefined {
    return this.stack.findLast((shortcut) => shortcut.combo === combo);
  }

  /** What works now, one entry per combination, in order of registration. */
  list(): Shortcut[] {
    return this.stack.filter((shortcut) => this.find(shortcut.combo) === shortcut);
  }
}

const RegistryContext = createContext(new ShortcutRegistry());

/** Amounts and days are read when their field is left: before a save by key the one in hand is left and entered again. */
function settleField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  flushSync(() => field.blur());
  field.focus();
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new ShortcutRegistry(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const shortcut = registry.find(comboOf(event));
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut.combo === 'Ctrl+S') settleField();
      shortcut.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export const useShortcutRegistry = (): ShortcutRegistry => use(RegistryContext);

/** Binds `combo` while the calling component is mounted; `enabled: false` leaves it to the screen below. */
export function useShortcut(combo: string, label: string, run: () => void, enabled = true): void {
  const registry = useShortcutRegistry();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    return registry.add({ combo, label, run: () => latest.current() });
  }, [registry, combo, label, enabled]);
}
