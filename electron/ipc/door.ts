/**
 * The one door into the program: every message passes it, from the window and from the command line alike.
 * Checks who is signed in and what he may do, maps refusals, logs slow calls. Input and output are checked
 * against the contract's schemas by the router itself.
 */
import { mapEventIterator } from '@orpc/client';
import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { type Contract, contract } from '@shared/contract';
import { type EntryMeta, PASSWORD_CHANGE } from '@shared/contract/entry';
import { may } from '@shared/domain/users/roles';
import { type Refusal, RefusalError, refuse } from '@shared/kernel/result';
import { asStorageRefusal } from '../database/uncertain';
import { mustChangePassword, type OpenFolder } from '../openFolder';
import { faultText } from '../platform/faultText';
import type { Services } from '../services';

export interface DoorContext {
  readonly services: Services;
}

/** What a handler gets; `open` exists for every entry that is not public. */
export interface HandlerContext extends DoorContext {
  readonly open: OpenFolder;
}

const SLOW_MS = 250;

/** Named, as the compiler would write the whole contract out. */
type Door = ImplementerInternalWithMiddlewares<Contract, DoorContext, HandlerContext>;

export const door: Door = implement(contract)
  .$context<DoorContext>()
  .use(async ({ context, next, procedure, path }, input: unknown) => {
    const meta = procedure['~orpc'].meta as EntryMeta;
    const started = performance.now();
    const failed = (error: unknown) => asReply(error, path.join('.'), context.services);
    try {
      admit(context.services, meta, path);
      if (!isWellFormed(input)) refuse('invalid-input', { issues: [] });
      const store = context.services.session.open?.store;
      const proceed = async () => next({ context: handlerContext(context.services) });
      const result = await (meta.kind === 'query' && store ? store.reading(proceed) : proceed());
      return isStream(result.output) ? { ...result, output: guardedStream(result.output, failed) } : result;
    } catch (error) {
      // After a page that could not be read the next message finds another connection, or hears that there is none.
      await context.services.session.open?.store.mistrust(error).catch(() => {});
      throw failed(error);
    } finally {
      const elapsed = performance.now() - started;
      if (elapsed > SLOW_MS) context.services.log(`slow ${path.join('.')} ${Math.round(elapsed)} ms`);
    }
  });

/** No text with half a character in it: the database would keep another one, and what was compared would not be what is there. */
function isWellFormed(input: unknown): boolean {
  if (typeof input === 'string') return input.isWellFormed();
  if (input === null || typeof input !== 'object') return true;
  return Object.entries(input).every(([key, value]) => key.isWellFormed() && isWellFormed(value));
}

const isStream = (output: unknown): output is AsyncIterator<unknown, unknown> =>
  output !== null && typeof output === 'object' && Symbol.asyncIterator in output;

/** A stream fails after the door has let it through: its refusals need their codes as well. */
function guardedStream(stream: AsyncIterator<unknown, unknown>, failed: (error: unknown) => unknown) {
  return mapEventIterator(stream, { value: async (value) => value, error: async (error) => failed(error) });
}

/** Refusals in order: not-signed-in, password-change-required, role-missing. */
function admit(services: Services, meta: EntryMeta, path: readonly string[]): void {
  if (meta.access === 'public') return;
  const open = services.session.open;
  if (!open) throw new RefusalError({ code: 'not-signed-in' });
  if (mustChangePassword(open) && path.join('.') !== PASSWORD_CHANGE)
    throw new RefusalError({ code: 'password-change-required' });
  if (meta.access === 'signed-in') return;
  if (!may(open.actor.roles, meta.access)) {
    throw new RefusalError({ code: 'role-missing', facts: { permission: meta.access, roles: open.actor.roles } });
  }
}

/** Handlers behind sign-in were admitted with an open folder; public ones have none and use the session itself. */
function handlerContext(services: Services): { open: OpenFolder } {
  return { open: services.session.open as OpenFolder };
}

/** Everything that leaves the door is a refusal with a code; a bug is logged and answers `internal-error`. */
function asReply(error: unknown, path: string, services: Services): unknown {
  const storage = asStorageRefusal(error);
  if (storage instanceof RefusalError) return reply(storage.refusal);
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return reply({ code: 'invalid-input', facts: { issues: issuesOf(error) } });
    return error;
  }
  if ((error as { name?: string }).name === 'AbortError') return error;
  services.log(`error ${path} ${faultText(error)}`);
  return reply({ code: 'internal-error' });
}

function reply(refusal: Refusal): ORPCError<'REFUSED', Refusal> {
  return new ORPCError('REFUSED', { status: 409, message: refusal.code, data: refusal });
}

/** Paths and messages of what did not fit the schema; never the values. */
function issuesOf(error: ORPCError<string, unknown>): { path: string; message: string }[] {
  const issues = (error.data as { issues?: { path?: unknown[]; message: string }[] } | undefined)?.issues ?? [];
  return issues.slice(0, 10).map((issue) => ({ path: (issue.path ?? []).join('.'), message: issue.message }));
}
