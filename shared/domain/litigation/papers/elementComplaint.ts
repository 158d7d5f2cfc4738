/**
 * DOC-CRT-02, the complaint by elements for 金融借款合同纠纷 (documents.md §4.8.2): the elements in their official order and numbers, by
 * the edition of the day of filing (法〔2025〕82号 from 2025-07-14, 法〔2024〕46号 before) or the one that the court wants. What the
 * file has is filled in; what only people know stays for ink or is typed.
 */
import { addDays, daysBetween, paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped } from '../../../kernel/money';
import { type Block, choices, type FormRow, heading, label, note, type Run, text, value } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import { organisationNumberName } from '../../parties/creditCode';
import { readIdNumber } from '../../parties/idNumber';
import type { CasePaper, Filled, PaperField } from './casePaper';
import { borrowerOf, claimTexts, isComputed, numbered, securityName } from './claims';
import { complaintFindings, enclosedWith, GROUND_FIELDS } from './complaintPaper';
import { callOf, closing, courtOf, percentOf } from './courtParts';
import { interestAnnexes } from './interestAnnex';
import type { CasePaperFacts, PaperLoan, PaperParty } from './paperFacts';

const EDITIONS = ['2025', '2024'] as const;
type Edition = (typeof EDITIONS)[number];
/** First day of use of the edition of 2025. */
const EDITION_2025 = '2025-07-14';

/** By the day on which the suit was filed, or is filed now. */
const editionByDay = ({ file, today }: CasePaperFacts): Edition =>
  (file.acts.find(({ kind }) => kind === 'sued')?.on ?? today) < EDITION_2025 ? '2024' : '2025';

const editionOf = (filled: Filled): Edition => (filled.text('edition') === '2024' ? '2024' : '2025');

const ELEMENT_WIDTHS = [52, 118];

const line = (caption: string, content: string | readonly Run[], minHeight = 8): FormRow => ({
  cells: [label(caption), value(content)],
  minHeight,
});
const yesNo = (yes: boolean, content = ''): Run[] => [
  ...choices([
    ['是', yes],
    ['否', !yes],
  ]),
  ...(yes && content !== '' ? [text(`　${content}`)] : []),
];
const hasOrNot = (has: boolean, content = ''): Run[] => [
  ...choices([
    ['有', has],
    ['无', !has],
  ]),
  ...(has && content !== '' ? [text(`　${content}`)] : []),
];
const table = (rows: readonly FormRow[]): Block => ({ kind: 'formTable', widths: ELEMENT_WIDTHS, rows });
const yuan = (fen: number): string => `${yuanGrouped(fen)}元`;

/** What was typed, or room to write it. */
const inkOr = (typed: string): Run => (typed === '' ? { blank: 20 } : text(typed));

const SEX = { male: '男', female: '女' } as const;

const caption = (words: string): FormRow => ({ cells: [label(words, 2)] });

function personRows(who: string, { name, idNo, address, phone, employer }: PaperParty): FormRow[] {
  const { sex, birthDate } = readIdNumber(idNo ?? '', null);
  return [
    caption(`${who}（自然人）`),
    line('姓名、性别、出生日期、民族', [name, sex ? SEX[sex] : '', birthDate ? paperDate(birthDate) : ''].join('　')),
    line('工作单位、职务、联系电话', [employer ?? '', phone ?? ''].join('　')),
    line('住所地（户籍所在地）', address ?? ''),
    line('经常居住地', ''),
    line('证件类型、证件号码', `居民身份证　${noBreak(idNo ?? '')}`),
  ];
}

interface Organisation {
  readonly name: string;
  readonly address: string | null;
  readonly representative: readonly (string | null)[];
  readonly creditCode: string | null;
}

const CREDIT_CODE = '统一社会信用代码';
/** The element's name is the court's; a number of another kind says what it is. */
function codeText(code: string): string {
  const name = organisationNumberName(code);
  return name === CREDIT_CODE ? noBreak(code) : `${name}　${noBreak(code)}`;
}

const organisationRows = (who: string, { name, address, representative, creditCode }: Organisation): FormRow[] => [
  caption(`${who}（法人、非法人组织）`),
  line('名称', name),
  line('住所地（主要办事机构所在地）', address ?? ''),
  line('注册地/登记地', address ?? ''),
  line('法定代表人/负责人、职务、联系电话', representative.map((each) => each ?? '').join('　')),
  line(CREDIT_CODE, codeText(creditCode ?? '')),
  line('类型', ''),
];

const ROLE_CAPTION = { defendant: '被告', 'third-party': '第三人', plaintiff: '原告' } as const;

