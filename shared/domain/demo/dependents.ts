/** What hangs on a loan of the fictional branch: guarantees, collateral, receipts of money, month-end classes. */
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { FIVE_LEVELS, type FiveLevel } from '../classification/classes';
import type {
  ClassificationRecord,
  CollateralRecord,
  CollectorShare,
  GuaranteeRecord,
  LoanRecord,
  ReceiptRecord,
} from '../imports/records';
import { demoFirm, demoPerson } from './people';
import { unitCount, villageOf } from './places';
import { Dice } from './random';

const RELATIONS = ['亲戚', '邻居', '朋友', '同组村民', '同行'];
const METHODS = [
  ['现金', 60],
  ['转账', 22],
  ['账户扣划', 8],
  ['法院执行', 4],
  ['担保人代偿', 4],
  ['抵债资产变现', 2],
] as const;
const QUANTITIES: Readonly<Record<string, string>> = {
  房产: '㎡',
  土地使用权: '亩',
  林权: '亩',
  车辆: '辆',
  机器设备: '台',
  存单: '张',
  仓单: '张',
};
/** Guarantors live among the households whose loans they stand for; some stand for several. */
const LOANS_PER_GUARANTOR = 1.6;
/** Numbers of guaranteeing firms begin after those of any borrowing one. */
const FIRST_GUARANTOR_FIRM = 2_000_000;

const two = (value: number): string => String(value).padStart(2, '0');

export function guaranteesOf(loan: LoanRecord, number: number, unit: number): GuaranteeRecord[] {
  if (loan.guaranteeMode !== '保证' && loan.guaranteeMode !== '联保') return [];
  const dice = new Dice(number, 5);
  const many =
    loan.guaranteeMode === '联保'
      ? dice.between(2, 4)
      : dice.weighted([
          [1, 70],
          [2, 25],
          [3, 5],
        ] as const);
  const first = Math.floor(number / LOANS_PER_GUARANTOR);
  const firm = dice.chance(0.03);
  return Array.from({ length: many }, (_, index) => {
    const guarantor = firm
      ? demoFirm(FIRST_GUARANTOR_FIRM + number * 4 + index, unit, true)
      : guarantorPerson(first + index);
    return guaranteeOf(loan, dice, guarantor.facts, {
      employer: guarantor.employer,
      label: `保${number}-${index + 1}`,
      many,
    });
  });
}

/** A guarantor is the same man in every loan: where he lives must not depend on the loan. */
function guarantorPerson(person: number) {
  const unit = new Dice(person, 9).between(0, unitCount(person) - 1);
  return demoPerson(person * 2 + 1, unit, true);
}

function guaranteeOf(
  loan: LoanRecord,
  dice: Dice,
  guarantor: GuaranteeRecord['guarantor'],
  more: { employer: string | null; label: string; many: number },
): GuaranteeRecord {
  const from = loan.extendedDueDate ?? loan.dueDate;
  const wording = dice.weighted<string | null>([
    ['直至主债务本息还清为止', 12],
    ['未约定', 10],
    [null, 78],
  ]);
  return {
    contractNo: loan.contractNo,
    contractKey: loan.contractKey,
    guaranteeContractNo: more.label,
    guarantor,
    kind:
      loan.guaranteeMode === '联保'
        ? 'joint'
        : dice.weighted([
            ['joint', 70],
            ['general', 10],
            ['unstated', 20],
          ] as const),
    amountFen: loan.guaranteeMode === '联保' ? loan.principalFen : Math.ceil(loan.principalFen / more.many),
    periodStart: from,
    periodEnd: wording === null && from !== null ? addMonths(from, 24) : null,
    periodWording: wording,
    relation: dice.pick(RELATIONS),
    employer: more.employer,
    remark: null,
  };
}

export function collateralOf(loan: LoanRecord, number: number, asOf: CalendarDate): CollateralRecord[] {
  const security = loan.guaranteeMode;
  if (security !== '抵押' && security !== '质押') return [];
  const dice = new Dice(number, 6);
  const many = dice.weighted([
    [1, 72],
    [2, 20],
    [3, 8],
  ] as const);
  return Array.from({ length: many }, (_, index) =>
    collateralItem(loan, dice, { security, itemNo: index + 1, many, number }, asOf),
  );
}

