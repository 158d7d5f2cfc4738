/**
 * LED-04, the litigation ledger (documents.md §6, B4 §29–30, LIT-13): a row for each case with everything that was done in it. Excel
 * has all columns beside each other; the page has them in parts.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RegisterCell, RegisterColumn } from '../documents/register';
import type { ActKind } from './actKinds';
import type { CaseAct } from './acts';
import type { CaseFacts } from './caseFacts';
import { personsOf } from './caseFile';
import { DEADLINE_WORD, resultWord, STAGE_WORD } from './caseWords';
import type { CaseDeadline } from './deadlines';
import { isUpheld } from './effect';
import { type FeeEntry, sumFees } from './fees';
import { filingOf, opinionOf } from './gate';
import type { Review } from './openReview';
import { FILING_WORD } from './papers/committeePapers';

export interface LedgerRow {
  readonly facts: CaseFacts;
  /** Number of the committee's paper; null: none was issued. */
  readonly consentNo: string | null;
  readonly agents: readonly { readonly name: string; readonly mode: 'ordinary' | 'risk' }[];
  readonly fees: readonly FeeEntry[];
  readonly receipts: readonly { readonly bookedOn: CalendarDate }[];
  readonly enforcementExpiry: CalendarDate | null;
  readonly next: Pick<CaseDeadline, 'kind' | 'day'> | null;
  readonly review: Review | null;
}

type Column = RegisterColumn<LedgerRow>;
type Cell = (row: LedgerRow) => RegisterCell;

const lastOf = ({ acts }: CaseFacts, ...kinds: ActKind[]): CaseAct | undefined =>
  acts.findLast(({ kind }) => kinds.includes(kind));
const all = (facts: CaseFacts, role: 'responsible' | 'handler'): string =>
  personsOf(facts, role)
    .map(({ name }) => name)
    .join('、');
const sumOfActs = ({ acts }: CaseFacts, kind: ActKind): Fen =>
  acts.reduce((sum, act) => sum + (act.kind === kind ? (act.detail.amount ?? 0) : 0), 0);
const joined = (...parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ');

const FINAL: readonly ActKind[] = [
  'judged',
  'mediated',
  'second-judged',
  'retrial-judged',
  'realisation-granted',
  'awarded',
];

const WITHDRAWN: readonly ActKind[] = ['withdrawn', 'withdrawal-deemed'];
const UNDECIDED_WORD: Readonly<Record<string, string>> = {
  'suit-rejected': '驳回起诉',
  withdrawn: '撤诉',
  'withdrawal-deemed': '按撤诉处理',
};

const judgment = ({ facts }: LedgerRow): CaseAct | undefined => lastOf(facts, ...FINAL);

function resultText(row: LedgerRow): string {
  const act = judgment(row);
  if (act === undefined) return UNDECIDED_WORD[lastOf(row.facts, 'suit-rejected', ...WITHDRAWN)?.kind ?? ''] ?? '';
  if (act.kind === 'mediated') return '调解';
  const { acts } = row.facts;
  const upheld = isUpheld(act) && acts.slice(0, acts.indexOf(act)).findLast(({ kind }) => FINAL.includes(kind));
  const result = resultWord(act) ?? '支持';
  return upheld ? `${result}（${resultWord(upheld) ?? '支持'}）` : result;
}

function filingText({ facts }: LedgerRow): string {
  const filing = filingOf(facts);
  const { level, number } = filing?.detail.filing ?? {};
  return joined(number, FILING_WORD[level ?? facts.gate.filingLevel], filing?.on);
}

const seizureText = ({ facts }: LedgerRow): string =>
  facts.seizures
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ item, expiry }) => joined(item, expiry && `至${expiry}`))
    .join('；');

const appealText = ({ facts }: LedgerRow): string =>
  [
    [lastOf(facts, 'appealed'), '上诉'],
    [lastOf(facts, 'second-judged'), '二审裁判'],
    [lastOf(facts, 'retrial-ordered', 'retrial-applied'), '再审'],
  ]
    .flatMap(([act, word]) => (act ? [joined(word as string, (act as CaseAct).on)] : []))
    .join('；');

const partiesText = ({ facts }: LedgerRow): string =>
  facts.parties
    .filter(({ role }) => role !== 'third-party')
    .map(({ name, capacity }) => (capacity === 'guarantor' ? `${name}（保证人）` : name))
    .join('、') || facts.household.name;

const STANDING_WORD = { plaintiff: '原告', defendant: '被告' } as const;

const column = (
  part: string | undefined,
  title: string,
  width: number,
  cell: Cell,
  more: Partial<Column> = {},
): Column => ({
  ...(part === undefined ? {} : { part }),
  ...{ title, width, cell, kind: 'text' as const },
  ...more,
});

