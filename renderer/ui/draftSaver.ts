/** Saves typed text without being asked (ui.md §4 Drafts): the machine behind useDraft, free of React. */

/** `typing`: not saved yet · `saving` · `saved` · `failed`: kept, and tried again with the next change, blur or visit. */
export type DraftState = 'saved' | 'typing' | 'saving' | 'failed';

export const QUIET_MS = 2_000;

export class DraftSaver<T> {
  state: DraftState = 'saved';
  private pending: { readonly value: T } | null = null;
  private working: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly save: (value: T) => Promise<void>;
  private readonly onState: (state: DraftState) => void;

  /** `save` is called one at a time, always with the newest value; whoever gives it shows its refusal. */
  constructor(save: (value: T) => Promise<void>, onState: (state: DraftState) => void) {
    this.save = save;
    this.onState = onState;
  }

  change(value: T): void {
    this.pending = { value };
    this.enter('typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), QUIET_MS);
  }

  /** Saves what is pending now. True when nothing is left to save, false when saving failed and the text is kept. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.working ??= this.saveAll().finally(() => {
      this.working = null;
    });
    return this.working;
  }

  private async saveAll(): Promise<boolean> {
    while (this.pending) {
      const taken = this.pending;
      this.pending = null;
      this.enter('saving');
      try {
        await this.save(taken.value);
      } catch {
        // Text typed meanwhile is newer and wins.
        this.pending ??= taken;
        this.enter('failed');
        return false;
      }
    }
    this.enter('saved');
    return true;
  }

  private enter(state: DraftState): void {
    if (this.state === state) return;
    this.state = state;
    this.onState(state);
  }
}

/** Savers of the forms on screen. */
const onScreen = new Set<{ flush(): Promise<boolean> }>();

/** Remembers a saver while its form is on screen; the answer forgets it. */
export function watchSaver(saver: { flush(): Promise<boolean> }): () => void {
  onScreen.add(saver);
  return () => void onScreen.delete(saver);
}

/** Saves whatever is pending anywhere, as before a lock. */
export async function flushSavers(): Promise<void> {
  await Promise.all([...onScreen].map((saver) => saver.flush()));
}
