/** Which mapping a run uses: given, remembered by name, remembered for this source's heading, or guessed (IMP-02). */
import { createHash } from 'node:crypto';
import type { ImportMapping } from '@shared/contract/imports.contract';
import type { Heading } from '@shared/domain/imports/heading';
import { applyCorrections, type Mapping, type MappingCorrections } from '@shared/domain/imports/mapping';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { listMappings } from './imports.repository';
import { asMapping, type FoundList } from './readImport';

/** The same headings in the same order: the same source. */
export function signatureOf(heading: Heading): string {
  return createHash('sha256')
    .update(JSON.stringify(heading.columns.map((column) => column.name)))
    .digest('hex');
}

export async function rememberedFor(db: ReadDb, found: FoundList): Promise<{ name: string; mapping: Mapping } | null> {
  const signature = signatureOf(found.heading);
  const known = (await listMappings(db)).find(
    (each) => each.signature === signature && each.kind === found.guess.mapping.kind,
  );
  return known ? { name: known.name, mapping: renewed(found, known.mapping as ImportMapping) } : null;
}

/** A remembered mapping over the heading of today's file: by heading text, since columns may have moved. */
function renewed(found: FoundList, remembered: ImportMapping): Mapping {
  const columnOf = new Map(found.heading.columns.map((column) => [column.name, column.column]));
  const fields = new Set([...found.guess.mapping.columns, ...remembered.columns].map((column) => column.field));
  const columns = [...fields].map((field) => {
    const known = remembered.columns.find((column) => column.field === field);
    return {
      field,
      column: known ? (columnOf.get(known.heading) ?? null) : null,
      ...(known?.scale ? { scale: known.scale } : {}),
    };
  });
  const { unit, offBalance } = remembered;
  const corrections = { columns, ...(unit ? { unit } : {}), ...(offBalance === undefined ? {} : { offBalance }) };
  const headings = new Map(found.heading.columns.map((column) => [column.column, column.name]));
  return applyCorrections(found.guess.mapping, corrections as MappingCorrections, headings);
}

/** The mapping that a person or the command line named; refuses `mapping-unknown`. */
export async function mappingNamed(db: ReadDb, name: string | null): Promise<ImportMapping | null> {
  if (name === null) return null;
  const known = (await listMappings(db)).find((each) => each.name === name);
  return known ? (known.mapping as ImportMapping) : refuse('mapping-unknown', { name });
}

export async function chooseMapping(
  db: ReadDb,
  found: FoundList,
  given: ImportMapping | null,
  named: ImportMapping | null,
): Promise<Mapping> {
  if (given) return asMapping(given);
  if (named) return renewed(found, named);
  return (await rememberedFor(db, found))?.mapping ?? found.guess.mapping;
}
