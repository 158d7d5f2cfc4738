/** What the integrity check counts. */
import type { ReadDb } from '../../database/store';

const count = (db: ReadDb, sql: string): number => (db.hot(sql).get() as { n: number }).n;

export async function listAttachments(db: ReadDb): Promise<string[]> {
  return (await db.q.selectFrom('attachment').select('sha256').execute()).map((row) => row.sha256);
}

export function paperCounts(db: ReadDb) {
  const issued = count(db, "SELECT count(*) AS n FROM document WHERE status = 'issued'");
  const unfinished = count(db, "SELECT count(*) AS n FROM document WHERE status = 'issuing'");
  const withoutFile = count(
    db,
    `SELECT count(*) AS n FROM document d WHERE d.status <> 'issuing'
     AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = d.pdf_sha256)`,
  );
  return { ok: unfinished === 0 && withoutFile === 0, issued, unfinished, withoutFile };
}

/** Every party and loan is in the search index, and nothing else is. */
export function searchIndexAgrees(db: ReadDb) {
  const pairs = (['party', 'loan'] as const).map((table) => ({
    rows: count(db, `SELECT count(*) AS n FROM ${table}`),
    indexed: count(db, `SELECT count(*) AS n FROM ${table}_gram_docsize`),
  }));
  const [parties, loans] = pairs.map((pair) => pair.indexed) as [number, number];
  return { ok: pairs.every((pair) => pair.rows === pair.indexed), parties, loans };
}

const COUNTED = [
  'unit',
  'app_user',
  'party',
  'loan',
  'guarantee',
  'collateral',
  'receipt',
  'subject_balance',
  'month_end',
  'import_batch',
  'document',
  'audit_entry',
];

export function tableCounts(db: ReadDb): Record<string, number> {
  return Object.fromEntries(COUNTED.map((table) => [table, count(db, `SELECT count(*) AS n FROM ${table}`)]));
}
