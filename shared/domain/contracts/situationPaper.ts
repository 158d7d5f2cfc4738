/** The sheet on a borrower before his loans are put into a package (DOC-DSP-08; A8 合理定价: its fields are kept in their order). */
import { present } from '../../kernel/assert';
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { fraction, times, toFen, whole } from '../../kernel/exact';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { choices, type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import { type BorrowerState, borrowerState } from '../measures/householdState';
import { parsePercent, percentText, WHOLE_PPM } from '../receipts/shares';
import { HARD_CLASSES, type HardClass } from './tender';

export const SITUATIONS = ['normal', 'away', 'dead', 'bankrupt', 'convicted', 'missing', 'stopped', 'frail'] as const;
export type Situation = (typeof SITUATIONS)[number];

export const SITUATION_WORD: Readonly<Record<Situation, string>> = {
  normal: '正常',
  away: '外出',
  dead: '死亡',
  bankrupt: '破产',
  convicted: '服刑',
  missing: '下落不明',
  stopped: '停产停业',
  frail: '伤病年老',
};

export const DIFFICULTIES = ['prospect', ...HARD_CLASSES] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const DIFFICULTY_WORD: Readonly<Record<Difficulty, string>> = {
  prospect: '有收回潜力',
  dead: '借款人死亡',
  bankrupt: '宣告破产',
  convicted: '触犯刑律',
  guarantor: '担保人不能清偿',
  'enforcement-ended': '裁定终结执行未收回',
};

export interface SituationLoan {
  readonly contract: string;
  /** Lent; fen. */
  readonly principal: Fen;
  readonly balance: Fen;
  readonly issuedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** Last day on which money came in. */
  readonly paidOn: CalendarDate | null;
  readonly dunnedOn: CalendarDate | null;
  /** Interest off the balance sheet. */
  readonly interest: Fen;
  /** As it was put into its newest package; null: it never was. */
  readonly hard: HardClass | null;
  readonly price: Fen | null;
}

export interface SituationFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly borrower: string;
  /** What the books say of him and of his loans. */
  readonly written: readonly (string | null)[];
  readonly loans: readonly SituationLoan[];
}

export interface SituationFields {
  readonly situation: Situation;
  readonly difficulty: Difficulty;
  readonly why: string;
  /** Price as a percentage of what is owed in principal; '': the price of the package, if any. */
  readonly share: string;
  readonly remark: string;
}

const SITUATION_OF: Readonly<Record<BorrowerState, Situation>> = {
  normal: 'normal',
  dead: 'dead',
  missing: 'missing',
  bankrupt: 'bankrupt',
  stopped: 'stopped',
  imprisoned: 'convicted',
  frail: 'frail',
};

/** What the books suggest; a person decides. The package's own words go first. */
export function suggested({
  written,
  loans,
}: Pick<SituationFacts, 'written' | 'loans'>): Pick<SituationFields, 'situation' | 'difficulty'> {
  const situation = SITUATION_OF[borrowerState(written)];
  const hard = loans.find((loan) => loan.hard !== null)?.hard;
  if (hard) return { situation, difficulty: hard };
  if (/终结|终本/.test(written.join(' '))) return { situation, difficulty: 'enforcement-ended' };
  const isHard = situation === 'dead' || situation === 'bankrupt' || situation === 'convicted';
  return { situation, difficulty: isHard ? situation : 'prospect' };
}

/** The price by the typed percentage, else that of the package; fen. */
function priceOf({ balance, price }: SituationLoan, share: string): Fen | null {
  const ppm = parsePercent(share);
  return ppm === null ? price : toFen(times(whole(balance), fraction(BigInt(ppm), BigInt(WHOLE_PPM))));
}

/** A price as a percentage of the principal that is owed; '' where there is neither. */
export const shareText = (price: Fen | null, balance: Fen): string =>
  price === null || balance <= 0
    ? ''
    : `${percentText(toFen(fraction(BigInt(price) * BigInt(WHOLE_PPM), BigInt(balance))))}%`;

const day = (date: CalendarDate | null, none = '无记录'): string => (date === null ? none : paperDate(date));

function loanRows(loan: SituationLoan, index: number, share: string): FormRow[] {
  const { contract, principal, balance, issuedOn, dueOn, paidOn, dunnedOn, interest } = loan;
  const price = priceOf(loan, share);
  const priced = price === null ? '' : `${shareText(price, balance)}　${yuanGrouped(price)}元`;
  const row = (first: string, one: string, second: string, two: string): FormRow => ({
    cells: [label(first), value(one), label(second), value(two)],
  });
  return [
    { cells: [label(`第${index + 1}笔合同号`), value(contract, 3)] },
    row('借款金额', `${yuanGrouped(principal)}元`, '结欠本金', `${yuanGrouped(balance)}元`),
    row('借款期限', `${day(issuedOn, '')}至${day(dueOn, '')}`, '表外欠息情况', `${yuanGrouped(interest)}元`),
    row('最后一次还本付息时间', day(paidOn), '最后一次催收时间', day(dunnedOn)),
    { cells: [label('定价比例、定价'), value(priced, 3)] },
  ];
}

/** `fields` complete; refused before otherwise. */
export function composeSituation(facts: SituationFacts, fields: SituationFields, date: CalendarDate): PaperDocument {
  const { unit, borrower, loans, asOf } = facts;
  const { situation, difficulty, why, share, remark } = fields;
  const ticks = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>, chosen: Key) =>
    choices(keys.map((key) => [present(words[key], key), key === chosen] as const));
  const title = '借款人借款情况说明表';
  return {
    code: 'DOC-DSP-08',
    title,
    unit,
    date,
    class: 'SECRET',
    layout: 'form',
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'number' },
      note(`${unit}　数据截至${paperDate(asOf)}`),
      {
        kind: 'formTable',
        widths: [34, 50, 34, 50],
        rows: [
          { cells: [label('借款户名'), value(borrower, 3)] },
          ...loans.flatMap((loan, index) => loanRows(loan, index, share)),
          { cells: [label('目前状况'), value(ticks(SITUATIONS, SITUATION_WORD, situation), 3)], minHeight: 12 },
          { cells: [label('收回难易程度'), value(ticks(DIFFICULTIES, DIFFICULTY_WORD, difficulty), 3)], minHeight: 12 },
          { cells: [label('理由'), value(why, 3)], minHeight: 16 },
          { cells: [label('说明'), value(remark, 3)], minHeight: 16 },
        ],
      },
      note(
        '借款人死亡、宣告破产、触犯刑律、担保人不能清偿、裁定终结执行未收回的，划为收回难度大；其余划为有收回潜力。',
      ),
      { kind: 'signatures', lines: [{ label: '填表人' }, { label: '分理处负责人' }] },
    ],
  };
}
