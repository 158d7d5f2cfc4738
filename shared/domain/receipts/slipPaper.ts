/** The recovery slip (DOC-RWD-01; B1 §15): one receipt with who collected it, for the ledger, the audit and the rewards. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { rmbCapitals } from '../../kernel/rmbCapitals';
import { type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import { type Collector, percentText } from './shares';

export interface SlipLoan {
  readonly contract: string;
  /** Formation: the day of the loan. */
  readonly issueDate: CalendarDate | null;
  readonly fourLevel: string | null;
  readonly sheet: 'on' | 'off';
  readonly costs: Fen;
  readonly principal: Fen;
  readonly interest: Fen;
}

export interface SlipFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly number: string;
  readonly debtor: string;
  readonly receivedOn: CalendarDate;
  readonly amount: Fen;
  readonly method: string;
  readonly voucherNo: string;
  readonly payer: string;
  /** Principal first was agreed in writing. */
  readonly isAgreed: boolean;
  readonly loans: readonly SlipLoan[];
  readonly collectors: readonly Collector[];
  readonly recordedBy: string;
}

const loanText = ({ contract, issueDate, fourLevel, sheet }: SlipLoan): string =>
  [contract, issueDate && `${paperDate(issueDate)}借`, fourLevel, sheet === 'on' ? '表内' : '表外']
    .filter(Boolean)
    .join('　');

const splitText = ({ costs, principal, interest }: Pick<SlipLoan, 'costs' | 'principal' | 'interest'>): string =>
  `本金${yuanGrouped(principal)}元，利息${yuanGrouped(interest)}元${costs === 0 ? '' : `，费用${yuanGrouped(costs)}元`}`;

function rows(facts: SlipFacts): FormRow[] {
  const { number, debtor, receivedOn, amount, method, voucherNo, payer, loans, collectors, recordedBy } = facts;
  return [
    { cells: [label('收款号'), value(number), label('收款日期'), value(paperDate(receivedOn))] },
    { cells: [label('借款人'), value(debtor), label('缴款人'), value(payer)] },
    { cells: [label('收回方式'), value(method), label('凭证号'), value(voucherNo)] },
    { cells: [label('收回金额'), value(`${yuanGrouped(amount)}元　${rmbCapitals(amount)}`, 3)] },
    ...loans.flatMap((loan): FormRow[] => [
      { cells: [label('合同、形态'), value(loanText(loan), 3)] },
      { cells: [label('其中'), value(splitText(loan), 3)] },
    ]),
    {
      cells: [
        label('分配依据'),
        value(facts.isAgreed ? '书面约定先本后息' : '制度规定账面先本后息；对债务人依民法典第五百六十一条', 3),
      ],
    },
    ...collectors.map(
      ({ name, ppm }): FormRow => ({
        cells: [label('实际清收人'), value(name), label(`${percentText(ppm)}%`), value('签字：')],
        minHeight: 10,
      }),
    ),
    { cells: [label('经办'), value(recordedBy), label('复核'), value('')], minHeight: 10 },
  ];
}

export function composeSlip(facts: SlipFacts, date: CalendarDate): PaperDocument {
  return {
    code: 'DOC-RWD-01',
    title: '收回信息单',
    unit: facts.unit,
    date,
    class: 'INT',
    layout: 'form',
    blocks: [
      { kind: 'title', lines: ['收回信息单'] },
      { kind: 'number' },
      { kind: 'formTable', widths: [30, 55, 30, 50], rows: rows(facts) },
      note('分配比例由清收人自行确定，合计百分之百；本单供台账登记、月度核对和考核使用。'),
    ],
  };
}
