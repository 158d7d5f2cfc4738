/** DSP-07: the sheet on a borrower before his loans are packed, and the registers of the area as files. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportRegister } from '../../../../electron/features/contracts/exportRegisters';
import { announceTender } from '../../../../electron/features/contracts/holdTender';
import { draftContract } from '../../../../electron/features/contracts/keepContract';
import { formOf } from '../../../../electron/features/documents/forms';
import type { OpenFolder } from '../../../../electron/openFolder';
import { TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { requestId } from '../receipts/support';

let folder: TestFolder;
let keeper: OpenFolder;
let build: Builder;
let tender: number;

beforeAll(async () => {
  folder = await makeFolder();
  keeper = await (await withPeople(folder.open, { keeper: ['asset-preservation-head'] })).as('keeper');
  build = new Builder(folder.open);
  for (const number of [1, 2, 3])
    build.loan({ contract_no: `表外第${number}号`, sheet: 'off', npl_date: '1996-12-31', balance: 10_000_000 });
  const put = (number: number) => ({ contract: `表外第${number}号`, hard: null, price: 4_000_000 });
  ({ id: tender } = await announceTender(folder.services, keeper, {
    title: '2026年表外不良竞标',
    opensOn: '2026-11-25',
    packages: [{ name: '一号包', loans: [put(1), put(2)] }],
    requestId: requestId(),
  }));
  await draftContract(folder.services, keeper, {
    ...{ kind: 'risk-agency', party: '某律师事务所', basis: '多次催收无果', contracts: ['表外第3号'] },
    ...{ feeRate: '0.1', lateRate: null, years: 1, requestId: requestId() },
  });
});
afterAll(() => folder.close());

it('DOC-DSP-08 says of each borrower what A8 lists, suggests from the file, and asks for a reason where recovery is hard', async () => {
  const db = keeper.store.read;
  const form = formOf('DOC-DSP-08');
  const household = build.party({ name: '郑某', status: '死亡' });
  const dates = { issue_date: '1995-03-01', due_date: '1996-03-01', npl_date: '1996-12-31' };
  const loan = build.loan({
    ...{ party_id: household, contract_no: '说明第1号', sheet: 'off', ...dates },
    ...{ principal: 8_000_000, balance: 5_000_000, interest_off: 700_000 },
  });
  build.receipt({ loan_id: loan, received_on: '2024-05-06', interest: 100 });
  const facts = await form.gather(db, form.subject.find(db, '说明第1号'), { today: TODAY, by: keeper.actor });
  expect(form.catalogue(facts, {}).map(({ id, suggestion }) => [id, suggestion])).toEqual([
    ['situation', 'dead'],
    ['difficulty', 'dead'],
    ['why', null],
    ['share', null],
    ['remark', null],
  ]);
  const missing = (typed: object) => form.check(facts, { ...typed }).map(({ id, code }) => [id, code]);
  expect(missing({ share: '四成' })).toEqual([
    ['why', 'field-missing'],
    ['share', 'value-invalid'],
  ]);
  const typed = { why: '无继承人，无遗产', share: '12.5', remark: '' };
  expect(missing(typed)).toEqual([]);
  const paper = JSON.stringify(form.compose(facts, form.fill(facts, typed), TODAY));
  for (const said of [
    ...['郑某', '80,000.00元', '1995年3月1日至1996年3月1日', '2024年5月6日', '无记录', '7,000.00元'],
    ...['12.5%　6,250.00元', '无继承人，无遗产'],
  ])
    expect(paper).toContain(said);
});

it('RPT-04 contracts, tenders and the sheet on their borrowers leave as files, with a row in the log', async () => {
  const services = { ...folder.services, engine: recordingEngine() };
  const given = { reason: '会计对账', id: tender };
  for (const [what, format, lines] of [
    ['contracts', 'xlsx', 1],
    ['contracts', 'pdf', 1],
    ['tender', 'xlsx', 1],
    ['deposits', 'pdf', 0],
    ['situations', 'pdf', 2],
  ] as const) {
    const path = join(folder.dir, '..', `${what}.${format}`);
    expect(await exportRegister(services, keeper, { ...given, what, format, path })).toEqual({ path, lines });
    expect(statSync(path).size).toBeGreaterThan(0);
  }
  const nobody = {
    ...given,
    id: 99,
    what: 'tender' as const,
    format: 'xlsx' as const,
    path: join(folder.dir, 'x.xlsx'),
  };
  await expect(exportRegister(services, keeper, nobody)).rejects.toThrow('tender-unknown');
});
