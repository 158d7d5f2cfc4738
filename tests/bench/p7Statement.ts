/**
 * The limit of P7: the same results by SQL, one statement for each table, as somebody would write them for the law of today: no
 * packs, no versions of the branch, no traces. The calendar lies beside it as a table. What it finds is compared with the run.
 */
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { Store } from '../../electron/database/store';

const SCRATCH = `CREATE TABLE bench_calendar (day TEXT PRIMARY KEY, work_day TEXT NOT NULL, open INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE bench_loan (loan_id INTEGER PRIMARY KEY, five_level TEXT, four_level TEXT, action TEXT, action_day TEXT,
    action_arguable TEXT, action_open INTEGER, notice TEXT, notice_refusal TEXT, rate TEXT, provision INTEGER) STRICT;
  CREATE TABLE bench_guarantee (guarantee_id INTEGER PRIMARY KEY, loan_id INTEGER NOT NULL, status TEXT, day TEXT, arguable TEXT,
    refusal TEXT, open INTEGER) STRICT`;

const FIRST_DAY = '1975-01-01';
const DAYS = 38_000;

/** Every day with the first one on or after it on which something can be done, and whether its year is not published yet. */
export function prepareStatement(store: Store, book: RuleBook): void {
  const { sqlite } = store;
  const inquiry = new Inquiry(book);
  sqlite.exec(`BEGIN; ${SCRATCH}`);
  const insert = sqlite.prepare('INSERT INTO bench_calendar VALUES (?, ?, ?)');
  for (let at = 0; at < DAYS; at += 1) {
    const date = addDays(FIRST_DAY, at);
    const { day, published } = inquiry.roll(date);
    insert.run(date, day, published ? 0 : 1);
  }
  sqlite.exec('COMMIT');
}

/** A missing corresponding day is the month's last. */
const months = (day: string, count: number) =>
  `min(date(${day}, '${count} months'), date(${day}, 'start of month', '${count + 1} months', '-1 day'))`;
const rolled = (day: string) => `(SELECT work_day FROM bench_calendar WHERE day = ${day})`;
const isOpen = (day: string) => `(SELECT open FROM bench_calendar WHERE day = ${day})`;

/** The nominal end of the period that began on `start`: two years, three of those that had not run out on 2017-10-01. */
function period(start: string): string {
  const from = `max(${start}, '1987-01-01')`;
  const short = `${start} < '2017-10-01' AND ${rolled(months(from, 24))} < '2017-10-01'`;
  return `CASE WHEN ${short} THEN ${months(from, 24)} ELSE ${months(from, 36)} END`;
}

const inTime = (day: string, start: string) => `${day} <= ${rolled(period(start))}`;
const like = (words: readonly string[]) => words.map((word) => `method LIKE '%${word}%'`).join(' OR ');
const OTHERS = like(['法院', '执行', '拍卖', '代偿', '担保人', '保证人', '变现', '处置']);
const DEDUCTION = like(['扣划', '扣收', '扣款']);

const OWED = `owed AS MATERIALIZED (SELECT loan.id, issue_date, coalesce(extended_due_date, due_date) AS due, balance, five_level, sheet,
    party.name FROM loan JOIN party ON party.id = party_id WHERE balance > 0 OR interest_on + interest_off > 0)`;

/** What the debtor paid after the due date, numbered; the clock goes over it in both readings at once. Before 1987 no law answers. */
const CLOCK = `payment AS MATERIALIZED (
    SELECT loan_id, received_on AS day, coalesce(${DEDUCTION}, 0) AS deducted, payer IS NULL OR payer = owed.name AS own,
      row_number() OVER (PARTITION BY loan_id ORDER BY received_on, receipt.id) AS n
    FROM receipt JOIN owed ON owed.id = loan_id
    WHERE received_on >= due AND received_on <= @asOf AND (principal > 0 OR interest > 0) AND reverses_no IS NULL
      AND NOT coalesce(${OTHERS}, 0)
      AND NOT EXISTS (SELECT 1 FROM receipt AS back WHERE back.loan_id = receipt.loan_id AND back.reverses_no = receipt.receipt_no)),
  clock (id, n, safe, arguable) AS (
    SELECT id, 0, due, due FROM owed
    UNION ALL SELECT clock.id, payment.n, CASE WHEN own AND ${inTime('day', 'safe')} THEN day ELSE safe END,
      CASE WHEN NOT deducted OR ${inTime('day', 'arguable')} THEN day ELSE arguable END
    FROM clock JOIN payment ON payment.loan_id = clock.id AND payment.n = clock.n + 1),
  start AS MATERIALIZED (SELECT id, safe, arguable, max(n) FROM clock GROUP BY id),
  ending AS MATERIALIZED (SELECT id, ${period('safe')} AS safe, ${period('arguable')} AS arguable FROM start
    WHERE id NOT IN (SELECT loan_id FROM payment WHERE own AND day < '1987-01-01'))`;

