/** What the papers about a debt say and what stops them (DOC-REC-05 … -08; REC-06, REC-07). */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { unfilledPlace, wordingFindings } from '@shared/domain/documents/wordingGate';
import { type AgreementFacts, checkAgreement, composeAgreement } from '@shared/domain/repayment/agreementPaper';
import type { DebtFacts } from '@shared/domain/repayment/debtFacts';
import { checkConfirmation, composeBalance, composeConfirmation } from '@shared/domain/repayment/debtPapers';
import { preSuitFindings } from '@shared/domain/repayment/preSuit';
import { composePreSuit } from '@shared/domain/repayment/preSuitPaper';
import { type Signature, signatureAct } from '@shared/domain/repayment/signatories';
import { describe, expect, it } from 'vitest';

const FACTS: DebtFacts = {
  asOf: '2026-10-31',
  today: '2026-11-22',
  bank: {
    name: '奉节县某支行',
    address: '县城一路1号',
    phone: '023-00000000',
    account: { name: '奉节县某支行', number: '6228000000000000', bank: '奉节县某支行' },
  },
  unitId: 1,
  contact: '王经办',
  partyId: 1,
  debtor: { name: '李四', kind: 'person', idNo: '511222197001010010', address: '青石村', phone: '1', status: null },
  loans: [
    {
      id: 1,
      contractNo: '奉信（2023）第1号',
      receiptNo: null,
      issuedOn: '2023-01-01',
      dueOn: '2024-12-31',
      granted: 3_000_000,
      balance: 3_000_000,
      interest: 600_000,
      asOf: '2026-10-31',
      accrual: null,
      interestMissing: null,
      interestGap: null,
      received: 0,
    },
  ],
  expired: [],
  unknown: [],
  guarantors: [{ partyId: 2, name: '王五', kind: 'person', loanId: 1, guaranteeId: 7, contractNo: null }],
};
const AGREEMENT: AgreementFacts = {
  ...FACTS,
  agreementId: 1,
  owedNow: { principal: 3_000_000, interest: 600_000 },
  order: 'principal-first',
  instalments: [{ seq: 1, dueOn: '2027-01-31', payBy: '2027-02-01', principal: 3_000_000, interest: 600_000 }],
  graceDays: 30,
  follower: '王经办',
  isOffBalance: true,
  reliefs: [],
  isApproved: true,
  issuedAs: null,
};
const FIELDS = { purpose: '购化肥', actualUser: '孙七', userRole: 'fact-only' as const, remark: '' };

const said = (paper: PaperDocument): string => JSON.stringify(paper.blocks).replaceAll('\u2060', '');

