/**
 * P7: the rules over all loans, results stored: against SQL that computes and stores the same (p7Statement.ts), and the computing
 * alone against a plain loop without rules, versions or traces. And its truth: result by result against SQL and against `rule eval`.
 */
import { setTimeout } from 'node:timers/promises';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { PortfolioRun, singleOutcome } from '@shared/domain/portfolio/portfolioRun';
import { questionsOf } from '@shared/domain/portfolio/questions';
import { present } from '@shared/kernel/assert';
import { addDays, addMonths, epochDay } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { Store } from '../../electron/database/store';
import { loansAfter } from '../../electron/features/portfolio/portfolioLoans.repository';
import { lastRun } from '../../electron/features/portfolio/portfolioResults.repository';
import { runPortfolio } from '../../electron/features/portfolio/runPortfolio';
import { rulesInForce } from '../../electron/features/rules/rulesInForce';
import { filledFolder } from './folders';
import { interleaved, type Line, ratios, scaled, spreadOf, timed } from './measure';
import { byStatement, prepareStatement, unlikeStatement } from './p7Statement';

const theRun = (store: Store): number => present(lastRun(store.read), 'a run is in force').id;

/** Every loan, or of many every so many: a million do not lie in memory together. */
function sampleOf(store: Store, every: number): PortfolioLoan[] {
  const loans: PortfolioLoan[] = [];
  for (let last: number | undefined = 0; last !== undefined; ) {
    const step: PortfolioLoan[] = loansAfter(store.read, last, 1_000);
    for (const loan of step) if (loan.id % every === 0) loans.push(loan);
    last = step.at(-1)?.id;
  }
  return loans;
}

const PAUSE_MS = 3;

/** Milliseconds that a query had to wait at most while the run went on; asked again and again, as people do. */
async function longestWait(store: Store, running: Promise<unknown>): Promise<number> {
  let [isOver, longest] = [false, 0];
  const over = running.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const asked = performance.now();
    await setTimeout(PAUSE_MS);
    await store.reading(async () => lastRun(store.read));
    longest = Math.max(longest, performance.now() - asked - PAUSE_MS);
  }
  await over;
  return longest;
}

/** As somebody would write it who never has to say why: today's figures, no versions, no articles, weekends only. */
function plainly(loan: PortfolioLoan, asOf: string): (string | number | null)[] {
  const due = loan.extendedDueDate ?? loan.dueDate;
  if (due === null || (loan.balance <= 0 && loan.interest <= 0)) return [];
  const days = epochDay(asOf) - epochDay(due);
  const level = days <= 0 ? '正常' : days <= 90 ? '关注' : days <= 270 ? '次级' : days <= 360 ? '可疑' : '损失';
  const form = asOf <= due ? '正常' : asOf < addMonths(due, 12) ? '逾期' : '呆滞';
  const start = loan.receipts.reduce((last, { on }) => (on > last ? on : last), due);
  const roll = (day: string) => {
    const weekday = (epochDay(day) + 4) % 7;
    return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
  };
  const expiry = roll(addMonths(start, start >= '2015-10-01' ? 36 : 24));
  const rate = { 正常: 15, 关注: 30, 次级: 300, 可疑: 600, 损失: 1000 }[loan.fiveLevel ?? '损失'] ?? 0;
  const short = loan.issueDate !== null && due <= addMonths(loan.issueDate, 12);
  const ends = loan.guarantees.map(({ periodEnd }) => periodEnd ?? roll(addMonths(due, 24)));
  const notice = short ? addDays(due, -7) : addMonths(due, -1);
  return [level, form, expiry, asOf <= expiry ? 1 : 0, Math.round((loan.balance * rate) / 1000), notice, ...ends];
}

function differingFromSingle(store: Store, loans: readonly PortfolioLoan[], book: RuleBook, asOf: string): number {
  const run = theRun(store);
  const stored = store.sqlite.prepare(
    `SELECT word, day, arguable_day AS arguableDay, amount, refusal, provisional, steps AS trace
     FROM portfolio_result AS result JOIN portfolio_trace AS trace ON trace.run_id = result.run_id AND trace.id = trace_id
     WHERE result.run_id = ? AND loan_id = ? AND kind = ? AND subject = ?`,
  );
  let differing = 0;
  for (const loan of loans)
    for (const question of questionsOf(loan, asOf)) {
      const { outcome, day, arguableDay, amount } = singleOutcome(book, question);
      const { word, refusal, provisional, trace } = outcome;
      const single = { word, day, arguableDay, amount, refusal, provisional: provisional ? 1 : 0, trace };
      const row = stored.get(run, loan.id, question.kind, question.subject);
      if (JSON.stringify(row) !== JSON.stringify(single)) differing += 1;
    }
  return differing;
}

/** Loans that are compared with single evaluations, which take their time. */
const COMPARED = 100_000;

export async function p7(count: number, rounds: number): Promise<Line[]> {
  const folder = await filledFolder(count);
  const { services, open } = folder;
  const { store } = open;
  const asOf = services.clock.today();
  const { book } = await rulesInForce(store.read, asOf);
  prepareStatement(store, book);
  const stored = await interleaved(rounds, {
    run: () => timed(() => runPortfolio(services, open)),
    sql: () => timed(() => byStatement(store, asOf)),
  });
  const waited = await longestWait(store, runPortfolio(services, open));
  const loans = sampleOf(store, Math.ceil(count / COMPARED));
  const computed = await interleaved(rounds, {
    run: () =>
      timed(() => {
        const run = new PortfolioRun(book, asOf);
        for (const loan of loans) run.resultsOf(loan);
      }),
    loop: () => timed(() => loans.forEach((loan) => void plainly(loan, asOf))),
  });
  const unlike = unlikeStatement(store, theRun(store));
  const wrong = differingFromSingle(store, loans, book, asOf);
  await folder.remove();
  const one = (value: number) => ({ min: value, median: value, max: value });
  const goal = { goal: 1.5, judged: 'median' } as const;
  const none = { goal: 0, judged: 'max' } as const;
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      id: 'P7',
      work: 'all rules over all loans, stored / SQL that does the same',
      unit: 'x',
      spread: spreadOf(ratios(stored.run, stored.sql)),
      ...goal,
    },
    { id: 'P7', work: 'results unlike single evaluations', unit: '', spread: one(wrong), ...none },
    { id: 'P7', work: 'loans and guarantees unlike SQL', unit: '', spread: one(unlike), ...none },
    {
      id: 'P7',
      work: 'longest wait of a query during the run',
      unit: 'ms',
      spread: one(waited),
      goal: 300,
      judged: 'max',
    },
    {
      id: '',
      work: 'computing alone / a plain loop',
      unit: 'x',
      spread: spreadOf(ratios(computed.run, computed.loop)),
      ...info,
    },
    {
      id: '',
      work: 'all rules over all loans, stored',
      unit: 's',
      spread: spreadOf(scaled(stored.run, 1 / 1000)),
      ...info,
    },
    { id: '', work: 'the SQL', unit: 's', spread: spreadOf(scaled(stored.sql, 1 / 1000)), ...info },
    { id: '', work: 'computing alone', unit: 's', spread: spreadOf(scaled(computed.run, 1 / 1000)), ...info },
  ];
}
