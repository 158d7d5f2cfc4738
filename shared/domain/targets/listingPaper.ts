/** The list of off-balance targets that a sub-branch hands to the team (LED-15, B1 §9(1)): the same columns in Excel and on paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { fixedText, parseExact, times, whole } from '../../kernel/exact';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type Block, type DataRow, note, type PaperDocument } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import type { Source } from './sources';

export const SOURCE_WORD: Readonly<Record<Source, string>> = {
  'off-balance': '表外不良',
  'on-balance': '表内难户',
  large: '大额不良',
  insider: '内部及涉政',
};

/** A loan as the list shows it; personal data masked. */
export interface ListedLoan {
  readonly unit: string;
  readonly borrower: string;
  readonly address: string | null;
  readonly idNumber: string | null;
  readonly balance: Fen;
  readonly interest: Fen;
  readonly phone: string | null;
  readonly security: string;
  readonly source: Source;
}

export interface UnitFigures {
  readonly unit: string;
  readonly balance: Fen;
  readonly listed: Fen;
  /** Decimal texts. */
  readonly share: string | null;
  readonly least: string;
  readonly missing: Fen;
}

interface Column {
  readonly title: string;
  readonly kind: 'text' | 'amount';
  /** mm on paper. */
  readonly width: number;
  readonly cell: (loan: ListedLoan) => string | number | null;
}

export const LISTING_COLUMNS: readonly Column[] = [
  { title: '分理处', kind: 'text', width: 26, cell: (loan) => loan.unit },
  { title: '户名', kind: 'text', width: 30, cell: (loan) => loan.borrower },
  { title: '住址', kind: 'text', width: 46, cell: (loan) => loan.address },
  { title: '证件号', kind: 'text', width: 38, cell: (loan) => loan.idNumber },
  { title: '欠本', kind: 'amount', width: 26, cell: (loan) => loan.balance },
  { title: '欠息', kind: 'amount', width: 26, cell: (loan) => loan.interest },
  { title: '电话', kind: 'text', width: 26, cell: (loan) => loan.phone },
  { title: '担保及抵（质）押', kind: 'text', width: 32, cell: (loan) => loan.security },
  { title: '来源渠道', kind: 'text', width: 20, cell: (loan) => SOURCE_WORD[loan.source] },
];

const percent = (decimal: string): string => fixedText(times(parseExact(decimal) ?? whole(0), whole(100)), 2);

/** The foot of a unit's list. */
export function listingFoot({ balance, listed, share, least, missing }: UnitFigures): string {
  const reached = missing === 0 ? '达到' : `未达到，尚缺${yuanGrouped(missing)}元`;
  const part = share === null ? '—' : `${percent(share)}%`;
  return `本机构年初表外余额${yuanGrouped(balance)}元，提供${yuanGrouped(listed)}元，占比${part}（不低于${percent(least)}%：${reached}）`;
}

export interface ListingHead {
  readonly bank: string;
  readonly date: CalendarDate;
  readonly asOf: string;
  readonly madeBy: string;
}

const TITLE = '表外清收对象清册';

function partOf(head: ListingHead, figures: UnitFigures, loans: readonly ListedLoan[]): Block[] {
  const shown = (value: string | number | null): string =>
    typeof value === 'number' ? yuanGrouped(value) : (value ?? '');
  const rows = loans.map(
    (loan): DataRow =>
      LISTING_COLUMNS.map(({ title, cell }) => (title === '证件号' ? noBreak(shown(cell(loan))) : shown(cell(loan)))),
  );
  const columns = LISTING_COLUMNS.map(({ title: label, width, kind }) => {
    return { label, width, align: kind === 'amount' ? ('right' as const) : ('left' as const) };
  });
  const sum = (of: 'balance' | 'interest') => yuanGrouped(loans.reduce((total, loan) => total + loan[of], 0));
  const pageSums = [
    { label: '欠本', fen: loans.map(({ balance }) => balance) },
    { label: '欠息', fen: loans.map(({ interest }) => interest) },
  ];
  const total = ['合计', `${loans.length}笔`, '', '', sum('balance'), sum('interest'), '', '', ''];
  return [
    { kind: 'title', lines: [TITLE] },
    note(`${head.bank}　${figures.unit}　截至${head.asOf}　单位：元`),
    { kind: 'dataTable', columns, rows, total, pageSums },
    note(listingFoot(figures)),
    note(`制表人：${head.madeBy}　　复核人：　　　　　负责人：`),
  ];
}

/** One part per unit, each on pages of its own. */
export function listingPaper(
  head: ListingHead,
  units: readonly UnitFigures[],
  loans: readonly ListedLoan[],
): PaperDocument {
  const blocks = units.flatMap((figures, index): Block[] => [
    ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
    ...partOf(
      head,
      figures,
      loans.filter(({ unit }) => unit === figures.unit),
    ),
  ]);
  return { code: 'LED-15', title: TITLE, unit: head.bank, date: head.date, class: 'SECRET', layout: 'ledger', blocks };
}
