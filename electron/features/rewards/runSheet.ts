/** Computing a reward sheet, again as often as needed while it is a draft, and giving it up (RWD-02). */
import { runChanges, totalOf } from '@shared/domain/rewards/rewardSheet';
import { decideDraft, decidePeriod } from '@shared/domain/rewards/sheetStates';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { computeLines, type SheetLine } from './computeSheet';
import {
  findSheet,
  insertLines,
  insertSheet,
  openSheet,
  type StoredSheet,
  setRun,
  setState,
  sheetLines,
} from './sheets.repository';

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Seen {
  readonly id: number;
  readonly rev: number;
}

/** Refusals in order: sheet-unknown, sheet-conflict. */
export function seenSheet(db: ReadDb, { id, rev }: Seen): StoredSheet {
  const sheet = findSheet(db, id) ?? refuse('sheet-unknown');
  return sheet.rev === rev ? sheet : refuse('sheet-conflict');
}

export const sheetNote = (action: string, id: number, detail: Record<string, unknown>): AuditNote => ({
  action,
  objectKind: 'reward-sheet',
  objectId: String(id),
  detail,
});

const detailOf = ({ from, to }: Period, run: number, lines: readonly SheetLine[]) => ({
  firstDay: from,
  lastDay: to,
  run,
  lines: lines.length,
  amount: yuanText(totalOf(lines)),
});

/** Refusals in order: sheet-period, sheet-open {id}, rule-not-in-force. */
export async function computeSheet({ clock }: Services, open: OpenFolder, input: Period & { requestId: string }) {
  const today = clock.today();
  const work = async (tx: WriteTx) => {
    grantedOrRefuse(decidePeriod(input, today));
    const other = openSheet(tx);
    if (other !== undefined) refuse('sheet-open', { id: other });
    const { book } = await rulesInForce(tx, today);
    const id = insertSheet(tx, input.from, input.to);
    const lines = await computeLines(tx, book, { ...input, before: id });
    insertLines(tx, id, 1, lines);
    return { result: { id }, audit: sheetNote('rewards.compute', id, detailOf(input, 1, lines)) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'rewards.compute', input });
}

/** Refusals in order: those of seenSheet, sheet-not-draft, sheet-period, rule-not-in-force. */
export async function recomputeSheet({ clock }: Services, open: OpenFolder, input: Seen & Period) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { id, state, run: last } = seenSheet(tx, input);
    grantedOrRefuse(decideDraft(state));
    grantedOrRefuse(decidePeriod(input, today));
    const { book } = await rulesInForce(tx, today);
    const lines = await computeLines(tx, book, { ...input, before: id });
    const run = last + 1;
    const changes = runChanges(sheetLines(tx, id, last), lines).length;
    setRun(tx, id, run, input.from, input.to);
    insertLines(tx, id, run, lines);
    const audit = sheetNote('rewards.recompute', id, { ...detailOf(input, run, lines), changed: changes });
    return { result: { id, changes }, audit };
  });
}

/** Refusals in order: those of seenSheet, sheet-not-draft. */
export async function discardSheet(open: OpenFolder, input: Seen) {
  return open.store.write(open.actor, async (tx) => {
    const { id, state, from, to } = seenSheet(tx, input);
    grantedOrRefuse(decideDraft(state));
    setState(tx, id, 'discarded');
    return { result: { id }, audit: sheetNote('rewards.discard', id, { firstDay: from, lastDay: to }) };
  });
}
