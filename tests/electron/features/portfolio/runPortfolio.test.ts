/** The run over all loans says exactly what single evaluations say (CLS-01, CLS-02, CLS-04, REC-05), and knows when it is out of date. */
import { singleOutcome } from '@shared/domain/portfolio/portfolioRun';
import { questionsOf } from '@shared/domain/portfolio/questions';
import { RuleBook } from '@shared/rules/ruleBook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from '../../../../electron/features/maintenance/fillDemo';
import { changedByRules } from '../../../../electron/features/portfolio/changedByRules';
import { loansAfter } from '../../../../electron/features/portfolio/portfolioLoans.repository';
import { portfolioStatus } from '../../../../electron/features/portfolio/portfolioStatus';
import { runPortfolio } from '../../../../electron/features/portfolio/runPortfolio';
import { showDue } from '../../../../electron/features/portfolio/showDue';
import { rulesInForce } from '../../../../electron/features/rules/rulesInForce';
import type { OpenFolder } from '../../../../electron/openFolder';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const LOANS = 2_000;
let folder: TestFolder;
let open: OpenFolder;
const today = () => folder.services.clock.today();

beforeAll(async () => {
  folder = await makeFolder({ user: 'admin' });
  await fillDemo(folder.services, folder.open, { loans: LOANS, password: TEST_PASSWORD });
  open = await folder.signInAs('clerk');
}, 60_000);
afterAll(() => folder.close());

const IMPORTED = { action: 'imports.write', objectKind: 'batch', objectId: 'B' };

const rowsOfOtherRuns = () =>
  open.store.read
    .hot('SELECT count(*) FROM portfolio_loan WHERE run_id NOT IN (SELECT id FROM portfolio_run)')
    .pluck()
    .get() as number;

interface Stored {
  readonly loanId: number;
  readonly kind: string;
  readonly subject: number;
}

const stored = () =>
  open.store.read
    .hot(
      `SELECT loan_id AS loanId, kind, subject, word, day, arguable_day AS arguableDay, amount, refusal, provisional,
        steps AS trace FROM portfolio_result JOIN portfolio_run ON portfolio_run.id = portfolio_result.run_id
         JOIN portfolio_trace ON portfolio_trace.run_id = portfolio_result.run_id AND portfolio_trace.id = trace_id
       ORDER BY loan_id, kind, subject`,
    )
    .all() as Stored[];

