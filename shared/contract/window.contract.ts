/** What only a window needs: notice of a lock, unfinished forms across it, the recovery code on paper. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { IDLE_MINUTES } from '../domain/users/idleLock';
import { SHEET_LANGUAGES } from '../domain/users/recoverySheet.words';
import { ROTATION_PARTS } from '../domain/users/rotation';
import { command, query } from './entry';

/**
 * `locking`: the core locks within seconds: hand in what was typed, then send `session.lock` · `rotating`: this part of a
 * change of keys begins, null: it is over.
 */
export const windowNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('locking'), reason: z.enum(['person', 'idle', 'system']) }),
  z.object({ kind: z.literal('rotating'), part: z.enum(ROTATION_PARTS).nullable() }),
]);
export type WindowNotice = z.infer<typeof windowNotice>;

/** Values of unfinished forms by the form's name; never a password. */
const typedForms = z.record(z.string(), z.unknown());

export const windowContract = {
  /** Runs as long as the window. */
  notices: query('public').output(eventIterator(windowNotice)),
  /** Hands in unfinished forms before a lock; kept encrypted for this person. */
  keepTyped: command('signed-in', { refusals: [], invalidates: [] })
    .input(typedForms)
    .output(z.object({ forms: z.number() })),
  /** Gives them back, once. */
  takeTyped: command('signed-in', { refusals: [], invalidates: [] }).output(typedForms),
  /**
   * Prints a code that was just made, one page per keeper; nothing is stored. Public: at the first set-up and after a
   * recovery nobody is signed in, and the caller brings all that is printed.
   */
  printRecoveryCode: command('public', { refusals: ['glyph-missing', 'print-failed'], invalidates: [] })
    .input(
      z.object({
        bank: z.string().trim().max(80),
        code: z.tuple([z.string().max(40), z.string().max(40)]),
        language: z.enum(SHEET_LANGUAGES),
      }),
    )
    .output(z.object({ outcome: z.enum(['sent', 'cancelled']) })),
  /** Minutes without a key or a mouse until windows lock; for everybody who uses the folder. */
  setIdleMinutes: command('user.manage', { refusals: [], invalidates: ['session'] })
    .input(z.object({ minutes: z.number().int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most) }))
    .output(z.object({ minutes: z.number() })),
};
