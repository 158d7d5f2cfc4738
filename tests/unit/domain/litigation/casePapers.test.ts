/** The wording and checks of papers of a case, on facts made for the test (documents.md §4.5–§4.10, §5.3, §5.4). */

import { attorneyPaper } from '@shared/domain/litigation/papers/authorityPapers';
import { type CasePaper, checkPaper, composePaper, fillPaper } from '@shared/domain/litigation/papers/casePaper';
import { claimTexts, numbered } from '@shared/domain/litigation/papers/claims';
import { complaintPaper } from '@shared/domain/litigation/papers/complaintPaper';
import { coordinationPaper } from '@shared/domain/litigation/papers/coordinationPaper';
import { elementComplaint } from '@shared/domain/litigation/papers/elementComplaint';
import { enforcementPaper, resumptionPaper } from '@shared/domain/litigation/papers/enforcementPapers';
import { pagedEvidence } from '@shared/domain/litigation/papers/evidenceList';
import type { CasePaperFacts, PaperLoan, PaperParty } from '@shared/domain/litigation/papers/paperFacts';
import { comparedTerms, releasePaper, settlementPaper } from '@shared/domain/litigation/papers/permitPapers';
import { preservationPaper, renewalPaper } from '@shared/domain/litigation/papers/preservationPaper';
import type { Release } from '@shared/domain/litigation/permits';
import { chineseCount, chineseDate } from '@shared/kernel/chineseDate';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-10-12';

const party = (key: string, given: Partial<PaperParty>): PaperParty => ({
  ...{ key, role: 'defendant', capacity: 'borrower', name: '青禾公司', kind: 'organisation', partyId: 1 },
  ...{ idNo: '91500236MA00000001', address: '云岭县某路1号', phone: null, employer: null },
  ...{ legalRepresentative: '何大川', guarantees: [] },
  ...given,
});

const loan = (given: Partial<PaperLoan> = {}): PaperLoan => ({
  ...{
    id: 1,
    borrowerId: 1,
    contractNo: '河支流借字2023第0316号',
    receiptNo: null,
    issuedOn: '2023-03-16',
    dueOn: '2025-03-15',
  },
  ...{ granted: 150_000_000, balance: 132_000_000, interest: 22_144_176, asOf: '2026-09-20' },
  accrual: {
    ...{ contract: 2_002_000, penalty: 19_841_250, compound: 300_926, asOf: '2026-09-20', paid: 0, basis: 360 },
    callUnsaid: null,
    open: { contract: 0, penalty: 0, compound: 0 },
    lines: [
      {
        ...{ kind: 'penalty', from: '2025-03-16', to: '2026-09-20', days: 554 },
        ...{ base: 132_000_000, annualRate: '0.0975', amount: 19_841_250 },
      },
    ],
    trace: [],
  },
  ...{
    interestMissing: null,
    interestGap: null,
    received: 0,
    claimedPrincipal: 132_000_000,
    claimedInterest: 22_144_176,
  },
  ...{ purpose: '收购农产品', fiveLevel: '可疑', officer: '李某', annualRate: '0.065', upliftPercent: '50' },
  ...{ compound: true, termsSource: '合同第五条', limitationEnd: '2029-04-10' },
  ...given,
});

const BANK = {
  ...{ name: '河湾支行', address: '云岭县河湾镇', phone: '023-1', creditCode: '91500236MA00000000' },
  account: { name: '河湾支行', number: '6230', bank: '河湾支行' },
  principal: { name: '张某', title: '行长' },
};

const FILE = {
  ...{
    id: 1,
    key: 'AJ000001',
    version: 1,
    route: 'suit',
    standing: 'plaintiff',
    title: '诉青禾公司',
    courtLevel: 'basic',
  },
  ...{ cause: '金融借款合同纠纷', court: '云岭县人民法院', unit: { id: 1, name: '河湾支行', level: 'sub-branch' } },
  ...{ household: { id: 1, number: 'H000001', name: '青禾公司' }, openedOn: '2026-09-01', remark: null },
  claims: [
    { kind: 'security', amount: null, collateralId: 7, party: null, text: '就房产优先受偿' },
    { kind: 'guarantee', amount: null, collateralId: null, party: 'p2', text: '何大川对上述债务承担连带清偿责任。' },
    { kind: 'costs', amount: 3_000_000, collateralId: null, party: null, text: '律师费' },
  ],
  ...{ people: [], statedStage: null, acts: [], evidence: [], report: null, postponements: [], permits: [] },
  demands: [],
  consent: { state: 'approved', requestId: 1, number: null, on: '2026-09-30', deadline: '2026-10-08' },
  claimed: { principal: 132_000_000, interest: 22_144_176, costs: 3_000_000, total: 157_144_176 },
  ...{ stage: 'cleared', state: 'pre-suit', seizures: [], effect: null, caseNo: null, enforcementNo: null },
} as unknown as CasePaperFacts['file'];

