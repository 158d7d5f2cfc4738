/** The keypad habit (ui.md §1.2): Enter goes to the next field, Shift+Enter back, on the last one to the save button. */
import { type KeyboardEvent, useCallback } from 'react';

const FIELDS = 'input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), [data-enter-field]';
const SAVE = '[data-enter-last], button[type="submit"]';

function isField(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.offsetParent !== null;
}

/** A list that is closed: its own Enter would open it, and leave it open behind the next field. */
const isClosedList = (element: HTMLElement): boolean => element.getAttribute('role') === 'combobox';

/**
 * `onKeyDownCapture` for the element around the fields, so that it comes before the fields' own keys. In a text area Enter stays a newline; an
 * open list keeps its Enter, and a closed one is opened by the arrow keys, the space bar or typing.
 */
export function useEnterMovesOn(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const from = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    if (from instanceof HTMLTextAreaElement || from instanceof HTMLButtonElement) return;
    if (from.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    if (isClosedList(from)) event.stopPropagation();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(isField);
    const next = fields[fields.indexOf(from) + (event.shiftKey ? -1 : 1)];
    (next ?? event.currentTarget.querySelector<HTMLElement>(SAVE))?.focus();
  }, []);
}
