/** A pressed key as the text of the key list: modifiers in the order Ctrl, Alt, Shift, then the key. */

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** Letters and digits come from `code`, so that a layout or Alt does not change what Alt+1 is. */
function keyName(event: Pressed): string {
  const physical = /^(?:Key|Digit|Numpad)(\w)$/.exec(event.code)?.[1];
  if (physical) return physical;
  return ARROWS[event.key] ?? event.key;
}

/** `Ctrl+Enter`, `Alt+1`, `F6`; on a Mac the command key counts as Ctrl. */
export function comboOf(event: Pressed): string {
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    keyName(event),
  ];
  return parts.filter((part) => part !== '').join('+');
}
