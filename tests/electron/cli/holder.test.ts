/** Commands against a folder that is in use or not sound (exit code 3). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../support/openFolder';
import { cli, cliFolder } from '../../support/runCli';

const files = cliFolder();
let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.close());

const check = () => {
  const password = files.write('own.txt', TEST_PASSWORD);
  return cli('check', '--data', folder.dir, '--user', 'clerk', '--password-file', password, '--json');
};

describe('exit code 3', () => {
  it('while another program holds the folder, with its name', async () => {
    const outcome = await check();
    const holder = {
      program: 'command line',
      pid: process.pid,
      workstation: expect.any(String),
      since: expect.any(String),
    };
    expect([outcome.code, outcome.json().refusal]).toMatchObject([3, { code: 'in-use', facts: { holder } }]);
    expect(outcome.err).toContain(`占用者：命令行，进程 ${process.pid}`);
    await folder.services.session.lock();
    expect((await check()).code).toBe(0);
  });

  it('where the check finds something, with the report', async () => {
    folder.open.store.sqlite.exec("INSERT INTO attachment VALUES ('0000', 'application/pdf', 1, '')");
    await folder.services.session.lock();
    const outcome = await check();
    expect([outcome.code, outcome.json()]).toMatchObject([
      3,
      { ok: false, attachments: { ok: false, damaged: ['0000'] } },
    ]);
  });
});
