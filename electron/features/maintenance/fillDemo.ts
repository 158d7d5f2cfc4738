/**
 * Fills an empty data folder with the fictional branch (cli.md `demo`): its units, one user per role, and its books,
 * written as imports are, one batch per kind, so that they can be taken back. All of it or nothing.
 */
import { setImmediate } from 'node:timers/promises';
import {
  DEMO_AS_OF,
  DEMO_MAX_LOANS,
  DEMO_MIN_LOANS,
  type DemoLoan,
  demoLoans,
  demoUnits,
} from '@shared/domain/demo/demoLoans';
import { DEMO_USERS, type DemoUser } from '@shared/domain/demo/demoUsers';
import type { ImportKind, ImportRecords } from '@shared/domain/imports/records';
import { isStrongPassword } from '@shared/domain/users/password';
import { assert, present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import { deferringIndexes } from '../../database/deferredIndexes';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { type UserSlot, withSlot } from '../../platform/keySlots';
import type { Services } from '../../services';
import type { Applier, ApplyContext } from '../imports/applier';
import { ClassificationApplier, CollateralApplier, GuaranteeApplier, ReceiptApplier } from '../imports/applyDependents';
import { LoanApplier } from '../imports/applyLoans';
import { insertBatch, nextBatchNumber, recordCounts } from '../imports/imports.repository';
import { giveAccess } from '../users/access.repository';
import { newSlot } from '../users/addUser';
import { changeKeys } from '../users/changeKeys';
import { branchUnit, insertUnit, insertUser, listUnits, listUsers } from '../users/users.repository';

export interface DemoInput {
  /** 400 to 1,000,000. */
  readonly loans: number;
  /** Of every demo user. */
  readonly password: string;
  readonly signal?: AbortSignal | undefined;
}

export interface DemoResult {
  readonly loans: number;
  readonly units: number;
  readonly users: string[];
}

/** Loans between two looks at the signal. */
const SLICE = 1_000;
const TABLES = ['party', 'loan', 'guarantee', 'collateral', 'receipt', 'month_end'];
const FILE_NAME = '演示数据';

/** One kind of book: who writes it and what a loan brings to it. Loans come first, the others hang on them. */
interface Book<K extends ImportKind> {
  readonly kind: K;
  readonly applier: (context: ApplyContext) => Applier<K>;
  readonly records: (demo: DemoLoan) => readonly ImportRecords[K][];
}

const book = <K extends ImportKind>(
  kind: K,
  applier: Book<K>['applier'],
  records: Book<K>['records'],
): ((run: BookRun) => Promise<AuditNote>) => {
  return (run) => writeBook(run, { kind, applier, records });
};

const BOOKS = [
  book(
    'loans',
    (context) => new LoanApplier(context),
    (demo) => [demo.loan],
  ),
  book(
    'guarantors',
    (context) => new GuaranteeApplier(context),
    (demo) => demo.guarantees(),
  ),
  book(
    'collateral',
    (context) => new CollateralApplier(context),
    (demo) => demo.collateral(),
  ),
  book(
    'receipts',
    (context) => new ReceiptApplier(context),
    (demo) => demo.receipts(),
  ),
  book(
    'classification-history',
    (context) => new ClassificationApplier(context),
    (demo) => demo.history(),
  ),
];

/** Refusals in order: demo-count, demo-not-empty, password-weak. Aborted: nothing was written. */
export async function fillDemo(services: Services, open: OpenFolder, input: DemoInput): Promise<DemoResult> {
  const { loans, password, signal } = input;
  if (!Number.isInteger(loans) || loans < DEMO_MIN_LOANS || loans > DEMO_MAX_LOANS)
    refuse('demo-count', { loans, least: DEMO_MIN_LOANS, most: DEMO_MAX_LOANS });
  refuseUnlessEmpty(open.store.read);
  if (!isStrongPassword(password)) refuse('password-weak');
  const known = new Set((await listUsers(open.store.read)).map((user) => user.name));
  const people = DEMO_USERS.filter((user) => !known.has(user.name));
  const admitted = await Promise.all(
    people.map(async (user) => ({ user, access: await newSlot(open, user.name, password) })),
  );
  return changeKeys(
    open,
    async (tx) => {
      refuseUnlessEmpty(tx);
      const units = await writeUnits(tx, loans);
      const users = await writeUsers(tx, units, admitted);
      const run: BookRun = { tx, loans, units, today: services.clock.today(), signal };
      const notes = await deferringIndexes(tx, TABLES, loans, () => writeBooks(run));
      const result = { loans, units: units.size, users };
      const note = { action: 'system.demo', objectKind: 'folder', objectId: 'demo', detail: result };
      return { result, audit: [note, ...notes] };
    },
    (file) => admitted.reduce((keys, { access }) => withSlot(keys, access.slot), file),
  );
}

function refuseUnlessEmpty(db: ReadDb): void {
  if (db.hot('SELECT 1 FROM loan UNION ALL SELECT 1 FROM party LIMIT 1').get()) refuse('demo-not-empty');
}

/** The demo's units by name; those of the set-up are taken as they are. */
async function writeUnits(tx: WriteTx, loans: number): Promise<Map<string, number>> {
  const known = new Map((await listUnits(tx)).map((unit) => [unit.name, unit.id]));
  const units = new Map<string, number>();
  for (const { name, mark } of demoUnits(loans)) {
    const id = known.get(name) ?? (await insertUnit(tx, { name, mark, level: 'sub-branch' })).id;
    units.set(name, id);
  }
  return units;
}

interface Admitted {
  readonly user: DemoUser;
  readonly access: UserSlot;
}

/** Their password is the administrator's, who knows it: nobody has to change it in a fictional branch. */
async function writeUsers(
  tx: WriteTx,
  units: ReadonlyMap<string, number>,
  admitted: readonly Admitted[],
): Promise<string[]> {
  const branch = await branchUnit(tx);
  const subBranch = present(units.values().next().value, 'the demo has units');
  for (const { user, access } of admitted) {
    const { name, display, role, inSubBranch } = user;
    const id = await insertUser(tx, { name, display, unitId: inSubBranch ? subBranch : branch.id, roles: [role] });
    await giveAccess(tx, id, access, 'no');
  }
  return DEMO_USERS.map((user) => user.name);
}

interface BookRun {
  readonly tx: WriteTx;
  readonly loans: number;
  readonly units: ReadonlyMap<string, number>;
  readonly today: string;
  readonly signal: AbortSignal | undefined;
}

async function writeBooks(run: BookRun): Promise<AuditNote[]> {
  const notes: AuditNote[] = [];
  for (const write of BOOKS) notes.push(await write(run));
  return notes;
}

/** Makes the loans anew for each kind: that is cheaper than to remember a million of them. */
async function writeBook<K extends ImportKind>(run: BookRun, { kind, applier, records }: Book<K>): Promise<AuditNote> {
  const { tx, loans, units, signal } = run;
  const number = await nextBatchNumber(tx, run.today);
  const head = { number, kind, fileName: FILE_NAME, sha256: '', asOf: DEMO_AS_OF, mapping: {} };
  const batch = await insertBatch(tx, head);
  const writer = applier({ db: tx, write: { tx, batch }, asOf: DEMO_AS_OF, units, expected: loans });
  let added = 0;
  let made = 0;
  for (const demo of demoLoans(loans)) {
    if (made % SLICE === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    made += 1;
    for (const record of records(demo)) {
      assert(writer.apply(record, true).status === 'added', `a demo record of ${kind} is new and fits`);
      added += 1;
    }
  }
  writer.finish({ new: 0, settled: 0, worsened: 0, absent: 0 });
  const counts = { added, changed: 0, unchanged: 0, warned: 0, refused: 0, skipped: 0 };
  await recordCounts(tx, batch, counts);
  const detail = { file: FILE_NAME, kind, asOf: DEMO_AS_OF, ...counts };
  return { action: 'imports.write', objectKind: 'batch', objectId: number, detail };
}
