/** A case as it is described: whoever has nothing to do with the debts that are claimed is neither offered nor sued. */
import { describe, expect, it } from 'vitest';
import {
  broughtAs,
  described,
  type HouseholdCases,
  newDraft,
  openCaseOf,
  partiesFor,
  securitiesFor,
} from '../../../../renderer/features/litigation/description';

const loan = (loanId: number) => ({
  ...{ loanId, contract: `合同${loanId}`, principal: 100_00, interest: 0, unit: '甲分理处', borrower: '汪某' },
});
const guarantor = (partyId: number, name: string, loanId: number) => ({
  ...{ partyId, name, capacity: 'guarantor' as const, loanIds: [loanId] },
  guarantees: [{ loanId, kind: 'joint' as const }],
});
const security = (collateralId: number, loanId: number, owner: string) => ({
  ...{ collateralId, loanId, owner, description: '房产', isLive: true, claim: '原告就房产优先受偿' },
});

const OF: HouseholdCases = {
  ...{ id: 1, household: 'H000001', name: '汪某', today: '2026-11-22', title: '诉汪某', cause: '金融借款合同纠纷' },
  cases: [],
  loans: [loan(1), loan(2)],
  parties: [
    { partyId: 1, name: '汪某', capacity: 'borrower', loanIds: [1, 2], guarantees: [] },
    guarantor(2, '谭某', 1),
    guarantor(3, '何某', 2),
  ],
  securities: [security(7, 2, '刘某')],
  people: [],
};

describe('a debt that is in an open case', () => {
  const inCase = (stage: string) =>
    ({ ...OF, cases: [{ key: 'AJ000004', stage, contracts: ['合同1'] }] }) as unknown as HouseholdCases;
  const chosen = (of: HouseholdCases) => newDraft(of).loans.map(({ loanId }) => loanId);

  it('is not brought again by itself, and says where it is; of a closed case it is free again', () => {
    expect(chosen(inCase('trial'))).toEqual([2]);
    expect(openCaseOf(inCase('trial'), '合同1')).toBe('AJ000004');
    expect(chosen(inCase('closed'))).toEqual([1, 2]);
    expect(openCaseOf(inCase('closed'), '合同1')).toBeNull();
    expect(chosen({ ...OF, loans: [loan(1)], cases: inCase('trial').cases })).toEqual([1]);
  });
});

describe('LIT-02 B4 §12 a case about one of two loans of a household', () => {
  const draft = { ...newDraft(OF), loans: [{ loanId: 1, principal: 100_00, interest: 0 }] };

  it('sues nobody who guarantees only the other loan, and claims nothing that secures only that', () => {
    expect(partiesFor(draft, OF).map(({ name }) => name)).toEqual(['汪某', '谭某']);
    expect(securitiesFor(draft, OF)).toEqual([]);
    const { parties, claims } = described(draft, OF, null, '律师费');
    expect(parties.map(({ name }) => name)).toEqual(['汪某', '谭某']);
    expect(claims.map(({ text }) => text)).toEqual(['谭某对上述债务承担连带清偿责任']);
  });

  it('of both loans each guarantor answers for his own contract, and the owner of the house is sued', () => {
    const { parties, claims } = described(newDraft(OF), OF, null, '律师费');
    expect(parties.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['汪某', 'borrower'],
      ['谭某', 'guarantor'],
      ['何某', 'guarantor'],
      ['刘某', 'owner'],
    ]);
    expect(claims.map(({ text }) => text)).toEqual([
      '原告就房产优先受偿',
      '谭某对借款合同（编号：合同1）项下的债务承担连带清偿责任',
      '何某对借款合同（编号：合同2）项下的债务承担连带清偿责任',
    ]);
  });
});

describe('LIT-07 a case is called by how it is brought', () => {
  const draft = newDraft({ ...OF, title: '诉汪某等金融借款合同纠纷' });

  it.each([
    ['payment-order', '申请对汪某等发出支付令', '申请支付令'],
    ['realisation', '申请对汪某等实现担保物权', '申请实现担保物权'],
    ['arbitration', '申请与汪某等金融借款合同纠纷仲裁', '金融借款合同纠纷'],
    ['notarised', '申请强制执行汪某等公证债权文书', '公证债权文书'],
    ['bankruptcy', '汪某破产案申报债权', '破产债权申报'],
  ] as const)('%s', (route, title, cause) => {
    const next = { ...draft, ...broughtAs(draft, OF, { route }) };
    expect(next).toMatchObject({ route, title, cause });
    expect({ ...next, ...broughtAs(next, OF, { route: 'suit' }) }).toEqual(draft);
  });

  it('by whom it is brought, and what a person worded himself stays', () => {
    expect(broughtAs(draft, OF, { standing: 'defendant' }).title).toBe('汪某等诉本行金融借款合同纠纷');
    const own = { ...draft, title: '汪某案', cause: '借款合同纠纷' };
    expect(broughtAs(own, OF, { route: 'bankruptcy' })).toEqual({ route: 'bankruptcy' });
  });
});
