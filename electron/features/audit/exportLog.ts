/** The log as a file: .xlsx for reading, .jsonl for a proof. Every export is an entry of its own, with its reason (ORG-06). */
import { basename, resolve } from 'node:path';
import type { AuditEntry, AuditFilter } from '@shared/contract/audit.contract';
import { headCode } from '@shared/domain/audit/chain';
import { LOG_COLUMNS, LOG_NAME, LOG_TITLES, type LogColumn } from '@shared/domain/audit/logTitles';
import { factsLine, type LogWords, wordOf } from '@shared/domain/audit/logWords';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import type { OpenFolder } from '../../openFolder';
import { localMinute } from '../../platform/clock';
import { type WrittenSheet, writeTable } from '../../platform/sheets/writeTable';
import { refuseUnwritable } from '../../platform/writablePath';
import type { Services } from '../../services';
import { readBank } from '../users/users.repository';
import { entryFilter, listEntries } from './audit.repository';
import { writeLogged } from './loggedFile';
import { writeProof } from './writeProof';

export interface LogExportInput {
  readonly format: 'xlsx' | 'jsonl';
  readonly filter: AuditFilter;
  readonly reason: string;
  readonly words: LogWords;
  /** null: a save dialog asks. */
  readonly path: string | null;
}

const PAGE = 200;

/** `path` null: the person cancelled. Refusals: path-unwritable, export-too-long. */
export async function exportLog(
  services: Services,
  open: OpenFolder,
  input: LogExportInput,
): Promise<{ path: string | null; entries: number }> {
  const path = input.path === null ? await askPath(services, input.format) : resolve(input.path);
  if (path === null) return { path: null, entries: 0 };
  refuseUnwritable(path, open.folder.root);
  const { text, ...filter } = input.filter;
  const asked = input.format === 'jsonl' ? {} : { filter: text ? { ...filter, text: maskNumbersIn(text) } : filter };
  const { entries } = await writeLogged(
    open,
    path,
    () => write(services, open, input, path),
    (written) => ({
      action: 'audit.export',
      objectKind: 'file',
      objectId: basename(path),
      detail: { format: input.format, ...written, reason: maskNumbersIn(input.reason), ...asked },
    }),
  );
  return { path, entries };
}

function askPath(services: Services, format: LogExportInput['format']): Promise<string | null> {
  return services.host.chooseSavePath({
    title: `导出${LOG_NAME}`,
    defaultName: `${LOG_NAME}_${services.clock.today()}.${format}`,
    filters: [
      format === 'xlsx' ? { name: 'Excel', extensions: ['xlsx'] } : { name: 'JSON Lines', extensions: ['jsonl'] },
    ],
  });
}

async function write(
  services: Services,
  open: OpenFolder,
  input: LogExportInput,
  path: string,
): Promise<{ entries: number; code: string }> {
  const { display, name } = open.actor;
  const time = localMinute(services.clock.now());
  if (input.format === 'jsonl') {
    const bank = await open.store.reading(readBank);
    const exportedAt = services.clock.now().toISOString();
    const head = await writeProof(open.store, path, { exportedAt, by: name, reason: input.reason, bank: bank.name });
    return { entries: head.seq, code: headCode(head) };
  }
  const counter = { entries: 0 };
  const code = headCode(open.store.auditLog.head());
  const notes = [`${LOG_NAME} ${time} ${display} ${name}`, `校验码 ${code}　用途 ${input.reason}`];
  const watermark = `${display} ${name} ${time} ${code}`;
  await writeTable(path, { sheets: [entrySheet(open, input, notes, counter)], watermark });
  return { entries: counter.entries, code };
}

const WIDTHS: Readonly<Record<LogColumn, number>> = {
  seq: 10,
  at: 18,
  user: 18,
  roles: 22,
  workstation: 16,
  action: 18,
  object: 26,
  household: 12,
  detail: 60,
  mac: 20,
};

/** Of the MAC only what is needed to tell entries apart: for proofs there is the other format. */
const MAC_SHOWN = 16;

function cellOf(entry: AuditEntry, column: LogColumn, words: LogWords): string {
  switch (column) {
    case 'seq':
      return String(entry.seq);
    case 'at':
      return localMinute(new Date(entry.at));
    case 'user':
      return entry.display === null || entry.display === entry.user ? entry.user : `${entry.display} ${entry.user}`;
    case 'roles':
      return entry.roles.map((role) => wordOf(words, 'role', role)).join('、');
    case 'workstation':
      return entry.workstation;
    case 'action':
      return wordOf(words, 'action', entry.action);
    case 'object':
      return `${wordOf(words, 'object', entry.objectKind)} ${entry.objectId}`.trim();
    case 'household':
      return entry.household ?? '';
    case 'detail':
      return factsLine(words, entry.detail);
    case 'mac':
      return entry.mac.slice(0, MAC_SHOWN);
  }
}

function entrySheet(
  open: OpenFolder,
  input: LogExportInput,
  notes: readonly string[],
  counter: { entries: number },
): WrittenSheet {
  const filter = entryFilter(input.filter);
  async function* rows() {
    let before: number | null = null;
    for (;;) {
      const from: number | null = before;
      const page: AuditEntry[] = await open.store.reading((db) => listEntries(db, filter, from, PAGE));
      for (const entry of page) {
        counter.entries += 1;
        yield LOG_COLUMNS.map((column) => cellOf(entry, column, input.words));
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      before = last.seq;
    }
  }
  const columns = LOG_COLUMNS.map((column) => ({
    title: input.words[`column.${column}`] ?? LOG_TITLES[column],
    width: WIDTHS[column],
    kind: 'text' as const,
  }));
  return { name: LOG_NAME, columns, rows: rows(), notes };
}
