/**
 * Counts failed sign-ins in `signin.json` of the data folder and makes the next attempt wait. An attempt is written down
 * before it is tried: killing the program does not save anybody a failure. Names of nobody are kept as hashes only.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { uptime as systemUptime } from 'node:os';
import { join } from 'node:path';
import { FORGIVEN, secondsLeft, type Waiting } from '@shared/domain/users/signInDelay';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';

/** Failures since somebody last signed in, for the log. */
export interface FailedSignIns {
  /** A user's name, `***` for names of nobody, `recovery` for the recovery code. */
  readonly name: string;
  readonly times: number;
  readonly first: string;
  readonly last: string;
}

interface State {
  readonly version: 1;
  readonly salt: string;
  readonly folder: Waiting;
  /** By the salted hash of the name. */
  readonly names: Readonly<Record<string, Waiting>>;
  readonly unreported: readonly FailedSignIns[];
}

export interface Attempt<T> {
  /** What is counted together: a name, or the recovery code. */
  readonly subject: string;
  /** How the log calls it. */
  readonly shown: string;
  /** Null: failed. */
  readonly act: () => Promise<T | null>;
}

export interface GuardOptions {
  /** The data folder. */
  readonly root: string;
  readonly now: () => Date;
  /** Seconds since the computer started; a test's own. */
  readonly uptime?: () => number;
}

/** Names remembered at most; the folder's own count covers whoever tries more. */
const MOST_NAMES = 200;
const NONE: Waiting = { failures: 0, from: 0 };

export class SignInGuard {
  readonly #path: string;
  readonly #now: () => Date;
  readonly #uptime: () => number;

  constructor({ root, now, uptime = systemUptime }: GuardOptions) {
    this.#path = join(root, 'signin.json');
    this.#now = now;
    this.#uptime = uptime;
  }

  /** What the attempt gives, null when it failed. Refusal: signin-delayed {seconds}; then nothing was tried. */
  async attempt<T>({ subject, shown, act }: Attempt<T>): Promise<T | null> {
    const before = this.#read();
    const name = hashOf(before.salt, subject);
    this.#refuseEarly(before, name);
    this.#write(this.#failed(before, name, shown));
    const result = await act();
    if (result !== null) {
      const { [name]: _, ...names } = before.names;
      this.#write({ ...before, names, folder: NONE });
    }
    return result;
  }

  unreported(): readonly FailedSignIns[] {
    return this.#read().unreported;
  }

  /** They are in the log now. */
  reported(): void {
    const state = this.#read();
    if (state.unreported.length > 0) this.#write({ ...state, unreported: [] });
  }

  #refuseEarly(state: State, name: string): void {
    const uptime = this.#uptime();
    const own = state.names[name] ?? NONE;
    const seconds = Math.max(
      secondsLeft(own, uptime, FORGIVEN.name),
      secondsLeft(state.folder, uptime, FORGIVEN.folder),
    );
    if (seconds === 0) return;
    // Written down, so that after a restart of the computer the wait goes on from here.
    const restarted = (waiting: Waiting): Waiting => (uptime < waiting.from ? { ...waiting, from: uptime } : waiting);
    if (uptime < own.from || uptime < state.folder.from)
      this.#write({
        ...state,
        folder: restarted(state.folder),
        names: { ...state.names, [name]: restarted(own) },
      });
    refuse('signin-delayed', { seconds });
  }

  #failed(state: State, name: string, shown: string): State {
    const from = this.#uptime();
    const more = (waiting: Waiting | undefined): Waiting => ({ failures: (waiting?.failures ?? 0) + 1, from });
    const { [name]: own, ...others } = state.names;
    const kept = Object.entries(others).slice(1 - MOST_NAMES);
    const at = this.#now().toISOString();
    const known = state.unreported.find((each) => each.name === shown);
    const counted = { name: shown, times: (known?.times ?? 0) + 1, first: known?.first ?? at, last: at };
    return {
      ...state,
      folder: more(state.folder),
      names: { ...Object.fromEntries(kept), [name]: more(own) },
      unreported: [...state.unreported.filter((each) => each !== known), counted],
    };
  }

  #read(): State {
    try {
      const state = JSON.parse(readFileSync(this.#path, 'utf8')) as State;
      if (isState(state)) return state;
    } catch {
      // Absent: nobody failed. Damaged: counting begins anew, as it would if it were deleted.
    }
    return { version: 1, salt: randomBytes(16).toString('hex'), folder: NONE, names: {}, unreported: [] };
  }

  /** A full or read-only disk keeps nobody out who knows his password. */
  #write(state: State): void {
    const isIdle = Object.keys(state.names).length === 0 && state.folder.failures === 0;
    try {
      if (isIdle && state.unreported.length === 0) rmSync(this.#path, { force: true });
      else writeFileAtomic(this.#path, Buffer.from(JSON.stringify(state)));
    } catch {
      // Not counted this time.
    }
  }
}

const hashOf = (salt: string, subject: string): string =>
  createHash('sha256')
    .update(`${salt} ${subject.normalize('NFC')}`)
    .digest('hex')
    .slice(0, 32);

const isWaiting = (value: unknown): value is Waiting => {
  const waiting = value as Waiting | null | undefined;
  return Number.isInteger(waiting?.failures) && Number.isFinite(waiting?.from);
};

function isState(state: State | null): boolean {
  return (
    state?.version === 1 &&
    typeof state.salt === 'string' &&
    isWaiting(state.folder) &&
    Object.values(state.names ?? { none: null }).every(isWaiting) &&
    Array.isArray(state.unreported) &&
    state.unreported.every((each) => typeof each?.name === 'string' && Number.isInteger(each.times))
  );
}
