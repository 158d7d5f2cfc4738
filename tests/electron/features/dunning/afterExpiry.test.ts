/** After expiry (REC-05, law of 时效规定 19(3)): who may issue the consent to perform, and what signing it does; undoing an import of notices. */
import { createRouterClient, type RouterClient } from '@orpc/server';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const FORM = 'DOC-REC-04';
const REQUEST = '7a2b1c1e-6f0a-4b5e-9a54-000000000001';

let folder: TestFolder;
let client: RouterClient<typeof router>;
let party: number;

beforeEach(async () => {
  folder = await makeFolder({ user: 'counsel', engine: recordingEngine() });
  client = createRouterClient(router, { context: { services: folder.services } });
  const build = new Builder(folder.open);
  build.batch(() => {
    party = build.party({ name: '张三', id_no: '512226194403189114', address: '奉节县永安镇某街1号' });
    build.loan({ party_id: party, issue_date: '2018-06-01', due_date: '2019-06-03', interest_off: 9_000 });
  });
});
afterEach(() => folder.close());

const subject = () => householdNumber(party);
const issue = (form: string) =>
  client.documents.issueTyped({ form, subject: subject(), fields: {}, requestId: REQUEST });
const verdict = async () => {
  const { lines } = await client.portfolio.radar({ household: party });
  return [lines[0]?.verdict, lines[0]?.expiry];
};

async function sign(consents: boolean): Promise<void> {
  const [notice] = (await client.dunning.register({})).notices;
  const { id, rev } = present(notice, 'the consent is in the register');
  const signed = { outcome: 'signed', arrivedOn: '2026-11-22', signedBy: '张三', capacity: 'self', consents } as const;
  await folder.signInAs('clerk');
  const reason = '核对回执原件';
  await client.dunning.recordDelivery({ id, rev, method: 'in-person', ...signed, reason });
}

describe('REC-05 DOC-REC-04 the consent to perform', () => {
  it('is issued by counsel, not by a clerk, and a demand is refused in its place', async () => {
    await expect(issue('DOC-REC-01')).rejects.toMatchObject({ data: { code: 'role-missing' } });
    expect(await issue(FORM)).toMatchObject({ number: '奉支续字〔2026〕第0001号', subject: '张三' });
    await folder.signInAs('clerk');
    const other = { form: FORM, subject: subject(), fields: {}, requestId: REQUEST.replace(/1$/, '2') };
    await expect(client.documents.issueTyped(other)).rejects.toMatchObject({ data: { code: 'role-missing' } });
    const demand = client.documents.issueTyped({ ...other, form: 'DOC-REC-01' });
    await expect(demand).rejects.toMatchObject({
      data: {
        code: 'fields-missing',
        facts: { missing: [{ gate: 'G-TIME', code: 'other-form-fits', subject: '同意继续履行债务确认书' }] },
      },
    });
  });

  it('revives the claim when he signs that he will perform, not when he only signs for it', async () => {
    expect(await verdict()).toEqual(['defence-risk', '2022-06-06']);
    await issue(FORM);
    await sign(false);
    expect(await verdict()).toEqual(['defence-risk', '2022-06-06']);
    await sign(true);
    expect(await verdict()).toEqual(['restored', '2029-11-22']);
  });
});

describe('IMP-03 undoing the old register', () => {
  it('takes every notice back, unless a delivery was recorded on one since', async () => {
    const held = { services: folder.services, open: await folder.signInAs('clerk') };
    for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors]) await importFile(held, samplePath(name));
    const { batch } = await importFile(held, samplePath('催收通知书登记簿.xlsx'));
    const [open] = (await client.dunning.register({ state: 'open' })).notices;
    const { id, rev } = present(open, 'an open notice');
    await client.dunning.recordDelivery({
      id,
      rev,
      method: 'in-person',
      outcome: 'refused',
      arrivedOn: '2026-11-20',
      witness: '村干部',
    });
    const undo = () => client.imports.undo({ batch: present(batch, 'a batch') });
    await expect(undo()).rejects.toMatchObject({
      data: { code: 'undo-blocked', facts: { blockers: [{ kind: 'changed-later', count: 1 }] } },
    });
    const again = await importFile(held, samplePath('催收通知书登记簿.xlsx'));
    expect(again).toMatchObject({ changed: 0, unchanged: 279 });
    held.open.store.sqlite.exec('UPDATE notice SET confirmed_by = NULL');
    expect(await undo()).toMatchObject({ removed: 279 });
    expect((await client.dunning.register({})).notices).toEqual([]);
  }, 60_000);
});
