/** Typed text is never lost (APP-04, ui.md §1.4): when drafts are saved, and what happens when saving fails. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver, QUIET_MS } from '../../../renderer/ui/draftSaver';

describe('APP-04 drafts', () => {
  const saved: string[] = [];
  const states: string[] = [];
  let failing = false;
  const save = async (text: string): Promise<void> => {
    if (failing) throw new Error('not-signed-in');
    saved.push(text);
  };
  let saver: DraftSaver<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    saved.length = 0;
    states.length = 0;
    failing = false;
    saver = new DraftSaver(save, (state) => states.push(state));
  });
  afterEach(() => vi.useRealTimers());

  it('are saved once, two seconds after the last key', async () => {
    saver.change('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
    expect(states).toEqual(['typing', 'saving', 'saved']);
  });

  it('are saved at once on blur, and not a second time', async () => {
    saver.change('a');
    expect(await saver.flush()).toBe(true);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(saved).toEqual(['a']);
  });

  it('include what is typed while a save is under way', async () => {
    saver.change('a');
    const first = saver.flush();
    saver.change('ab');
    await first;
    expect(saved).toEqual(['a', 'ab']);
  });

  it('keep the text when saving fails, and save it with the next try', async () => {
    failing = true;
    saver.change('a');
    expect(await saver.flush()).toBe(false);
    expect(saver.state).toBe('failed');
    failing = false;
    expect(await saver.flush()).toBe(true);
    expect(saved).toEqual(['a']);
  });
});