describe('REC-06 papers', () => {
  it('the confirmation names debt, consent, actual user, address, and one column for each signatory', () => {
    const words = said(composeConfirmation(FACTS, FIELDS, '2026-11-22'));
    for (const word of [
      '36,000.00',
      '叁万陆仟元整',
      '同意继续履行',
      '孙七',
      '送达地址确认',
      '王五',
      '知悉，并同意按原担保合同',
    ])
      expect(words).toContain(word);
    expect(checkConfirmation(FACTS, FIELDS)).toEqual([]);
  });

  it('a guarantor who no longer stands has no column; an undecided user stops it; threats stop it', () => {
    expect(said(composeConfirmation({ ...FACTS, guarantors: [] }, FIELDS, '2026-11-22'))).not.toContain('王五');
    const codes = (given: object) => checkConfirmation(FACTS, { ...FIELDS, ...given }).map(({ code }) => code);
    expect(codes({ userRole: null })).toEqual(['actual-user-undecided']);
    expect(codes({ remark: '否则通报你的单位' })).toContain('wording-block');
  });

  it('the balance confirmation demands and never says that it does not (A18)', () => {
    const words = said(composeBalance(FACTS, '2026-11-22'));
    expect(words).toContain('按合同约定履行还款义务');
    expect(words).not.toMatch(/仅为复核|并非催款/);
  });

  it('the agreement prints schedule, rolled day, order, grace and the limits of off-balance loans', () => {
    const words = said(composeAgreement(AGREEMENT, '2026-11-22'));
    for (const word of [
      '2027-01-31（顺延至2027-02-01）',
      '逾期超过30日',
      '只以货币资金偿还',
      '不构成借新还旧',
      '王经办跟踪',
    ])
      expect(words).toContain(word);
    expect(words).toContain('"box":true,"label":"双方约定先本金、后利息"');
    expect(words).not.toContain('可能已经届满');
    expect(said(composeAgreement({ ...AGREEMENT, expired: ['奉信（2023）第1号'] }, '2026-11-22'))).toContain(
      '可能已经届满',
    );
    expect(checkAgreement(AGREEMENT)).toEqual([]);
  });

  it.each<[Partial<AgreementFacts>, string]>([
    [{ isApproved: false }, 'agreement-not-approved'],
    [{ issuedAs: '奉支协字〔2026〕第0001号' }, 'agreement-issued'],
    [{ owedNow: { principal: 2_999_999, interest: 600_001 } }, 'agreed-debt-changed'],
    [{ today: '2027-01-31' }, 'instalment-past'],
  ])('%o stops it with %s', (given, code) => {
    expect(checkAgreement({ ...AGREEMENT, ...given }).map((finding) => finding.code)).toEqual([code]);
  });

  it('nothing is left unfilled, and our own wording passes the gate', () => {
    const notice = {
      ...{ ...FACTS, role: 'borrower' as const, addressee: FACTS.debtor, borrower: FACTS.debtor, officer: null },
      ...{ heir: null, acceleration: null, coSigners: [], missed: [] },
      ...{ guarantee: null, security: null, states: [], term: { least: 7, usual: 30 }, unit: { id: 1, name: '青石' } },
      ...{ negotiations: { held: 3, needed: 3, article: 'B1' }, isAgreed: true },
    };
    const papers = [
      composeConfirmation(FACTS, FIELDS, '2026-11-22'),
      composeBalance(FACTS, '2026-11-22'),
      composeAgreement(AGREEMENT, '2026-11-22'),
      composePreSuit(notice, '2026-12-22', '2026-11-22'),
      composePreSuit({ ...notice, role: 'guarantor' }, '2026-12-22', '2026-11-22'),
    ];
    for (const paper of papers) {
      expect(unfilledPlace(paper)).toBeNull();
      expect(wordingFindings(said(paper), 'OUT').filter(({ level }) => level === 'block')).toEqual([]);
    }
  });
});

describe('REC-07 gate', () => {
  const record = (held: number) => ({ held, needed: 3, article: 'B1 第十三条第四项' });
  it('names what is missing with its article', () => {
    expect(preSuitFindings(record(2), false)).toMatchObject([
      { code: 'negotiations-few', gate: 'G-COND', subject: '2/3，B1 第十三条第四项' },
      { code: 'pre-suit-not-agreed', gate: 'G-AUTH' },
    ]);
    expect(preSuitFindings(record(3), false).map(({ code }) => code)).toEqual(['pre-suit-not-agreed']);
    expect(preSuitFindings(record(3), true)).toEqual([]);
  });
});

describe('signatures and limitation clocks', () => {
  const signed: Omit<Signature, 'form' | 'role' | 'guaranteeId'> = { loanId: 1, on: '2026-11-22', number: '协1' };
  it.each<[Signature['form'], Signature['role'], string | null, string | null]>([
    ['DOC-REC-05', 'borrower', 'consent-to-perform', 'consent-to-perform'],
    ['DOC-REC-06', 'borrower', 'new-agreement', null],
    ['DOC-REC-07', 'borrower', 'demand-received', null],
    ['DOC-REC-05', 'guarantor', 'consent-to-perform', 'consent-to-perform'],
    ['DOC-REC-06', 'guarantor', 'consent-to-perform', 'consent-to-perform'],
  ])('%s signed by the %s is %s', (form, role, kind, content) => {
    const guaranteeId = role === 'guarantor' ? 7 : null;
    expect(signatureAct({ ...signed, form, role, guaranteeId })).toMatchObject({
      kind,
      content,
      guaranteeId,
      grade: 'strong',
    });
  });

  it('an actual user has no clock here', () => {
    expect(signatureAct({ ...signed, form: 'DOC-REC-05', role: 'actual-user', guaranteeId: null })).toBeNull();
  });
});
