// `npm run demo -- --loans N --data DIR`: makes a data folder with a fictional bank and its books (the command line's
// `init` and `demo`), and prints who can sign in. Without options: 400 loans in a new folder below the temporary one.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { loans: { type: 'string', default: '400' }, data: { type: 'string' } } });
const data = resolve(values.data ?? join(mkdtempSync(join(tmpdir(), 'qingshou-demo-')), 'data'));
const program = resolve(import.meta.dirname, '../out/main/cli.js');
const ADMINISTRATOR = 'admin';
/** Of the fictional bank only; strong by the program's own rule, and different in every folder. */
const password = `Demo-${randomBytes(6).toString('base64url')}-1`;

const setup = {
  bank: {
    name: '奉节县某支行',
    creditCode: '91500236MA00000158',
    address: '奉节县某街1号',
    phone: '023-56000000',
    principal: { name: '某某某', title: '行长' },
    account: { name: '奉节县某支行', number: '6230000000000000001', bank: '奉节县某支行' },
  },
  mark: '奉支',
  units: [],
  users: [],
};

const secrets = mkdtempSync(join(tmpdir(), 'qingshou-demo-secrets-'));
const file = (name, text) => {
  const path = join(secrets, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

/** Runs one command of the program; its messages go to stderr, its answer is kept. */
function run(...command) {
  const signedIn = ['--data', data, '--user', ADMINISTRATOR, '--password-file', file('password', password), '--json'];
  const done = spawnSync(process.execPath, [program, ...command, ...signedIn], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    process.stderr.write(done.stdout);
    rmSync(secrets, { recursive: true, force: true });
    process.exit(done.status ?? 3);
  }
  return JSON.parse(done.stdout);
}

run('init', '--setup', file('setup.json', JSON.stringify(setup)));
const filled = run('demo', '--loans', values.loans);
rmSync(secrets, { recursive: true, force: true });

const users = [ADMINISTRATOR, ...filled.users];
process.stdout.write(`${data}\n${filled.loans} loans in ${filled.units} units\npassword of all users: ${password}\n`);
process.stdout.write(`${users.map((user) => `  ${user}`).join('\n')}\n`);
process.stdout.write(`to open it: npm start -- --data ${data}\n`);