const facts = (given: Partial<CasePaperFacts> = {}): CasePaperFacts => ({
  ...{ asOf: '2026-09-20', today: TODAY, bank: BANK, contact: '李某', byCounsel: false, file: FILE },
  ...{ filingLevel: 'county', override: null, responsibleRole: { role: 'deputy-head', article: 'B4 第六条' } },
  ...{
    closed: null,
    closedForPreservation: null,
    unclaimed: [],
    loans: [loan()],
    permit: null,
    vote: null,
    levels: [],
  },
  agents: [{ name: '赵律师', firm: '某律师事务所', licenceNo: '15001' }],
  parties: [
    party('p1', {}),
    party('p2', { capacity: 'guarantor', name: '何大川', kind: 'person', idNo: '512226194403189114' }),
  ],
  securities: [
    {
      ...{ collateralId: 7, loanId: 1, security: '抵押', kind: '商铺', location: '河湾镇某街1号', quantity: null },
      ...{ owner: '青禾公司', certificateNo: '云岭（2023）不动产证明第0005678号', registeredOn: '2023-03-16' },
      ...{ value: 170_000_000, valuedOn: '2026-06-30', isLive: true },
    },
  ],
  fees: { acceptance: 1_894_298, preservation: 500_000, paymentOrder: 631_433 },
  ...{ enforcement: null, delay: null, refusalCopies: 2 },
  seizureMonths: { deposit: 12, movable: 24, 'real-estate': 36, 'other-right': 36 },
  ...given,
});

const file = (given: object): CasePaperFacts['file'] => ({ ...FILE, ...given });
const codes = (paper: CasePaper, of: CasePaperFacts, typed: Record<string, unknown> = {}): string[] =>
  checkPaper(paper, of, typed).map(({ code, field }) => `${code}:${field}`);
const textOf = (paper: CasePaper, of: CasePaperFacts, typed: Record<string, unknown> = {}): string =>
  JSON.stringify(composePaper(paper, of, fillPaper(paper, of, typed), TODAY).blocks);

describe('days and counts in Chinese numerals (§2.7)', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [31, '三十一'],
  ])('%i is %s', (count, words) => expect(chineseCount(count)).toBe(words));

  it('writes the zero of a year as 〇', () => {
    expect(chineseDate('2026-10-12')).toBe('二〇二六年十月十二日');
    expect(chineseDate('2030-01-20')).toBe('二〇三〇年一月二十日');
  });
});

describe('claims (§4.8.1)', () => {
  it('names principal, each kind of interest with its day, and what goes on', () => {
    const [debt, costs, security, guarantee, ...rest] = claimTexts(facts());
    expect(debt).toBe(
      '判令被告一偿还原告借款本金1,320,000.00元，并支付截至2026年9月20日（含当日）的利息20,020.00元、罚息198,412.50元、复利3,009.26元；自2026年9月21日起至实际清偿之日止，以1,320,000.00元为基数按年利率9.75%支付罚息',
    );
    expect(costs).toBe('判令被告支付原告为实现债权支出的律师费30,000.00元');
    expect(security).toContain('上述第一至第二项债权');
    expect(guarantee).toBe('判令被告二对上述债务承担连带清偿责任');
    expect(rest).toEqual(['本案案件受理费、保全费等诉讼费用由被告负担']);
    expect(numbered(['甲', '乙'])).toEqual(['一、甲；', '二、乙。']);
  });

  it('gives one sum where the claimed interest is not the computed one', () => {
    const [debt] = claimTexts(facts({ loans: [loan({ claimedInterest: 20_000_000 })] }));
    expect(debt).toContain('利息（含罚息、复利）200,000.00元');
  });

  it('calls a single defendant 被告', () => {
    expect(claimTexts(facts({ parties: [party('p1', {})] }))[0]).toMatch(/^判令被告偿还/);
  });
});