const OVERDUE = 'CAST(julianday(@asOf) - julianday(due) AS INTEGER)';
const RATE =
  "CASE five_level WHEN '正常' THEN 15 WHEN '关注' THEN 30 WHEN '次级' THEN 300 WHEN '可疑' THEN 600 ELSE 1000 END";

const LOANS = `WITH RECURSIVE ${OWED}, ${CLOCK}
  INSERT INTO bench_loan SELECT owed.id,
    CASE WHEN ${OVERDUE} <= 0 THEN '正常' WHEN ${OVERDUE} <= 90 THEN '关注' WHEN ${OVERDUE} <= 270 THEN '次级'
      WHEN ${OVERDUE} <= 360 THEN '可疑' ELSE '损失' END,
    CASE WHEN @asOf <= due THEN '正常' WHEN @asOf < ${months('due', 12)} THEN '逾期' ELSE '呆滞' END,
    CASE WHEN safe IS NULL THEN NULL WHEN @asOf <= ${rolled('safe')} THEN 'running' ELSE 'expired' END, ${rolled('safe')},
    CASE WHEN ${rolled('arguable')} > ${rolled('safe')} THEN ${rolled('arguable')} END, coalesce(max(${isOpen('safe')}, ${isOpen('arguable')}), 0),
    CASE WHEN due < issue_date THEN NULL WHEN due <= ${months('issue_date', 12)} THEN date(due, '-7 days') ELSE ${months('due', -1)} END,
    CASE WHEN due < issue_date THEN 'due-before-issue' END,
    CASE WHEN sheet = 'on' AND balance > 0 THEN ${RATE} END,
    CASE WHEN sheet = 'on' AND balance > 0 THEN (balance * ${RATE} + 500) / 1000 END
  FROM owed LEFT JOIN ending USING (id)`;

/** Words of a list as the demo and most branches write them; a number of years or months stands in front. */
const WRITTEN = "replace(period_wording, ' ', '')";
const AGREED = `CASE WHEN ${WRITTEN} LIKE '%两年%' OR ${WRITTEN} LIKE '%二年%' THEN 24 WHEN ${WRITTEN} LIKE '%三年%' THEN 36
  WHEN ${WRITTEN} LIKE '%六个月%' THEN 6 END`;
const UNCLEAR = `${WRITTEN} LIKE '%清%止%' OR ${WRITTEN} LIKE '%清%之日%'`;
const UNAGREED = "period_wording LIKE '%未约定%' OR period_wording LIKE '%没有约定%'";

/** `due`: a column; the end of a guarantor's period by it, before it is moved for rest days; a date of the contract stays. */
function periodEnd(due: string): string {
  return `CASE WHEN period_end > ${due} THEN period_end WHEN period_end IS NOT NULL THEN ${rolled(months(due, 6))}
    WHEN agreed IS NOT NULL THEN CASE agreed WHEN 24 THEN ${rolled(months(due, 24))} WHEN 36 THEN ${rolled(months(due, 36))}
      ELSE ${rolled(months(due, 6))} END
    WHEN unclear AND issue_date < '2021-01-01' THEN ${rolled(months(due, 24))} ELSE ${rolled(months(due, 6))} END`;
}

