/** R15: every command of the contract leaves a row in the log, or is one of the few that change nothing in the data. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { ACTION_GROUPS, actionsOf } from '@shared/domain/audit/actions';
import { ROLES } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../../electron/router';
import { ENTRIES } from '../../support/contractEntries';
import { dump } from '../../support/dump';
import { printFigure } from '../../support/figure';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../../support/fillReport';
import { SAMPLE, samplePath } from '../../support/importFiles';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../support/openFolder';
import { dropTriggers } from '../../support/tamper';
import { approvalActs } from './approvalActs';
import { caseMoneyActs } from './caseMoneyActs';
import { contactActs } from './contactActs';
import { debtPaperActs } from './debtPaperActs';
import { LITIGATION_APART, litigationActs } from './litigationActs';
import { receiptActs } from './receiptActs';
import { repaymentActs } from './repaymentActs';
import { rewardActs } from './rewardActs';
import { ruleActs } from './ruleActs';
import { teamActs } from './teamActs';

const REASON = '提交诉委会审阅';
const OTHER_PASSWORD = 'Another-2026';
const uuid = (number: number) => `3f2b1c1e-6f0a-4b5e-9a54-${String(number).padStart(12, '0')}`;

/** Commands that change nothing in the data folder's database, and why. */
const NOTHING_TO_LOG: Readonly<Record<string, string>> = {
  'session.chooseDataDir': 'a dialog',
  'session.changeDataDir': 'the program remembers another folder; neither folder changes',
  'imports.chooseFile': 'a dialog',
  'users.newRecoveryCode': 'a code that opens nothing yet; bringing it into force is logged',
  'contacts.chooseFile': 'a dialog',
  'litigation.chooseFile': 'a dialog',
  'backup.choosePackPath': 'a dialog',
  'dunning.chooseScans': 'a dialog',
  'backup.chooseFile': 'a dialog',
  'backup.inspect': 'reads a backup',
  'regulations.chooseFile': 'a dialog',
  'window.printRecoveryCode': 'the caller brings all that is printed; making the code was logged',
};

let folder: TestFolder;
let client: RouterClient<typeof router>;
let household: string;
let logged = 0;
let party: number;
const beside = (name: string) => join(folder.dir, '..', name);

async function drained<T>(events: AsyncIterable<T>): Promise<T> {
  let last: T | undefined;
  for await (const event of events) last = event;
  return present(last, 'a stream ends with its result');
}

/** A user who may do everything, so that rights are not what is tested here. */
async function signIn(password = TEST_PASSWORD): Promise<void> {
  await client.session.signIn({ name: 'all', password });
}

beforeAll(async () => {
  const saved: Record<string, number> = {};
  folder = await makeFolder({
    user: 'admin',
    engine: recordingEngine(),
    host: {
      printPdf: async () => 'sent',
      reloadWindows: async () => {},
      chooseFile: async () => null,
      chooseFolder: async () => null,
      chooseSavePath: async ({ defaultName }) => {
        saved[defaultName] = (saved[defaultName] ?? 0) + 1;
        return beside(`${saved[defaultName]}-${defaultName}`);
      },
    },
  });
  client = createRouterClient(router, { context: { services: folder.services } });
  ({ party, household } = reportHousehold(folder));
  // A debt that is overdue without interest would be a gap in the ledger, and nothing would be printed about it.
  folder.open.store.sqlite.exec('UPDATE loan SET interest_on = 9000');
  await client.users.add({ name: 'all', display: '全岗', roles: [...ROLES], password: TEST_PASSWORD });
  await signIn();
});
afterAll(async () => {
  await folder.close();
  printFigure({ id: 'R15', done: logged, of: ACTS.length, what: 'commands that change data left their row', bad: 0 });
});

const today = () => folder.services.clock.today();
const open = () => present(folder.services.session.open, 'somebody is signed in');
const users = () => client.users.list();
const userId = async (name: string) =>
  present(
    (await users()).find((each) => each.name === name),
    name,
  ).id;
