/** import FILE, import undo BATCH. */
import { resolve } from 'node:path';
import type { ImportResult } from '@shared/contract/imports.contract';
import { IMPORT_KINDS, type ImportKind } from '@shared/domain/imports/records';
import { yuanText } from '@shared/kernel/money';
import type { CliContext, CommonOptions } from './context';
import { printJson, say, UsageError } from './output';

interface ImportOptions extends CommonOptions {
  readonly kind: string;
  readonly mapping?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly acceptWarnings?: boolean;
  readonly createUnits?: boolean;
  readonly rejects?: string;
}

export async function importFile(context: CliContext, options: ImportOptions, path: string): Promise<void> {
  const kinds: readonly string[] = [...IMPORT_KINDS, 'auto'];
  if (!kinds.includes(options.kind)) throw new UsageError(`--kind ${options.kind}: ${kinds.join(', ')}`);
  const events = await context.client.imports.run({
    path: resolve(path),
    kind: options.kind === 'auto' ? null : (options.kind as ImportKind),
    mappingName: options.mapping ?? null,
    asOf: options.asOf ?? null,
    dryRun: options.dryRun === true,
    acceptWarnings: options.acceptWarnings === true,
    createUnits: options.createUnits === true,
    rejectsPath: options.rejects ? resolve(options.rejects) : null,
  });
  for await (const event of events) {
    if (event.type === 'result') printResult(event.result, options);
    else if (!options.json) say(`${event.stage} ${event.done}${event.total === null ? '' : `/${event.total}`}`);
  }
}

function printResult(result: ImportResult, options: ImportOptions): void {
  const totals = Object.fromEntries(Object.entries(result.totals).map(([key, fen]) => [key, yuanText(fen)]));
  if (options.json) {
    printJson({ ...result, totals });
    return;
  }
  const { added, changed, unchanged, warned, refused, skipped } = result;
  say(`批次 ${result.batch ?? '—'} ${result.kind}${result.dryRun ? '（试运行，未写入）' : ''}`);
  say(`新增 ${added} 变更 ${changed} 不变 ${unchanged} 待确认 ${warned} 拒绝 ${refused} 略过 ${skipped}`);
  for (const [key, value] of Object.entries(totals)) say(`${key} ${value}`);
  for (const issue of [...result.refusals, ...result.warnings]) {
    say(`${issue.sheet} 第${issue.row}行 ${issue.column} [${issue.code}] ${issue.value} ${issue.message}`);
  }
}

export async function importUndo(context: CliContext, options: CommonOptions, batch: string): Promise<void> {
  const result = await context.client.imports.undo({ batch });
  if (options.json) printJson(result);
  else say(`批次 ${result.batch} 已撤销：删除 ${result.removed} 行，恢复 ${result.restored} 行`);
}