/** Columns of one part. */
const partOf = (part: string | undefined) => ({
  text: (title: string, width: number, cell: Cell) => column(part, title, width, cell),
  day: (title: string, cell: Cell) => column(part, title, 19, cell, { kind: 'date', whole: true }),
  money: (title: string, cell: Cell, width = 22) => column(part, title, width, cell, { kind: 'amount', summed: true }),
});

const head = partOf(undefined);
const parties = partOf('当事人和标的');
const gate = partOf('审查和备案');
const trial = partOf('审理');
const enforcement = partOf('执行');
const keeping = partOf('费用和管理');

const day =
  (...kinds: ActKind[]): Cell =>
  ({ facts }) =>
    lastOf(facts, ...kinds)?.on ?? null;

export const CASE_LEDGER_COLUMNS: readonly Column[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  head.text('债权单位', 20, ({ facts }) => facts.unit.name),
  head.text('案件名称', 42, ({ facts }) => `${facts.key} ${facts.title}`),
  parties.text('案由', 26, ({ facts }) => facts.cause),
  parties.text('诉讼地位', 16, ({ facts }) => STANDING_WORD[facts.standing]),
  parties.text('借款人、担保人', 48, partiesText),
  parties.text('合同号', 50, ({ facts }) => facts.loans.map(({ contract }) => contract).join('、')),
  parties.money('标的本金', ({ facts }) => facts.claimed.principal, 26),
  parties.money('标的利息', ({ facts }) => facts.claimed.interest, 26),
  gate.text('法律意见书号', 36, ({ facts }) => opinionOf(facts)?.detail.opinion?.number ?? ''),
  gate.text('同意起诉意见书号', 36, ({ facts, consentNo }) => consentNo ?? facts.consent.number ?? ''),
  gate.text('备案号、层级、日期', 42, filingText),
  gate.text('负责人', 20, ({ facts }) => all(facts, 'responsible')),
  gate.text('经办人', 24, ({ facts }) => all(facts, 'handler')),
  gate.text('代理人（风险代理）', 34, ({ agents }) =>
    agents.map(({ name, mode }) => (mode === 'risk' ? `${name}（风险代理）` : name)).join('、'),
  ),
  trial.text('受理法院', 24, ({ facts }) => facts.court ?? ''),
  trial.text('案号', 30, ({ facts }) => facts.caseNo ?? ''),
  trial.day('立案日', day('accepted')),
  trial.text('保全（标的、到期日）', 44, seizureText),
  trial.day(
    '开庭',
    ({ facts }) => lastOf(facts, 'hearing-held')?.on ?? lastOf(facts, 'hearing-set')?.detail.until ?? null,
  ),
  trial.day('裁判日', (row) => judgment(row)?.on ?? null),
  trial.text('结果', 16, resultText),
  trial.day('生效日', ({ facts }) => facts.effect?.effectiveOn ?? null),
  enforcement.text('上诉、再审', 36, appealText),
  enforcement.day('申请执行日', day('enforcement-applied')),
  enforcement.text('执行案号', 36, ({ facts }) => facts.enforcementNo ?? ''),
  enforcement.day('执行届满日', ({ enforcementExpiry }) => enforcementExpiry),
  enforcement.money('已执行回款', ({ facts }) => sumOfActs(facts, 'money-received')),
  enforcement.text('入账日', 34, ({ receipts }) => [...new Set(receipts.map(({ bookedOn }) => bookedOn))].join('、')),
  enforcement.money('抵债', ({ facts }) => sumOfActs(facts, 'debt-in-kind-ruled')),
  keeping.money('缴纳费用', ({ fees }) => sumFees(fees).paid, 20),
  keeping.money('垫付费用', ({ fees }) => sumFees(fees).advanced, 20),
  keeping.money('收回费用', ({ fees }) => sumFees(fees).recovered + sumFees(fees).refunded, 20),
  keeping.text('当前阶段', 19, ({ facts }) => STAGE_WORD[facts.stage]),
  keeping.text('法定期限到期', 26, ({ next }) => (next ? `${DEADLINE_WORD[next.kind]} ${next.day}` : '无')),
  keeping.text('月度排查日、结论', 34, ({ review }) => joined(review?.on, review?.finding)),
  keeping.text('超期原因及方案', 38, ({ review }) =>
    joined(review?.cause, review?.solution && `方案：${review.solution}`, review?.until && `${review.until}前`),
  ),
  keeping.day('归档', ({ facts }) => (facts.stage === 'closed' ? (lastOf(facts, 'closed')?.on ?? null) : null)),
];
