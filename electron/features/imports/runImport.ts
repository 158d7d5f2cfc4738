/** One import: dry run or write, as one transaction, with progress and cancel (IMP-02, IMP-03, IMP-04). */
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ImportResult, ImportRunInput } from '@shared/contract/imports.contract';
import { unitResolver } from '@shared/domain/imports/interpretContext';
import { isRefused } from '@shared/domain/imports/interpreter';
import type { Mapping } from '@shared/domain/imports/mapping';
import type { ImportKind } from '@shared/domain/imports/records';
import { assertNever } from '@shared/kernel/assert';
import { deferringIndexes } from '../../database/deferredIndexes';
import type { ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { refuseUnwritable, writeFailure } from '../../platform/writablePath';
import type { Services } from '../../services';
import { insertUnit, listUnits } from '../users/users.repository';
import type { Applier, ApplyContext } from './applier';
import { CaseApplier } from './applyCases';
import { ClassificationApplier, CollateralApplier, GuaranteeApplier, ReceiptApplier } from './applyDependents';
import { LoanApplier } from './applyLoans';
import { NoticeApplier } from './applyNotices';
import { PartyApplier, SubjectBalanceApplier } from './applyOthers';
import { discardBatch, insertBatch, nextBatchNumber, recordCounts, recordUnit } from './imports.repository';
import { asOfOf, findList, type ParsedFile, readRecords } from './readImport';
import { writeRejects } from './rejects';
import { chooseMapping, mappingNamed } from './rememberedMapping';
import { Tally } from './tally';

export type ReportProgress = (stage: 'reading' | 'comparing' | 'writing', done: number, total: number | null) => void;

/** Records between two looks at the signal; small enough that cancelling answers at once. */
const SLICE = 2_000;

/** Tables that a first import fills with many rows. */
const BULK_TABLES: Partial<Record<ImportKind, readonly string[]>> = {
  loans: ['loan', 'party'],
  parties: ['party'],
  receipts: ['receipt'],
  'classification-history': ['month_end'],
};

interface Work {
  readonly services: Services;
  readonly open: OpenFolder;
  readonly input: ImportRunInput;
  readonly file: ParsedFile;
  readonly asOf: string;
  readonly report: ReportProgress;
  readonly signal: AbortSignal | undefined;
}

/**
 * Refusals in order: path-unwritable (the reject file's), mapping-unknown, those of the file, no-heading,
 * mapping-incomplete, request-conflict. Aborted: nothing was written. A lock waits for it to end.
 */
export const runImport = (...work: Parameters<typeof course>): Promise<ImportResult> =>
  work[0].session.finishing(course(...work));

async function course(
  services: Services,
  open: OpenFolder,
  input: ImportRunInput,
  report: ReportProgress,
  signal?: AbortSignal,
): Promise<ImportResult> {
  if (input.rejectsPath) refuseUnwritable(input.rejectsPath, open.folder.root);
  const named = await mappingNamed(open.store.read, input.mapping ? null : input.mappingName);
  const kind = input.mapping?.kind ?? input.kind ?? named?.kind ?? null;
  const found = await findList(input.path, kind, input.mapping?.sheet ?? null);
  const mapping = await chooseMapping(open.store.read, found, input.mapping, named);
  const units = await listUnits(open.store.read);
  const asOf = asOfOf(input.asOf, mapping, input.path, services.clock.today());
  const context = {
    asOf,
    resolveUnit: unitResolver(
      units.map((unit) => unit.name),
      input.createUnits,
    ),
  };
  const onProgress = (rows: number) => report('reading', rows, null);
  const file = await readRecords({ found, mapping, context, signal, onProgress });
  const work: Work = { services, open, input, file, asOf, report, signal };
  const { tally, batch } = input.dryRun ? { tally: await compare(work), batch: null } : await write(work);
  const rejectsPath = await rejectsOf(work, tally);
  return resultOf(work, tally, batch, rejectsPath);
}

async function compare(work: Work): Promise<Tally> {
  return work.open.store.reading((db) => applyAll(work, db, null));
}

/** A file that changes nothing leaves no batch, only its audit row. */
async function write(work: Work): Promise<{ tally: Tally; batch: string | null }> {
  const { open, input, file } = work;
  const request = input.requestId
    ? { id: input.requestId, procedure: 'imports.run', input: { ...input, sha256: file.sha256 } }
    : undefined;
  let tally: Tally | null = null;
  const batch = await open.store.write(
    open.actor,
    async (tx) => {
      const name = basename(input.path);
      const number = await nextBatchNumber(tx, work.services.clock.today());
      const { kind, sha256, mapping } = file;
      const id = await insertBatch(tx, { number, kind, fileName: name, sha256, asOf: work.asOf, mapping });
      if (input.createUnits) await createUnits(tx, id, file);
      tally = await deferringIndexes(tx, BULK_TABLES[kind] ?? [], file.rows.length, () =>
        applyAll(work, tx, { tx, batch: id }),
      );
      const { added, changed, unchanged, warned, refused } = tally;
      const counts = { added, changed, unchanged, warned, refused, skipped: file.skipped };
      const result = added + changed > 0 ? number : null;
      if (result) await recordCounts(tx, id, counts);
      else await discardBatch(tx, id);
      const detail = { file: name, sha256, kind, asOf: work.asOf, ...counts };
      return { result, audit: { action: 'imports.write', objectKind: 'batch', objectId: result ?? '', detail } };
    },
    request,
  );
  // A repeated request was not run again: its counts are those of a comparison, which finds everything unchanged.
  return { tally: tally ?? (await compare(work)), batch };
}

/** Units that the file names and the branch does not have yet; the person or the option said so. */
async function createUnits(tx: WriteTx, batch: number, file: ParsedFile): Promise<void> {
  const known = new Set((await listUnits(tx)).map((unit) => unit.name));
  for (const row of file.rows) {
    const unit = (row.record as { unit?: string | null } | null)?.unit;
    if (!unit || known.has(unit) || isRefused(row)) continue;
    known.add(unit);
    const { id } = await insertUnit(tx, { name: unit, mark: '', level: 'sub-branch' });
    recordUnit(tx, batch, id);
  }
}

async function applyAll(work: Work, db: ReadDb, write: ApplyContext['write']): Promise<Tally> {
  const { file, input, report, signal } = work;
  const units = new Map((await listUnits(db)).map((unit) => [unit.name, unit.id]));
  const tally = new Tally(file.sheetName, file.heading);
  const known = write ? units : withPlannedUnits(units, file);
  const applier = applierOf(file.kind, { db, write, asOf: work.asOf, units: known, expected: file.rows.length });
  const columnOf = columnFinder(file.mapping);
  const stage = write ? 'writing' : 'comparing';
  for (const [index, row] of file.rows.entries()) {
    if (index % SLICE === 0) {
      report(stage, index, file.rows.length);
      await setImmediate();
      signal?.throwIfAborted();
    }
    if (row.record === null || isRefused(row)) tally.reject(row, 'refused');
    else if (row.issues.length > 0 && !input.acceptWarnings) tally.reject(row, 'warned');
    else tally.take(row, file.kind, applier.apply(row.record, input.acceptWarnings), columnOf);
  }
  applier.finish(tally.differences);
  report(stage, file.rows.length, file.rows.length);
  return tally;
}

/** In a dry run units that would be created have no id yet. */
function withPlannedUnits(units: ReadonlyMap<string, number>, file: ParsedFile): ReadonlyMap<string, number> {
  const planned = new Map(units);
  for (const row of file.rows) {
    const unit = (row.record as { unit?: string | null } | null)?.unit;
    if (unit && !planned.has(unit)) planned.set(unit, 0);
  }
  return planned;
}

/** Field names of the appliers, as the mapping calls them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  borrower: ['idNo', 'borrowerName'],
  guarantor: ['idNo', 'guarantorName'],
  name: ['idNo', 'partyName'],
};

function columnFinder(mapping: Mapping): (field: string) => number {
  return (field) => {
    const names = ALIASES[field] ?? [field];
    return mapping.columns.find((column) => names.includes(column.field))?.column ?? -1;
  };
}

/** The kind picks both the applier and the records, so that they always fit; the compiler cannot follow that. */
function applierOf(kind: ImportKind, context: ApplyContext): Applier<ImportKind> {
  return create(kind, context) as Applier<never> as Applier<ImportKind>;
}

function create(kind: ImportKind, context: ApplyContext) {
  switch (kind) {
    case 'loans':
      return new LoanApplier(context);
    case 'parties':
      return new PartyApplier(context);
    case 'guarantors':
      return new GuaranteeApplier(context);
    case 'collateral':
      return new CollateralApplier(context);
    case 'receipts':
      return new ReceiptApplier(context);
    case 'subject-balances':
      return new SubjectBalanceApplier(context);
    case 'classification-history':
      return new ClassificationApplier(context);
    case 'notices':
      return new NoticeApplier(context);
    case 'cases':
      return new CaseApplier(context);
    default:
      return assertNever(kind, 'import kind');
  }
}

/** Persons leave the folder with this file: it is an export, and in the log (ORG-06). */
async function rejectsOf(work: Work, tally: Tally): Promise<string | null> {
  const { input, file, open } = work;
  const path = input.rejectsPath;
  if (!path || tally.rejected.size === 0) return null;
  try {
    await writeRejects(path, input, file, tally);
    const detail = { file: basename(input.path), sha256: file.sha256, kind: file.kind, rows: tally.rejected.size };
    const audit = { action: 'imports.saveRejects', objectKind: 'file', objectId: basename(path), detail };
    await open.store.write(open.actor, async () => ({ result: null, audit }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    // What was written stays written: the answer then names no reject file, and a dry run can make it again.
    if (!work.input.dryRun) return null;
    throw writeFailure(path, error);
  }
}

function resultOf(work: Work, tally: Tally, batch: string | null, rejectsPath: string | null): ImportResult {
  const { kind, skipped } = work.file;
  const { added, changed, unchanged, warned, refused, totals, differences, refusals, warnings, changes } = tally;
  const counts = { added, changed, unchanged, warned, refused, skipped };
  const found = { totals, differences, unknownUnits: [...tally.unknownUnits], refusals, warnings, changes };
  return { batch, kind, dryRun: work.input.dryRun, ...counts, ...found, rejectsPath };
}
