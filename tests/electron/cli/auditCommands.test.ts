/** audit verify and audit export on the command line (APP-02). */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../electron/features/users/session';
import { systemClock } from '../../../electron/platform/clock';
import { TEST_PASSWORD } from '../../support/openFolder';
import { cli, cliFolder } from '../../support/runCli';
import { dropTriggers } from '../../support/tamper';

const { path, write, signedIn } = cliFolder();
const data = path('data');
const password = path('pw.txt');

beforeAll(async () => {
  const users = [{ name: 'auditor', roles: ['auditor'], passwordFile: password }];
  const setup = write('setup.json', { mark: '奉支', users });
  const init = await cli('init', '--setup', setup, ...signedIn(data, 'admin'), '--recovery-out', path('code.txt'));
  expect(init.code).toBe(0);
});

describe('APP-02 audit on the command line', () => {
  it('verifies the chain, and an anchor kept elsewhere', async () => {
    const done = await cli('audit', 'verify', ...signedIn(data, 'auditor'));
    expect([done.code, done.json()]).toMatchObject([0, { ok: true, fault: null }]);
    write('anchor.json', readFileSync(path('data/anchors.json'), 'utf8'));
    expect((await cli('audit', 'verify', '--anchor', path('anchor.json'), ...signedIn(data, 'auditor'))).code).toBe(0);
    const other = write('other.json', { seq: 1, mac: 'ab'.repeat(32) });
    const wrong = await cli('audit', 'verify', '--anchor', other, ...signedIn(data, 'auditor'));
    expect([wrong.code, wrong.json()]).toMatchObject([
      3,
      { ok: false, fault: { fault: 'differs-from-anchor', to: 1 } },
    ]);
    const none = await cli('audit', 'verify', '--anchor', path('none.json'), ...signedIn(data, 'auditor'));
    expect([none.code, none.json().refusal?.code]).toEqual([2, 'anchor-file-invalid']);
  });

  it('exports for reading and as a proof, by the file’s ending, and logs both', async () => {
    const sheet = await cli('audit', 'export', '--out', path('log.xlsx'), ...signedIn(data, 'auditor'));
    expect([sheet.code, sheet.json()]).toMatchObject([0, { out: path('log.xlsx') }]);
    const reason = ['--reason', '年度审计'];
    const proof = await cli('audit', 'export', '--out', path('log.jsonl'), ...reason, ...signedIn(data, 'auditor'));
    const lines = readFileSync(path('log.jsonl'), 'utf8').trimEnd().split('\n');
    expect([proof.code, proof.json().entries]).toEqual([0, lines.length - 1]);
    expect(lines.filter((line) => line.includes('"audit.export"')).length).toBe(1);
    const checked = await cli('audit', 'verify', '--anchor', path('log.jsonl'), ...signedIn(data, 'auditor'));
    expect(checked.json()).toMatchObject({ ok: true, file: { entries: lines.length - 1, fault: null } });
    expect((await cli('audit', 'export', '--out', path('log.doc'), ...signedIn(data, 'auditor'))).code).toBe(2);
    const clerk = await cli('audit', 'export', '--out', path('no.xlsx'), '--reason', 'x', ...signedIn(data, 'auditor'));
    expect([clerk.code, clerk.json().refusal?.code]).toEqual([2, 'invalid-input']);
  });

  it('names the first bad entry of a tampered log, also in check, and as text', async () => {
    const session = new Session({ dataDir: data, clock: systemClock, program: 'command line' });
    await session.signIn('auditor', TEST_PASSWORD);
    const { store } = session.open!;
    dropTriggers(store);
    store.sqlite.exec("UPDATE audit_entry SET user_name = 'somebody' WHERE id = 2");
    await session.lock();
    const done = await cli('audit', 'verify', ...signedIn(data, 'auditor'));
    expect([done.code, done.json()]).toMatchObject([3, { ok: false, fault: { fault: 'changed', from: 2, to: 2 } }]);
    const check = await cli('check', ...signedIn(data, 'auditor'));
    expect([check.code, check.json().audit]).toMatchObject([3, { ok: false, fault: { from: 2 } }]);
    const text = await cli('audit', 'verify', ...signedIn(data, 'auditor').filter((each) => each !== '--json'));
    expect(text.err).toContain('第 2 条');
  });
});
