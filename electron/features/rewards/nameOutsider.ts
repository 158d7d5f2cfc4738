/** Who is not of the branch, and what he cost for a receipt: outsiders are rewarded after costs (B2 §30(5)). */
import type { Fen } from '@shared/kernel/money';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { deleteOutsider, insertCosts, insertOutsider, isCollector, listOutsiders } from './sheets.repository';

interface Named {
  readonly name: string;
  readonly basis: string;
}

const note = (action: string, name: string, detail: Record<string, unknown>) => ({
  action,
  objectKind: 'outsider',
  objectId: name,
  detail,
});

export async function nameOutsider(open: OpenFolder, { name, basis }: Named) {
  return open.store.write(open.actor, async (tx) => {
    insertOutsider(tx, name, basis);
    return { result: { name }, audit: note('rewards.nameOutsider', name, { evidence: basis }) };
  });
}

/** Refuses outsider-unknown. */
export async function removeOutsider(open: OpenFolder, { name, basis }: Named) {
  return open.store.write(open.actor, async (tx) => {
    if (!deleteOutsider(tx, name)) refuse('outsider-unknown', { name });
    return { result: { name }, audit: note('rewards.removeOutsider', name, { evidence: basis }) };
  });
}

/** Refusals in order: outsider-unknown, collector-unknown. */
export async function setCosts(open: OpenFolder, input: Named & { key: string; amount: Fen }) {
  const { key, name, amount, basis } = input;
  return open.store.write(open.actor, async (tx) => {
    if (!listOutsiders(tx).some((each) => each.name === name)) refuse('outsider-unknown', { name });
    if (!isCollector(tx, key, name)) refuse('collector-unknown', { receipt: key, name });
    insertCosts(tx, input);
    const detail = { receipt: key, amount: yuanText(amount), evidence: basis };
    return { result: { name }, audit: note('rewards.setCosts', name, detail) };
  });
}
