/** The estate of a dead borrower (DOC-REC-01H), a loan called in (DOC-REC-02A), the joint page: in a real folder (law.md §15). */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { withPeople } from '../../../support/approvals';
import { recordingEngine } from '../../../support/fillReport';
import { desk, requestId } from '../receipts/support';

let at: Awaited<ReturnType<typeof desk>>;
afterEach(() => at.folder.close());

const CHECKS = ['whereabouts', 'medium', 'name', 'contract', 'demand', 'no-private', 'sign-off', 'page'];
const HEIR = {
  ...{ name: '张小三', idNo: '512226197003189119', address: '奉节县永安镇某街1号', phone: null },
  ...{ capacity: 'heir' as const, estate: 2_000_000, renouncedOn: null, evidence: '死亡证明、户口簿、房产证' },
};

async function given(loan: object, party: object = {}) {
  at = await desk('clerk', recordingEngine());
  const id = at.build.party({ name: '张三', id_no: '512226194403189114', address: '奉节县永安镇某街1号', ...party });
  const money = { principal: 3_000_000, balance: 3_000_000, interest_off: 600_000 };
  const loanId = at.build.loan({ party_id: id, issue_date: '2023-01-01', ...money, ...loan } as never);
  return { party: id, loan: loanId, household: householdNumber(id) };
}
const missing = async (form: string, subject: string) =>
  (await at.api.documents.render({ form, subject, fields: {}, format: 'pdf' })).missing
    .filter(({ severity }) => severity === 'block')
    .map(({ code }) => code);
const issue = (form: string, subject: string) =>
  at.api.documents.issueTyped({ form, subject, fields: {}, requestId: requestId() });
const printed = (number: string | null) =>
  JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${number}'`));

describe('DOC-REC-01H to an heir', () => {
  it('the dead borrower is not written to; his heir is, within what he got, and that interrupts limitation', async () => {
    const { party, household } = await given({ due_date: '2024-12-31' }, { status: '死亡' });
    expect(await missing('DOC-REC-01', household)).toEqual(['addressee-dead']);
    await expect(issue('DOC-REC-01H', household)).rejects.toThrow('subject-unknown');
    const { id } = await at.api.claims.recordHeir({ household: party, replaces: null, ...HEIR });
    const { number } = await issue('DOC-REC-01H', `h${id}`);
    const text = printed(number);
    expect(text).toContain('在所得遗产实际价值（人民币贰万元整（￥20,000.00））范围内依法清偿');
    expect(text).toContain('即人民币贰万元整（￥20,000.00）');
    expect(text).toContain('放弃继承的，请书面告知');
    const { notices } = await at.api.dunning.register({});
    expect(notices).toMatchObject([{ addressee: '张小三', form: 'DOC-REC-01H', number }]);
    // Its delivery is recorded, and the record for two people to sign is made from that.
    const notice = present(notices[0], 'it');
    expect(await missing('DOC-REC-09', String(notice.id))).toEqual(['delivery-not-recorded']);
    const signed = { outcome: 'signed', arrivedOn: '2026-11-22', signedBy: '张小三', capacity: 'self' } as const;
    await at.api.dunning.recordDelivery({ id: notice.id, rev: notice.rev, method: 'in-person', ...signed });
    expect(await missing('DOC-REC-09', String(notice.id))).toEqual([]);
    await expect(issue('DOC-REC-09', '999')).rejects.toThrow('subject-unknown');
    const { lines } = await at.api.portfolio.radar({ household: party });
    expect(lines[0]?.acts).toHaveLength(1);
  });

  it('a borrower whom the ledger has as living is warned of: the notice says that he is dead', async () => {
    const { party } = await given({ due_date: '2024-12-31' }, { status: '正常' });
    const { id } = await at.api.claims.recordHeir({ household: party, replaces: null, ...HEIR });
    const paper = { form: 'DOC-REC-01H', subject: `h${id}`, fields: {}, format: 'pdf' } as const;
    const { missing: found } = await at.api.documents.render(paper);
    expect(found).toContainEqual(expect.objectContaining({ code: 'borrower-not-dead', severity: 'warn' }));
  });

  it('who renounced is not written to; a record is corrected by another that replaces it', async () => {
    const { party } = await given({ due_date: '2024-12-31' }, { status: '死亡' });
    const { id } = await at.api.claims.recordHeir({ household: party, replaces: null, ...HEIR });
    const renounced = { ...HEIR, renouncedOn: '2026-11-01' };
    const { id: second } = await at.api.claims.recordHeir({ household: party, replaces: id, ...renounced });
    expect(await missing('DOC-REC-01H', `h${second}`)).toContain('heir-renounced');
    expect((await at.api.claims.household({ household: party })).heirs.map((each) => each.id)).toEqual([second]);
    await expect(at.api.claims.recordHeir({ household: party, replaces: id, ...HEIR })).rejects.toThrow(
      'stale-version',
    );
    const tomorrow = { ...HEIR, renouncedOn: '2026-11-23' };
    await expect(at.api.claims.recordHeir({ household: party, replaces: null, ...tomorrow })).rejects.toThrow(
      'heir-date-wrong',
    );
    const nothing = await at.api.claims.recordHeir({ household: party, replaces: second, ...HEIR, estate: 0 });
    expect(await missing('DOC-REC-01H', `h${nothing.id}`)).toContain('estate-empty');
  });
});

