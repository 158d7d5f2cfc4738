/** The lines of a reward sheet as the books and rules say now: new receipts, and what has to be put right of earlier ones. */
import { owesRecovery } from '@shared/domain/rewards/liability';
import { duesOf, type LoanClass, linesOf, type RewardLine, type Standing } from '@shared/domain/rewards/rewardSheet';
import { type TasksOf, taskStandings } from '@shared/domain/rewards/tasks';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import {
  type Earlier,
  type EarlierReceipt,
  earlierSheets,
  liabilitiesByLoan,
  namedByLoan,
  outsiderCosts,
  outsiderNames,
  type SheetReceipt,
  sheetReceipts,
} from './rewardReceipts.repository';
import { tasksBetween } from './tasks.repository';

export interface SheetLine extends RewardLine {
  readonly key: string;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly receivedOn: CalendarDate;
  readonly recovered: Fen;
  readonly realised: boolean;
  readonly loanClass: LoanClass | null;
}

/** `before`: sheets with a smaller id count as earlier ones. Days are of receipts. */
export interface Wanted {
  readonly before: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Who was rewarded for a receipt by an approved sheet had fulfilled his tasks then; a plan that is changed later takes nothing away. */
function standingIn(db: ReadDb, earlier: Earlier, tasksOf: TasksOf) {
  const liabilities = liabilitiesByLoan(db);
  const named = namedByLoan(db);
  const outsiders = outsiderNames(db);
  const costs = outsiderCosts(db);
  return ({ key, loanId, receivedOn }: SheetReceipt) =>
    (name: string): Standing => {
      const liable = owesRecovery(name, receivedOn, liabilities.get(loanId) ?? [], named.get(loanId) ?? []);
      const tasks = tasksOf(name, receivedOn);
      if (liable) return { kind: 'liable', tasks };
      if (outsiders.has(name)) return { kind: 'outsider', costs: costs(key, name) ?? null };
      const given = earlier.receipts.get(key)?.given.get(name) ?? 0;
      return { kind: 'staff', tasks: tasks && { ...tasks, isBehind: tasks.isBehind && given <= 0 } };
    };
}

function shown(receipt: SheetReceipt, line: RewardLine): SheetLine {
  const { key, partyId, borrower, contract, receivedOn, recovered, realised, loanClass } = receipt;
  const known = typeof loanClass === 'string' ? null : loanClass;
  return { ...line, key, partyId, borrower, contract, receivedOn, recovered, realised, loanClass: known };
}

/** An import that was taken back may take receipts with it: what was given for them is not due. */
function goneLines(key: string, earlier: EarlierReceipt): SheetLine[] {
  const { given, loanClass, partyId, borrower, contract, receivedOn } = earlier;
  const known = typeof loanClass === 'string' ? null : loanClass;
  const facts = { key, partyId, borrower, contract, receivedOn, recovered: 0, realised: false, loanClass: known };
  return linesOf([], given).map((line) => ({ ...line, ...facts, excluded: 'receipt-gone' }));
}

/** Refuses rule-not-in-force. */
export async function computeLines(db: ReadDb, book: RuleBook, { before, from, to }: Wanted): Promise<SheetLine[]> {
  const earlier = earlierSheets(db, before);
  const first = earlier.from !== null && earlier.from < from ? earlier.from : from;
  const receipts = sheetReceipts(db, first, to, earlier.receipts);
  const standing = standingIn(db, earlier, taskStandings(await tasksBetween(db, first, to)));
  const lines = receipts.flatMap((receipt) => {
    const given = earlier.receipts.get(receipt.key)?.given ?? null;
    return linesOf(duesOf(book, receipt, standing(receipt)), given).map((line) => shown(receipt, line));
  });
  const here = new Set(receipts.map(({ key }) => key));
  const gone = [...earlier.receipts].filter(([key, { receivedOn }]) => !here.has(key) && receivedOn <= to);
  return [...lines, ...gone.flatMap(([key, receipt]) => goneLines(key, receipt))];
}
