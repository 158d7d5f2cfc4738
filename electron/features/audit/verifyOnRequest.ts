/**
 * A verification that somebody asked for: with what he kept elsewhere, and an entry of its own that says what came of it.
 * The one after a sign-in is nobody's: it leaves no entry, and a fault that it finds is an alarm.
 */
import type { Verification } from '@shared/contract/audit.contract';
import { RefusalError } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { readKept } from './anchorFile';

/** Refuses `anchor-file-invalid`. Throws AbortError when cancelled: nothing was changed then. */
export async function verifyOnRequest(
  open: OpenFolder,
  input: { readonly anchorFile: string | null },
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): Promise<Verification> {
  const kept = input.anchorFile === null ? null : await readKept(open.store, input.anchorFile);
  const { verification } = await open.log.verify({ anchors: kept?.anchors, onProgress, signal });
  const file = kept?.file ?? null;
  const result = { ...verification, file, ok: verification.ok && !file?.fault };
  await note(open, result);
  return result;
}

/** A folder that is open for reading only keeps no note of it. */
async function note(open: OpenFolder, result: Verification): Promise<void> {
  const { ok, entries, fault, file, code } = result;
  const detail = { ok, entries, code, ...(fault ? { fault } : {}), ...(file ? { file } : {}) };
  const audit = { action: 'audit.verify', objectKind: 'log', objectId: String(entries), detail };
  try {
    await open.store.write(open.actor, async () => ({ result: null, audit }));
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'folder-read-only') throw error;
  }
}

/** In the window only: a command of the command line is over before it would begin. */
export function verifyAfterSignIn(services: Services): void {
  if (services.program !== 'window') return;
  services.session.open?.log
    .verifyInBackground()
    .catch((error) => services.log(`error log verification ${faultText(error)}`));
}