/** Asked by the edition of 2024 alone. */
const serviceRows = ({ bank }: CasePaperFacts): FormRow[] => [
  line(
    '送达地址（所填信息除书面特别声明更改外，适用于案件一审、二审、再审所有后续程序）及收件人、电话',
    [bank.address, bank.principal.name, bank.phone].join('　'),
  ),
  line('是否接受电子送达', [
    ...yesNo(false),
    text('　方式：'),
    ...choices([
      ['短信', false],
      ['微信', false],
      ['传真', false],
      ['邮箱', false],
      ['其他', false],
    ]),
  ]),
];

function partyRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { name, address, principal, phone, creditCode } = facts.bank;
  const { agents } = facts;
  const us = { name, address, representative: [principal.name, principal.title, phone], creditCode };
  return [
    ...organisationRows('原告', us),
    line(
      '委托诉讼代理人',
      hasOrNot(
        agents.length > 0,
        `${agents.map(({ name, firm }) => `姓名：${name}${firm ? `　单位：${firm}` : ''}`).join('；')}　代理权限：${filled.text('agentPower')}`,
      ),
    ),
    ...(editionOf(filled) === '2024' ? serviceRows(facts) : []),
    ...facts.parties.flatMap((party) => {
      const who = callOf(facts, party.key) || ROLE_CAPTION[party.role];
      if (party.kind === 'person') return personRows(who, party);
      const representative = [party.legalRepresentative, party.phone];
      return organisationRows(who, { ...party, representative, creditCode: party.idNo });
    }),
  ];
}

function interestText(loan: PaperLoan): string {
  const { accrual, claimedInterest, asOf } = loan;
  const until = `截至${paperDate(asOf)}止，`;
  if (accrual === null || !isComputed(loan)) return `${until}欠利息（含复利、罚息）${yuan(claimedInterest)}`;
  return `${until}欠利息${yuan(accrual.contract)}，复利${yuan(accrual.compound)}、罚息（违约金）${yuan(accrual.penalty)}`;
}

const basisText = (filled: Filled): string => `合同约定；法律规定：${filled.lines('law').join('、')}`;

function claimRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { loans, file } = facts;
  const texts = (kind: string): string =>
    file.claims
      .filter((claim) => claim.kind === kind)
      .map(({ text: said, amount }) => (amount === null ? said : `${said}${yuan(amount)}`))
      .join('；');
  const secured = [texts('security'), texts('guarantee')].filter(Boolean).join('；');
  const each = (of: (loan: PaperLoan) => string): string =>
    loans.map((loan) => (loans.length === 1 ? '' : `${noBreak(loan.contractNo)}：`) + of(loan)).join('；');
  const isOld = editionOf(filled) === '2024';
  return [
    ...(isOld ? [] : [line('诉讼请求（完整表述）', numbered(claimTexts(facts)).join(''))]),
    line(
      '1.本金',
      each(
        ({ asOf, claimedPrincipal }) => `截至${paperDate(asOf)}止，尚欠本金${yuan(claimedPrincipal)}（人民币，下同）`,
      ),
    ),
    line('2.利息', [text(`${each(interestText)}。是否请求支付至实际清偿之日止：`), ...yesNo(true)]),
    line('3.是否要求提前还款或解除合同', yesNo(filled.ticked('accelerates'), '提前还款（加速到期）')),
    line('4.是否主张担保权利', yesNo(secured !== '', secured)),
    line('5.是否主张实现债权的费用', yesNo(texts('costs') !== '', texts('costs'))),
    ...(isOld ? [] : [line('6.是否主张诉讼费用', yesNo(true))]),
    line(isOld ? '6.其他请求' : '7.其他请求', texts('other') || '无'),
    line(isOld ? '7.标的总额' : '8.标的总额', yuan(file.claimed.total)),
    ...(isOld ? [line('8.请求依据', basisText(filled))] : []),
  ];
}

function jurisdictionRows({ file }: CasePaperFacts, filled: Filled): FormRow[] {
  const clause = filled.text('jurisdiction');
  const preserved = file.acts.findLast(
    ({ kind, detail }) => kind === 'preservation-ordered' && detail.when === 'pre-suit',
  );
  const said = preserved
    ? [preserved.detail.court, preserved.on && paperDate(preserved.on), preserved.detail.caseNo]
        .filter(Boolean)
        .join('，')
    : '';
  return [
    line('1.有无仲裁、法院管辖约定', hasOrNot(clause !== '', clause)),
    line('2.是否已经诉前保全', yesNo(preserved !== undefined, said)),
    ...(editionOf(filled) === '2024'
      ? [line('3.是否申请诉讼保全', yesNo(file.acts.some(({ kind }) => kind === 'preservation-applied')))]
      : []),
  ];
}

