/** Ten key actions of the command line on copies of one folder, for tests that let the system fail under them (R2, R3). */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from '../support/buildCli';
import { REPORT, reportHousehold, typedFor } from '../support/fillReport';
import { SAMPLE, samplePath } from '../support/importFiles';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf } from './killing';

export interface KeyAct {
  readonly user: string;
  /** `out`: a file that is not there yet. */
  readonly args: (out: string) => string[];
  /** The entry of the log that stands for it: in one transaction with what was changed. */
  readonly action: string;
}

/** A copy of the folder; `remove` takes away whatever the act left beside it as well. */
export interface ActCopy {
  readonly dir: string;
  /** The program's own folder of this copy: anchors of another would know the copies apart. */
  readonly own: string;
  remove(): void;
}

export interface ActsFolder {
  readonly folder: TestFolder;
  readonly acts: Readonly<Record<string, KeyAct>>;
  copy(): ActCopy;
  /** The act on this copy, as a program and its arguments. */
  command(act: string, dir: string): string[];
  close(): Promise<void>;
}

type Beside = (name: string) => string;

const actsOf = (beside: Beside, household: string): Record<string, KeyAct> => ({
  'add user': {
    user: 'admin',
    args: () => [...'user add new --display x --roles clerk --new-password-file'.split(' '), beside('new.txt')],
    action: 'users.add',
  },
  'edit user': { user: 'admin', args: () => 'user edit counsel --display y'.split(' '), action: 'users.edit' },
  'change password': {
    user: 'counsel',
    args: () => ['user', 'password', '--new-password-file', beside('new.txt')],
    action: 'session.changePassword',
  },
  'reset password': {
    user: 'admin',
    args: () => ['user', 'reset-password', 'head', '--new-password-file', beside('new.txt')],
    action: 'users.resetPassword',
  },
  'remove user': {
    user: 'admin',
    args: () => ['user', 'remove', 'counsel', '--reason', '调离本行'],
    action: 'users.deactivate',
  },
  'recovery code': {
    user: 'admin',
    args: (out) => ['user', 'recovery-code', '--recovery-out', out],
    action: 'users.newRecoveryCode',
  },
  import: { user: 'clerk', args: () => ['import', samplePath(SAMPLE.history)], action: 'imports.write' },
  issue: {
    user: 'clerk',
    args: (out) => [
      ...['document', 'render', REPORT, '--for', household, '--fields', beside('fields.json')],
      ...['--issue', '--out', `${out}.pdf`],
    ],
    action: 'documents.issue',
  },
  backup: { user: 'admin', args: (out) => ['backup', 'create', '--out', `${out}.zip`], action: 'backup.create' },
  'export log': {
    user: 'auditor',
    args: (out) => ['audit', 'export', '--out', `${out}.jsonl`],
    action: 'audit.export',
  },
});

export async function actsFolder(): Promise<ActsFolder> {
  const folder = await makeFolder();
  const beside: Beside = (name) => join(folder.dir, '..', name);
  const { household, party } = reportHousehold(folder);
  writeFileSync(beside('fields.json'), JSON.stringify(await typedFor(folder, party)));
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  writeFileSync(beside('new.txt'), 'Xin-Mima-2026');
  await folder.services.session.lock();
  const { script, done } = await buildCli();
  const acts = actsOf(beside, household);
  let copies = 0;
  return {
    folder,
    acts,
    copy() {
      copies += 1;
      const { dir, remove } = copyOf(folder, copies);
      const left = ['-own', '-trace', '-out', '-out.pdf', '-out.zip', '-out.jsonl'].map((end) => `${dir}${end}`);
      return {
        dir,
        own: `${dir}-own`,
        remove() {
          remove();
          for (const path of left) if (existsSync(path)) rmSync(path, { recursive: true });
        },
      };
    },
    command(act, dir) {
      const { user, args } = acts[act] as KeyAct;
      const signedIn = ['--data', dir, '--user', user, '--password-file', beside('pw.txt'), '--json'];
      return [process.execPath, script, ...args(`${dir}-out`), ...signedIn];
    },
    async close() {
      done();
      await folder.close();
    },
  };
}
