/** audit verify and audit export on the command line (APP-02). */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { shownCell } from '../../../electron/features/imports/shownCell';
import { Session } from '../../../electron/features/users/session';
import { systemClock } from '../../../electron/platform/clock';
import { openTable } from '../../../electron/platform/sheets/openTable';
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
    const code = ['--code', String(done.json().code)];
    const found = await cli('audit', 'verify', ...code, ...signedIn(data, 'auditor'));
    expect([found.code, found.json().found]).toMatchObject([0, [{ action: 'session.signIn' }]]);
    const unknown = await cli('audit', 'verify', '--code', '0000-0000', ...signedIn(data, 'auditor'));
    expect([unknown.code, unknown.json().refusal?.code]).toEqual([1, 'log-code-unknown']);
    const none = await cli('audit', 'verify', '--anchor', path('none.json'), ...signedIn(data, 'auditor'));
    expect([none.code, none.json().refusal?.code]).toEqual([2, 'anchor-file-invalid']);
  });

  it('exports for reading and as a proof, by the file’s ending, and logs both', async () => {
    const sheet = await cli('audit', 'export', '--out', path('log.xlsx'), ...signedIn(data, 'auditor'));
    expect([sheet.code, sheet.json()]).toMatchObject([0, { out: path('log.xlsx') }]);
    const rows: string[] = [];
    for await (const batch of (await openTable(path('log.xlsx'))).rows(0))
      rows.push(...batch.map(({ cells }) => cells.map(shownCell).join('|')));
    const text = rows.join('\n');
    expect(text).toContain('|登录|用户 ');
    expect(text).toMatch(/稽核员.*\|校验审计日志\|.*完整：✓/);
    expect(text).toMatch(/系统管理员.*\|首次设置\|数据文件夹 /);
    // Every action, role and kind of object has its word; reasons and file names are the person's own.
    expect(text).not.toMatch(
      /\b(session|audit|users|backup)\.[a-z]+\b|administrator|entries|\|(user|folder|file|log) /i,
    );
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
