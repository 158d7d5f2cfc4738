/** Suspension and relief of interest: asked for by one, approved by another, and what it does to the debt (REC-12, B1 §19). */

import { afterEach, describe, expect, it } from 'vitest';
import type { MeasureInput } from '../../../../electron/features/receipts/askMeasure';
import { desk, receipt, requestId } from './support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

async function household() {
  at = await desk();
  const party = at.build.party({ name: '李四' });
  const loanId = at.build.loan({
    party_id: party,
    balance: 3_000_000,
    interest_off: 900_000,
    issue_date: '2008-01-01',
  });
  const ask = (given: Partial<MeasureInput> = {}) =>
    at.api.receipts.askMeasure({
      loanId,
      measure: 'relief',
      amount: 400_000,
      hardship: 'family',
      facts: '入户核实，主要劳动力患病。',
      evidence: '诊断证明、村委会说明',
      investigators: ['王某', '李某'],
      principles: ['债权已确认', '减少损失', '可一次收回本金'],
      conditions: null,
      until: null,
      ...given,
    } as never);
  const account = () => at.api.receipts.account({ household: party });
  /** Everybody on the path consents, one after the other. */
  const approve = async (id: number) => {
    for (const user of ['director', 'head'] as const) {
      await at.folder.signInAs(user);
      const { request } = { request: await at.api.approvals.show({ id }) };
      if (request.state !== 'submitted') break;
      await at.api.approvals
        .decide({ id, rev: request.rev, outcome: 'consent', opinion: '同意', requestId: requestId() })
        .catch(() => null);
    }
    await at.folder.signInAs('clerk');
  };
  return { party, loanId, ask, account, approve };
}

describe('REC-12', () => {
  it('a relief counts from its approval: the debtor owes less interest, receipts of that day stand as they were', async () => {
    const { party, ask, account, approve } = await household();
    await at.api.receipts.record({
      ...receipt(party, { receivedOn: '2026-11-22', bookedOn: '2026-11-22', amount: 700_000 }),
      requestId: requestId(),
    });
    const { approval } = await ask({ amount: 200_000 });
    expect((await account()).measures).toMatchObject([{ state: 'open', amount: 200_000, approval, by: '测试clerk' }]);
    await expect(ask()).rejects.toThrow('measure-open');
    await approve(approval);
    const { measures, loans, payments } = await account();
    expect(measures[0]).toMatchObject({ state: 'approved', decidedOn: '2026-11-22' });
    expect(loans[0]).toMatchObject({
      book: { principal: 2_300_000, interest: 700_000 },
      owed: { principal: 3_000_000, interest: 0 },
    });
    expect(payments[0]?.lines).toHaveLength(1);
  });

  it('a suspension leaves what the debtor owes', async () => {
    const { ask, account, approve } = await household();
    const { approval } = await ask({ measure: 'full-suspension', amount: 900_000 });
    await approve(approval);
    expect((await account()).loans[0]).toMatchObject({
      suspended: 900_000,
      owed: { principal: 3_000_000, interest: 900_000 },
    });
  });

  it('is refused beyond the interest owed, and by one investigator', async () => {
    const { ask } = await household();
    await expect(ask({ amount: 900_001 })).rejects.toThrow('measure-exceeds-interest');
    await expect(ask({ investigators: ['王某', '王某'] })).rejects.toThrow('measure-investigators');
    await expect(ask({ loanId: 99 })).rejects.toThrow('loan-unknown');
  });

  it('one that is withdrawn has no effect and may be asked again', async () => {
    const { ask, account } = await household();
    const { approval } = await ask();
    const { rev } = await at.api.approvals.show({ id: approval });
    await at.api.approvals.withdraw({ id: approval, rev, reason: '金额重新核定', requestId: requestId() });
    expect((await account()).measures[0]?.state).toBe('withdrawn');
    expect((await ask({ amount: 300_000 })).id).toBe(2);
  });
});