const draft = () => client.documents.openDraft({ form: REPORT, subject: household });
const paper = async () => present((await client.documents.list({ household }))[0], 'an issued paper').id;
const printedJob = async () => present((await client.documents.jobs())[0], 'a printed job');
const notice = async () => present((await client.dunning.register({})).notices[0], 'a printed notice');
const scan = async () => present((await client.dunning.scans({}))[0], 'a scan that waits');
const file = { path: samplePath(SAMPLE.history), dryRun: false, acceptWarnings: true };
/** Every command with input that it accepts, in an order in which each finds what it needs. */
const ACTS: readonly (readonly [path: string, act: () => Promise<unknown>])[] = [
  ['units.add', () => client.units.add({ name: '新分理处', mark: '新' })],
  ['users.add', () => client.users.add({ name: 'new', display: '新人', roles: ['clerk'], password: TEST_PASSWORD })],
  [
    'users.edit',
    async () => {
      const user = present(
        (await users()).find((each) => each.name === 'new'),
        'new',
      );
      return client.users.edit({ id: user.id, rev: user.rev, display: '旧人', roles: ['counsel'] });
    },
  ],
  [
    'users.resetPassword',
    async () => client.users.resetPassword({ id: await userId('new'), password: OTHER_PASSWORD }),
  ],
  ['users.deactivate', async () => client.users.deactivate({ id: await userId('new'), reason: '调离本行' })],
  ['users.reactivate', async () => client.users.reactivate({ id: await userId('new'), password: TEST_PASSWORD })],
  ['window.setIdleMinutes', () => client.window.setIdleMinutes({ minutes: 7 })],
  ['window.keepTyped', () => client.window.keepTyped({ form: { a: 1 } })],
  ['window.takeTyped', () => client.window.takeTyped()],
  [
    'dunning.printPack',
    async () => {
      const asked = { area: '奉节县', until: '2026-11-22' };
      const { entries } = await client.dunning.pack(asked);
      const keys = entries.filter((entry) => entry.printable).map((entry) => entry.key);
      const words = { chosen: '奉节县', warningsReason: '台账利息已核对', order: 'name' } as const;
      return drained(await client.dunning.printPack({ ...asked, ...words, keys, requestId: uuid(40) }));
    },
  ],
  [
    'documents.finishJob',
    async () => {
      const { id } = await printedJob();
      const { sqlite } = open().store;
      sqlite.exec(`UPDATE document SET status = 'issuing' WHERE job_id = ${id}`);
      sqlite.exec(`UPDATE print_job SET status = 'issuing' WHERE id = ${id}`);
      return client.documents.finishJob({ id });
    },
  ],
  ['documents.printJob', async () => client.documents.printJob({ id: (await printedJob()).id })],
  ['documents.saveJob', async () => client.documents.saveJob({ id: (await printedJob()).id })],
  ['dunning.chase', async () => client.dunning.chase({ id: (await notice()).id })],
  [
    'dunning.recordDelivery',
    async () => {
      const { id, rev } = await notice();
      const signed = { outcome: 'signed', arrivedOn: '2026-11-22', signedBy: '杨𠮷', capacity: 'self' } as const;
      return client.dunning.recordDelivery({ id, rev, method: 'in-person', ...signed });
    },
  ],
  ['dunning.exportRegister', () => client.dunning.exportRegister({ format: 'xlsx', reason: REASON })],
  [
    'dunning.receiveScans',
    async () => {
      for (const name of ['1.jpg', '2.jpg']) writeFileSync(beside(name), Buffer.from(`scan ${name}`));
      return drained(await client.dunning.receiveScans({ paths: [beside('1.jpg'), beside('2.jpg')] }));
    },
  ],
  [
    'dunning.matchScan',
    async () => client.dunning.matchScan({ id: (await scan()).id, to: { noticeId: (await notice()).id } }),
  ],
  ['dunning.setScanAside', async () => client.dunning.setScanAside({ id: (await scan()).id, reason: REASON })],
  [
    'dunning.reopenScan',
    async () => {
      const [aside] = await client.dunning.scans({ status: 'set-aside' });
      return client.dunning.reopenScan({ id: present(aside, 'a scan set aside').id, reason: REASON });
    },
  ],
  ['dunning.setScanFolder', () => client.dunning.setScanFolder({ path: join(folder.dir, '..') })],
  ['portfolio.run', async () => drained(await client.portfolio.run())],
  ...approvalActs({ client: () => client, today }),
  ...ruleActs(
    () => client,
    () => folder.services.clock.today(),
    beside,
  ),
  ...receiptActs({ client: () => client, party: () => party, sqlite: () => open().store.sqlite }),
  ...repaymentActs({
    ...{ client: () => client, party: () => party, household: () => household },
    ...{ today, evidence: () => file.path },
  }),
  ...debtPaperActs({ client: () => client, party: () => party, sqlite: () => open().store.sqlite }),
  ['parties.reveal', () => client.parties.reveal({ partyId: party, field: 'idNumber', purpose: '电话催收核对' })],
  [
    'imports.rememberMapping',
    async () => {
      const { path, mapping } = await client.imports.inspect({ path: file.path });
      return client.imports.rememberMapping({ name: '月末', path, mapping });
    },
  ],
  ['imports.run', async () => drained(await client.imports.run(file))],
  [
    'imports.saveRejects',
    () => client.imports.saveRejects({ ...file, path: samplePath(SAMPLE.bad), dryRun: true, acceptWarnings: false }),
  ],
  [
    'imports.undo',
    async () => client.imports.undo({ batch: present((await client.imports.batches())[0], 'batch').batch }),
  ],
  [
    'loans.export',
    () =>
      client.loans.export({
        filter: { conditions: [] },
        sort: { column: 'household' },
        columns: ['household'],
        titles: ['户号'],
        reason: REASON,
        path: beside('ledger.xlsx'),
      }),
  ],
  [
    'loans.saveView',
    () =>
      client.loans.saveView({
        name: '我的',
        shared: false,
        filter: { conditions: [] },
        sort: { column: 'household', descending: false },
        columns: ['household'],
      }),
  ],
  [
    'loans.deleteView',
    async () => client.loans.deleteView({ id: present((await client.loans.views())[0], 'view').id }),
  ],
  ['documents.openDraft', draft],
  [
    'documents.saveDraft',
    async () => {
      const { id, rev } = await draft();
      return client.documents.saveDraft({ draftId: id, rev, fields: (await typedFor(folderNow(), party)) as never });
    },
  ],
  [
    'documents.issue',
    async () => {
      const { id, rev } = await draft();
      return client.documents.issue({ draftId: id, rev, requestId: uuid(1), warningsReason: '已核对' });
    },
  ],
  ['documents.discardDraft', async () => client.documents.discardDraft({ draftId: (await draft()).id })],
  [
    'documents.issueTyped',
    async () => {
      const fields = (await typedFor(folderNow(), party)) as never;
      return client.documents.issueTyped({ form: REPORT, subject: household, fields, requestId: uuid(2) });
    },
  ],
  [
    'documents.saveCopy',
    async () =>
      client.documents.saveCopy({ id: await paper(), format: 'pdf', reason: REASON, path: beside('copy.pdf') }),
  ],
  ['documents.print', async () => client.documents.print({ id: await paper(), reason: REASON })],
  ['documents.askVoid', async () => client.documents.askVoid({ id: await paper(), reason: REASON })],
  ...rewardActs({
    client: () => client,
    sqlite: () => open().store.sqlite,
    party: () => party,
    today,
    beside,
  }),
  ...teamActs({ client: () => client, household: () => household, today, beside }),
  ...litigationActs({ client: () => client, household: () => household, today }),
  ...caseMoneyActs({
    ...{ client: () => client, household: () => household, party: () => party, today },
    sqlite: () => open().store.sqlite,
  }),
  ...contactActs({ client: () => client, party: () => party, today, beside }),
  ['audit.verify', async () => drained(await client.audit.verify({}))],
  ['audit.export', () => client.audit.export({ format: 'jsonl', reason: REASON, path: beside('log.jsonl') })],
  ['backup.setSecondDevice', () => client.backup.setSecondDevice({ dir: null })],
  ['backup.create', async () => drained(await client.backup.create({}))],
  [
    'backup.pack',
    async () => {
      const { generations } = await client.backup.status();
      const { id } = present(generations[0], 'a generation');
      return drained(await client.backup.pack({ id, path: beside('pack.zip') }));
    },
  ],
  [
    'users.confirmRecoveryCode',
    async () => {
      const { recoveryCode: code } = await client.users.newRecoveryCode();
      return client.users.confirmRecoveryCode({ code });
    },
  ],
  ['session.changePassword', () => client.session.changePassword({ old: TEST_PASSWORD, password: OTHER_PASSWORD })],
  [
    'session.recover',
    async () => {
      const { recoveryCode: code } = await client.users.newRecoveryCode();
      await client.users.confirmRecoveryCode({ code });
      await client.session.recover({ name: 'all', code, password: 'Third-2026-x' });
      await signIn('Third-2026-x');
    },
  ],
  [
    'session.lock',
    async () => {
      await client.session.lock();
      await signIn('Third-2026-x');
    },
  ],
  [
    'audit.acceptBreak',
    async () => {
      const { store } = open();
      dropTriggers(store);
      store.sqlite.exec("UPDATE audit_entry SET user_name = 'x' WHERE id = 2");
      await store.reading(async () => store.raise({ code: 'log-broken', facts: {} }));
      return client.audit.acceptBreak({ reason: REASON });
    },
  ],
];

