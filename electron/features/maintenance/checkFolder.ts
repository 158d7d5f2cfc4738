/** Integrity of a data folder: database, pragmas, attachments, papers, search index, fonts. Reads only. */
import type { CheckReport } from '@shared/contract/system.contract';
import { NEWEST_VERSION } from '../../database/migrate';
import { readPragmas } from '../../database/open';
import type { OpenFolder } from '../../openFolder';
import { FONT_FILES, type FontName, readFont } from '../../platform/fonts/fontFiles';
import type { Services } from '../../services';
import { shippedRules } from '../rules/rulesInForce';
import { listAttachments, paperCounts, searchIndexAgrees, tableCounts } from './check.repository';

export async function checkFolder(services: Services, open: OpenFolder): Promise<CheckReport> {
  const database = checkDatabase(open);
  const pragmas = readPragmas(open.store.sqlite);
  const attachments = await checkAttachments(open);
  const documents = paperCounts(open.store.read);
  // The door runs a query with no write going on.
  const { verification } = await open.log.verify({ isReading: true });
  const audit = { ok: verification.ok, entries: verification.entries, fault: verification.fault };
  const search = searchIndexAgrees(open.store.read);
  const fonts = checkFonts();
  const rules = checkRules();
  const folder = { ok: !open.store.readOnly, alarm: open.store.readOnly ? (open.store.alarm?.code ?? null) : null };
  const ok = [folder, database, pragmas, attachments, documents, audit, search, fonts, rules].every((part) => part.ok);
  const counts = tableCounts(open.store.read);
  const head = { ok, version: services.version, dataDir: open.folder.root };
  return { ...head, folder, database, pragmas, attachments, documents, audit, search, fonts, rules, counts };
}

function checkRules(): CheckReport['rules'] {
  const { book, faults } = shippedRules();
  return { ok: faults.length === 0, count: book.rules.length, faults: faults.map((fault) => ({ ...fault })) };
}

function checkDatabase(open: OpenFolder): CheckReport['database'] {
  const { sqlite } = open.store;
  const lines = (sqlite.pragma('integrity_check(20)') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  const foreignKeys = (sqlite.pragma('foreign_key_check') as unknown[]).length;
  const schema = sqlite.pragma('user_version', { simple: true }) as number;
  const integrity = lines.filter((line) => line !== 'ok');
  return {
    ok: integrity.length === 0 && foreignKeys === 0 && schema === NEWEST_VERSION,
    schema,
    integrity,
    foreignKeys,
  };
}

async function checkAttachments(open: OpenFolder): Promise<CheckReport['attachments']> {
  const all = await listAttachments(open.store.read);
  const damaged = all.filter((sha256) => {
    try {
      open.files.get(sha256);
      return false;
    } catch {
      return true;
    }
  });
  return { ok: damaged.length === 0, count: all.length, damaged };
}

function checkFonts(): CheckReport['fonts'] {
  const names = Object.keys(FONT_FILES) as FontName[];
  const missing = names.filter((name) => {
    try {
      return readFont(name).length === 0;
    } catch {
      return true;
    }
  });
  return { ok: missing.length === 0, files: names, missing };
}
