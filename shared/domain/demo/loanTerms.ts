/** What one loan of the fictional branch says: dates, money, class, form; all of it consistent with the others. */
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { FineLevel, FiveLevel, FourLevel, GuaranteeMode } from '../imports/words';
import type { Dice } from './random';

export type BorrowerTrade = 'farmer' | 'trader' | 'village-works' | 'company';

export interface LoanTerms {
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly extendedDueDate: CalendarDate | null;
  readonly principalFen: Fen;
  readonly balanceFen: Fen;
  readonly interestOnFen: Fen;
  readonly interestOffFen: Fen;
  readonly annualRate: string;
  readonly guaranteeMode: GuaranteeMode;
  readonly sheet: 'on' | 'off';
  readonly sheetStatus: string | null;
  readonly offBalanceDate: CalendarDate | null;
  readonly subject: string;
  readonly fourLevel: FourLevel;
  readonly fiveLevel: FiveLevel;
  readonly fineLevel: FineLevel | null;
  readonly nplDate: CalendarDate | null;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  正常: '1301',
  逾期: '1302',
  呆滞: '1303',
  呆账: '1304',
  已核销: '108',
  票据置换: '110',
  三峡专项置换: '112',
  政府置换: '112',
  抵债: '115',
};

/** Lowest and highest principal in yuan, for loans given before 1997, 2005, 2016 and later. */
const BANDS: Readonly<Record<BorrowerTrade, readonly (readonly [number, number])[]>> = {
  farmer: [
    [200, 8_000],
    [1_000, 30_000],
    [5_000, 100_000],
    [20_000, 300_000],
  ],
  trader: [
    [1_000, 20_000],
    [5_000, 80_000],
    [20_000, 300_000],
    [50_000, 800_000],
  ],
  'village-works': [
    [10_000, 200_000],
    [50_000, 500_000],
    [100_000, 1_000_000],
    [200_000, 2_000_000],
  ],
  company: [
    [20_000, 500_000],
    [100_000, 2_000_000],
    [300_000, 8_000_000],
    [500_000, 15_000_000],
  ],
};

const GONE = new Set(['死亡', '失踪', '破产']);
/** A loan turns non-performing on the day after its ninetieth day overdue. */
const DAYS_TO_NPL = 91;

function principalOf(dice: Dice, trade: BorrowerTrade, year: number): Fen {
  const era = year < 1997 ? 0 : year < 2005 ? 1 : year < 2016 ? 2 : 3;
  const [low, high] = BANDS[trade][era] as readonly [number, number];
  const step = high > 500_000 ? 10_000 : high > 50_000 ? 1_000 : 100;
  const steps = Math.round((low + (high - low) * dice.fraction() ** 2) / step);
  return Math.max(steps, 1) * step * 100;
}

/** Most remainders are whole yuan, some have cents. */
function balanceOf(dice: Dice, principalFen: Fen, overdue: boolean): Fen {
  if (dice.chance(0.02)) return 0;
  if (!dice.chance(overdue ? 0.45 : 0.25)) return principalFen;
  const share = dice.between(1_500, 9_500);
  const whole = Math.floor(principalFen / 10_000) * share;
  return dice.chance(0.6) ? Math.ceil(whole / 100) * 100 : Math.min(principalFen, whole + dice.between(1, 99));
}

function modeOf(dice: Dice, trade: BorrowerTrade, principalFen: Fen): GuaranteeMode {
  if (principalFen > 30_000_000 && trade !== 'farmer')
    return dice.weighted([
      ['抵押', 55],
      ['保证', 35],
      ['质押', 10],
    ] as const);
  return dice.weighted([
    ['信用', 30],
    ['保证', 45],
    ['联保', trade === 'farmer' ? 12 : 2],
    ['抵押', 12],
    ['质押', 1],
  ] as const);
}

function fiveLevelOf(dice: Dice, overdueDays: number, gone: boolean): FiveLevel {
  if (overdueDays <= 0)
    return gone
      ? '可疑'
      : dice.weighted([
          ['正常', 84],
          ['关注', 13],
          ['次级', 3],
        ] as const);
  if (overdueDays <= 90) return '关注';
  if (overdueDays <= 360) return '次级';
  if (overdueDays <= 1500 && !gone) return '可疑';
  return dice.chance(gone ? 0.9 : 0.45) ? '损失' : '可疑';
}

function fineLevelOf(five: FiveLevel, overdueDays: number): FineLevel | null {
  if (five === '次级') return overdueDays <= 180 ? '次级一级' : '次级二级';
  if (five === '可疑') return overdueDays <= 1000 ? '可疑一级' : '可疑二级';
  return five === '损失' ? '损失级' : null;
}

const fourLevelOf = (overdueDays: number, gone: boolean): FourLevel =>
  overdueDays <= 0 ? '正常' : gone && overdueDays > 360 ? '呆账' : overdueDays < 730 ? '逾期' : '呆滞';

