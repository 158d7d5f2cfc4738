/**
 * R4: images of the disk after a power cut at any moment while money is recorded, from the real program's own calls. Each opens
 * without an alarm, holds every receipt that was confirmed before the cut, and at most one more, whole.
 */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Dice } from '@shared/domain/demo/random';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../electron/database/store';
import { dataFolder } from '../../electron/platform/dataFolder';
import { receipt } from '../electron/features/receipts/support';
import { buildProgram } from '../support/buildCli';
import { Builder } from '../support/builders';
import { printFigure } from '../support/figure';
import { makeFolder, type TestFolder } from '../support/openFolder';
import { closeFolder, openFolderAt } from './brokenFolder';
import { ROUNDS } from './killing';
import { type Call, callsOf, canTrace, Disk } from './powerCut';

/** Enough for the log to be brought into the database meanwhile (every 1,000 pages), and once more at the end. */
const RECEIPTS = 110;
const IMAGES = ROUNDS > 0 ? 20_000 : 40;
if (!canTrace) console.log('no strace here: power cuts are not tried');

let folder: TestFolder;
let key: Buffer;
let calls: Call[];
let before: string;
/** In memory where that is possible: images are only read. */
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'qingshou-power-'));
const beside = (name: string) => join(folder.dir, '..', name);

beforeAll(async () => {
  folder = await makeFolder();
  key = Buffer.from(folder.open.key);
  const build = new Builder(folder.open);
  const loan = (party_id: number) => build.loan({ party_id, balance: 3_000_000, issue_date: '2020-01-01' });
  const parties = build.batch(() =>
    Array.from({ length: RECEIPTS }, () => build.party()).map((party) => [party, loan(party)] as const),
  );
  const messages = parties.map(([party], index) => {
    const input = { ...receipt(party, { voucherNo: String(index) }), requestId: randomUUID() };
    return ['receipts.record', input];
  });
  writeFileSync(beside('messages.json'), JSON.stringify(messages));
  await folder.services.session.lock();
  before = beside('before');
  cpSync(folder.dir, before, { recursive: true });
  if (!canTrace) return;
  const { script, done } = await buildProgram('tests/fault/actor.ts');
  const command = [
    process.execPath,
    script,
    '--data',
    folder.dir,
    '--user',
    'clerk',
    '--messages',
    beside('messages.json'),
  ];
  calls = callsOf(command, folder.dir, beside('trace'), { ...process.env, XDG_CONFIG_HOME: beside('own') });
  done();
});
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  await folder.close();
});

/** Receipts, each with its lines, its row in the ledger of receipts, its request and its entry; −1: one is not whole. */
function receiptsIn({ sqlite }: Store): number {
  const count = (sql: string) => sqlite.prepare(sql).pluck().get() as number;
  const payments = count('SELECT count(*) FROM payment');
  const parts = [
    "SELECT count(*) FROM audit_entry WHERE action = 'receipts.record'",
    "SELECT count(*) FROM request WHERE procedure = 'receipts.record'",
    'SELECT count(*) FROM payment WHERE amount = (SELECT sum(principal + interest) FROM payment_line WHERE payment_id = payment.id)',
    'SELECT count(*) FROM receipt JOIN payment ON payment.id = payment_id WHERE principal + interest = amount',
    'SELECT count(DISTINCT receipt_id) FROM receipt_share',
  ];
  return parts.every((sql) => count(sql) === payments) ? payments : -1;
}

/** What is wrong with the image; null: nothing. */
async function faultOf(image: ReadonlyMap<string, Buffer>, confirmed: number): Promise<string | null> {
  const dir = join(scratch, 'image');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'files'), { recursive: true });
  for (const [name, content] of image) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  const opened = await openFolderAt(dataFolder(dir), key);
  if (opened.answer !== 'open' || !opened.store) return opened.answer;
  const there = receiptsIn(opened.store);
  await closeFolder(opened);
  return there === confirmed || there === confirmed + 1 ? null : `${there} receipts, ${confirmed} confirmed`;
}

it.runIf(canTrace)(
  `R4 ${IMAGES} images of power cuts: nothing confirmed is lost, every folder opens`,
  async () => {
    const said = calls.filter(({ kind }) => kind === 'said');
    expect(said).toHaveLength(RECEIPTS);
    const toDatabase = calls.filter((call) => call.kind === 'write' && call.file === 'qingshou.db');
    expect(toDatabase.length).toBeGreaterThan(10);
    const dice = new Dice(Number(process.env.QINGSHOU_FAULT_SEED ?? 4), 4);
    const disk = new Disk(before);
    // How many images are taken after each call: the same for all, the rest by chance.
    const each = IMAGES / calls.length;
    const wrong = new Map<string, number>();
    let [made, confirmed] = [0, 0];
    for (const [index, call] of calls.entries()) {
      disk.do(call);
      if (call.kind === 'said') confirmed += 1;
      for (const until = Math.round((index + 1) * each); made < until; made += 1) {
        const fault = await faultOf(disk.image(dice), confirmed);
        if (fault !== null) wrong.set(fault, (wrong.get(fault) ?? 0) + 1);
      }
    }
    expect([...wrong]).toEqual([]);
    const bad = [...wrong.values()].reduce((sum, times) => sum + times, 0);
    const what = `images of power cuts at ${calls.length} calls while ${RECEIPTS} receipts were recorded: none lost, none corrupt`;
    printFigure({ id: 'R4', done: made, what, bad });
  },
  7_200_000,
);
