/** The gate step by step (B4 §6, §9–12, §21), who answers for a claim at each bound, and what a case says to the clocks. */
import type { CaseFile, CaseParty, Consent } from '@shared/domain/litigation/caseFile';
import { caseIdOf, caseKey, claimedOf } from '@shared/domain/litigation/caseFile';
import { beforeCommittee, gateOf, gateRefusal } from '@shared/domain/litigation/gate';
import type { Opinion } from '@shared/domain/litigation/gateDetail';
import { limitationActs } from '@shared/domain/litigation/limitationActs';
import { stageOf } from '@shared/domain/litigation/stages';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;
const TODAY = '2026-11-22';

const SECURITY = { collateralId: 3, loanId: 1, description: '房产', owner: '张三', isLive: true };
const CLAIM = { kind: 'security', amount: null, collateralId: 3, party: null, text: '优先受偿' } as const;
const item = (kind: 'receipt' | 'contract' | 'guarantee') => ({
  ...{ id: 1, kind, name: '材料', source: '档案', isOriginal: true, pages: 1, proves: '借贷', sha256: null },
});
const REPORT = { documentId: 9, number: '奉支论字〔2026〕第0001号', issuedOn: '2026-09-20' };
const opinion: Opinion = {
  ...{
    number: '奉支意字〔2026〕第0001号',
    counsel: '赵律师',
    version: 1,
    facts: 'x',
    law: 'x',
    chance: 'high',
    adverse: 'x',
  },
  ...{ enforceability: 'fair', assets: 'x', expected: 1, settlement: null, conclusion: 'sue' },
};
const OPINION: GivenAct = ['opinion-given', '2026-09-28', { opinion }];
const consent = (state: Consent['state']): Consent => ({
  state,
  requestId: 1,
  number: null,
  on: '2026-09-30',
  deadline: null,
});
const FILED: GivenAct = [
  'filing-decided',
  '2026-10-09',
  { filing: { level: 'county', outcome: 'agreed', number: '1', version: 1 } },
];

/** One step more each time; what is missing next. */
const STEPS: readonly [string, Partial<CaseFile>, string | null][] = [
  ['no court', { court: null }, 'gate-claims-missing'],
  ['no defendant', { parties: [] }, 'gate-claims-missing'],
  ['a security that nobody claims', { securities: [SECURITY] }, 'gate-security-missing'],
  ['a security that is gone', { securities: [{ ...SECURITY, isLive: false }] }, 'gate-evidence-missing'],
  ['claimed', { securities: [SECURITY], claims: [CLAIM] }, 'gate-evidence-missing'],
  [
    'two kinds of three',
    { securities: [SECURITY], claims: [CLAIM], evidence: [item('receipt'), item('contract')] },
    'gate-evidence-missing',
  ],
  ['an unsecured debt needs two kinds', { evidence: [item('receipt'), item('contract')] }, 'gate-report-missing'],
];
const READY: Partial<CaseFile> = { evidence: [item('receipt'), item('contract')], report: REPORT };

