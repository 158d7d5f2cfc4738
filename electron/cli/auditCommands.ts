/** audit verify, audit export. */
import { extname, resolve } from 'node:path';
import type { Verification } from '@shared/contract/audit.contract';
import type { CliContext, CommonOptions } from './context';
import { EXIT, printJson, say, UsageError } from './output';

/** A broken log ends like any other storage error; the JSON names the first bad entry. */
export async function auditVerify(context: CliContext, options: CommonOptions & { anchor?: string }): Promise<number> {
  const anchorFile = options.anchor === undefined ? null : resolve(options.anchor);
  let result: Verification | null = null;
  for await (const event of await context.client.audit.verify({ anchorFile }))
    if (event.type === 'result') result = event.result;
  if (!result) return EXIT.storage;
  if (options.json) printJson(result);
  else say(sentenceOf(result));
  return result.ok ? EXIT.done : EXIT.storage;
}

function sentenceOf(result: Verification): string {
  const fault = result.fault ?? result.file?.fault ?? null;
  if (!fault) return `审计日志完整：1…${result.entries}，校验码 ${result.code}`;
  const place = fault.from === fault.to ? `第 ${fault.from} 条` : `第 ${fault.from} 至 ${fault.to} 条`;
  return `审计日志不完整：${place}（${fault.fault}），共 ${result.entries} 条`;
}

interface ExportOptions extends CommonOptions {
  readonly out: string;
  readonly reason: string;
}

/** The ending of FILE says what is wanted: .xlsx for reading, .jsonl for a proof. */
export async function auditExport(context: CliContext, options: ExportOptions): Promise<void> {
  const format = extname(options.out).slice(1).toLowerCase();
  if (format !== 'xlsx' && format !== 'jsonl') throw new UsageError('--out FILE.xlsx 或 FILE.jsonl');
  const { path, entries } = await context.client.audit.export({
    format,
    filter: { groups: [] },
    words: {},
    reason: options.reason,
    path: resolve(options.out),
  });
  if (options.json) printJson({ out: path, entries });
  else say(`已导出审计日志 ${entries} 条：${path}`);
}
