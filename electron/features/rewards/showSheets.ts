/** Reward sheets as the screen shows them. */
import type { RewardSheet, RewardSheetDetail } from '@shared/contract/rewards.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { payees, runChanges } from '@shared/domain/rewards/rewardSheet';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import type { SheetLine } from './computeSheet';
import { rewardSheetApproval, sheetSubject } from './rewardSheetApproval';
import { isOutdated } from './settleSheet';
import {
  findSheet,
  listOutsiders,
  listSheets,
  type SheetSum,
  type StoredSheet,
  sheetLines,
  sheetSums,
} from './sheets.repository';

function view(sums: ReadonlyMap<number, SheetSum>, { userId: _, ...sheet }: StoredSheet): RewardSheet {
  const { lines, people, total } = present(sums.get(sheet.id), 'every sheet has its sum');
  return { ...sheet, lines, people, total };
}

export function showSheets({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  const sums = sheetSums(db);
  const sheets = listSheets(db).map((sheet) => view(sums, sheet));
  return { today: clock.today(), sheets, outsiders: listOutsiders(db) };
}

const lineView = ({ partyId, trace, ...line }: SheetLine) => ({
  ...line,
  household: householdNumber(partyId),
  trace: [...trace],
});

/** Refusals in order: sheet-unknown, rule-not-in-force. */
export async function showSheet({ clock }: Services, open: OpenFolder, id: number): Promise<RewardSheetDetail> {
  const db = open.store.read;
  const sheet = findSheet(db, id) ?? refuse('sheet-unknown');
  const lines = sheetLines(db, id, sheet.run);
  const before = sheet.run === 1 ? null : sheetLines(db, id, sheet.run - 1);
  const request = await approvalOf(db, rewardSheetApproval.id, sheetSubject(id));
  const approval = request && { id: request.id, state: request.state, waitingFor: request.waitingFor };
  return {
    ...view(sheetSums(db), sheet),
    lineRows: lines.map(lineView),
    payees: payees(lines),
    changes: before === null ? [] : runChanges(before, lines),
    outdated: sheet.state === 'draft' && (await isOutdated(db, clock.today(), sheet, lines)),
    approval,
  };
}