function collateralItem(
  loan: LoanRecord,
  dice: Dice,
  item: { security: '抵押' | '质押'; itemNo: number; many: number; number: number },
  asOf: CalendarDate,
): CollateralRecord {
  const kind =
    item.security === '质押'
      ? dice.pick(['存单', '仓单'])
      : dice.weighted([
          ['房产', 55],
          ['土地使用权', 12],
          ['林权', 10],
          ['车辆', 11],
          ['机器设备', 12],
        ] as const);
  const registered = dice.chance(0.8);
  const registeredOn = registered && loan.issueDate !== null ? loan.issueDate : null;
  const expiry = registeredOn === null ? null : addMonths(registeredOn, 60);
  const firstValueFen =
    Math.max(
      1,
      Math.floor((loan.principalFen / 10_000 / item.many) * dice.fraction() + loan.principalFen / 14_000 / item.many),
    ) * 10_000;
  const revalued = dice.chance(0.5);
  const several = kind === '车辆' || kind === '机器设备' || kind === '存单' || kind === '仓单';
  const quantity = several ? String(dice.between(1, 3)) : `${dice.between(3, 400)}.${dice.between(1, 9)}`;
  return {
    contractNo: loan.contractNo,
    contractKey: loan.contractKey,
    itemNo: String(item.itemNo),
    security: item.security,
    kind,
    location: `奉节县${loan.unit.slice(0, 2)}镇${villageOf(dice)}村${dice.between(1, 9)}组`,
    quantity: `${quantity}${QUANTITIES[kind]}`,
    ownerName: loan.borrower.name,
    ownerIdNo: loan.borrower.idNo,
    certificateNo: registered ? `奉他证字第${String(item.number * 4 + item.itemNo).padStart(7, '0')}号` : null,
    registeredOn,
    registrationExpiry: expiry,
    firstValueFen,
    firstValuedOn: loan.issueDate,
    latestValueFen: revalued ? Math.floor(firstValueFen / 100) * dice.between(55, 120) : null,
    latestValuedOn: revalued ? addDays(asOf, -dice.between(30, 900)) : null,
    sufficient: firstValueFen >= loan.balanceFen ? '足值' : '不足值',
    validity: !registered ? '未办登记' : expiry !== null && expiry < asOf ? '登记已到期' : '有效',
  };
}

/** Instalments that add up to what was repaid of the principal, and now and then a payment of interest alone. */
export function receiptsOf(loan: LoanRecord, number: number, asOf: CalendarDate): ReceiptRecord[] {
  const dice = new Dice(number, 7);
  const parts = instalments(dice, loan.principalFen - loan.balanceFen);
  if (loan.balanceFen > 0 && loan.fiveLevel !== '正常' && dice.chance(0.12)) parts.push(0);
  const from = loan.issueDate ?? asOf;
  const span = Math.max(1, daysBetween(from, asOf) - 40);
  const dates = parts.map(() => addDays(from, dice.between(1, span))).sort();
  return parts.map((principalFen, index) =>
    receiptOf(loan, dice, {
      principalFen,
      on: dates[index] as CalendarDate,
      no: `SH${String(number).padStart(7, '0')}${two(index + 1)}`,
    }),
  );
}

function instalments(dice: Dice, repaid: Fen): Fen[] {
  if (repaid <= 0) return [];
  const many = Math.min(
    repaid,
    dice.weighted([
      [1, 50],
      [2, 30],
      [3, 15],
      [6, 5],
    ] as const),
  );
  const each = Math.floor(repaid / many);
  return Array.from({ length: many }, (_, index) => (index === 0 ? repaid - each * (many - 1) : each));
}

function receiptOf(
  loan: LoanRecord,
  dice: Dice,
  entry: { principalFen: Fen; on: CalendarDate; no: string },
): ReceiptRecord {
  const interestFen =
    entry.principalFen === 0
      ? dice.between(2_000, 300_000)
      : dice.chance(0.5)
        ? Math.floor((entry.principalFen * dice.between(1, 40)) / 100)
        : 0;
  return {
    receiptNo: entry.no,
    receivedOn: entry.on,
    unit: loan.unit,
    contractNo: loan.contractNo,
    contractKey: loan.contractKey,
    principalFen: entry.principalFen,
    interestFen,
    method: dice.weighted<string>(METHODS),
    payer: loan.borrower.name,
    shares: sharesOf(dice, loan.officer ?? '', loan.approver ?? ''),
    voucherNo: String(dice.between(100_000, 999_999)).padStart(8, '0'),
    reversesNo: null,
    remark: null,
  };
}

function sharesOf(dice: Dice, officer: string, helper: string): CollectorShare[] {
  if (officer === helper || dice.chance(0.6)) return [{ name: officer, ppm: 1_000_000 }];
  return [
    { name: officer, ppm: 600_000 },
    { name: helper, ppm: 400_000 },
  ];
}

/** The last year's end and the ledger's own month, of loans that stand on the balance sheet. */
export function historyOf(loan: LoanRecord, number: number, asOf: CalendarDate): ClassificationRecord[] {
  if (loan.sheet === 'off' || loan.balanceFen === 0 || loan.fiveLevel === null) return [];
  const dice = new Dice(number, 8);
  const { contractNo, contractKey, balanceFen, fiveLevel } = loan;
  const now: ClassificationRecord = { month: asOf.slice(0, 7), contractNo, contractKey, balanceFen, fiveLevel };
  const yearEnd = `${Number(asOf.slice(0, 4)) - 1}-12-31`;
  if (loan.issueDate === null || loan.issueDate > yearEnd) return [now];
  const better = dice.chance(0.15) ? FIVE_LEVELS[Math.max(0, FIVE_LEVELS.indexOf(fiveLevel) - 1)] : fiveLevel;
  return [{ ...now, month: yearEnd.slice(0, 7), fiveLevel: better as FiveLevel }, now];
}
