/** Backups: generations beside the data folder, the copy on a second device, single files, and restoring (APP-03). */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { COUNTED_KINDS } from '../domain/backup/differences';
import { BACKUP_REASONS } from '../domain/backup/generations';
import { command, query } from './entry';

export const generation = z.object({
  id: z.string(),
  /** The folder of the generation, as `inspect` and `restore` take it. */
  path: z.string(),
  /** ISO instant of the snapshot. */
  at: z.string(),
  reason: z.enum(BACKUP_REASONS),
  program: z.string(),
  /** Bytes that it would need on its own, attachments included. */
  bytes: z.number(),
  attachments: z.number(),
  /** Verified on the second device as well. */
  secondDevice: z.boolean(),
});

const secondDevice = z.object({
  dir: z.string(),
  /** `absent`: removed stick or unreachable disk · `failed`: the last copy did not verify or did not fit. */
  state: z.enum(['ready', 'absent', 'failed']),
  /** Snapshot of the newest generation there. */
  newestAt: z.string().nullable(),
});

export const BACKUP_STAGES = ['attachments', 'database', 'verify', 'second-device', 'pack', 'read', 'restore'] as const;
/** `done` and `total` count bytes; total null: nobody knows yet. */
const progress = z.object({
  kind: z.literal('progress'),
  stage: z.enum(BACKUP_STAGES),
  done: z.number(),
  total: z.number().nullable(),
});
export type BackupProgress = z.infer<typeof progress>;

const made = z.object({
  kind: z.literal('made'),
  generation,
  /** Why the second device has no copy; null: it has one, or none is wanted. */
  secondDevice: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
});

/** Every refusal of making a copy. `backup-no-space` {needed, free}: bytes. */
const MAKING = ['backup-running', 'backup-no-space', 'backup-unverified', 'path-unwritable'] as const;
const READING = ['backup-unreadable', 'backup-damaged', 'backup-newer'] as const;

/** `source`: the folder of a generation, or a single backup file. */
const source = z.string().min(1);

export const inspected = z.object({
  kind: z.literal('inspected'),
  at: z.string(),
  program: z.string(),
  schema: z.number(),
  bytes: z.number(),
  attachments: z.number(),
  differences: z.array(z.object({ kind: z.enum(COUNTED_KINDS), backup: z.number(), present: z.number().nullable() })),
  /** Sequence of the last log row on both sides; null where it cannot be read. */
  log: z.object({ backup: z.number().nullable(), present: z.number().nullable() }),
  /** Whether the folder in use holds data that would be put aside. */
  replaces: z.boolean(),
});

const keeper = z.object({ name: z.string().trim().min(1), password: z.string() });

export const backupContract = {
  status: query('backup.view').output(
    z.object({
      /** Newest first; each was verified when it was made. */
      generations: z.array(generation),
      secondDevice: secondDevice.nullable(),
      running: z.boolean(),
      /** Why the last automatic one failed, until one succeeds. */
      lastFailure: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
    }),
  ),
  create: command('backup.create', { refusals: MAKING, invalidates: ['backup', 'session'] })
    .input(z.object({ reason: z.enum(BACKUP_REASONS).default('manual') }).prefault({}))
    .output(eventIterator(z.discriminatedUnion('kind', [progress, made]))),
  /** One self-contained file (zip, stored) of a generation. */
  pack: command('backup.create', {
    refusals: ['backup-unreadable', 'backup-damaged', ...MAKING],
    invalidates: ['backup'],
  })
    .input(z.object({ id: z.string(), path: z.string().min(1) }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progress,
          z.object({ kind: z.literal('packed'), path: z.string(), bytes: z.number() }),
        ]),
      ),
    ),
  choosePackPath: command('backup.create', { refusals: [], invalidates: [] })
    .input(z.object({ id: z.string(), title: z.string() }))
    .output(z.string().nullable()),
  setSecondDevice: command('backup.create', {
    refusals: ['path-unwritable', 'backup-same-device'],
    invalidates: ['backup', 'session'],
  })
    .input(z.object({ dir: z.string().nullable() }))
    .output(z.object({ dir: z.string().nullable() })),
  /** Generations a restore can choose from; before sign-in too, so it shows times and sizes only. */
  sources: query('public').output(z.array(generation)),
  chooseFile: command('public', { refusals: [], invalidates: [] })
    .input(z.object({ title: z.string() }))
    .output(z.string().nullable()),
  /** Reads every byte of a backup against its manifest. Access as `restore`. */
  inspect: command('public', { refusals: ['role-missing', ...READING], invalidates: [] })
    .input(z.object({ source }))
    .output(eventIterator(z.discriminatedUnion('kind', [progress, inspected]))),
  /**
   * Puts a backup in the place of the present folder, which is moved aside and never deleted. Both persons prove themselves
   * by their passwords in the backup; works without sign-in because the present folder may be beyond opening. With somebody
   * signed in, he needs `backup.restore`.
   */
  restore: command('public', {
    refusals: [
      'role-missing',
      'reason-missing',
      ...READING,
      'folder-not-empty',
      'backup-running',
      'key-slot-missing',
      'signin-delayed',
      'bad-credentials',
      'backup-no-space',
      'path-unwritable',
      'own-item',
      'restore-administrator',
      'restore-second-person',
    ],
    // Nothing: the folder is locked, and the assistant says what happened before the page is loaded anew.
    invalidates: [],
    separates: 'approval',
  })
    .input(z.object({ source, administrator: keeper, second: keeper.nullable(), reason: z.string().trim() }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progress,
          z.object({ kind: z.literal('restored'), aside: z.string().nullable() }),
        ]),
      ),
    ),
};
