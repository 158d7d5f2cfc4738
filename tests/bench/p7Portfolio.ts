/**
 * P7: the rules over all loans, results stored: against one SQL statement that computes and stores the same as far as SQL can, and
 * the computing alone against a plain loop without rules, versions or traces. And its truth: loan by loan against `rule eval`.
 */
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { PortfolioRun, singleOutcome } from '@shared/domain/portfolio/portfolioRun';
import { questionsOf } from '@shared/domain/portfolio/questions';
import { addDays, addMonths, epochDay } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { Store } from '../../electron/database/store';
import { loansAfter } from '../../electron/features/portfolio/portfolioLoans.repository';
import { runPortfolio } from '../../electron/features/portfolio/runPortfolio';
import { rulesInForce } from '../../electron/features/rules/rulesInForce';
import { filledFolder } from './folders';
import { interleaved, type Line, ratios, scaled, spreadOf, timed } from './measure';

const SCRATCH = `CREATE TABLE IF NOT EXISTS bench_result (loan_id INTEGER NOT NULL, kind TEXT NOT NULL, subject INTEGER NOT NULL,
  word TEXT, day TEXT, arguable_day TEXT, amount INTEGER, refusal TEXT, provisional INTEGER NOT NULL, trace_id INTEGER NOT NULL,
  PRIMARY KEY (loan_id, kind, subject)) STRICT, WITHOUT ROWID`;

/** Weekends only: SQL has no calendar of holidays. */
const rolled = (day: string) =>
  `date(${day}, CASE strftime('%w', ${day}) WHEN '6' THEN '+2 days' WHEN '0' THEN '+1 day' ELSE '+0 days' END)`;

const DAYS = 'CAST(julianday(@asOf) - julianday(due) AS INTEGER)';
const RATE =
  "CASE five_level WHEN '正常' THEN 15 WHEN '关注' THEN 30 WHEN '次级' THEN 300 WHEN '可疑' THEN 600 ELSE 1000 END";
const PAID = `(SELECT max(received_on) FROM receipt WHERE loan_id = owed.id AND received_on >= owed.due AND principal + interest > 0)`;

const ONE_STATEMENT = `INSERT INTO bench_result
  WITH owed AS MATERIALIZED (SELECT id, issue_date, coalesce(extended_due_date, due_date) AS due, balance, five_level, sheet
    FROM loan WHERE balance > 0 OR interest_on + interest_off > 0)
  SELECT id, 'five-level', 0, CASE WHEN ${DAYS} <= 0 THEN '正常' WHEN ${DAYS} <= 90 THEN '关注' WHEN ${DAYS} <= 270 THEN '次级'
    WHEN ${DAYS} <= 360 THEN '可疑' ELSE '损失' END, NULL, NULL, NULL, NULL, 0, 1 FROM owed
  UNION ALL SELECT id, 'four-level', 0, CASE WHEN @asOf <= due THEN '正常' WHEN @asOf < date(due, '+1 year') THEN '逾期' ELSE '呆滞' END,
    NULL, NULL, NULL, NULL, 0, 2 FROM owed
  UNION ALL SELECT id, 'action', 0, CASE WHEN @asOf <= expiry THEN 'running' ELSE 'expired' END, expiry, NULL, NULL, NULL, 0, 3
    FROM (SELECT id, ${rolled("date(start, CASE WHEN start >= '2015-10-01' THEN '+3 years' ELSE '+2 years' END)")} AS expiry
      FROM (SELECT id, coalesce(${PAID}, due) AS start FROM owed))
  UNION ALL SELECT id, 'notice', 0, NULL, CASE WHEN due <= date(issue_date, '+12 months') THEN date(due, '-7 days')
    ELSE date(due, '-1 month') END, NULL, NULL, NULL, 0, 4 FROM owed
  UNION ALL SELECT id, 'provision', 0, NULL, NULL, NULL, (balance * ${RATE} + 500) / 1000, NULL, 0, 5 FROM owed
    WHERE sheet = 'on' AND balance > 0
  UNION ALL SELECT owed.id, 'guarantee', guarantee.id, CASE WHEN @asOf <= ended THEN 'running' ELSE 'expired' END, ended, NULL, NULL,
    NULL, 0, 6 FROM owed JOIN (SELECT id, loan_id, coalesce(period_end, ${rolled("date((SELECT due_date FROM loan WHERE id = loan_id), '+24 months')")}) AS ended
      FROM guarantee) AS guarantee ON guarantee.loan_id = owed.id`;