function loanRows(facts: CasePaperFacts, loan: PaperLoan, filled: Filled): FormRow[] {
  const { contractNo, issuedOn, dueOn, granted, annualRate, upliftPercent, compound, balance } = loan;
  const day = (date: string | null): string => (date === null ? NOT_APPLICABLE : paperDate(date));
  const over = dueOn !== null && dueOn < facts.today;
  const rate = annualRate === null ? NOT_APPLICABLE : `利率${percentOf(annualRate)}%/年`;
  const uplift = upliftPercent === null ? '' : `；逾期上浮${Number(upliftPercent)}%/年`;
  return [
    line('1.合同签订情况', `《借款合同》（编号：${noBreak(contractNo)}），签订时间${day(issuedOn)}，签订地点：`),
    line(
      '2.签订主体',
      `贷款人：${facts.bank.name}　借款人：${borrowerOf(facts, loan)?.name ?? facts.file.household.name}`,
    ),
    line('3.借款金额', `约定：${yuan(granted)}　实际发放：${yuan(granted)}`),
    line('4.借款期限', [text('是否到期：'), ...yesNo(over), text(`　约定期限：${day(issuedOn)}起至${day(dueOn)}止`)]),
    line(
      '5.借款利率',
      `${rate}${uplift}；${compound ? '约定复利' : '复利：'}（合同条款：${filled.text('rateClause') || '第　条'}）`,
    ),
    line('6.借款发放时间、金额', `${day(issuedOn)}，${yuan(granted)}`),
    line('7.还款方式', filled.text('repayment')),
    line('8.还款情况', [
      text(`已还本金：${yuan(Math.max(0, granted - balance))}；已还利息：`),
      inkOr(filled.text('paidInterest')),
      text('；还息至：'),
      inkOr(filled.text('interestPaidTo')),
    ]),
    line(
      '9.是否存在逾期还款',
      yesNo(
        over,
        dueOn ? `逾期时间：${paperDate(addDays(dueOn, 1))}起，至今已逾期${daysBetween(dueOn, facts.today)}天` : '',
      ),
    ),
  ];
}

const KIND_WORD = { joint: '连带责任保证', general: '一般保证' } as const;

function securityRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const assets = facts.securities.filter(({ isLive }) => isLive);
  const registered = assets.filter(({ registeredOn }) => registeredOn !== null);
  const guarantors = facts.parties.filter(({ guarantees }) => guarantees.length > 0);
  const kinds = new Set(guarantors.flatMap(({ guarantees }) => guarantees.map(({ kind }) => kind)));
  const people = guarantors.map(
    ({ name, guarantees }) => `${name}${guarantees[0]?.contractNo ? `（${noBreak(guarantees[0].contractNo)}）` : ''}`,
  );
  const isOld = editionOf(filled) === '2024';
  const most = filled.text('maximum');
  const other = filled.text('otherSecurity');
  return [
    line('10.是否签订物的担保（抵押、质押）合同', yesNo(assets.length > 0, '签订时间：')),
    line(
      '11.担保人、担保物',
      assets.map((item) => `${item.owner}：${securityName(item)}（${item.security}）`).join('；') || '无',
    ),
    line('12.是否最高额担保', yesNo(most !== '', most)),
    line(
      '13.是否办理抵押、质押登记',
      yesNo(
        registered.length > 0,
        registered
          .map(({ registeredOn, certificateNo }) => `正式登记 ${registeredOn ?? ''} ${certificateNo ?? ''}`)
          .join('；'),
      ),
    ),
    line(
      isOld ? '14.是否签订保证合同' : '14.是否签订保证合同（保函）',
      yesNo(guarantors.length > 0, `保证人：${people.join('、')}`),
    ),
    line('15.保证方式', choices((['general', 'joint'] as const).map((kind) => [KIND_WORD[kind], kinds.has(kind)]))),
    line('16.其他担保方式', yesNo(other !== '', other)),
    ...(isOld ? [] : [line('17.请求承担责任的依据', basisText(filled))]),
    line(isOld ? '17.其他需要说明的内容' : '18.其他需要说明的内容', filled.text('remark') || '无'),
    line(isOld ? '18.证据清单' : '19.证据清单', '见证据目录'),
  ];
}