describe('gates of papers to a court (§0.2)', () => {
  const GROUNDS = { law: '《中华人民共和国民法典》第六百七十五条' };

  it('lets a complete file through', () => {
    expect(codes(complaintPaper, facts(), GROUNDS)).toEqual([]);
  });

  it.each<[string, Partial<CasePaperFacts>, string]>([
    ['G-FILE', { closed: { code: 'gate-filing-missing', article: 'B4 第二十三条' } }, 'gate-closed:case'],
    ['G-SEC', { unclaimed: ['商铺'] }, 'security-not-claimed:case'],
    ['G-PARTY court', { file: file({ court: null }) }, 'court-missing:case'],
    ['G-PARTY defendant', { parties: [party('p1', { address: null })] }, 'party-incomplete:party'],
    ['G-AMT', { loans: [loan({ balance: 1 })] }, 'claim-above-balance:loans'],
    ['G-DATE', { loans: [loan({ dueOn: '2023-03-01' })] }, 'dates-out-of-order:loans'],
    ['G-INT', { loans: [loan({ claimedInterest: 22_144_177 })] }, 'claimed-interest-differs:loans'],
  ])('%s', (_, given, code) => expect(codes(complaintPaper, facts(given), GROUNDS)).toContain(code));

  it('G-SHORT, G-LANG: an empty law, a threat; what a court is asked for is no threat', () => {
    expect(codes(complaintPaper, facts())).toEqual(['field-missing:law']);
    expect(codes(complaintPaper, facts(), { ...GROUNDS, facts: '否则请公安抓人' })).toContain('wording-block:facts');
    expect(codes(complaintPaper, facts(), { ...GROUNDS, facts: '法院已查封房产。' })).toEqual([]);
  });

  it('mediation of a secured debt wants approval first (LIT-09)', () => {
    const typed = { ...GROUNDS, wantsMediation: 'yes' };
    expect(codes(elementComplaint, facts(), typed)).toEqual(['mediation-not-permitted:wantsMediation']);
    const permits = [
      { id: 1, kind: 'settlement', terms: { item: '', amount: 1 }, reason: '', state: 'approved', filingNo: null },
    ];
    expect(codes(elementComplaint, facts({ file: file({ permits }) }), typed)).toEqual([]);
    expect(textOf(elementComplaint, facts(), typed)).toContain('至今已逾期576天');
  });
});

describe('preservation (§4.9)', () => {
  const typed = { facts: '被申请人正在转移财产。' };

  it('proposes the claim’s sum and the securities as property, with the law’s term', () => {
    expect(codes(preservationPaper, facts(), typed)).toEqual([]);
    const text = textOf(preservationPaper, facts(), typed);
    expect(text).toContain('人民币1,571,441.76元（壹佰伍拾柒万壹仟肆佰肆拾壹元柒角陆分）');
    expect(text).toContain('3年');
  });

  it('refuses more than the claim, a clue without a thing, a security without a giver', () => {
    expect(codes(preservationPaper, facts(), { ...typed, amount: '1571441.77' })).toEqual([
      'amount-above-claim:amount',
    ]);
    expect(codes(preservationPaper, facts(), { ...typed, clues: '青禾公司｜存款' })).toEqual(['clue-incomplete:clues']);
    expect(codes(preservationPaper, facts(), { ...typed, securityGiven: 'property' })).toEqual([
      'field-missing:securityBy',
    ]);
  });

  it('a seizure that ended is not renewed', () => {
    const seized = {
      key: 'a1',
      asset: 'deposit',
      item: '账户',
      owner: null,
      expiry: '2026-10-11',
      releasedOn: null,
      trace: [],
    };
    const of = (seizures: object[]) => codes(renewalPaper, facts({ file: file({ seizures }) }), typed);
    expect(of([seized])).toEqual(['seizure-expired:case']);
    expect(of([{ ...seized, expiry: TODAY }])).toEqual([]);
    expect(of([{ ...seized, releasedOn: '2026-01-01' }])).toEqual(['no-seizure:case']);
  });
});