describe('REC-03 the number of an heir', () => {
  it.each([
    ['id-checksum', '512226197003189118'],
    ['id-birthdate', '512226197013189119'],
    ['id-length', '12345'],
  ])('%s is refused', async (code, idNo) => {
    const { party } = await given({ due_date: '2024-12-31' }, { status: '死亡' });
    await expect(at.api.claims.recordHeir({ household: party, replaces: null, ...HEIR, idNo })).rejects.toThrow(code);
  });

  it('is kept in the form that parties have', async () => {
    const { party } = await given({ due_date: '2024-12-31' }, { status: '死亡' });
    const idNo = ' 512226 19700318 9119';
    await at.api.claims.recordHeir({ household: party, replaces: null, ...HEIR, idNo });
    expect(at.rows('SELECT id_no FROM heir')).toEqual([{ id_no: HEIR.idNo }]);
  });
});

describe('DOC-REC-02A calling a loan in', () => {
  /** The notice reaches the borrower: from then on the loan is due (LIM-09). */
  async function callIn(party: number): Promise<void> {
    const radar = async () => present((await at.api.portfolio.radar({ household: party })).lines[0], 'it');
    expect(await radar()).toMatchObject({ expiry: '2030-12-31', arguable: null, assumed: [] });
    const { notices } = await at.api.dunning.register({});
    const { id, rev } = present(notices[0], 'it');
    const came = { outcome: 'returned', arrivedOn: '2026-11-22', trackingNo: 'EMS1' } as const;
    await at.api.dunning.recordDelivery({ id, rev, method: 'post', ...came });
    expect(await radar()).toMatchObject({ expiry: '2030-12-31' });
    const signed = { outcome: 'signed', arrivedOn: '2026-11-22', signedBy: '张三', capacity: 'self' } as const;
    const [again] = (await at.api.dunning.register({})).notices;
    await at.api.dunning.recordDelivery({
      ...{ id, rev: present(again, 'it').rev, method: 'in-person', reason: '后经上门送达' },
      ...signed,
    });
    const line = await radar();
    expect(line).toMatchObject({ expiry: '2029-11-22', arguable: '2030-12-31', assumed: ['called-in'] });
    expect(line.trace.map(({ rule }) => rule)).toContain('limitation/called-in');
    const { accelerations, undue } = await at.api.claims.household({ household: party });
    expect(accelerations).toMatchObject([{ calledInOn: '2026-11-22' }]);
    expect(undue).toEqual([]);
  }

  /** Whether the penalty runs from the call is the clause's word: unsaid it is warned of, said it is computed (law.md INT-03). */
  async function saysOfPenalty(party: number, loan: number): Promise<void> {
    const terms = {
      ...{ loan, from: '2026-11-01', open: { contract: 0, penalty: 0, compound: 0 } },
      ...{ rates: [{ from: '2026-11-01', annualRate: '0.06' }], upliftPercent: '50', compound: false },
      ...{ basis: 360 as const, source: '借款合同第十二条' },
    };
    const found = async () =>
      (
        await at.api.documents.render({
          form: 'DOC-REC-07',
          subject: householdNumber(party),
          fields: {},
          format: 'pdf',
        })
      ).missing.map(({ code }) => code);
    const accrual = async () => (await at.api.interest.household({ household: party })).loans[0]?.accrual;
    const { id } = await at.api.interest.recordTerms({ ...terms, seen: null });
    expect(await accrual()).toMatchObject({ callUnsaid: '2026-11-22', penalty: 0 });
    expect(await found()).toContain('interest-call-unsaid');
    const yes = { ...terms, callPenalty: true };
    // One day, the day of arrival: 30,000.00 × 6 % × 1.5 ÷ 360.
    expect((await at.api.interest.preview(yes)).accrual).toMatchObject({ callUnsaid: null, penalty: 750 });
    const { id: said } = await at.api.interest.recordTerms({ ...yes, seen: id });
    expect(await accrual()).toMatchObject({ penalty: 750 });
    expect(await found()).not.toContain('interest-call-unsaid');
    await at.api.interest.recordTerms({ ...terms, callPenalty: false, seen: said });
    expect(await accrual()).toMatchObject({ callUnsaid: null, penalty: 0 });
  }

  const breach = { clause: '第十二条', breach: '未按约定支付2026年第三季度利息' };

  it('waits for the credit director, then names clause and breach and claims all', async () => {
    const { party, loan } = await given({ due_date: '2027-12-31' });
    const people = await withPeople(at.folder.open, {
      zhang: ['credit-director'],
      keeper: ['asset-preservation-head'],
    });
    const { id, approval } = await at.api.claims.askAcceleration({ household: party, loan, ...breach });
    expect(await missing('DOC-REC-02A', `a${id}`)).toEqual(['acceleration-not-approved']);
    await expect(at.api.claims.askAcceleration({ household: party, loan, ...breach })).rejects.toThrow(
      'acceleration-open',
    );
    const { rev } = await at.api.approvals.show({ id: approval });
    const consent = { id: approval, rev, outcome: 'consent', opinion: '同意', requestId: requestId() } as const;
    await expect(decideRequest('2026-11-22', await people.as('keeper'), consent)).rejects.toThrow();
    await decideRequest('2026-11-22', await people.as('zhang'), consent);
    const { number } = await issue('DOC-REC-02A', `a${id}`);
    const text = printed(number);
    expect(text).toContain('第十二条');
    expect(text).toContain('全部提前到期');
    expect(text).toContain('36,000.00');
    expect(number).toBe('奉支逾字〔2026〕第0001号');
    await callIn(party);
    await saysOfPenalty(party, loan);
  });

  it('goes out for another breach too, when no interest is overdue', async () => {
    const { party, loan } = await given({ due_date: '2027-12-31', interest_off: 0 });
    const people = await withPeople(at.folder.open, { zhang: ['credit-director'] });
    const misuse = { clause: '第九条', breach: '未按约定用途使用借款' };
    const { id, approval } = await at.api.claims.askAcceleration({ household: party, loan, ...misuse });
    const { rev } = await at.api.approvals.show({ id: approval });
    const consent = { id: approval, rev, outcome: 'consent', opinion: '同意', requestId: requestId() } as const;
    await decideRequest('2026-11-22', await people.as('zhang'), consent);
    const { number } = await issue('DOC-REC-02A', `a${id}`);
    expect(printed(number)).toContain('未按约定用途使用借款');
  });

  it.each([
    ['loan-unknown', { due_date: '2027-12-31' }, { loan: 99 }],
    ['loan-due', { due_date: '2024-12-31' }, {}],
    ['nothing-owed', { due_date: '2027-12-31', balance: 0, interest_off: 0 }, {}],
  ])('%s', async (code, state, more) => {
    const { party, loan } = await given(state);
    await expect(at.api.claims.askAcceleration({ household: party, loan, ...breach, ...more })).rejects.toThrow(code);
  });
});