const folderNow = () => ({ ...folder, open: open() });
const actions = () =>
  open().store.sqlite.prepare('SELECT action FROM audit_entry ORDER BY id').pluck().all() as string[];

/** Tests of their own below, because the folder is another one afterwards; or of the commands' own features, e.g. with two persons. */
const APART = [
  'session.signIn',
  'session.setUp',
  'system.demo',
  'backup.restore',
  'rules.approveDraft',
  'approvals.decide',
  'approvals.vote',
  'approvals.closeVote',
  'team.reportBack',
  'rewards.pay',
  ...LITIGATION_APART,
  'contracts.sign',
  'contracts.record',
  'measures.finishStep',
  'repayment.endAgreement',
  'repayment.dropTerm',
];

describe('R15 commands and the log', () => {
  it('knows every command of the contract', () => {
    const commands = ENTRIES.filter(({ meta }) => meta.kind === 'command').map(({ path }) => path);
    const known = [...ACTS.map(([path]) => path), ...Object.keys(NOTHING_TO_LOG), ...APART];
    expect(known.toSorted()).toEqual(commands.toSorted());
  });

  it.each(ACTS)('%s leaves a row', async (path, act) => {
    const before = actions().length;
    await act();
    const added = actions().slice(before);
    expect(added.length).toBeGreaterThan(0);
    // What it is called in the log belongs to its own feature, or a sign-in would count as the row of anything.
    expect(added.some((action) => action.split('.')[0] === path.split('.')[0])).toBe(true);
    logged += 1;
  });

  it('commands that are said to have nothing to log change nothing', async () => {
    const before = dump(open().store.sqlite);
    expect(await client.imports.chooseFile()).toBeNull();
    expect(await client.session.chooseDataDir()).toBeNull();
    expect(await client.backup.chooseFile({ title: '' })).toBeNull();
    expect(await client.regulations.chooseFile()).toBeNull();
    await client.backup.choosePackPath({ id: 'x', title: '' });
    await client.users.newRecoveryCode();
    await client.window.printRecoveryCode({ bank: '某行', code: ['A', 'B'], language: 'zh-CN' });
    expect(dump(open().store.sqlite)).toEqual(before);
  });

  it('calls everything by an action that the log has a group and a word for', () => {
    const known = new Set(actionsOf(ACTION_GROUPS));
    expect([...new Set(actions())].filter((action) => !known.has(action))).toEqual([]);
  });

  it('keeps no personal data in the log: administrators and auditors read it', () => {
    const rows = dump(open().store.sqlite).audit_entry?.join('\n') ?? '';
    const secrets = ['512226194403189114', '51222619440526910X', '杨𠮷', '李㛃', '永安镇某街1号', TEST_PASSWORD];
    expect(secrets.filter((secret) => rows.includes(secret))).toEqual([]);
  });

  it('set-up and sign-in are the first rows of a folder', () => {
    expect(actions().slice(0, 2)).toEqual(['session.setUp', 'session.signIn']);
  });
});