describe('enforcement (§4.10, ENF-08)', () => {
  const effect = {
    ...{
      act: { kind: 'effective', detail: { text: '一、偿还本金' } },
      effectiveOn: '2024-01-20',
      paperNo: '（2023）渝0236民初1号',
    },
    ...{ performBy: '2024-01-30', instalments: [], notarised: false },
  };
  const late = { status: 'expired', expiry: '2026-01-30', article: '民事诉讼法 第二百五十条' };
  const of = (given: Partial<CasePaperFacts>) => facts({ file: file({ effect }), ...given });

  it('adds up in capitals what is asked', () => {
    const delay = { base: 135_000_000, from: '2024-01-31', until: TODAY, days: 22, amount: 519_750 };
    const text = textOf(enforcementPaper, of({ delay }), { costs: '53942.98' });
    // 1,320,000.00 + 221,441.76 + 5,197.50 + 53,942.98
    expect(text).toContain('1,600,582.24元（壹佰陆拾万零伍佰捌拾贰元贰角肆分）');
  });

  it('asks for what is still owed: what came in repaid costs, interest and principal before the interest for the delay', () => {
    const delay = { base: 135_000_000, from: '2024-01-31', until: TODAY, days: 22, amount: 519_750 };
    const received = (amount: number) => {
      const acts = [{ key: 'a1', kind: 'money-received', on: TODAY, detail: { amount } }];
      const given = { ...of({ delay }), file: file({ effect, acts }) } as CasePaperFacts;
      return resumptionPaper.fields.flatMap(({ id, propose }) =>
        ['costs', 'interest', 'principal', 'delay', 'received'].includes(id) ? [`${id} ${propose?.(given)}`] : [],
      );
    };
    const { principal, interest, costs } = of({}).file.claimed;
    const yuan = (fen: number) => (fen / 100).toFixed(2);
    expect(received(costs + 100)).toEqual([
      `principal ${yuan(principal)}`,
      `interest ${yuan(interest - 100)}`,
      'delay 5197.50',
      'costs 0.00',
      `received ${yuan(costs + 100)}`,
    ]);
    expect(received(costs + interest + principal + 50).slice(0, 4)).toEqual([
      ...['principal 0.00', 'interest 0.00', 'delay 5197.00', 'costs 0.00'],
    ]);
  });

  it('after the period only counsel issues it, with the reason; nobody is refused silently', () => {
    expect(codes(enforcementPaper, of({ enforcement: late }))).toEqual(['enforcement-period-over:case']);
    expect(codes(enforcementPaper, of({ enforcement: late, byCounsel: true }))).toEqual([
      'enforcement-period-risk:case',
      'late-unexplained:lateReason',
    ]);
    expect(codes(enforcementPaper, of({ enforcement: late, byCounsel: true }), { lateReason: '对方同意履行' })).toEqual(
      ['enforcement-period-risk:case'],
    );
  });
});

