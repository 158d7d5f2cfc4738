/** P1: parsed loans to committed, compared, with audit and undo data, against the raw load of the same rows. */
import { DEMO_AS_OF, demoLoans } from '@shared/domain/demo/demoLoans';
import type { LoanRecord } from '@shared/domain/imports/records';
import { deferringIndexes } from '../../electron/database/deferredIndexes';
import { LoanApplier } from '../../electron/features/imports/applyLoans';
import { insertBatch, recordCounts } from '../../electron/features/imports/imports.repository';
import { type BenchFolder, newFolder } from './folders';
import { interleaved, type Line, ratios, scaled, spreadOf, timed } from './measure';
import { gramRows, loadRaw, type RawTable, readTables } from './rawLoad';

/** What the use case does with parsed loans, without reading a file. */
export async function importLoans(folder: BenchFolder, records: readonly LoanRecord[]): Promise<void> {
  const { store, actor } = folder.open;
  await store.write(actor, async (tx) => {
    const head = { number: 'B1', kind: 'loans', fileName: 'bench', sha256: '', asOf: DEMO_AS_OF, mapping: {} };
    const batch = await insertBatch(tx, head);
    const apply = async () => {
      const context = { db: tx, asOf: DEMO_AS_OF, units: folder.units, expected: records.length };
      const applier = new LoanApplier({ ...context, write: { tx, batch } });
      let added = 0;
      for (const record of records) if (applier.apply(record, true).status === 'added') added += 1;
      applier.finish({ new: 0, settled: 0, worsened: 0, absent: 0 });
      return added;
    };
    const added = await deferringIndexes(tx, ['loan', 'party'], records.length, apply);
    await recordCounts(tx, batch, { added });
    return { result: null, audit: { action: 'imports.write', objectKind: 'batch', objectId: 'B1', detail: { added } } };
  });
}

export interface RawLimit {
  readonly tables: readonly RawTable[];
  readonly search: readonly RawTable[];
}

/** The rows that the import of these records leaves, for the raw side to insert. */
export async function rawLimitOf(records: readonly LoanRecord[]): Promise<RawLimit> {
  const folder = await newFolder(records.length);
  await importLoans(folder, records);
  const tables = readTables(folder.open.store, ['party', 'loan']);
  await folder.remove();
  return { tables, search: gramRows(tables) };
}

async function inNewFolder(loans: number, work: (folder: BenchFolder) => unknown): Promise<number> {
  const folder = await newFolder(loans);
  const time = await timed(() => work(folder));
  await folder.remove();
  return time;
}

export function rawTime(loans: number, tables: readonly RawTable[]): Promise<number> {
  return inNewFolder(loans, (folder) => loadRaw(folder.open.store, tables));
}

export async function p1(loans: number, rounds: number): Promise<Line[]> {
  const records = Array.from(demoLoans(loans), (demo) => demo.loan);
  const limit = await rawLimitOf(records);
  const times = await interleaved(rounds, {
    import: () => inNewFolder(loans, (folder) => importLoans(folder, records)),
    raw: () => rawTime(loans, [...limit.tables, ...limit.search]),
    bare: () => rawTime(loans, limit.tables),
  });
  const seconds = (name: keyof typeof times) => spreadOf(scaled(times[name], 0.001));
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      id: 'P1',
      work: `import of ${loans} parsed loans / raw load-then-index`,
      unit: 'x',
      spread: spreadOf(ratios(times.import, times.raw)),
      goal: 1.3,
      judged: 'median',
    },
    { id: '', work: 'import', unit: 's', spread: seconds('import'), ...info },
    { id: '', work: 'raw, with search index', unit: 's', spread: seconds('raw'), ...info },
    { id: '', work: 'raw, without search index', unit: 's', spread: seconds('bare'), ...info },
  ];
}
