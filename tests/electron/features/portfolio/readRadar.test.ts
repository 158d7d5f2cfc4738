/** The radar of a household from the database to the contract's form (REC-05). */
import { radarLine } from '@shared/contract/portfolio.contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRadar } from '../../../../electron/features/portfolio/readRadar';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let household: number;
let guarantorOnly: number;

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  build.batch(() => {
    household = build.party({ name: '张三', id_no: '512226194403189114' });
    guarantorOnly = build.party({ name: '李四' });
    const dates = { issue_date: '2023-06-01', due_date: '2024-06-03' };
    const loan = build.loan({ party_id: household, contract_no: '甲-1', ...dates });
    build.loan({ party_id: household, contract_no: '乙-2', balance: 0, ...dates });
    build.guarantee({ loan_id: loan, party_id: guarantorOnly, period_wording: '主债务到期之日起三年' });
    build.collateral({ loan_id: loan, location: '永安镇' });
    build.receipt({ loan_id: loan, received_on: '2025-01-06', payer: '张三', voucher_no: '0047' });
    build.receipt({ loan_id: loan, received_on: '2026-01-06', payer: '王五', voucher_no: '0048' });
  });
});
afterAll(() => folder.close());

const read = () => readRadar(folder.services, folder.open, household);

describe('REC-05 the radar of a household', () => {
  it('has a line per loan, guarantor and security, in the form of the contract', async () => {
    const { asOf, lines } = await read();
    expect(asOf).toBe('2026-11-22');
    expect(z.array(radarLine).parse(lines)).toEqual(lines);
    expect(lines.map(({ contract, role, name, verdict }) => [contract, role, name, verdict])).toEqual([
      ['甲-1', 'borrower', '张三', 'running'],
      ['甲-1', 'guarantor', '李四', 'running'],
      ['甲-1', 'security', '房产 永安镇', 'running'],
      ['乙-2', 'borrower', '张三', 'settled'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('512226194403189114');
  });

  it('counts what the borrower paid, and what another paid in the arguable reading', async () => {
    const [borrower, guarantor, security] = (await read()).lines;
    expect(borrower).toMatchObject({ expiry: '2028-01-06', arguable: '2029-01-08' });
    expect(borrower?.acts.map(({ grade }) => grade)).toEqual(['weak', 'strong']);
    expect(security).toMatchObject({ expiry: '2028-01-06', arguable: '2029-01-08' });
    expect(guarantor).toMatchObject({ expiry: '2027-06-03', guaranteePeriod: { from: '2024-06-03' } });
  });

  it('is refused for somebody who owes nothing here', async () => {
    for (const id of [guarantorOnly, 999])
      await expect(readRadar(folder.services, folder.open, id)).rejects.toThrow('household-unknown');
  });
});
