/**
 * The fictional branch, loan by loan: the same number of loans gives the same data, and a larger branch begins with the
 * loans of a smaller one. Nothing is kept between loans, so that a million of them need no memory.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { contractKey } from '../imports/foldText';
import type {
  ClassificationRecord,
  CollateralRecord,
  GuaranteeRecord,
  LoanRecord,
  ReceiptRecord,
} from '../imports/records';
import { collateralOf, guaranteesOf, historyOf, receiptsOf } from './dependents';
import { type BorrowerTrade, loanTerms } from './loanTerms';
import { type DemoParty, demoFirm, demoPerson } from './people';
import { type DemoUnit, officerOf, townOf, unitCount, unitMarkOf, unitNameOf, villageOf } from './places';
import { Dice } from './random';

export const DEMO_MIN_LOANS = 400;
export const DEMO_MAX_LOANS = 1_000_000;
/** The day of the fictional ledger. */
export const DEMO_AS_OF: CalendarDate = '2026-10-31';

/** A loan with all that hangs on it; the dependents are made when they are asked for, each time alike. */
export interface DemoLoan {
  readonly loan: LoanRecord;
  guarantees(): GuaranteeRecord[];
  collateral(): CollateralRecord[];
  receipts(): ReceiptRecord[];
  history(): ClassificationRecord[];
}

interface Household {
  readonly number: number;
  readonly unit: number;
  readonly party: DemoParty;
  readonly trade: BorrowerTrade;
  readonly status: string;
  readonly flags: readonly string[];
  readonly firstYear: number;
  readonly loans: number;
}

const FARM_PURPOSES = ['购化肥', '购耕牛', '建房', '养猪', '种脐橙', '子女上学', '看病', '购农机', '种烤烟'];
const TRADE_PURPOSES = ['进货', '门面装修', '购货车', '流动资金', '购设备', '收购农产品'];
/** Before this year a loan may have been given to somebody of whom nothing but the name is on file. */
const NAME_ONLY_BEFORE = 1999;
const LAST_YEAR = 2025;

/** The units of a branch with so many loans, besides the branch itself. */
export function demoUnits(loans: number): DemoUnit[] {
  return Array.from({ length: unitCount(loans) }, (_, unit) => ({ name: unitNameOf(unit), mark: unitMarkOf(unit) }));
}

/** `count` loans as they stood on `asOf`, in the order in which they were given their numbers. */
export function* demoLoans(count: number, asOf: CalendarDate = DEMO_AS_OF): Generator<DemoLoan> {
  let made = 0;
  for (let number = 0; made < count; number++) {
    const household = householdOf(number, made);
    for (let own = 0; own < household.loans && made < count; own++) {
      yield demoLoan(household, made, own, asOf);
      made += 1;
    }
  }
}

function householdOf(number: number, loansBefore: number): Household {
  const dice = new Dice(number, 3);
  const unit = dice.between(0, unitCount(loansBefore) - 1);
  const trade = dice.weighted([
    ['farmer', 70],
    ['trader', 15],
    ['village-works', 7],
    ['company', 8],
  ] as const);
  const organisation = trade === 'company' || trade === 'village-works';
  const firmYear = trade === 'company' ? dice.between(2001, LAST_YEAR) : dice.between(1984, 2003);
  const nameOnly = dice.chance(0.08);
  let party = organisation ? demoFirm(number, unit, firmYear >= 2008) : demoPerson(number * 2, unit, true);
  const firstYear = organisation ? firmYear : borrowingYear(dice, Number(party.birthDate?.slice(0, 4)));
  if (!organisation && nameOnly && firstYear < NAME_ONLY_BEFORE) party = demoPerson(number * 2, unit, false);
  const status = statusOf(dice, organisation);
  const loans = dice.weighted([
    [1, 40],
    [2, 24],
    [3, 14],
    [4, 10],
    [5, 7],
    [6, 5],
  ] as const);
  return { number, unit, party, trade, status, flags: flagsOf(dice, organisation), firstYear, loans };
}

