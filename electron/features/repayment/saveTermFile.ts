/** A copy of a piece of evidence leaves the program: asked where, logged with its reason, written whole (ORG-06). */
import { extname, resolve } from 'node:path';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { refuseUnwritable } from '../../platform/writablePath';
import type { Services } from '../../services';
import { writeLogged } from '../audit/loggedFile';
import { findTerm, termFiles } from './terms.repository';

export interface SaveFileInput {
  readonly id: number;
  readonly seq: number;
  readonly reason: string;
  readonly path: string | null;
}

/** Refusals in order: term-unknown, attachment-damaged, path-unwritable. */
export async function saveTermFile(services: Services, open: OpenFolder, { id, seq, reason, path }: SaveFileInput) {
  const term = findTerm(open.store.read, id) ?? refuse('term-unknown', { id });
  const file = termFiles(open.store.read, id).find((each) => each.seq === seq) ?? refuse('term-unknown', { id });
  const bytes = open.files.get(file.sha256);
  // Named by its number: what it was called may name a debtor.
  const defaultName = `loan-term-${id}-${seq}${extname(file.name)}`;
  const chosen = path ?? (await services.host.chooseSavePath({ title: '', defaultName, filters: [] }));
  if (chosen === null) return { path: null };
  const target = resolve(chosen);
  refuseUnwritable(target, open.folder.root);
  const detail = { seq, sha256: file.sha256, reason: maskNumbersIn(reason) };
  await writeLogged(
    open,
    target,
    () => writeFileAtomic(target, bytes),
    () => ({
      ...{ action: 'repayment.saveTermFile', objectKind: 'loan-term', objectId: String(id), detail },
      householdId: term.partyId,
    }),
  );
  return { path: target };
}
