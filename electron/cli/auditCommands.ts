/** audit verify, audit export. */
import { extname, resolve } from 'node:path';
import type { AuditEntry, Verification } from '@shared/contract/audit.contract';
import { macPrefixOf } from '@shared/domain/audit/chain';
import { refuse } from '@shared/kernel/result';
import type { CliContext, CommonOptions } from './context';
import { readLogWords } from './logWords';
import { EXIT, printJson, say, UsageError } from './output';

interface VerifyOptions extends CommonOptions {
  readonly anchor?: string;
  /** As printed on an approval. */
  readonly code?: string;
}

/** The entries that a printed code stands for: one, or none. */
async function entriesOf(context: CliContext, code: string): Promise<AuditEntry[]> {
  const prefix = macPrefixOf(code);
  if (prefix === null) throw new UsageError('--code XXXX-XXXX');
  const { entries } = await context.client.audit.page({ filter: { text: code }, limit: 200 });
  return entries.filter(({ mac }) => mac.startsWith(prefix));
}

/**
 * A broken log ends like any other storage error; the JSON names the first bad entry. With a code: `found` are the entries that
 * it stands for, refusal `log-code-unknown` when there is none.
 */
export async function auditVerify(context: CliContext, options: VerifyOptions): Promise<number> {
  const anchorFile = options.anchor === undefined ? null : resolve(options.anchor);
  let result: Verification | null = null;
  for await (const event of await context.client.audit.verify({ anchorFile }))
    if (event.type === 'result') result = event.result;
  if (!result) return EXIT.storage;
  const entries = options.code === undefined ? null : await entriesOf(context, options.code);
  if (entries?.length === 0) refuse('log-code-unknown', { code: options.code });
  if (options.json) printJson({ ...result, ...(entries && { found: entries }) });
  else say([sentenceOf(result), ...(entries ?? []).map(foundLine)].join('\n'));
  return result.ok ? EXIT.done : EXIT.storage;
}

const foundLine = ({ seq, at, user, action, objectId }: AuditEntry): string =>
  `第 ${seq} 条 ${at} ${user} ${action} ${objectId}`;

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
    words: readLogWords(),
    reason: options.reason,
    path: resolve(options.out),
  });
  if (options.json) printJson({ out: path, entries });
  else say(`已导出审计日志 ${entries} 条：${path}`);
}
