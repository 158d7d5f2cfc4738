/** Keyboard: the guard for input methods, names of combinations, the newest binding wins (APP-04). */
import { describe, expect, it } from 'vitest';
import { comboOf } from '../../../renderer/app/combo';
import { installImeGuard } from '../../../renderer/app/imeGuard';
import { ShortcutRegistry } from '../../../renderer/app/shortcuts';

function key(fields: { isComposing?: boolean; keyCode?: number }): Event {
  return Object.assign(new Event('keydown', { cancelable: true }), fields);
}

describe('APP-04 composing with an input method', () => {
  const target = new EventTarget();
  installImeGuard(target);
  let heard = 0;
  target.addEventListener('keydown', () => {
    heard += 1;
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])('hides %o from everything after the guard', (fields) => {
    heard = 0;
    const event = key(fields);
    target.dispatchEvent(event);
    expect([heard, event.defaultPrevented]).toEqual([0, false]);
  });

  it('lets other keys pass', () => {
    heard = 0;
    target.dispatchEvent(key({ keyCode: 13 }));
    expect(heard).toBe(1);
  });
});

describe('APP-04 combinations', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it.each([
    [{ ...none, ctrlKey: true, key: 's', code: 'KeyS' }, 'Ctrl+S'],
    [{ ...none, ctrlKey: true, key: 'Enter', code: 'Enter' }, 'Ctrl+Enter'],
    [{ ...none, altKey: true, key: '¡', code: 'Digit1' }, 'Alt+1'],
    [{ ...none, ctrlKey: true, key: '/', code: 'Slash' }, 'Ctrl+/'],
    [{ ...none, key: 'F6', code: 'F6' }, 'F6'],
    [{ ...none, ctrlKey: true, key: 'ArrowRight', code: 'ArrowRight' }, 'Ctrl+→'],
  ])('%o is %s', (event, combo) => {
    expect(comboOf(event)).toBe(combo);
  });

  it('gives a key to the screen that bound it last and back to the one below', () => {
    const registry = new ShortcutRegistry();
    registry.add({ combo: 'Ctrl+S', label: 'page', run: () => {} });
    const remove = registry.add({ combo: 'Ctrl+S', label: 'drawer', run: () => {} });
    expect(registry.find('Ctrl+S')?.label).toBe('drawer');
    expect(registry.list()).toHaveLength(1);
    remove();
    remove();
    expect(registry.find('Ctrl+S')?.label).toBe('page');
  });
});
