/**
 * How one message of the contract is written down: kind, who may send it, schemas, ordered refusal codes and,
 * for a command, the queries that it makes stale. The door (electron/ipc) enforces all of it.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isReason } from '../domain/users/reason';
import type { Permission } from '../domain/users/roles';
import { isCalendarDate } from '../kernel/calendarDate';

/** `public`: before sign-in; `signed-in`: any role; else the permission that the door checks. */
export type Access = 'public' | 'signed-in' | Permission;

export interface EntryMeta extends Record<string, unknown> {
  readonly kind: 'query' | 'command';
  readonly access: Access;
  /** Codes that the use case may answer, in their order of precedence; the door's own codes are not repeated. */
  readonly refusals: readonly string[];
  /** Contract path prefixes (e.g. `loans`, `documents.list`) that the renderer fetches again after the command. */
  readonly invalidates: readonly string[];
  /** The entry approves what somebody prepared: its use case calls `refuseOwnItem` (ORG-03; a test looks). */
  readonly separates?: 'approval';
}

/** Codes that the door itself may answer to any message. */
export const DOOR_REFUSALS = [
  'invalid-input',
  'not-signed-in',
  'password-change-required',
  'role-missing',
  'in-use',
  'storage-failed',
  'state-unknown',
  'folder-read-only',
  'database-damaged',
  'internal-error',
] as const;

/** The one entry that is open to whoever signed in with a temporary password. */
export const PASSWORD_CHANGE = 'session.changePassword';

/** A refusal on the wire. */
export const refusalData = z.object({
  code: z.string(),
  article: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});

const base = oc.$meta<EntryMeta>({ kind: 'query', access: 'signed-in', refusals: [], invalidates: [] }).errors({
  REFUSED: { data: refusalData },
});

export function query(access: Access, refusals: readonly string[] = []) {
  return base.meta({ kind: 'query', access, refusals, invalidates: [] });
}

export function command(
  access: Access,
  rules: { refusals: readonly string[]; invalidates: readonly string[]; separates?: 'approval' },
) {
  return base.meta({ kind: 'command', access, ...rules });
}

/** Dates on the wire: YYYY-MM-DD, and days that the calendar has (never 30 February), since they are stored and reckoned with. */
export const dateText = z.string().refine(isCalendarDate, { error: 'date-invalid' });
export const fen = z.number().int();
/** Made by the dialog; the same id with the same content returns the first result. */
export const requestId = z.uuid();
/** Why somebody reveals, exports or prints: chosen from a short list or typed, at least four characters; it is logged. */
export const reason = z
  .string()
  .trim()
  .max(200)
  .refine((text) => isReason(text), { error: 'reason-short' });
