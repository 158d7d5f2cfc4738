/** What a file holds, before anything is decided: sheets, heading, samples, the guess or the remembered mapping. */
import { basename } from 'node:path';
import type { Inspection } from '@shared/contract/imports.contract';
import { KIND_SPECS } from '@shared/domain/imports/fields/kindSpecs';
import { missingFields } from '@shared/domain/imports/mapping';
import type { ImportKind } from '@shared/domain/imports/records';
import type { SheetRow } from '@shared/domain/imports/sheet';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { asOfOf, type FoundList, findList } from './readImport';
import { rememberedFor } from './rememberedMapping';
import { shownCell } from './shownCell';

const SAMPLES = 5;
const HEAD_LINES = 12;
const SHOWN = 60;

export async function inspectFile(
  services: Services,
  open: OpenFolder,
  input: { path: string; kind: ImportKind | null; sheet: number | null },
): Promise<Inspection> {
  const found = await findList(input.path, input.kind, input.sheet);
  const remembered = await rememberedFor(open.store.read, found);
  const mapping = remembered?.mapping ?? found.guess.mapping;
  const { source, heading, head, guess } = found;
  return {
    path: input.path,
    fileName: basename(input.path),
    byteLength: source.byteLength,
    format: source.format,
    encoding: source.encoding ?? null,
    sheets: source.sheets.map((sheet) => sheet.name),
    declaredScale: heading.declaredScale,
    asOf: asOfOf(null, mapping, input.path, services.clock.today()),
    columns: columnsOf(found),
    mapping: { ...mapping, sheet: found.sheet, headerRows: [...mapping.headerRows], columns: [...mapping.columns] },
    fields: KIND_SPECS[mapping.kind].fields.map((field) => ({
      field: field.key,
      required: field.required === true,
      amount: field.type === 'amount',
    })),
    missing: missingFields(mapping),
    ambiguous: remembered ? [] : guess.ambiguous.map(({ field, columns }) => ({ field, columns: [...columns] })),
    amountUnit: guess.amountUnit,
    remembered: remembered?.name ?? null,
    head: head
      .slice(0, HEAD_LINES)
      .map((row) => ({ row: row.row, cells: row.cells.map((cell) => shownCell(cell).slice(0, SHOWN)) })),
  };
}

function columnsOf({ heading, head }: FoundList): Inspection['columns'] {
  const data = head.filter((row) => row.row >= heading.firstDataRow);
  return heading.columns.map(({ column, name, hidden }) => ({
    index: column,
    title: name,
    hidden,
    samples: samplesOf(data, column),
  }));
}

/** The first different values, so that a person sees at a glance what the column holds. */
function samplesOf(rows: readonly SheetRow[], column: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const text = shownCell(row.cells[column] ?? null).slice(0, SHOWN);
    if (text !== '') found.add(text);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}
