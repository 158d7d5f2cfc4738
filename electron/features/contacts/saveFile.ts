/** A copy of an attachment leaves the program: asked where, logged with its reason, written whole (ORG-06). */
import { extname, resolve } from 'node:path';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { refuseUnwritable } from '../../platform/writablePath';
import type { Services } from '../../services';
import { writeLogged } from '../audit/loggedFile';
import { fileOfContact, findContact } from './contacts.repository';

export interface SaveFileInput {
  readonly id: number;
  readonly seq: number;
  readonly reason: string;
  readonly path: string | null;
}

/** Refusals in order: contact-unknown, attachment-damaged, path-unwritable. */
export async function saveFile(services: Services, open: OpenFolder, input: SaveFileInput) {
  const { id, seq, reason } = input;
  const file = fileOfContact(open.store.read, id, seq) ?? refuse('contact-unknown', { id });
  const bytes = open.files.get(file.sha256);
  // Named by its number: what it was called may name a debtor.
  const defaultName = `contact-${id}-${seq}${extname(file.name)}`;
  const chosen = input.path ?? (await services.host.chooseSavePath({ title: '', defaultName, filters: [] }));
  if (chosen === null) return { path: null };
  const path = resolve(chosen);
  refuseUnwritable(path, open.folder.root);
  const { party_id: householdId } = present(findContact(open.store.read, id), 'an attachment belongs to an entry');
  await writeLogged(
    open,
    path,
    () => writeFileAtomic(path, bytes),
    () => ({
      action: 'contacts.saveFile',
      objectKind: 'contact',
      objectId: String(id),
      householdId,
      detail: { seq, sha256: file.sha256, reason: maskNumbersIn(reason) },
    }),
  );
  return { path };
}
