/**
 * The program that is killed where the command line has no such command (R1): signs in to the data folder, carries out the
 * messages of a list one after the other, and says of each on stdout that it was confirmed. `ready` on stderr: signed in.
 * `--data DIR --user NAME --messages FILE` (JSON: `[path, input][]`).
 */
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import { runDirectly } from '../../electron/features/backup/backupJobs';
import { Backups } from '../../electron/features/backup/backups';
import { Session } from '../../electron/features/users/session';
import { fixedClock } from '../../electron/platform/clock';
import { noHost } from '../../electron/platform/noHost';
import { directEngine } from '../../electron/platform/render/renderEngine';
import { router } from '../../electron/router';
import { callByPath } from '../support/contractEntries';
import { TEST_NOW, TEST_PASSWORD } from '../support/openFolder';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({ options: { data: text, user: text, messages: text } });
const clock = fixedClock(TEST_NOW);
const session = new Session({ dataDir: values.data, clock, program: 'command line' });
const services = {
  clock,
  session,
  host: noHost,
  engine: directEngine(),
  backups: new Backups(runDirectly),
  version: '0.0.0-test',
  workstation: 'test',
  program: 'command line' as const,
  kdfCost: null,
  log: () => {},
};
const client = createRouterClient(router, { context: { services } });
const messages = JSON.parse(readFileSync(values.messages, 'utf8')) as [path: string, input: unknown][];
await client.session.signIn({ name: values.user, password: TEST_PASSWORD });
writeSync(2, 'ready\n');
for (const [index, [path, input]] of messages.entries()) {
  await callByPath(client, path, input);
  writeSync(1, `${index}\n`);
}
await session.lock();