const GUARANTEES = `WITH owed AS MATERIALIZED (SELECT id, issue_date, coalesce(due_date, extended_due_date) AS due,
      CASE WHEN extended_due_date <> due_date THEN extended_due_date END AS later
    FROM loan WHERE balance > 0 OR interest_on + interest_off > 0),
  read AS (SELECT guarantee.id, loan_id, issue_date, due, later, period_end, CASE WHEN period_end IS NULL AND NOT (${UNCLEAR})
      THEN ${AGREED} END AS agreed, ${UNCLEAR} AS unclear, CASE WHEN period_end IS NULL AND NOT coalesce(${UNCLEAR}, 0)
      AND NOT coalesce(${UNAGREED}, 0) AND ${AGREED} IS NULL THEN 'needs-facts' WHEN due < issue_date THEN 'due-before-contract'
      WHEN issue_date < '1995-10-01' THEN 'rule-not-in-force' END AS refusal
    FROM guarantee JOIN owed ON owed.id = loan_id),
  ending AS MATERIALIZED (SELECT id, loan_id, refusal, CASE WHEN refusal IS NULL THEN ${periodEnd('due')} END AS day,
      CASE WHEN refusal IS NULL AND later >= issue_date THEN ${periodEnd('later')} END AS arguable FROM read)
  INSERT INTO bench_guarantee SELECT id, loan_id, CASE WHEN refusal IS NOT NULL THEN NULL WHEN @asOf <= day THEN 'running' ELSE 'expired' END,
    day, CASE WHEN arguable > day THEN arguable END, refusal, 0 FROM ending`;

export function byStatement(store: Store, asOf: string): void {
  const { sqlite } = store;
  sqlite.exec('BEGIN; DELETE FROM bench_loan; DELETE FROM bench_guarantee');
  sqlite.prepare(LOANS).run({ asOf });
  sqlite.prepare(GUARANTEES).run({ asOf });
  sqlite.exec('COMMIT');
}

/** Each result of the run in the form of the statement, loan by loan. */
const RUN = `SELECT five.word AS five_level, four.word AS four_level, action.word AS action, action_day,
    action_arguable, action.provisional AS action_open, notice_day AS notice, notice.refusal AS notice_refusal,
    provision_amount AS provision
  FROM portfolio_loan AS run
  JOIN portfolio_outcome AS five ON five.run_id = run.run_id AND five.id = run.five_level
  JOIN portfolio_outcome AS four ON four.run_id = run.run_id AND four.id = run.four_level
  JOIN portfolio_outcome AS action ON action.run_id = run.run_id AND action.id = run.action
  JOIN portfolio_outcome AS notice ON notice.run_id = run.run_id AND notice.id = run.notice
  WHERE run.run_id = @run AND loan_id = sql.loan_id`;
const COLUMNS =
  'five_level, four_level, action, action_day, action_arguable, action_open, notice, notice_refusal, provision';
const RUN_GUARANTEE = `SELECT outcome.word, run.day, run.arguable, outcome.refusal FROM portfolio_guarantee AS run
  JOIN portfolio_outcome AS outcome ON outcome.run_id = run.run_id AND outcome.id = run.outcome
  WHERE run.run_id = @run AND guarantee_id = sql.guarantee_id`;

/** Loans and guarantees of which run and statement say other things, or only one of them says anything. */
export function unlikeStatement({ sqlite }: Store, run: number): number {
  const count = (sql: string) => sqlite.prepare(sql).pluck().get({ run }) as number;
  const loans = count(`SELECT count(*) FROM bench_loan AS sql WHERE NOT EXISTS (SELECT ${COLUMNS} INTERSECT ${RUN})`);
  const guarantees = count(`SELECT count(*) FROM bench_guarantee AS sql
    WHERE NOT EXISTS (SELECT status, day, arguable, refusal INTERSECT ${RUN_GUARANTEE})`);
  const rows = (ours: string, theirs: string) =>
    Math.abs(count(`SELECT (SELECT count(*) FROM ${ours} WHERE run_id = @run) - (SELECT count(*) FROM ${theirs})`));
  return loans + guarantees + rows('portfolio_loan', 'bench_loan') + rows('portfolio_guarantee', 'bench_guarantee');
}
