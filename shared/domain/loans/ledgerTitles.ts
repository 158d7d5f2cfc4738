/** Headings of the ledger in Chinese, for files written without a screen, and a filter put into words. */
import { type Fen, yuanText } from '../../kernel/money';
import { type FilterColumn, type FilterOperator, type LedgerColumn, type LedgerFilter, MONEY_COLUMNS } from './ledger';

export const LEDGER_TITLES: Readonly<Record<LedgerColumn, string>> = {
  household: '户号',
  borrower: '借款人',
  unit: '单位',
  idNumber: '证件号码',
  address: '住址',
  phone: '联系电话',
  contract: '合同号',
  receipt: '借据号',
  issueDate: '借款日期',
  dueDate: '到期日期',
  extendedDueDate: '展期到期日',
  principal: '借款金额',
  balance: '贷款余额',
  interestOn: '表内欠息',
  interestOff: '表外欠息',
  guarantee: '担保方式',
  guarantors: '保证人',
  collateral: '抵质押物',
  fourLevel: '四级形态',
  fiveLevel: '五级分类',
  fineLevel: '细分级次',
  sheet: '表内外',
  sheetStatus: '表外类别',
  subject: '科目',
  nplDate: '形成不良日期',
  purpose: '贷款用途',
  officer: '信贷员',
  approver: '审批人',
  occupancy: '用款性质',
  actualUser: '实际用款人',
  flags: '特殊身份',
  status: '借款人状态',
  remark: '备注',
};

export const SHEET_WORDS = { on: '表内', off: '表外' } as const;

const OPERATOR_WORDS: Readonly<Record<FilterOperator, string>> = {
  '=': '为',
  '>=': '不小于',
  '<=': '不大于',
  '~': '包含',
  in: '为其中之一：',
};

/** One line per condition, e.g. `贷款余额 不小于 10000.00 元`; a filter without conditions is 全部. */
export function filterInWords(filter: LedgerFilter): string[] {
  const lines = filter.conditions.map(({ column, operator, values }) => {
    const words = values.map((value) => valueInWords(column, value)).join('、');
    return `${LEDGER_TITLES[column]} ${OPERATOR_WORDS[operator]} ${words}`;
  });
  if (filter.text) lines.unshift(`搜索 ${filter.text}`);
  return lines.length > 0 ? lines : ['全部'];
}

function valueInWords(column: FilterColumn, value: string | number): string {
  if (value === '') return '（空）';
  if (MONEY_COLUMNS.includes(column)) return `${yuanText(value as Fen)} 元`;
  if (column === 'sheet' && (value === 'on' || value === 'off')) return SHEET_WORDS[value];
  return String(value);
}