describe('LIT-02 to LIT-06 the gate', () => {
  it.each([
    ...STEPS,
    ['the report', READY, 'gate-opinion-missing'],
    ['an opinion on another version', { ...READY, version: 2, acts: actsOf(OPINION) }, 'gate-opinion-missing'],
    ['the opinion', { ...READY, acts: actsOf(OPINION) }, 'gate-committee-missing'],
    ['asked', { ...READY, acts: actsOf(OPINION), consent: consent('submitted') }, 'gate-committee-waiting'],
    ['refused', { ...READY, acts: actsOf(OPINION), consent: consent('rejected') }, 'gate-committee-refused'],
    ['made void', { ...READY, acts: actsOf(OPINION), consent: consent('void') }, 'gate-committee-missing'],
    ['consented', { ...READY, acts: actsOf(OPINION), consent: consent('approved') }, 'gate-filing-missing'],
    ['filed', { ...READY, acts: actsOf(OPINION, FILED), consent: consent('approved') }, null],
  ] as [string, Partial<CaseFile>, string | null][])('%s: %#', (_, more, code) => {
    const refusal = gateRefusal(gateOf(book, courtCase(more), TODAY), 'sued');
    expect(refusal?.code ?? null).toBe(code);
    if (refusal) expect(refusal.article).toBeTruthy();
  });

  it('the branch’s own case at a basic court needs no filing; a higher court and a suit against us do', () => {
    const done = { ...READY, acts: actsOf(OPINION), consent: consent('approved') };
    const unit = { id: 1, name: '支行', level: 'branch' as const };
    const level = (more: Partial<CaseFile>) => gateOf(book, courtCase({ ...done, unit, ...more }), TODAY).filingLevel;
    expect(gateRefusal(gateOf(book, courtCase({ ...done, unit }), TODAY), 'sued')).toBeNull();
    expect([
      level({}),
      level({ courtLevel: 'intermediate' }),
      level({ courtLevel: 'high' }),
      level({ standing: 'defendant' }),
    ]).toEqual(['none', 'city', 'province', 'city']);
  });

  it('an override frees the way and turns no step green; an urgent one frees preservation alone', () => {
    const gate = (override: 'exception' | 'urgent-preservation') =>
      gateOf(book, courtCase({ acts: actsOf(['gate-overridden', TODAY, { override }]) }), TODAY);
    expect(gate('exception')).toMatchObject({ isOpen: false });
    expect(gateRefusal(gate('exception'), 'sued')).toBeNull();
    expect(gateRefusal(gate('urgent-preservation'), 'preservation-applied')).toBeNull();
    expect(gateRefusal(gate('urgent-preservation'), 'sued')?.code).toBe('gate-evidence-missing');
  });

  it('the committee is asked once everything before it is there', () => {
    expect(beforeCommittee(gateOf(book, courtCase(READY), TODAY))?.code).toBe('gate-opinion-missing');
    expect(beforeCommittee(gateOf(book, courtCase({ ...READY, acts: actsOf(OPINION) }), TODAY))).toBeNull();
  });

  it.each([
    [10_000_000, 'credit-director'],
    [10_000_001, 'director'],
    [50_000_000, 'director'],
    [50_000_001, 'deputy-head'],
    [500_000_000, 'deputy-head'],
    [500_000_001, 'head'],
  ])('LIT-04 a claim of %d fen is answered for by the %s', (total, role) => {
    const loans = [{ loanId: 1, partyId: 7, contract: 'k1', receiptNo: null, principal: total, interest: 0 }];
    expect(gateOf(book, courtCase({ loans }), TODAY).responsible.role).toBe(role);
  });

  it('costs belong to the claim, other claims do not add to it', () => {
    const claims = [
      { ...CLAIM, kind: 'costs' as const, amount: 500, collateralId: null },
      { ...CLAIM, amount: 900 },
    ];
    expect(claimedOf(courtCase({ claims }))).toEqual({
      principal: 10_000_000,
      interest: 1_000_000,
      costs: 500,
      total: 11_000_500,
    });
  });

  it('stages before a suit follow the gate', () => {
    const stage = (more: Partial<CaseFile>) => {
      const file = courtCase(more);
      return stageOf(file, gateOf(book, file, TODAY), 'pre-suit');
    };
    expect([
      stage({}),
      stage({ acts: actsOf(OPINION) }),
      stage({ consent: consent('submitted') }),
      stage({ consent: consent('rejected') }),
      stage({ consent: consent('approved') }),
      stage({ consent: consent('approved'), acts: actsOf(FILED) }),
    ]).toEqual(['assessment', 'opinion', 'committee', 'refused', 'consented', 'cleared']);
  });

  it('its own number is read back', () => {
    expect([caseKey(12), caseIdOf('aj000012'), caseIdOf('H000012')]).toEqual(['AJ000012', 12, null]);
  });
});

describe('REC-05 what a case says to the clocks', () => {
  const guarantor = (key: string, kind: 'general' | 'joint', role: CaseParty['role'] = 'defendant'): CaseParty => ({
    ...{ key, role, capacity: 'guarantor', name: key, kind: 'person', partyId: 8 },
    guarantees: [{ id: Number(key.slice(1)), loanId: 1, kind }],
  });
  const [debtor] = courtCase().parties as [CaseParty];
  const heard = (parties: CaseParty[], ...acts: GivenAct[]) =>
    limitationActs(courtCase({ parties, acts: actsOf(...acts) })).map(({ kind, guaranteeId }) => [kind, guaranteeId]);

  it('a suit is heard by whom it is brought against: a joint guarantor as sued, a general one by the debtor’s suit', () => {
    expect(heard([debtor, guarantor('p2', 'joint'), guarantor('p3', 'general')], ['sued', '2026-02-02'])).toEqual([
      ['suit-filed', null],
      ['suit-filed', 2],
      ['debtor-sued', 3],
    ]);
    expect(heard([guarantor('p2', 'joint'), guarantor('p3', 'general')], ['sued', '2026-02-02'])).toEqual([
      ['suit-filed', 2],
    ]);
    expect(heard([debtor, guarantor('p2', 'joint', 'third-party')], ['sued', '2026-02-02'])).toEqual([
      ['suit-filed', null],
    ]);
  });

  it('acceptance stands in for a filing that nobody recorded; an unknown day is heard by nobody', () => {
    expect(heard([debtor], ['accepted', '2026-02-05'])).toEqual([['suit-filed', null]]);
    expect(heard([debtor], ['sued', '2026-02-02'], ['accepted', '2026-02-05'])).toEqual([['suit-filed', null]]);
    expect(heard([debtor], ['accepted', '2026-02-05'], ['appealed', null], ['second-judged', null])).toEqual([
      ['suit-filed', null],
    ]);
  });

  it('withdrawal, judgment and enforcement are told as what they are', () => {
    expect(heard([debtor], ['sued', '2026-02-02'], ['withdrawn', '2026-03-02'])).toEqual([
      ['suit-filed', null],
      ['suit-withdrawn', null],
    ]);
    const kinds = heard(
      [debtor],
      ['sued', '2026-02-02'],
      ['mediated', '2026-03-02'],
      ['enforcement-applied', '2026-04-02'],
      ['no-assets', '2026-09-02'],
    );
    expect(kinds.map(([kind]) => kind)).toEqual([
      'suit-filed',
      'judgment-effective',
      'enforcement-applied',
      'enforcement-ended',
    ]);
  });

  it('a case against the branch says nothing to the debtor’s clock', () => {
    expect(limitationActs(courtCase({ standing: 'defendant', acts: actsOf(['accepted', '2026-02-05']) }))).toEqual([]);
  });
});