/** How and when the loan left the balance sheet, or null. */
function offBalanceOf(dice: Dice, year: number, five: FiveLevel, due: CalendarDate, asOf: CalendarDate) {
  const replaced = year <= 2005 && dice.chance(year <= 1999 ? 0.48 : 0.3);
  const writtenOff = !replaced && year >= 2006 && five === '损失' && dice.chance(0.15);
  if (!replaced && !writtenOff) return null;
  const status =
    writtenOff || year > 2002
      ? '已核销'
      : dice.weighted([
          ['票据置换', 60],
          ['已核销', 22],
          ['三峡专项置换', 8],
          ['政府置换', 6],
          ['抵债', 4],
        ] as const);
  const first =
    status === '票据置换'
      ? dice.pick(['2004-12-31', '2005-06-30'])
      : status === '已核销'
        ? `${dice.between(2005, 2025)}-12-20`
        : '2003-06-30';
  const date = first > addDays(due, DAYS_TO_NPL) ? first : addMonths(due, 24);
  return date < asOf ? { status, date } : null;
}

/** Balance × annual rate (hundredths of a thousandth) × days / 360, whole fen. */
const interestOf = (balanceFen: Fen, rate: number, days: number): Fen =>
  Number((BigInt(balanceFen) * BigInt(rate) * BigInt(days)) / 36_000_000n);

/** `rate` in hundredths of a thousandth a year, e.g. 8964 → "0.08964". */
function rateText(rate: number): string {
  return `0.${String(rate).padStart(5, '0').replace(/0$/, '')}`;
}

/** `issueYear` fits the borrower; `status` is his state as written, `asOf` the day of the ledger. */
export function loanTerms(
  dice: Dice,
  borrower: { trade: BorrowerTrade; status: string },
  issueYear: number,
  asOf: CalendarDate,
): LoanTerms {
  const issueDate = `${issueYear}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const months =
    issueYear < 2000
      ? dice.pick([6, 12, 12])
      : issueYear < 2023
        ? dice.pick([12, 12, 24, 36])
        : dice.pick([24, 36, 36, 60]);
  const dueDate = addMonths(issueDate, months);
  const extended = issueYear >= 2000 && dueDate < asOf && dice.chance(0.13);
  const extendedDueDate = extended ? addMonths(dueDate, dice.pick([6, 12])) : null;
  const effective = extendedDueDate ?? dueDate;
  const overdueDays = daysBetween(effective, asOf);
  const gone = GONE.has(borrower.status);
  const principalFen = principalOf(dice, borrower.trade, issueYear);
  const balanceFen = balanceOf(dice, principalFen, overdueDays > 0);
  const monthly =
    issueYear < 2000 ? dice.between(900, 1_200) : issueYear < 2015 ? dice.between(550, 930) : dice.between(375, 800);
  const five = fiveLevelOf(dice, overdueDays, gone);
  const off = offBalanceOf(dice, issueYear, five, effective, asOf);
  const fiveLevel = off ? '损失' : five;
  const fourLevel = off ? '呆账' : fourLevelOf(overdueDays, gone);
  const nonPerforming = fiveLevel !== '正常' && fiveLevel !== '关注';
  const late = overdueDays > DAYS_TO_NPL;
  return {
    issueDate,
    dueDate,
    extendedDueDate,
    principalFen,
    balanceFen,
    ...interestOwed(dice, {
      balanceFen,
      rate: monthly * 12,
      days: overdueDays,
      off: off !== null,
      performing: fiveLevel === '正常',
    }),
    annualRate: rateText(monthly * 12),
    guaranteeMode: modeOf(dice, borrower.trade, principalFen),
    sheet: off ? 'off' : 'on',
    sheetStatus: off?.status ?? null,
    offBalanceDate: off?.date ?? null,
    subject: SUBJECTS[off?.status ?? fourLevel] as string,
    fourLevel,
    fiveLevel,
    fineLevel: fineLevelOf(fiveLevel, overdueDays),
    nplDate: !nonPerforming ? null : late ? addDays(effective, DAYS_TO_NPL) : addDays(asOf, -dice.between(1, 120)),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The first ninety days of interest owed stay on the balance sheet. */
function interestOwed(
  dice: Dice,
  loan: { balanceFen: Fen; rate: number; days: number; off: boolean; performing: boolean },
): { interestOnFen: Fen; interestOffFen: Fen } {
  const jitter = dice.between(20, 200);
  if (loan.performing || loan.balanceFen === 0) return { interestOnFen: 0, interestOffFen: 0 };
  const days = Math.min(Math.max(20, loan.days + jitter), 14_000);
  const onDays = loan.off ? 0 : Math.min(days, 90);
  return {
    interestOnFen: interestOf(loan.balanceFen, loan.rate, onDays),
    interestOffFen: interestOf(loan.balanceFen, loan.rate, days - onDays),
  };
}
