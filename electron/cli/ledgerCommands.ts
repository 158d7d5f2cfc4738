/** ledger (detail, summary, Excel) and household show. */
import { resolve } from 'node:path';
import { parseFilterExpression } from '@shared/domain/loans/filterExpression';
import {
  LEDGER_COLUMNS,
  type LedgerFilter,
  SUMMARY_DIMENSIONS,
  type SummaryDimension,
} from '@shared/domain/loans/ledger';
import { ledgerRowJson, sumsJson } from '@shared/domain/loans/ledgerJson';
import { LEDGER_TITLES } from '@shared/domain/loans/ledgerTitles';
import { yuanText } from '@shared/kernel/money';
import { RefusalError } from '@shared/kernel/result';
import type { CliContext, CommonOptions } from './context';
import { COMMAND_LINE_REASON, printJson, say, UsageError, withYuan } from './output';

interface LedgerOptions extends CommonOptions {
  readonly filter?: string;
  readonly summary?: string;
  readonly limit?: string;
  readonly out?: string;
  readonly reason?: string;
}

const SORT = { column: 'household', descending: false } as const;
const PAGE = 200;

export async function ledger(context: CliContext, options: LedgerOptions): Promise<void> {
  const filter = filterOf(options.filter);
  if (options.summary !== undefined) return summary(context, options, filter);
  if (options.out) {
    const titles = LEDGER_COLUMNS.map((column) => LEDGER_TITLES[column]);
    const path = resolve(options.out);
    const { reason = COMMAND_LINE_REASON } = options;
    const input = { filter, sort: SORT, columns: [...LEDGER_COLUMNS], titles, reason, path };
    const { rows } = await context.client.loans.export(input);
    const totals = sumsJson(await context.client.loans.totals(filter));
    if (options.json) printJson({ totals, exported: rows, out: path });
    else say(`已导出 ${rows} 行：${path}`);
    return;
  }
  await detail(context, options, filter);
}

function filterOf(expression: string | undefined): LedgerFilter & { conditions: never[] } {
  const decision = parseFilterExpression(expression ?? '');
  if (decision.kind === 'refused') throw new RefusalError(decision.refusal);
  if (decision.kind === 'needs') throw new UsageError(`--filter: ${decision.facts.join(', ')}`);
  return decision.value as LedgerFilter & { conditions: never[] };
}

/** Written page by page, so that a million rows need no more memory than one page. */
async function detail(context: CliContext, options: LedgerOptions, filter: ReturnType<typeof filterOf>): Promise<void> {
  const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : Number(options.limit);
  if (Number.isNaN(limit) || limit < 0) throw new UsageError('--limit 需要一个不小于 0 的整数');
  const totals = sumsJson(await context.client.loans.totals(filter));
  const write = (text: string) => process.stdout.write(text);
  if (options.json) write(`{"totals":${JSON.stringify(totals)},"rows":[`);
  else say(JSON.stringify(totals));
  let written = 0;
  let cursor: string | null = null;
  while (written < limit) {
    const page: Awaited<ReturnType<typeof context.client.loans.page>> = await context.client.loans.page({
      filter,
      sort: SORT,
      cursor,
      limit: Math.min(PAGE, limit - written),
    });
    for (const row of page.rows) {
      const json = JSON.stringify(ledgerRowJson(row));
      write(options.json ? `${written > 0 ? ',' : ''}${json}` : `${json}\n`);
      written += 1;
    }
    cursor = page.next;
    if (cursor === null) break;
  }
  if (options.json) write(']}\n');
}

async function summary(
  context: CliContext,
  options: LedgerOptions,
  filter: ReturnType<typeof filterOf>,
): Promise<void> {
  const dims = (options.summary ?? '').split(',').map((dim) => dim.trim());
  const known: readonly string[] = SUMMARY_DIMENSIONS;
  const unknown = dims.filter((dim) => !known.includes(dim));
  if (unknown.length > 0) throw new UsageError(`--summary ${unknown.join(',')}: ${known.join(', ')}`);
  const result = await context.client.loans.summary({ filter, dims: dims as SummaryDimension[] });
  const cells = result.cells.map(({ key, ...sums }) => ({ key, ...sumsJson(sums) }));
  if (options.json) printJson({ dims: result.dims, cells });
  else for (const cell of cells) process.stdout.write(`${JSON.stringify(cell)}\n`);
}

export async function householdShow(context: CliContext, options: CommonOptions, key: string): Promise<void> {
  const household = await context.client.parties.household({ key });
  const { loans, ...rest } = household;
  const json = { ...(withYuan(rest, yuanText) as object), loans: loans.map(ledgerRowJson) };
  if (options.json) printJson(json);
  else process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
}
