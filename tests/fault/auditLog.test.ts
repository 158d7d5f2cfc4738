/** R14: whatever is done to the log behind the program's back is found, and the first bad entry is named (APP-02). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditLog } from '../../electron/database/auditLog';
import type { Store } from '../../electron/database/store';
import { ANCHOR_EVERY, Anchors } from '../../electron/features/audit/anchors';
import { LogKeeper } from '../../electron/features/audit/logKeeper';
import { verifyLog } from '../../electron/features/audit/verifyLog';
import { fixedClock } from '../../electron/platform/clock';
import { dataFolder } from '../../electron/platform/dataFolder';
import { printFigure } from '../support/figure';
import { ACTOR, newStore, scratchFolder } from '../support/openDatabase';
import { dropTriggers, tamper } from '../support/tamper';
import { ROUNDS } from './killing';

const clock = fixedClock('2026-11-22T02:30:00.000Z');
const ENTRIES = 40;
const TAMPERINGS = ROUNDS > 0 ? 10_000 : 120;
const folder = scratchFolder();
let store: Store;

const note = (number: number) => ({
  action: 'documents.print',
  objectKind: 'document',
  objectId: String(number),
  householdId: number,
  detail: { number: `奉支论字〔2026〕第${number}号`, count: 1 },
  before: { prints: 0 },
  after: { prints: 1 },
});

const add = (into: Store, number: number) =>
  into.write({ ...ACTOR, userId: 1 }, async () => ({ result: null, audit: note(number) }));

beforeAll(async () => {
  store = newStore(folder.path('log.db'));
  for (let number = 1; number <= ENTRIES; number += 1) await add(store, number);
});
afterAll(() => store.close());

it('R14 tampering with the log: every one is found and the first bad entry is named', async () => {
  const { auditLog, sqlite } = store;
  const head = auditLog.head();
  const anchors = [10, 25, head.seq].map((seq) => ({ seq, mac: auditLog.slice(seq - 1, 1)[0]!.mac }));
  const anchorAfter = (seq: number) => anchors.find((anchor) => anchor.seq >= seq)?.seq ?? head.seq;
  const look = () => verifyLog(store, { anchors, reading: (work) => work(), at: clock.now().toISOString() });
  expect((await look()).verification).toMatchObject({ ok: true, entries: ENTRIES, fault: null });
  const missed: string[] = [];
  const misnamed: string[] = [];
  const ways = new Set<string>();
  // Triggers are dropped once: each round goes back to here, the end to where everything began.
  sqlite.exec('BEGIN');
  dropTriggers(store);
  for (let round = 0; round < TAMPERINGS; round += 1) {
    sqlite.exec('SAVEPOINT untouched');
    const { way, bad, hadTheKey } = tamper(store, head);
    // The keys are read once for each opening; a tampered database is opened anew.
    const { verification } = await verifyLog(reopened(), { anchors, reading: (work) => work(), at: '' });
    sqlite.exec('ROLLBACK TO untouched; RELEASE untouched');
    ways.add(way);
    const { fault } = verification;
    if (!fault) missed.push(way);
    // With the key nothing but an anchor tells: the stretch begins no later than the first anchor behind the bad entry.
    else if (fault.from > (hadTheKey ? anchorAfter(bad) : bad) || fault.to < bad)
      misnamed.push(`${way}: ${bad}, named ${JSON.stringify(fault)}`);
  }
  sqlite.exec('ROLLBACK');
  expect([missed, misnamed]).toEqual([[], []]);
  expect((await look()).verification.ok).toBe(true);
  const lag = await longestLag();
  expect(lag).toBeLessThanOrEqual(ANCHOR_EVERY);
  const bad = missed.length + misnamed.length;
  const what = `tamperings in ${ways.size} ways found and named, anchor lag at most ${lag} entries`;
  printFigure({ id: 'R14', done: TAMPERINGS, what, bad });
}, 3_600_000);

/** The store as somebody would find it who opens the folder now: nothing remembered of before. */
function reopened(): Store {
  return Object.create(store, { auditLog: { value: new AuditLog(store.sqlite) } }) as Store;
}

/** Entries behind the newest anchor on the disk, over 220 writes. */
async function longestLag(): Promise<number> {
  const other = newStore(folder.path('lag.db'));
  const keeper = new LogKeeper(other, dataFolder(folder.path('lag')), null, clock);
  keeper.keep();
  let longest = 0;
  for (let number = 1; number <= 220; number += 1) {
    await add(other, number);
    const newest = new Anchors(other, dataFolder(folder.path('lag')), null, clock).read()[0]!;
    longest = Math.max(longest, number - newest.seq);
  }
  await other.close();
  return longest;
}