describe('internal papers (§5.3)', () => {
  it('LIT-09 compares each term with the plan of the opinion', () => {
    const plan = { floor: 900, firstPayment: 300, months: 12, waiver: 0, keepsSecurity: true, onDefault: '恢复' };
    const opinion = { number: '1', version: 1, settlement: plan };
    const acts = [{ key: 'a1', kind: 'opinion-given', on: TODAY, detail: { opinion } }];
    const terms = { item: '分期', amount: 900, firstPayment: 300, months: 12, waiver: 0, keepsSecurity: true };
    const with_ = (given: object, state: 'asked' | 'approved' = 'asked') => {
      const permit = {
        ...({ id: 1, kind: 'settlement', reason: '', decidedOn: null, filingNo: null, filedOn: null } as const),
        ...{ terms: { ...terms, ...given }, state },
      };
      return facts({ file: file({ acts }), permit });
    };
    expect(comparedTerms(with_({})).agrees).toBe(true);
    for (const worse of [
      { amount: 899 },
      { firstPayment: 299 },
      { months: 13 },
      { waiver: 1 },
      { keepsSecurity: false },
    ])
      expect(comparedTerms(with_(worse)).agrees).toBe(false);
    expect(codes(settlementPaper, with_({}), {})).toEqual(['permit-not-approved:case']);
    expect(codes(settlementPaper, with_({}, 'approved'), {})).toEqual([]);
  });

  it('LIT-08 GUA-11 a withdrawal names the guarantee periods that only the suit kept; giving a seizure up touches none', () => {
    const guarantee = { id: 1, loanId: 1, contractNo: null, kind: 'joint', amount: null } as const;
    const said = (release: Release, periodEnd: string) => {
      const parties = [party('p2', { name: '何大川', guarantees: [{ ...guarantee, periodEnd }] })];
      const terms = { release, item: '全部请求', amount: null, performance: '还清', effects: '无' };
      const given = {
        id: 1,
        kind: 'release',
        reason: '',
        decidedOn: TODAY,
        filingNo: '备1号',
        filedOn: TODAY,
      } as const;
      const acts = [{ key: 'a1', kind: 'sued', on: '2026-03-02', detail: {}, files: [] }];
      const permit = { ...given, terms, state: 'approved' as const };
      return codes(releasePaper, facts({ file: file({ acts }), parties, permit })).includes(
        'guarantee-would-lapse:case',
      );
    };
    expect([said('withdrawal', '2026-03-01'), said('withdrawal', '2026-03-02')]).toEqual([false, true]);
    expect([said('part-withdrawal', '2027-04-11'), said('withdrawal', '2027-04-12')]).toEqual([true, false]);
    expect([said('seizure', '2026-11-01'), said('change', '2026-11-01')]).toEqual([false, false]);
  });

  it('the coordination report tells the fact, not the person', () => {
    const typed = { difficulty: 'other', measures: '两次书面申请', way: 'supervision', request: '请求督促' };
    expect(codes(coordinationPaper, facts(), { ...typed, facts: '有人打招呼' })).toEqual(['wording-block:facts']);
    expect(codes(coordinationPaper, facts(), { ...typed, facts: '六个月未采取措施' })).toEqual([]);
  });

  it('an agent gets named powers; no 全权, no settling without a plan', () => {
    const agent = { agent: '赵律师', agentUnit: '律所', agentId: '1', agentPhone: '1' };
    expect(codes(attorneyPaper, facts(), { ...agent, authority: 'special' })).toEqual(['field-missing:power-admit']);
    expect(codes(attorneyPaper, facts(), { ...agent, authority: 'special', 'power-settle': true })).toEqual([
      'powers-beyond-plan:power-settle',
    ]);
    expect(codes(attorneyPaper, facts(), { ...agent, authority: 'general', period: '全权代理至结案' })).toEqual([
      'whole-power:authority',
    ]);
  });

  it('evidence pages follow each other without a gap', () => {
    const item = (id: number, pages: number) => ({ id, pages }) as never;
    expect(pagedEvidence([item(1, 3), item(2, 1), item(3, 2)]).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 4],
      [5, 6],
    ]);
  });
});

describe('the element complaint by its edition, and the interest statement (§4.8.2, K-INT)', () => {
  const typed = { facts: '借款人未按约还款。', law: '《中华人民共和国民法典》第六百七十五条', wantsMediation: 'no' };
  const sued = (on: string) => facts({ file: file({ acts: [{ kind: 'sued', on, detail: {}, files: [] }] }) });

  it('asks what its edition asks, in its numbers: 2025 from its first day, 2024 before, and as a court wants', () => {
    const of2025 = textOf(elementComplaint, sued('2025-07-14'), typed);
    for (const said of ['诉讼请求（完整表述）', '6.是否主张诉讼费用', '17.请求承担责任的依据', '对纠纷解决方式的意愿'])
      expect(of2025).toContain(said);
    const of2024 = textOf(elementComplaint, sued('2025-07-13'), { ...typed, wantsMediation: '' });
    for (const said of ['8.请求依据', '17.其他需要说明的内容', '是否接受电子送达', '3.是否申请诉讼保全'])
      expect(of2024).toContain(said);
    for (const said of ['完整表述', '是否主张诉讼费用', '对纠纷解决方式的意愿', '保函'])
      expect(of2024).not.toContain(said);
    expect(textOf(elementComplaint, facts(), { ...typed, edition: '2024' })).toContain('8.请求依据');
  });

  it('computed interest is shown line by line behind the paper, and named among what is enclosed', () => {
    const text = textOf(complaintPaper, facts(), typed);
    expect(text).toContain('利息计算表');
    expect(text).toContain('4.利息计算表');
    expect(text).toContain('合同第五条');
    const other = facts({ loans: [loan({ claimedInterest: 20_000_000 })] });
    expect(textOf(complaintPaper, other, typed)).not.toContain('利息计算表');
  });
});
