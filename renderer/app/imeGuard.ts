/**
 * The one guard for input methods (ui.md §1.3): while a word is being composed, no Enter, Esc, arrow or shortcut of ours
 * acts. It only stops propagation; preventing the default would break the input method itself.
 */

/** Installs the guard at the root; returns its removal. Call it before anything else listens to keys. */
export function installImeGuard(target: EventTarget): () => void {
  const guard = (event: Event): void => {
    const key = event as KeyboardEvent;
    if (key.isComposing || key.keyCode === 229) event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', guard, { capture: true });
  return () => target.removeEventListener('keydown', guard, { capture: true });
}
