/** Submitting a reward sheet for approval, and recording that it was paid (RWD-02, B2 §30(4)). */
import { payees, totalOf } from '@shared/domain/rewards/rewardSheet';
import { decideDraft, decidePayment } from '@shared/domain/rewards/sheetStates';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { rulesInForce } from '../rules/rulesInForce';
import { computeLines, type SheetLine } from './computeSheet';
import { rewardSheetApproval, sheetSubject } from './rewardSheetApproval';
import { type Seen, seenSheet, sheetNote } from './runSheet';
import { type StoredSheet, setPaid, setState, sheetLines } from './sheets.repository';

/** Whether the books and rules say something else today than the lines of the sheet do. Refuses rule-not-in-force. */
export async function isOutdated(
  db: ReadDb,
  today: CalendarDate,
  { id, from, to }: StoredSheet,
  lines: readonly SheetLine[],
): Promise<boolean> {
  const { book } = await rulesInForce(db, today);
  const fresh = await computeLines(db, book, { before: id, from, to });
  const ordered = (each: SheetLine) => Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fresh.map(ordered)) !== JSON.stringify(lines.map(ordered));
}

/**
 * Refusals in order: those of seenSheet, sheet-not-draft, sheet-empty (nobody gets or owes anything), sheet-outdated (compute it
 * again first), those of submitRequest.
 */
export async function submitSheet({ clock }: Services, open: OpenFolder, input: Seen) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const sheet = seenSheet(tx, input);
    const { id, from, to, run, userId } = sheet;
    grantedOrRefuse(decideDraft(sheet.state));
    const lines = sheetLines(tx, id, run);
    if (lines.every(({ amount }) => amount === 0)) refuse('sheet-empty');
    if (await isOutdated(tx, today, sheet, lines)) refuse('sheet-outdated');
    const amount = totalOf(lines);
    setState(tx, id, 'submitted');
    const asked = await submitRequest(tx, today, rewardSheetApproval, {
      subject: sheetSubject(id),
      title: `${from} – ${to}`,
      partyId: null,
      unitId: tx.actor.unitId,
      facts: { amount: Math.max(amount, 0) },
      amount,
      preparers: [{ userId, act: 'rewards.compute' }],
      interested: payees(lines).map(({ name }) => ({ name, reason: '本表领取人' })),
    });
    const note = sheetNote('rewards.submit', id, { firstDay: from, lastDay: to, run, amount: yuanText(amount) });
    return { result: { id, approval: asked.id }, audit: [note, ...asked.notes] };
  });
}

/** Refusals in order: those of seenSheet, sheet-not-approved, sheet-pay-day, those of requireApproved. */
export async function paySheet(
  { clock }: Services,
  open: OpenFolder,
  input: Seen & { on: CalendarDate; voucherNo: string },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const sheet = seenSheet(tx, input);
    const { id, from, to, run } = sheet;
    const { on, voucherNo } = input;
    grantedOrRefuse(decidePayment(sheet, on, today));
    await requireApproved(tx, rewardSheetApproval, sheetSubject(id));
    setPaid(tx, id, on, voucherNo);
    const amount = yuanText(totalOf(sheetLines(tx, id, run)));
    return {
      result: { id },
      audit: sheetNote('rewards.pay', id, { firstDay: from, lastDay: to, doneOn: on, voucher: voucherNo, amount }),
    };
  });
}
