/** due: everything with a deadline, over all loans and for everybody, computed anew when the last run is out of date; stats: the ratios of a month. */
import { addDays, isCalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { CliContext, CommonOptions } from './context';
import { printJson, refusalOf, say, UsageError } from './output';

interface DueOptions extends CommonOptions {
  readonly until?: string;
}

/** Without `--until`. */
const AHEAD_DAYS = 90;
const PAGE = 1_000;
const KINDS = { action: 'limitation', guarantee: 'guarantee', notice: 'dunning' } as const;

/** Why the last run no longer tells how things stand; empty once it was done anew. */
async function refresh({ client }: CliContext): Promise<readonly string[]> {
  const { run, stale } = await client.portfolio.status();
  if (run !== null && stale.length === 0) return [];
  try {
    for await (const _ of await client.portfolio.run());
    return [];
  } catch (error) {
    if (refusalOf(error)?.code !== 'role-missing') throw error;
    if (run === null) refuse('portfolio-not-run');
    return stale;
  }
}

/** `date` null: it waits without a day of its own. */
interface DueItem {
  readonly kind: string;
  readonly date: string | null;
}

/** What the rules say about the loans, from the last run. */
async function ruleDues({ client }: CliContext, until: string): Promise<{ asOf: string; items: DueItem[] }> {
  const items: DueItem[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await client.portfolio.due({ until, limit: PAGE, offset });
    for (const { kind, day, arguableDay, balance, ...rest } of page.items)
      items.push({
        kind: KINDS[kind],
        date: day,
        arguableDate: arguableDay,
        balance: yuanText(balance),
        ...rest,
      } as DueItem);
    if (offset + PAGE >= page.total) return { asOf: page.asOf, items };
  }
}

/** What people planned, promised or asked for: the work list of the branch without what the rules said already. */
async function workDues({ client }: CliContext, until: string): Promise<DueItem[]> {
  const { items } = await client.workbench.list({ scope: 'all', until });
  return items
    .filter(({ kind }) => kind !== 'approval' && !Object.hasOwn(KINDS, kind))
    .map(({ kind, day, amount, household, borrower, unit, responsible, what }) => ({
      ...{ kind, date: day, amount: amount === null ? null : yuanText(amount) },
      ...{ household, borrower, unit, responsible, what },
    }));
}

/** Requests that wait for somebody's decision, whoever he is. */
async function approvalDues({ client }: CliContext, until: string): Promise<DueItem[]> {
  const items: DueItem[] = [];
  for (let cursor: number | null = null; ; ) {
    const page = await client.approvals.list({ list: 'all', state: 'submitted', cursor });
    for (const { id, kind: about, title, household, waitingFor, submittedBy, amount, deadline } of page.items)
      items.push({
        kind: 'approval',
        date: deadline,
        id,
        about,
        title,
        household,
        waitingFor,
        submittedBy,
        amount: amount === null ? null : yuanText(amount),
      } as DueItem);
    cursor = page.next;
    if (cursor === null) return items.filter(({ date }) => date === null || date <= until);
  }
}

const LAST = '9999-12-31';

export async function due(context: CliContext, options: DueOptions): Promise<void> {
  if (options.until !== undefined && !isCalendarDate(options.until)) throw new UsageError('--until 需要 YYYY-MM-DD');
  const stale = await refresh(context);
  const until = options.until ?? addDays(context.services.clock.today(), AHEAD_DAYS);
  const rules = await ruleDues(context, until);
  const items = [...rules.items, ...(await workDues(context, until)), ...(await approvalDues(context, until))];
  items.sort((a, b) => ((a.date ?? LAST) < (b.date ?? LAST) ? -1 : Number(a.date !== b.date)));
  if (options.json) printJson({ asOf: rules.asOf, until, stale, items });
  else for (const item of items) process.stdout.write(`${JSON.stringify(item)}\n`);
  if (stale.length > 0) say(`结果截至 ${rules.asOf}，此后有变动：${stale.join('、')}`);
}

interface StatsOptions extends CommonOptions {
  readonly month: string;
}

/** Ratios as decimal text or n/a, amounts as yuan. */
export async function stats(context: CliContext, { month, json }: StatsOptions): Promise<void> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new UsageError('--month 需要 YYYY-MM');
  const { npl, recovery, coverage, provision, migration, moved, ...rest } = await context.client.portfolio.monthStats({
    month,
  });
  const inYuan = <T extends { numerator: number; denominator: number }>({ numerator, denominator, ...own }: T) => ({
    ...own,
    numerator: yuanText(numerator),
    denominator: yuanText(denominator),
  });
  const found = {
    ...rest,
    npl: inYuan(npl),
    recovery: inYuan(recovery),
    coverage: inYuan(coverage),
    provision: inYuan(provision),
    migration: migration.map(inYuan),
    moved: moved.map(({ openingBalance, closingBalance, left, ...classes }) => ({
      ...classes,
      openingBalance: yuanText(openingBalance),
      closingBalance: yuanText(closingBalance),
      left: yuanText(left),
    })),
  };
  if (json) printJson(found);
  else process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
}
