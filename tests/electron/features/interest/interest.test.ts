/** Terms of interest in a real folder: recorded from the contract, computed with the receipts since, printed split (REC-13, G-INT). */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { recordingEngine } from '../../../support/fillReport';
import { desk, receipt, requestId } from '../receipts/support';

let at: Awaited<ReturnType<typeof desk>>;
afterEach(() => at.folder.close());

/** The fictional case of the forms with the ledger of 2026-10-31. */
async function qinghe(more: Parameters<(typeof at)['build']['loan']>[0] | object = {}) {
  at = await desk('clerk', recordingEngine());
  const party = at.build.party({
    ...{ name: '云岭县青禾农产品加工有限公司', kind: 'organisation', id_no: '91530000MA00000007' },
    address: '云岭县工业路8号',
  });
  const loan = at.build.loan({
    ...{ party_id: party, principal: 150_000_000, balance: 132_000_000, interest_off: 22_144_176 },
    ...{ issue_date: '2023-03-16', due_date: '2025-03-15', annual_rate: '0.065', as_of: '2026-10-31' },
    ...more,
  } as never);
  const shown = async () => present((await at.api.interest.household({ household: party })).loans[0], 'the loan');
  return { party, loan, shown, household: householdNumber(party) };
}

const terms = (loan: number, more = {}) => ({
  ...{ loan, seen: null, from: '2024-12-21', open: { contract: 0, penalty: 0, compound: 0 }, rates: [] },
  ...{ upliftPercent: '50', compound: true, basis: 360 as const, source: '借款合同第五条、第九条' },
  ...more,
});
const paper = async (form: string, subject: string) => {
  const { missing } = await at.api.documents.render({ form, subject, fields: {}, format: 'pdf' });
  return missing.map(({ code, severity, subject: about }) => `${severity} ${code} ${about}`);
};

describe('REC-13 terms of interest', () => {
  it('without them the ledger’s sum is warned of, and a debt without interest is refused, not taken for one that bears none', async () => {
    const { household, shown, party } = await qinghe();
    expect(await shown()).toMatchObject({
      accrual: null,
      missing: 'interest-terms-missing',
      ledgerInterest: 22_144_176,
    });
    expect(await paper('DOC-REC-07', household)).toEqual([expect.stringMatching(/^warn interest-unsplit/)]);
    at.folder.open.store.sqlite.prepare('UPDATE loan SET interest_off = 0 WHERE party_id = ?').run(party);
    expect(await paper('DOC-REC-07', household)).toEqual([expect.stringMatching(/^block interest-zero/)]);
    expect(await paper('DOC-REC-01', household)).toEqual([expect.stringMatching(/^block interest-zero/)]);
  });

  it('the rate is missing in ledger and terms: the paper is refused by that name', async () => {
    const { household, loan } = await qinghe({ annual_rate: null });
    await at.api.interest.recordTerms(terms(loan));
    expect(await paper('DOC-REC-01', household)).toEqual([expect.stringMatching(/^block interest-rate-missing/)]);
    await at.api.interest.recordTerms(terms(loan, { seen: 1, rates: [{ from: '2024-12-21', annualRate: '0.065' }] }));
    expect(await paper('DOC-REC-01', household)).toEqual([]);
  });

  it('with them each kind is computed to the paper’s day and frozen with its lines and rules', async () => {
    const { household, loan, shown } = await qinghe();
    await at.api.interest.recordTerms(terms(loan));
    const { accrual } = await shown();
    // 84 days of contract interest; 618 days from the due date to 2026-11-22, that day included.
    expect(accrual).toMatchObject({ asOf: '2026-11-22', contract: 2_002_000, penalty: 22_093_500, compound: 335_085 });
    const issued = await at.api.documents.issueTyped({
      ...{ form: 'DOC-REC-07', subject: household, fields: {}, requestId: requestId() },
    });
    const frozen = JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${issued.number}'`));
    for (const text of ['20,020.00', '220,935.00', '3,350.85', '期内利息', 'interest/penalty'])
      expect(frozen).toContain(text);
  });

  it('terms that come far from the ledger’s interest are warned of before they are saved, on the file and on the paper', async () => {
    const { household, loan, shown } = await qinghe();
    const { seen: _, source: __, ...late } = terms(loan, { from: '2026-10-31' });
    const gap = { on: '2026-10-31', computed: 35_750, ledger: 22_144_176 };
    expect(await at.api.interest.preview(late)).toMatchObject({ gap, missing: null });
    await at.api.interest.recordTerms(terms(loan, { from: '2026-10-31' }));
    expect(await shown()).toMatchObject({ gap });
    const { missing } = await at.api.documents.render({
      ...{ form: 'DOC-REC-07', subject: household, fields: {}, format: 'pdf' },
    });
    expect(missing).toEqual([
      expect.objectContaining({ code: 'interest-far-from-ledger', severity: 'warn', gate: 'G-INT' }),
    ]);
    expect(missing[0]?.subject).toContain('357.50 / 221,441.76');
    const { number } = await at.api.documents.issueTyped({
      ...{ form: 'DOC-REC-07', subject: household, fields: {}, requestId: requestId() },
    });
    const frozen = JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${number}'`));
    for (const text of ['interestGap', 'interest-far-from-ledger', '22144176']) expect(frozen).toContain(text);
    expect(await at.api.interest.preview({ ...late, from: '2024-12-21' })).toMatchObject({ gap: null });
    await expect(at.api.interest.preview({ ...late, upliftPercent: '-1' })).rejects.toThrow('terms-rate-wrong');
  });

  it('a receipt since the ledger lowers what is computed and what the ledger’s sum says alike', async () => {
    const { party, loan, shown } = await qinghe();
    const before = await shown();
    await at.api.interest.recordTerms(terms(loan));
    const computed = present((await shown()).accrual, 'it');
    const paid = { receivedOn: '2026-11-20', bookedOn: '2026-11-20', amount: 1_000_000 };
    await at.api.receipts.record({ ...receipt(party, paid), requestId: requestId() });
    const after = await shown();
    const sum = (of: typeof computed) => of.contract + of.penalty + of.compound;
    expect(after.principal + after.ledgerInterest).toBe(before.principal + before.ledgerInterest - 1_000_000);
    expect(after.principal + sum(present(after.accrual, 'it'))).toBeLessThan(
      before.principal + sum(computed) - 999_000,
    );
  });

  it.each([
    ['loan-unknown', { loan: 999 }],
    ['stale-version', { seen: 7 }],
    ['terms-date-wrong', { from: '2026-11-23' }],
    ['terms-date-wrong', { from: '2023-03-15' }],
    ['terms-rate-wrong', { rates: [{ from: '2025-01-01', annualRate: '0.05' }] }],
    ['terms-rate-wrong', { rates: [{ from: '2024-01-01', annualRate: '6.5' }] }],
    ['terms-rate-wrong', { upliftPercent: '50%' }],
  ])('%s', async (code, more) => {
    const { loan } = await qinghe();
    await expect(at.api.interest.recordTerms(terms(loan, more))).rejects.toThrow(code);
  });
});
