/** DOC-CRT-04 power of attorney and DOC-CRT-05 certificate of the person who represents the branch (documents.md §5.4). */
import { chineseDate } from '../../../kernel/chineseDate';
import { type Block, choices, type FormRow, paragraph } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import type { CasePaper, Filled, PaperField } from './casePaper';
import { defendantsOf, FOUR, pairRow, row } from './courtParts';
import type { CasePaperFacts } from './paperFacts';

const POWERS = ['admit', 'waive', 'amend', 'settle', 'counterclaim', 'appeal', 'enforce', 'receive-papers'] as const;
const POWER_WORD: Readonly<Record<(typeof POWERS)[number], string>> = {
  admit: '代为承认诉讼请求',
  waive: '代为放弃诉讼请求',
  amend: '代为变更诉讼请求',
  settle: '进行和解',
  counterclaim: '提起反诉',
  appeal: '提起上诉',
  enforce: '代为申请执行',
  'receive-papers': '代收法律文书',
};
const idOf = (power: string): string => `power-${power}`;
/** Powers that give away what the plan of the opinion does not (LIT-09). */
const BOUND_BY_PLAN = ['waive', 'settle'] as const;

function agentRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const second = filled.text('secondAgent');
  return [
    row(
      '委托单位',
      `${facts.bank.name}，住所地${facts.bank.address}，负责人：${facts.bank.principal.name}，${facts.bank.principal.title}`,
    ),
    pairRow('受委托人', filled.text('agent'), '工作单位', filled.text('agentUnit')),
    pairRow('证件（执业证）号', noBreak(filled.text('agentId')), '电话', noBreak(filled.text('agentPhone'))),
    ...(second === '' ? [] : [row('第二受委托人', second)]),
    pairRow('案由', facts.file.cause, '案号', facts.file.caseNo ?? '（尚未立案）'),
    row(
      '对方当事人',
      defendantsOf(facts)
        .map(({ name }) => name)
        .join('、'),
    ),
  ];
}

function powerRows(filled: Filled): FormRow[] {
  const isSpecial = filled.text('authority') === 'special';
  return [
    row(
      '代理权限',
      choices([
        ['一般授权', !isSpecial],
        ['特别授权', isSpecial],
      ]),
    ),
    row(
      '特别授权事项',
      isSpecial ? choices(POWERS.map((power) => [POWER_WORD[power], filled.ticked(idOf(power))])) : NOT_APPLICABLE,
      16,
    ),
    row('代理期限', filled.text('period')),
  ];
}

const seal = (facts: CasePaperFacts, date: string): Block => ({
  kind: 'seal',
  issuer: `委托单位（盖章）：${facts.bank.name}`,
  date,
  inWords: true,
});

const WHOLE_POWER = /全权/;

export const attorneyPaper: CasePaper = {
  code: 'DOC-CRT-04',
  title: '授权委托书',
  class: 'COURT',
  layout: 'form',
  fields: [
    {
      id: 'agent',
      kind: 'text',
      need: 'block',
      maxLength: 40,
      propose: ({ agents }) => agents[0]?.name ?? null,
    },
    { id: 'agentUnit', kind: 'text', need: 'block', maxLength: 60, propose: ({ agents }) => agents[0]?.firm ?? null },
    {
      id: 'agentId',
      kind: 'text',
      need: 'block',
      maxLength: 40,
      propose: ({ agents }) => agents[0]?.licenceNo ?? null,
    },
    { id: 'agentPhone', kind: 'text', need: 'block', maxLength: 20 },
    { id: 'secondAgent', kind: 'text', maxLength: 120 },
    { id: 'authority', kind: 'choice', need: 'block', options: ['general', 'special'] },
    ...POWERS.map((power): PaperField => ({ id: idOf(power), kind: 'checkbox' })),
    {
      id: 'period',
      kind: 'text',
      need: 'block',
      maxLength: 60,
      propose: () => '自签署之日起至本案审理、执行终结之日止',
    },
  ],
  check: (facts, filled) => {
    const isSpecial = filled.text('authority') === 'special';
    const given = POWERS.some((power) => filled.ticked(idOf(power)));
    const beyond = BOUND_BY_PLAN.some((power) => filled.ticked(idOf(power)));
    const typed = ['agentUnit', 'secondAgent', 'period'].map((id) => filled.text(id)).join(' ');
    const hasPlan = facts.file.acts.some(({ detail }) => detail.opinion?.settlement);
    return [
      ...(isSpecial && !given ? [noticeOf('field-missing', 'G-COND', 'block', idOf('admit'))] : []),
      ...(!isSpecial && given ? [noticeOf('general-with-powers', 'G-COND', 'block', 'authority')] : []),
      ...(isSpecial && beyond && !hasPlan ? [noticeOf('powers-beyond-plan', 'G-AUTH', 'block', idOf('settle'))] : []),
      ...(WHOLE_POWER.test(typed) ? [noticeOf('whole-power', 'G-COND', 'block', 'authority', '全权代理')] : []),
    ];
  },
  compose: (facts, filled, date) => [
    { kind: 'title', lines: ['授权委托书'] },
    { kind: 'formTable', widths: FOUR, rows: [...agentRows(facts, filled), ...powerRows(filled)] },
    paragraph('受委托人在上述权限内依法实施的诉讼行为，我单位均予承认。'),
    seal(facts, date),
  ],
};

export const principalPaper: CasePaper = {
  code: 'DOC-CRT-05',
  title: '法定代表人（负责人）身份证明书',
  class: 'COURT',
  layout: 'official',
  fields: [
    { id: 'principalId', kind: 'text', need: 'block', maxLength: 18 },
    { id: 'capacity', kind: 'choice', need: 'block', options: ['legal', 'principal'], propose: () => 'principal' },
  ],
  check: ({ bank }) =>
    bank.principal.name && bank.principal.title ? [] : [noticeOf('bank-incomplete', 'G-PARTY', 'block', 'bank')],
  compose: ({ bank }, filled, date) => [
    { kind: 'title', lines: ['法定代表人（负责人）', '身份证明书'] },
    paragraph(
      `${bank.principal.name}在我单位任${bank.principal.title}职务，系我单位的`,
      ...choices([
        ['法定代表人', filled.text('capacity') === 'legal'],
        ['负责人', filled.text('capacity') === 'principal'],
      ]),
      '。',
    ),
    paragraph('特此证明。'),
    paragraph(`公民身份号码：${noBreak(filled.text('principalId'))}`),
    paragraph(`电话：${noBreak(bank.phone)}`),
    { kind: 'seal', issuer: `${bank.name}（盖章）`, date, inWords: true },
    paragraph(`附：1.身份证复印件；2.营业执照复印件（${chineseDate(date)}核对）`),
  ],
};