/** A year in which the person was between 20 and 55 years old; three in ten are of the last few years. */
function borrowingYear(dice: Dice, birthYear: number): number {
  const last = Math.min(LAST_YEAR, birthYear + 55);
  const first = Math.max(1981, birthYear + 20);
  return dice.between(dice.chance(0.3) ? Math.max(first, last - 3) : first, last);
}

function statusOf(dice: Dice, organisation: boolean): string {
  const words = organisation
    ? ([
        ['正常', 80],
        ['停产', 11],
        ['破产', 9],
      ] as const)
    : ([
        ['正常', 91],
        ['死亡', 5],
        ['失踪', 3],
        ['服刑', 1],
      ] as const);
  return dice.weighted<string>(words);
}

function flagsOf(dice: Dice, organisation: boolean): string[] {
  if (organisation || !dice.chance(0.08)) return [];
  return [
    dice.weighted([
      ['村干部', 5],
      ['公职人员', 5],
      ['内部员工', 2],
      ['关联人', 1],
    ] as const),
  ];
}

function contractNoOf(unit: number, issueDate: CalendarDate, number: number): string {
  const year = Number(issueDate.slice(0, 4));
  if (year < 2000) return `${townOf(unit)}信借字（${issueDate.slice(2, 4)}）第${String(number).padStart(3, '0')}号`;
  if (year < 2010) return `奉信${townOf(unit)}（${year}）年借字第${String(number).padStart(4, '0')}号`;
  return `500236${String(unit + 1).padStart(2, '0')}${year}${String(number).padStart(6, '0')}`;
}

/** Who really used the money, where it was not the borrower (取款人与用款人). */
function occupancyOf(dice: Dice, household: Household): { occupancy: string; actualUser: string | null } {
  const other = (index: number) => demoPerson(index * 2 + 1, household.unit, true).facts.name;
  if (!dice.chance(0.1)) return { occupancy: '本人', actualUser: null };
  const near = household.number + dice.between(1, 9);
  if (household.party.birthDate === null) return { occupancy: '企业贷款个人用款', actualUser: other(near) };
  const occupancy = dice.weighted([
    ['个人贷款集体用款', 8],
    ['个人贷款企业用款', 6],
    ['个人贷款他人用款', 8],
    ['冒名贷款', 4],
  ] as const);
  if (occupancy === '个人贷款集体用款')
    return { occupancy, actualUser: `${townOf(household.unit)}镇${villageOf(dice)}村委会` };
  if (occupancy === '个人贷款企业用款')
    return { occupancy, actualUser: demoFirm(near, household.unit, true).facts.name };
  return { occupancy, actualUser: other(near) };
}

function demoLoan(household: Household, number: number, own: number, asOf: CalendarDate): DemoLoan {
  const dice = new Dice(number, 4);
  const year = Math.min(LAST_YEAR, household.firstYear + (own === 0 ? 0 : dice.between(0, 3)));
  const terms = loanTerms(dice, household, year, asOf);
  const contractNo = contractNoOf(household.unit, terms.issueDate, number);
  const farmer = household.trade === 'farmer';
  const loan: LoanRecord = {
    unit: unitNameOf(household.unit),
    contractNo,
    contractKey: contractKey(contractNo),
    receiptNo: `00${String(36_000 + number).padStart(7, '0')}`,
    borrower: household.party.facts,
    ...terms,
    purpose: dice.pick(farmer ? FARM_PURPOSES : TRADE_PURPOSES),
    officer: officerOf(household.unit, dice.between(0, 3)),
    approver: officerOf(household.unit, 9),
    ...occupancyOf(dice, household),
    specialFlags: household.flags,
    borrowerStatus: household.status,
    guarantorNames: null,
    remark: dice.chance(0.04) ? '催收时借款人外出务工' : null,
  };
  return {
    loan,
    guarantees: () => guaranteesOf(loan, number, household.unit),
    collateral: () => collateralOf(loan, number, asOf),
    receipts: () => receiptsOf(loan, number, asOf),
    history: () => historyOf(loan, number, asOf),
  };
}
