/** Unfinished forms outlive a lock (ui.md §1.4): handed in before it, given back to the same person, to nobody else. */
import { present } from '@shared/kernel/assert';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { deleteTyped, readTyped, type TypedForms, writeTyped } from './windowSettings.repository';

const userOf = (open: OpenFolder): number => present(open.actor.userId, 'whoever signs in is a user');

/** Names of the forms only: what was typed is nobody else's. */
const auditOf = (action: string, userId: number, forms: TypedForms) => ({
  action,
  objectKind: 'user',
  objectId: String(userId),
  detail: { forms: Object.keys(forms) },
});

export async function keepTyped(services: Services, open: OpenFolder, forms: TypedForms): Promise<{ forms: number }> {
  const userId = userOf(open);
  return open.store.write(open.actor, async (tx) => {
    await writeTyped(tx, userId, { version: services.version, forms });
    return { result: { forms: Object.keys(forms).length }, audit: auditOf('window.keepTyped', userId, forms) };
  });
}

/** Gives the forms back and forgets them; the page keeps them from here on. Another version's pages could not read them. */
export async function takeTyped(services: Services, open: OpenFolder): Promise<TypedForms> {
  const userId = userOf(open);
  const typed = await readTyped(open.store.read, userId);
  if (!typed) return {};
  return open.store.write(open.actor, async (tx) => {
    await deleteTyped(tx, userId);
    const result = typed.version === services.version ? typed.forms : {};
    return { result, audit: auditOf('window.takeTyped', userId, typed.forms) };
  });
}
