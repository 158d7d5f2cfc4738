/** The household file, the search for people and the logged reveal, on a real folder (ARC-01, LOAN-02, LOAN-04). */

import { household as householdSchema } from '@shared/contract/parties.contract';
import { lengthenIdNumber } from '@shared/domain/parties/idNumber';
import type { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHousehold } from '../../../../electron/features/parties/readHousehold';
import { reveal } from '../../../../electron/features/parties/reveal';
import { searchParties } from '../../../../electron/features/parties/searchParties.repository';
import { Builder } from '../../../support/builders';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

const OLD_ID = '512226440318911';
const ID = lengthenIdNumber(OLD_ID);
let folder: TestFolder;
let guarantor: number;

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  build.batch(() => {
    const chen = build.party({ name: '陈海林', id_no: ID, id_kind: 'id-number', phone: '15400001234' });
    guarantor = build.party({ name: '担保人乙', id_no: '51222619450101900X', phone: '15400005678' });
    const loan = build.loan({ party_id: chen, contract_no: '青石信借字（89）第024号', balance: 7_100_000 });
    build.loan({ party_id: chen, contract_no: 'B-2', unit_id: build.unitId(TEST_UNITS[2]), interest_on: 30 });
    build.guarantee({ loan_id: loan, party_id: guarantor, amount: 100, period_wording: '未约定' });
    const item = build.collateral({
      loan_id: loan,
      location: '永安镇',
      owner_name: '担保人乙',
      owner_id_no: '51222619450101900X',
    });
    build.appraisal({ collateral_id: item });
    const receipt = build.receipt({ loan_id: loan });
    build.share({ receipt_id: receipt, seq: 1, name: '龚强', ppm: 600_000 });
    build.share({ receipt_id: receipt, seq: 2, name: '周柏福', ppm: 333_300 });
    build.monthEnd({ contract_no: '青石信借字（89）第024号', loan_id: loan });
    for (const unit of [0, 1]) {
      build.loan({ party_id: build.party({ name: '王某' }), unit_id: build.unitId(TEST_UNITS[unit] as string) });
    }
  });
});
afterAll(() => folder.close());

const read = async (key: string) => readHousehold(folder.open.store.read, key, folder.open.actor.userId);
const refusalOf = (key: string) =>
  read(key).then(
    () => null,
    (error: unknown) => (error as RefusalError).refusal,
  );

describe('ARC-01 household file', () => {
  it('opens by number, identifier of either length, contract and a name that is his alone', async () => {
    for (const key of ['H000001', 'h000001', ID, OLD_ID, ID.toLowerCase(), '青石信借字(89)第024号', 'b-2', '陈海林']) {
      expect((await read(key)).household, key).toBe('H000001');
    }
  });

  it('holds everything known, masked, in the form of the contract', async () => {
    const file = await read(ID);
    expect(householdSchema.parse(file)).toEqual(file);
    expect(file).toMatchObject({
      units: [TEST_UNITS[0], TEST_UNITS[2]],
      totals: { loans: 2, balance: 8_100_000, interestOn: 30 },
      borrower: { name: '陈海林', phone: '154****1234', capacity: ['borrower'] },
      guarantees: [{ guarantor: '担保人乙', kind: 'joint', periodWording: '未约定' }],
      collateral: [{ location: '永安镇', appraisals: [{ valuedOn: '2020-01-01', value: 10_000_000 }] }],
      classification: [{ month: '2026-10', fiveLevel: '次级' }],
    });
    expect(file.receipts[0]?.shares).toEqual([
      { name: '龚强', percent: '60' },
      { name: '周柏福', percent: '33.33' },
    ]);
    expect(file.parties.map((party) => party.capacity)).toEqual([['borrower'], ['guarantor', 'owner']]);
    expect(JSON.stringify(file)).not.toMatch(new RegExp(`${ID}|15400001234|15400005678|51222619450101900X`));
  });

  it('never chooses between namesakes, and tells whom a guarantor secures', async () => {
    const ambiguous = await refusalOf('王某');
    expect(ambiguous?.code).toBe('household-ambiguous');
    expect(ambiguous?.facts).toEqual({
      candidates: [
        { household: expect.stringMatching(/^H\d{6}$/), unit: TEST_UNITS[0] },
        { household: expect.stringMatching(/^H\d{6}$/), unit: TEST_UNITS[1] },
      ],
    });
    expect(await refusalOf('51222619450101900X')).toEqual({
      code: 'household-unknown',
      facts: { secures: ['H000001'] },
    });
    for (const key of ['H999999', '没有这个人', '丁', '512226199001019000']) {
      expect((await refusalOf(key))?.code, key).toBe('household-unknown');
    }
  });
});

describe('LOAN-02 search for people', () => {
  it('finds borrowers and guarantors by name, ID, phone and contract, masked', async () => {
    const { read: db } = folder.open.store;
    expect(searchParties(db, '海林', 20)).toEqual([
      {
        partyId: 1,
        name: '陈海林',
        idNumber: expect.stringContaining('****'),
        household: 'H000001',
        unit: expect.any(String),
        capacity: ['borrower'],
        secures: null,
      },
    ]);
    expect(searchParties(db, '5678', 20)).toMatchObject([{ name: '担保人乙', household: null, secures: 'H000001' }]);
    expect(searchParties(db, '(89)第024', 20)).toMatchObject([{ partyId: 1 }]);
    expect(searchParties(db, '王某', 20)).toHaveLength(2);
    expect(searchParties(db, '12', 20).length).toBeGreaterThan(0);
    expect(searchParties(db, '王', 20)).toEqual([]);
  });
});

describe('reveal of personal data', () => {
  it('gives the full value and leaves its purpose in the log and in the household', async () => {
    expect(await reveal(folder.open, { partyId: guarantor, field: 'phone', purpose: '电话催收' })).toEqual({
      value: '15400005678',
    });
    const [entry] = (await read('H000001')).history;
    expect(entry).toMatchObject({
      action: 'parties.reveal',
      user: 'clerk',
      object: `party ${guarantor}`,
      detail: { field: 'phone', purpose: '电话催收' },
    });
    expect(JSON.stringify(entry)).not.toContain('15400005678');
    const written = await reveal(folder.open, { partyId: guarantor, field: 'phone', purpose: '核对 15400005678' });
    expect([written.value, (await read('H000001')).history[0]?.detail.purpose]).toEqual([
      '15400005678',
      '核对 154****5678',
    ]);
    await expect(reveal(folder.open, { partyId: 999, field: 'phone', purpose: '核对' })).rejects.toThrow(
      'party-unknown',
    );
  });
});