describe('DOC-REC-10 the announcement', () => {
  it('waits for its step, and names nobody’s identifier, address or telephone', async () => {
    const { party } = await given({ due_date: '2024-12-31' });
    const people = await withPeople(at.folder.open, { lawyer: ['counsel'], keeper: ['asset-preservation-head'] });
    const step = {
      ...{
        household: party,
        act: 'newspaper-notice' as const,
        basis: '时效规定第八条第一款第四项',
        purpose: '中断诉讼时效',
      },
      ...{ channel: '重庆日报', content: '催收公告', plannedOn: '2026-11-25', checks: CHECKS },
    };
    const { id } = await at.api.measures.proposeStep(step);
    const [{ approval }] = at.rows('SELECT max(id) AS approval FROM approval_request') as [{ approval: number }];
    expect(await missing('DOC-REC-10', String(id))).toEqual(['step-not-approved']);
    for (const who of ['lawyer', 'keeper']) {
      const { rev, state } = await at.api.approvals.show({ id: approval });
      if (state !== 'submitted') break;
      const consent = { id: approval, rev, outcome: 'consent', opinion: '同意', requestId: requestId() } as const;
      await decideRequest('2026-11-22', await people.as(who), consent);
    }
    const { number } = await issue('DOC-REC-10', String(id));
    expect(number).toBe('奉支公字〔2026〕第0001号');
    const [{ data }] = at.rows(`SELECT data FROM document WHERE number = '${number}'`) as [{ data: string }];
    const text = JSON.stringify(JSON.parse(data).paper);
    expect(text).toContain('现依法公告催收');
    expect(text).not.toMatch(/512226|永安镇/);
    const { notices } = await at.api.dunning.register({});
    expect(notices).toMatchObject([{ form: 'DOC-REC-10', addressee: '张三' }]);
  });
});
