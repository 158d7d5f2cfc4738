/** What an alarm of the data folder means for the screen. Pure; the codes come from electron/database. */
import type { SessionState } from './session';

export type SessionAlarm = NonNullable<SessionState['alarm']>;

/** `barrier`: nothing may be written · `doubt`: being looked at · `done`, `undone`: what became of the write in doubt. */
export type AlarmKind = 'barrier' | 'doubt' | 'done' | 'undone';

const KINDS: Readonly<Record<string, AlarmKind>> = {
  'state-unknown': 'doubt',
  'write-done': 'done',
  'write-undone': 'undone',
};

export const alarmKind = (code: string): AlarmKind => KINDS[code] ?? 'barrier';

/** An administrator may accept these with a reason, on the audit screen. */
export const isAboutLog = (code: string): boolean => /^(log-|anchors-|commits-lost)/.test(code);

/** Milliseconds until the state is asked for again: soon while in doubt, now and then otherwise (checks in the background). */
export const nextLook = (code: string | undefined): number => (code === 'state-unknown' ? 1_000 : 20_000);

export const sameAlarm = (a: SessionAlarm, b: SessionAlarm | null): boolean =>
  b !== null && a.code === b.code && JSON.stringify(a.facts) === JSON.stringify(b.facts);