function bySql(store: Store, asOf: string): void {
  const { sqlite } = store;
  sqlite.exec('BEGIN; DELETE FROM bench_result');
  sqlite.prepare(ONE_STATEMENT).run({ asOf });
  sqlite.exec('COMMIT');
}

function everyLoan(store: Store): PortfolioLoan[] {
  const loans: PortfolioLoan[] = [];
  for (let last = 0; ; last = loans.at(-1)?.id ?? last) {
    const step = loansAfter(store.read, last, 1_000);
    if (step.length === 0) return loans;
    loans.push(...step);
  }
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

/** Results of the run that one statement of SQL says otherwise; what it cannot say (limitation with its history) is left out. */
function differingFromSql(store: Store): number {
  const sql = `SELECT count(*) FROM portfolio_result AS run LEFT JOIN bench_result AS sql USING (loan_id, kind, subject)
    WHERE run.refusal IS NULL AND (run.kind IN ('five-level', 'four-level') AND run.word IS NOT sql.word
      OR run.kind = 'provision' AND run.amount IS NOT sql.amount)`;
  return store.sqlite.prepare(sql).pluck().get() as number;
}

function differingFromSingle(store: Store, loans: readonly PortfolioLoan[], book: RuleBook, asOf: string): number {
  const stored = store.sqlite.prepare(
    `SELECT word, day, arguable_day AS arguableDay, amount, refusal, provisional, steps AS trace FROM portfolio_result
     JOIN portfolio_trace ON portfolio_trace.id = trace_id WHERE loan_id = ? AND kind = ? AND subject = ?`,
  );
  let differing = 0;
  for (const loan of loans)
    for (const question of questionsOf(loan, asOf)) {
      const { provisional, ...said } = singleOutcome(book, question);
      const { word, day, arguableDay, amount, refusal, trace } = said;
      const single = { word, day, arguableDay, amount, refusal, provisional: provisional ? 1 : 0, trace };
      const row = stored.get(loan.id, question.kind, question.subject);
      if (JSON.stringify(row) !== JSON.stringify(single)) differing += 1;
    }
  return differing;
}

/** Single evaluations take their time: of more loans, every tenth. */
const COMPARED = 100_000;

export async function p7(count: number, rounds: number): Promise<Line[]> {
  const folder = await filledFolder(count);
  const { services, open } = folder;
  const { store } = open;
  const asOf = services.clock.today();
  const { book } = await rulesInForce(store.read, asOf);
  store.sqlite.exec(SCRATCH);
  const stored = await interleaved(rounds, {
    run: () => timed(() => runPortfolio(services, open)),
    sql: () => timed(() => bySql(store, asOf)),
  });
  const loans = everyLoan(store);
  const computed = await interleaved(rounds, {
    run: () =>
      timed(() => {
        const run = new PortfolioRun(book, asOf);
        for (const loan of loans) run.resultsOf(loan);
      }),
    loop: () => timed(() => loans.forEach((loan) => void plainly(loan, asOf))),
  });
  const unlike = differingFromSql(store);
  const sample = count <= COMPARED ? loans : loans.filter((_, index) => index % 10 === 0);
  const wrong = differingFromSingle(store, sample, book, asOf);
  await folder.remove();
  const one = (value: number) => ({ min: value, median: value, max: value });
  const goal = { goal: 1.5, judged: 'median' } as const;
  const none = { goal: 0, judged: 'max' } as const;
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      id: 'P7',
      work: 'all rules over all loans, stored / one SQL statement',
      unit: 'x',
      spread: spreadOf(ratios(stored.run, stored.sql)),
      ...goal,
    },
    { id: 'P7', work: 'results unlike single evaluations', unit: '', spread: one(wrong), ...none },
    { id: 'P7', work: 'classes, forms, provisions unlike SQL', unit: '', spread: one(unlike), ...none },
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
    { id: '', work: 'one SQL statement, stored', unit: 's', spread: spreadOf(scaled(stored.sql, 1 / 1000)), ...info },
    { id: '', work: 'computing alone', unit: 's', spread: spreadOf(scaled(computed.run, 1 / 1000)), ...info },
  ];
}
