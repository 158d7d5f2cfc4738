/** The notice of liability-based recovery (DOC-TEAM-03, B2 §19): loan, person, time, what follows, and the right to be heard. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { label, type PaperDocument, paragraph, value } from '../documents/blocks';
import type { LiabilityKind } from '../rewards/liability';
import { LIABILITY_KIND_WORD } from '../rewards/liabilityWords';
import type { Consequence, Mode } from './responsibility';

export const MODE_WORD: Readonly<Record<Mode, string>> = { 'post-based': '岗位清收', 'liability-based': '责任清收' };

export const IRREGULARITY_WORD: Readonly<Record<string, string>> = {
  'false-name': '冒名贷款',
  'false-mortgage': '虚假抵押',
  related: '放宽条件发放关系贷款',
  'out-of-area': '违规跨区',
  'beyond-authority': '越权',
  reversed: '逆程序',
};

/** Wages are never named: they are touched only with his signed consent or by a court. */
const CONSEQUENCE_TEXT: Readonly<Record<Consequence, string>> = {
  none: '到期未收回的，由支行重新研究清收措施。',
  discipline: '到期未收回的，支行将按损失情况，依规定程序认定责任并作出处理。',
};

export interface ResponsibilityFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly person: string;
  readonly borrower: string;
  readonly contract: string;
  readonly balance: Fen;
  readonly balanceAsOf: CalendarDate;
  readonly mode: Mode;
  readonly deadline: CalendarDate;
  readonly consequence: Consequence;
  readonly irregularity: string | null;
  readonly reason: string;
  /** Of the decision that appointed him, fen; null: named without one. */
  readonly liabilityKind: LiabilityKind | null;
  readonly liabilityAmount: Fen | null;
  readonly article: string;
}

export function composeResponsibility(facts: ResponsibilityFacts, date: CalendarDate): PaperDocument {
  const { unit, person, borrower, contract, balance, balanceAsOf, mode, deadline, consequence, irregularity, reason } =
    facts;
  const { liabilityKind, liabilityAmount } = facts;
  const cell = (name: string, said: string) => [label(name), value(said, 3)];
  return {
    code: 'DOC-TEAM-03',
    title: '责任清收通知书',
    unit,
    date,
    class: 'INT',
    layout: 'official',
    blocks: [
      { kind: 'title', lines: ['责任清收通知书'] },
      { kind: 'addressee', text: `${person}：` },
      paragraph(`根据${facts.article}，下列贷款实行${MODE_WORD[mode]}，由你负责清收：`),
      {
        kind: 'formTable',
        widths: [36, 40, 40, 40],
        rows: [
          { cells: cell('借款人', borrower) },
          { cells: cell('合同号', contract) },
          { cells: cell('尚欠本金', `${yuanGrouped(balance)}元（截至${paperDate(balanceAsOf)}）`) },
          { cells: cell('违规情形', irregularity === null ? '无' : (IRREGULARITY_WORD[irregularity] ?? irregularity)) },
          { cells: cell('责任种类', liabilityKind === null ? '—' : LIABILITY_KIND_WORD[liabilityKind]) },
          { cells: cell('责任金额', liabilityAmount === null ? '—' : `${yuanGrouped(liabilityAmount)}元`) },
          { cells: cell('指定依据', reason) },
          { cells: cell('收回期限', paperDate(deadline)) },
        ],
      },
      paragraph(CONSEQUENCE_TEXT[consequence]),
      paragraph('你对责任认定有陈述、申辩和申请复核的权利，请在收到本通知书后书面提出。'),
      { kind: 'seal', issuer: unit, date },
      { kind: 'signatures', lines: [{ label: '被通知人' }] },
    ],
  };
}
