/** Keeps a corrected mapping for the next file of the same source (IMP-02). */
import type { ImportMapping } from '@shared/contract/imports.contract';
import type { OpenFolder } from '../../openFolder';
import { saveMapping } from './imports.repository';
import { findList } from './readImport';
import { signatureOf } from './rememberedMapping';

export async function rememberMapping(
  open: OpenFolder,
  input: { name: string; path: string; mapping: ImportMapping },
): Promise<{ name: string }> {
  const { name, mapping } = input;
  const found = await findList(input.path, mapping.kind, mapping.sheet);
  return open.store.write(open.actor, async (tx) => {
    await saveMapping(tx, { name, kind: mapping.kind, signature: signatureOf(found.heading), mapping });
    return { result: { name }, audit: { action: 'imports.rememberMapping', objectKind: 'mapping', objectId: name } };
  });
}
