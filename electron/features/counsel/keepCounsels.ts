/** The register of counsels and agents (B4 §25–27, LIT-12): entering one, what becomes of him, and dismissal, which ends his cases at once. */
import { type CounselEntry, type Fitness, fitnessOf } from '@shared/domain/litigation/counsel';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import {
  endEngagementRow,
  engagementsOf,
  findCounsel,
  insertCounsel,
  insertCounselEntry,
  isLicenceKnown,
  listCounsels,
  type NewCounsel,
  type StoredEngagement,
} from './counsel.repository';

const isOpen = ({ endedOn }: StoredEngagement) => endedOn === null;

/** Everybody, with what B4 asks of him today and how many cases he has. */
export async function readCounsels(db: ReadDb, today: string) {
  const { book } = await rulesInForce(db, today);
  const open = engagementsOf(db, null).filter(isOpen);
  return listCounsels(db).map((counsel) => ({
    ...counsel,
    fitness: fitnessOf(book, counsel, today),
    cases: open.filter(({ counselId }) => counselId === counsel.id).length,
  }));
}

export async function showCounsels({ clock }: Services, { store }: OpenFolder) {
  const today = clock.today();
  return { today, items: await store.reading((db) => readCounsels(db, today)) };
}

const noteOf = (action: string, id: number, detail: Readonly<Record<string, unknown>>) => ({
  action,
  objectKind: 'counsel',
  objectId: String(id),
  detail,
});

/** Refusals in order: date-future, licence-known. Whether he may take a case is asked when he is engaged. */
export async function registerCounsel(
  { clock }: Services,
  open: OpenFolder,
  input: NewCounsel,
): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    if (input.licensedOn > clock.today()) refuse('date-future');
    if (isLicenceKnown(tx, input.licenceNo)) refuse('licence-known');
    const id = insertCounsel(tx, input);
    const { kind, firm, licenceNo, licensedOn } = input;
    return { result: { id }, audit: noteOf('counsel.register', id, { kind, firm, licenceNo, licensedOn }) };
  });
}

export type CounselEntryInput = CounselEntry & { readonly id: number };

/**
 * A dismissal ends his engagements on its day (§27). Refusals in order: counsel-unknown, date-future, counsel-dismissed,
 * counsel-entry-incomplete (a filing without its number, a dismissal without its cause).
 */
export async function noteCounsel(
  { clock }: Services,
  open: OpenFolder,
  { id, ...entry }: CounselEntryInput,
): Promise<{ ended: number }> {
  return open.store.write(open.actor, async (tx) => {
    const counsel = findCounsel(tx, id) ?? refuse('counsel-unknown');
    const { kind, on, number, cause, text } = entry;
    if (on > clock.today()) refuse('date-future');
    if (counsel.entries.some((each) => each.kind === 'dismissed')) refuse('counsel-dismissed');
    if ((kind === 'filed') !== (number !== null) || (kind === 'dismissed') !== (cause !== null))
      refuse('counsel-entry-incomplete', { kind });
    insertCounselEntry(tx, id, entry);
    const mine = engagementsOf(tx, null).filter((each) => each.counselId === id && isOpen(each));
    const ended = kind === 'dismissed' ? mine : [];
    for (const each of ended) endEngagementRow(tx, each.id, on < each.on ? each.on : on, text);
    const detail = { kind, on, number, cause, text, ended: ended.map(({ caseId }) => caseId) };
    return { result: { ended: ended.length }, audit: noteOf('counsel.note', id, detail) };
  });
}

/** Agents of cases who are engaged but not as B4 asks, by case. */
export async function unfitAgents(db: ReadDb, today: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const fit = new Map((await readCounsels(db, today)).map(({ id, fitness }) => [id, fitness]));
  const isUnfit = ({ counselId }: StoredEngagement) => !(fit.get(counselId) as Fitness).isFit;
  const unfit = engagementsOf(db, null).filter((each) => isOpen(each) && isUnfit(each));
  return new Map(
    [...Map.groupBy(unfit, ({ caseId }) => caseId)].map(([id, held]) => [id, held.map(({ name }) => name)]),
  );
}