const WILLS = ['yes', 'no', 'undecided'] as const;
const WILL_WORD = { yes: '是', no: '否', undecided: '暂不确定，想要了解更多内容' } as const;

const MEDIATION: readonly PaperField[] = [
  { id: 'knowsMediation', kind: 'choice', need: 'block', options: ['yes', 'no'], propose: () => 'yes' },
  {
    id: 'wantsMediation',
    kind: 'choice',
    need: 'block',
    options: WILLS,
    // The edition of 2024 does not ask.
    propose: (facts) => (editionByDay(facts) === '2024' ? 'no' : null),
  },
];

const mediationRows = (filled: Filled): FormRow[] => {
  const knows = filled.text('knowsMediation') === 'yes';
  const known: Run[] = choices([
    ['了解', knows],
    ['不了解', !knows],
  ]);
  return [
    line('1.是否了解调解作为非诉讼纠纷解决方式', known),
    line('2.是否了解先行调解解决纠纷的好处', known),
    line('3.是否考虑先行调解', choices(WILLS.map((will) => [WILL_WORD[will], will === filled.text('wantsMediation')]))),
  ];
};

function loanSheets(facts: CasePaperFacts, filled: Filled): Block[] {
  const [only] = facts.loans;
  if (only && facts.loans.length === 1) return [table(loanRows(facts, only, filled))];
  return [note('第1至9项见另附页，每份合同一页。')];
}

const annexes = (facts: CasePaperFacts, filled: Filled): Block[] =>
  facts.loans.length === 1
    ? []
    : facts.loans.flatMap((loan, at): Block[] => [
        { kind: 'annex', index: at + 1, title: `另附页：${loan.contractNo}` },
        table(loanRows(facts, loan, filled)),
      ]);

const PLAIN = (id: string, maxLength = 200): PaperField => ({ id, kind: 'text', maxLength });

export const elementComplaint: CasePaper = {
  code: 'DOC-CRT-02',
  title: '民事起诉状（金融借款合同纠纷）',
  class: 'COURT',
  layout: 'form',
  fields: [
    ...GROUND_FIELDS,
    { id: 'edition', kind: 'choice', need: 'block', options: EDITIONS, propose: editionByDay },
    { id: 'agentPower', kind: 'text', maxLength: 20, propose: () => '一般授权' },
    { id: 'accelerates', kind: 'checkbox' },
    PLAIN('jurisdiction'),
    PLAIN('rateClause', 40),
    { id: 'repayment', kind: 'text', need: 'block', maxLength: 60, propose: () => '按季计息到期一次性还本' },
    PLAIN('paidInterest', 40),
    PLAIN('interestPaidTo', 40),
    PLAIN('maximum'),
    PLAIN('otherSecurity'),
    PLAIN('remark', 1000),
    ...MEDIATION,
  ],
  check: (facts, filled) => {
    const secured = facts.securities.some(({ isLive }) => isLive);
    const mediates = filled.text('wantsMediation') === 'yes';
    const permitted = facts.file.permits.some(({ kind, state }) => kind === 'settlement' && state === 'approved');
    const days = new Set(facts.loans.map(({ asOf }) => asOf));
    return [
      ...complaintFindings(facts),
      ...(days.size > 1 ? [noticeOf('as-of-differs', 'G-INT', 'block', 'loans', [...days].join('、'))] : []),
      ...(mediates && secured && !permitted
        ? [noticeOf('mediation-not-permitted', 'G-AUTH', 'block', 'wantsMediation')]
        : []),
    ];
  },
  compose: (facts, filled, date): Block[] => [
    { kind: 'title', lines: ['民事起诉状', '（金融借款合同纠纷）'] },
    heading(1, '当事人信息'),
    table(partyRows(facts, filled)),
    heading(1, '诉讼请求'),
    table(claimRows(facts, filled)),
    heading(1, editionOf(filled) === '2024' ? '诉讼保全' : '约定管辖和诉前保全'),
    table(jurisdictionRows(facts, filled)),
    heading(1, '事实与理由'),
    ...(editionOf(filled) === '2024' ? [] : [table([line('事实与理由（完整表述）', filled.text('facts'))])]),
    ...loanSheets(facts, filled),
    table(securityRows(facts, filled)),
    ...(editionOf(filled) === '2024' ? [] : [heading(1, '对纠纷解决方式的意愿'), table(mediationRows(filled))]),
    ...closing(facts, courtOf(facts), enclosedWith(facts), '具状人', date),
    ...annexes(facts, filled),
    ...interestAnnexes(facts, facts.loans.length === 1 ? 1 : facts.loans.length + 1),
  ],
};
