/**
 * R1: receipts of money and decisions on requests, killed at any moment. Each is there as a whole or not at all, each that was
 * confirmed is there, and sending all of them again does each once.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenFolder } from '../../electron/openFolder';
import { router } from '../../electron/router';
import { receipt } from '../electron/features/receipts/support';
import { buildProgram } from '../support/buildCli';
import { Builder } from '../support/builders';
import { printFigure } from '../support/figure';
import { makeFolder, type TestFolder, type TestUser } from '../support/openFolder';
import { copyOf, ROUNDS, reopened, runAndKill } from './killing';

/** Messages of one program before it ends by itself. */
const MANY = 30;

interface Kind {
  readonly user: TestUser;
  readonly path: string;
  /** For printFigure. */
  readonly what: string;
  readonly inputs: object[];
  /** How many are there, when whatever belongs to each was found; fails on half a one. */
  readonly count: (open: OpenFolder) => number;
}

let folder: TestFolder;
let script: string;
let done: () => void;
const kinds: Kind[] = [];
const beside = (name: string) => join(folder.dir, '..', name);

const countIn =
  ({ store }: OpenFolder) =>
  (sql: string) =>
    store.sqlite.prepare(sql).pluck().get() as number;

/** A payment with its lines, its row for each loan, their collectors, its request and its entry; no sums of another. */
function receiptsThere(open: OpenFolder): number {
  const count = countIn(open);
  const payments = count('SELECT count(*) FROM payment');
  const parts = {
    whole: count(`SELECT count(*) FROM payment WHERE amount = (SELECT sum(costs + principal + interest)
      FROM payment_line WHERE payment_id = payment.id)`),
    shown: count(`SELECT count(*) FROM payment WHERE amount = (SELECT sum(costs + principal + interest)
      FROM receipt WHERE payment_id = payment.id)`),
    shared:
      count(`SELECT count(*) FROM payment WHERE 1000000 * (SELECT count(*) FROM receipt WHERE payment_id = payment.id) =
      (SELECT sum(ppm) FROM receipt_share JOIN receipt ON receipt.id = receipt_id WHERE payment_id = payment.id)`),
    entries: count("SELECT count(*) FROM audit_entry WHERE action = 'receipts.record'"),
    requests: count("SELECT count(*) FROM request WHERE procedure = 'receipts.record'"),
  };
  const every = Object.fromEntries(Object.keys(parts).map((part) => [part, payments]));
  expect(parts).toEqual(every);
  return payments;
}

/** A decision with the end of its request, what follows from it, its message and its entry. */
function decisionsThere(open: OpenFolder): number {
  const count = countIn(open);
  const decisions = count("SELECT count(*) FROM approval_decision WHERE outcome = 'consent'");
  const parts = {
    ended: count("SELECT count(*) FROM approval_request WHERE state = 'approved'"),
    inForce: count("SELECT count(*) FROM interest_measure WHERE state = 'approved'"),
    entries: count("SELECT count(*) FROM audit_entry WHERE action = 'approvals.decide'"),
    named: count('SELECT count(*) FROM approval_decision JOIN audit_entry ON audit_entry.id = entry'),
    requests: count("SELECT count(*) FROM request WHERE procedure = 'approvals.decide'"),
  };
  const every = Object.fromEntries(Object.keys(parts).map((part) => [part, decisions]));
  expect(parts).toEqual(every);
  return decisions;
}

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  const client = createRouterClient(router, { context: { services: folder.services } });
  const loans = build.batch(() =>
    Array.from({ length: MANY }, () => {
      const party = build.party();
      const first = build.loan({ party_id: party, balance: 60_000, issue_date: '2020-01-01' });
      build.loan({ party_id: party, balance: 3_000_000, interest_off: 900_000, issue_date: '2021-01-01' });
      return { party, first: first + 1 };
    }),
  );
  const receipts = loans.map(({ party }, index) => ({
    ...receipt(party, { amount: 100_000, voucherNo: String(index) }),
    requestId: randomUUID(),
  }));
  const decisions: object[] = [];
  for (const { first: loanId } of loans) {
    const { approval } = await client.receipts.askMeasure({
      ...{
        loanId,
        measure: 'relief',
        amount: 400_000,
        hardship: 'family',
        facts: '主要劳动力患病',
        evidence: '诊断证明',
      },
      ...{
        investigators: ['王某', '李某'],
        principles: ['债权已确认', '减少损失', '可收回本金'],
        conditions: null,
        until: null,
      },
    });
    const { rev } = await client.approvals.show({ id: approval });
    decisions.push({ id: approval, rev, outcome: 'consent', opinion: '同意', requestId: randomUUID() });
  }
  kinds.push(
    { user: 'clerk', path: 'receipts.record', what: 'receipts', inputs: receipts, count: receiptsThere },
    { user: 'head', path: 'approvals.decide', what: 'decisions', inputs: decisions, count: decisionsThere },
  );
  for (const { path, inputs } of kinds)
    writeFileSync(beside(`${path}.json`), JSON.stringify(inputs.map((input) => [path, input])));
  await folder.services.session.lock();
  ({ script, done } = await buildProgram('tests/fault/actor.ts'));
});
afterAll(async () => {
  done();
  await folder.close();
});

const command = ({ user, path }: Kind, dir: string) => [
  ...['--data', dir, '--user', user, '--messages', beside(`${path}.json`)],
];

it.each(['receipts.record', 'approvals.decide'])(
  'R1 kill -9 among %s: nothing confirmed is lost, nothing is half',
  async (wanted) => {
    const kind = kinds.find(({ path }) => path === wanted) as Kind;
    const first = copyOf(folder, 0);
    const readyAt = { ms: 0 };
    const started = performance.now();
    const notice = (stderr: string) => {
      if (readyAt.ms === 0 && stderr.includes('ready')) readyAt.ms = performance.now() - started;
      return false;
    };
    const whole = await runAndKill(script, command(kind, first.dir), { delay: 0, when: notice });
    expect([whole.code, whole.out.trim().split('\n').length]).toEqual([0, MANY]);
    first.remove();
    const acting = whole.ms - readyAt.ms;
    const seen = { confirmed: 0, more: 0 };
    const rounds = ROUNDS || 2;
    for (let round = 1; round <= rounds; round += 1) {
      const copy = copyOf(folder, round);
      const plan = { delay: Math.random() * acting, when: (stderr: string) => stderr.includes('ready') };
      const { out } = await runAndKill(script, command(kind, copy.dir), plan);
      const confirmed = out.split('\n').length - 1;
      await reopened(folder, copy.dir, (open) => {
        const there = kind.count(open);
        expect([confirmed, confirmed + 1]).toContain(there);
        seen.confirmed += confirmed;
        seen.more += there - confirmed;
      });
      if (round === rounds) {
        expect((await runAndKill(script, command(kind, copy.dir), null)).code).toBe(0);
        await reopened(folder, copy.dir, (open) => expect(kind.count(open)).toBe(MANY));
      }
      copy.remove();
    }
    const what = `kills among ${kind.what}: all ${seen.confirmed} confirmed there, and ${seen.more} whose reply was lost`;
    printFigure({ id: 'R1', done: rounds, what, bad: 0 });
  },
  3_600_000,
);