async function bySingleEvaluation(): Promise<Stored[]> {
  const { book } = await rulesInForce(open.store.read, today());
  const rows = loansAfter(open.store.read, 0, LOANS).flatMap((loan) =>
    questionsOf(loan, today()).map((question) => {
      const { kind, subject } = question;
      const { outcome, ...own } = singleOutcome(book, question);
      return { loanId: loan.id, kind, subject, ...outcome, ...own, provisional: outcome.provisional ? 1 : 0 };
    }),
  );
  const key = ({ loanId, kind, subject }: Stored) =>
    `${String(loanId).padStart(9, '0')} ${kind} ${String(subject).padStart(9, '0')}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the portfolio run', () => {
  it('says before any run that there was none', async () => {
    expect(await portfolioStatus(folder.services, open)).toEqual({ run: null, stale: [] });
    expect(() => showDue(open, { until: '2027-12-31', limit: 10, offset: 0 })).toThrow('portfolio-not-run');
  });

  it('REC-05 CLS-02 CLS-04 stores for every loan what `rule eval` answers, bit by bit', async () => {
    const summary = await runPortfolio(folder.services, open);
    expect(summary.loans).toBe(LOANS);
    const rows = stored();
    expect(rows).toHaveLength(summary.results);
    expect(rows).toEqual(await bySingleEvaluation());
    const kinds = Map.groupBy(rows, ({ kind }) => kind);
    expect([...kinds.keys()].sort()).toEqual([
      'action',
      'five-level',
      'four-level',
      'guarantee',
      'notice',
      'provision',
    ]);
  }, 120_000);

  it('says the same again, and leaves one row in the log each time', async () => {
    const before = stored();
    await runPortfolio(folder.services, open);
    expect(stored()).toEqual(before);
    const runs = open.store.read.hot("SELECT count(*) FROM audit_entry WHERE action = 'portfolio.run'").pluck().get();
    expect(runs).toBe(2);
    const status = await portfolioStatus(folder.services, open);
    expect(status.stale).toEqual([]);
    expect(status.run).toMatchObject({ asOf: today(), loans: LOANS });
  }, 60_000);

  it('lists what runs out, earliest first, page by page, with nothing that is past', () => {
    const until = '2029-12-31';
    const all = showDue(open, { until, limit: 1_000, offset: 0 });
    expect(all.total).toBeGreaterThan(50);
    const days = all.items.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day >= today() && day <= until)).toBe(true);
    expect(showDue(open, { until, limit: 5, offset: 5 }).items).toEqual(all.items.slice(5, 10));
    for (const { kind, guarantor } of all.items) expect(kind === 'guarantee').toBe(guarantor !== null);
  });

  it('is out of date once books were written', async () => {
    const { store, actor } = open;
    await store.write(actor, async () => ({ result: null, audit: IMPORTED }));
    expect((await portfolioStatus(folder.services, open)).stale).toEqual(['books']);
    await runPortfolio(folder.services, open);
    expect((await portfolioStatus(folder.services, open)).stale).toEqual([]);
  }, 60_000);

  it('stops when it is told to, before or on the way, with the last results in place', async () => {
    const before = stored();
    await expect(runPortfolio(folder.services, open, { signal: AbortSignal.abort() })).rejects.toThrow();
    const controller = new AbortController();
    const report = () => controller.abort();
    await expect(runPortfolio(folder.services, open, { signal: controller.signal, report })).rejects.toThrow();
    expect(stored()).toEqual(before);
    expect(rowsOfOtherRuns()).toBeGreaterThan(0);
    await runPortfolio(folder.services, open);
    expect(rowsOfOtherRuns()).toBe(0);
    expect(stored()).toEqual(before);
  }, 60_000);

  it('begins anew when the books change under it, and gives up when they change each time', async () => {
    const change = () => open.store.write(open.actor, async () => ({ result: null, audit: IMPORTED }));
    let changes = 0;
    let changing: Promise<unknown> = Promise.resolve();
    const disturb = (most: number) => () => {
      if (changes >= most) return;
      changes += 1;
      changing = change();
    };
    await runPortfolio(folder.services, open, { report: disturb(1) });
    await changing;
    expect(changes).toBe(1);
    expect((await portfolioStatus(folder.services, open)).stale).toEqual([]);
    const before = stored();
    changes = 0;
    const given = runPortfolio(folder.services, open, { report: disturb(Number.POSITIVE_INFINITY) });
    await expect(given).rejects.toThrow('books-changing');
    await changing;
    expect(stored()).toEqual(before);
    await runPortfolio(folder.services, open);
  }, 60_000);

  it('is done by one at a time', async () => {
    const first = runPortfolio(folder.services, open);
    await expect(runPortfolio(folder.services, open)).rejects.toThrow('portfolio-running');
    await first;
  }, 60_000);

  it('ends with the session', async () => {
    let locked: Promise<unknown> = Promise.resolve();
    const report = () => {
      locked = folder.services.session.lock();
    };
    await expect(runPortfolio(folder.services, open, { report })).rejects.toThrow();
    await locked;
    open = await folder.signInAs('clerk');
    expect((await portfolioStatus(folder.services, open)).run).not.toBeNull();
  }, 60_000);

  it('RUL-03 tells which loans another version of a rule would change', async () => {
    const { book } = await rulesInForce(open.store.read, today());
    const rules = book.rules.map((rule) => {
      if (rule.id !== 'provision/specific' || rule.kind !== 'table') return rule;
      const versions = rule.versions.map((version) => ({
        ...version,
        rows: version.rows.map((row) =>
          row.when.class?.fits('可疑') ? { ...row, gives: { ...row.gives, rate: '0.7' } } : row,
        ),
      }));
      return { ...rule, versions };
    });
    const db = open.store.read;
    const same = await changedByRules(db, { before: book, after: book }, today(), 10);
    expect(same).toEqual({ loans: 0, first: [] });
    const { loans, first } = await changedByRules(db, { before: book, after: RuleBook.of(rules).book }, today(), 10);
    const doubtful = `SELECT count(*) FROM loan WHERE five_level = '可疑' AND sheet = 'on' AND balance > 0`;
    expect(loans).toBe(db.hot(doubtful).pluck().get());
    expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(['provision']));
    expect(first).toHaveLength(10);
  }, 60_000);

  it('P7 gives others their turn again and again', async () => {
    let turns = 0;
    let running = true;
    const watch = (): void => {
      turns += 1;
      if (running) setImmediate(watch);
    };
    setImmediate(watch);
    await runPortfolio(folder.services, open);
    running = false;
    expect(turns).toBeGreaterThan(5);
  }, 60_000);
});
