/**
 * Reliability promise 12: the program opens no network socket. The built command line does a branch's work from set-up to
 * paper in a process in which everything of Node that touches a network is noted as it comes to life, threads included.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../../support/buildCli';
import { SAMPLE, samplePath } from '../../support/importFiles';
import { TEST_PASSWORD } from '../../support/openFolder';
import { cliFolder, setupFile } from '../../support/runCli';

const { path, write } = cliFolder();
const SEEN = path('seen.txt');

/** Node's own names of its sockets, name look-ups and web streams; pipes to the terminal are none. */
const WATCH = `
  const { createHook } = require('node:async_hooks');
  const { appendFileSync } = require('node:fs');
  createHook({
    init(id, type) {
      if (/^(TCP|UDP|TLS|HTTP|GETADDRINFO|GETNAMEINFO|QUERY)/.test(type)) appendFileSync(${JSON.stringify(SEEN)}, type + '\\n');
    },
  }).enable();
`;

let script: string;
let done: () => void;
let watch: string;

beforeAll(async () => {
  watch = write('watch.cjs', WATCH);
  write('setup.json', setupFile());
  write('pw.txt', TEST_PASSWORD);
  ({ script, done } = await buildCli());
});
afterAll(() => done());

function watched(...args: string[]): { code: number | null; seen: string } {
  writeFileSync(SEEN, '');
  const run = spawnSync(process.execPath, ['--require', watch, ...args], { encoding: 'utf8' });
  return { code: run.status, seen: existsSync(SEEN) ? readFileSync(SEEN, 'utf8') : '' };
}

const qingshou = (user: string, ...args: string[]) =>
  watched(script, ...args, '--data', path('data'), '--user', user, '--password-file', path('pw.txt'), '--json');

it('promise 12: from set-up to paper no socket, no name look-up', () => {
  const list = samplePath(SAMPLE.on);
  const jobs = [
    ['admin', 'init', '--setup', path('setup.json'), '--recovery-out', path('recovery.txt')],
    ['clerk', 'import', list, '--accept-warnings', '--create-units'],
    ['clerk', 'ledger', '--out', path('ledger.xlsx')],
    ['clerk', 'household', 'show', 'H000001'],
    ['clerk', 'document', 'render', 'DOC-LIT-01', '--for', 'H000001', '--out', path('draft.pdf')],
    ['admin', 'check'],
  ] as const;
  for (const [user, ...args] of jobs)
    expect([args[0], qingshou(user, ...args)]).toEqual([args[0], { code: 0, seen: '' }]);
}, 60_000);

it('the watch sees a socket where there is one', () => {
  const call = "require('node:net').connect(1, '127.0.0.1').on('error', () => {});";
  expect(watched('-e', call).seen).toContain('TCP');
  const inThread = `new (require('node:worker_threads').Worker)(${JSON.stringify(call)}, { eval: true });`;
  expect(watched('-e', inThread).seen).toContain('TCP');
});
