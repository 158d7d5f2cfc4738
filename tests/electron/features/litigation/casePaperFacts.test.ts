/** Who the parties of a case are: the owner of a security is found by the ledger of securities (documents.md §5, G-PARTY). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerDetails } from '../../../../electron/features/litigation/casePaperFacts.repository';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let loan: number;

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  loan = build.loan({ party_id: build.party({ name: '借款甲' }), contract_no: '甲1' });
  build.party({ name: '物主', id_no: '512226196503189657', address: '红岩镇高坡村8组' });
  build.party({ name: '物主', id_no: '512226196503180000', address: '同名的另一人' });
  build.collateral({ loan_id: loan, owner_name: '物主', owner_id_no: '512226196503189657' });
  build.collateral({ loan_id: loan, owner_name: '没有证件号码的物主' });
});
afterAll(() => folder.close());

describe('G-PARTY the owner of a security, whom a case has by name', () => {
  it('is the party with his number, not another of his name', () => {
    expect(ownerDetails(folder.open.store.read, [loan], '物主')).toMatchObject({ address: '红岩镇高坡村8组' });
  });

  it('is unknown without a number, and for loans that he secures nothing of', () => {
    expect(ownerDetails(folder.open.store.read, [loan], '没有证件号码的物主')).toBeUndefined();
    expect(ownerDetails(folder.open.store.read, [loan + 1], '物主')).toBeUndefined();
  });
});
