/** document list, document render. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { writeFileAtomic } from '../platform/atomicFile';
import { refuseUnwritable } from '../platform/writablePath';
import type { CliContext, CommonOptions } from './context';
import { COMMAND_LINE_REASON, printJson, say, UsageError } from './output';

export async function documentList(context: CliContext, options: CommonOptions): Promise<void> {
  const forms = await context.client.documents.forms();
  if (options.json) printJson(forms);
  else for (const form of forms) process.stdout.write(`${form.code}\t${form.alias}\t${form.title}\t${form.purpose}\n`);
}

interface RenderOptions extends CommonOptions {
  readonly for: string;
  readonly fields?: string;
  readonly issue?: boolean;
  readonly out: string;
}

export async function documentRender(context: CliContext, options: RenderOptions, form: string): Promise<void> {
  const out = resolve(options.out);
  const format = formatOf(out);
  // Before a number is spent on a paper that could not be handed over.
  refuseUnwritable(out, context.services.session.folder.root);
  const input = { form, subject: options.for, fields: readFields(options.fields) };
  if (options.issue) {
    const document = await context.client.documents.issueTyped({ ...input, requestId: randomUUID() });
    await context.client.documents.saveCopy({ id: document.id, format, reason: COMMAND_LINE_REASON, path: out });
    const result = { number: document.number, pages: document.pages, document: document.id, missing: [], out };
    if (options.json) printJson(result);
    else say(`已出具 ${document.number}，${document.pages} 页：${out}`);
    return;
  }
  const { fileBase64, pages, missing } = await context.client.documents.render({ ...input, format });
  writeFileAtomic(out, Buffer.from(fileBase64, 'base64'));
  if (options.json) printJson({ pages, missing, out });
  else
    say(
      `草稿 ${pages} 页：${out}${missing.length > 0 ? `；缺 ${missing.length} 项：${missing.map((item) => item.id).join('、')}` : ''}`,
    );
}

function formatOf(path: string): 'pdf' | 'docx' {
  const extension = extname(path).toLowerCase();
  if (extension === '.pdf') return 'pdf';
  if (extension === '.docx') return 'docx';
  throw new UsageError('--out 需要以 .pdf 或 .docx 结尾');
}

function readFields(path: string | undefined): Record<string, unknown> {
  if (!path) return {};
  try {
    const fields: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    if (fields !== null && typeof fields === 'object' && !Array.isArray(fields))
      return fields as Record<string, unknown>;
  } catch {
    // Said below: one sentence for every way in which the file is of no use.
  }
  throw new UsageError(`字段文件无法使用：${path}`);
}
