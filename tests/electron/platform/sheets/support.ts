/** Helpers of the sheet tests: files in a folder of their own, workbooks from bare XML, and what a reader made of them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RawCell, SheetRow } from '@shared/domain/imports/sheet';
import { RefusalError } from '@shared/kernel/result';
import { afterAll } from 'vitest';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import type { TableSource } from '../../../../electron/platform/sheets/tableSource';
import { ZipWriter } from '../../../../electron/platform/sheets/zipWriter';

export const sample = (name: string): string => resolve(import.meta.dirname, '../../../fixtures/samples', name);

/** A folder that is gone after the file's tests; `path` names a file in it. */
export function testFolder(): { path(name: string): string; write(name: string, content: string | Buffer): string } {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}

export async function allRows(table: TableSource, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of table.rows(sheet)) rows.push(...batch);
  return rows;
}

export async function rowsOf(path: string, sheet = 0): Promise<SheetRow[]> {
  return allRows(await openTable(path), sheet);
}

/** Cells of the rows, without their numbers. */
export async function cellsOf(path: string): Promise<(readonly RawCell[])[]> {
  return (await rowsOf(path)).map((row) => row.cells);
}

/** Reads a file to its end; the code of the refusal, or 'rows'. Anything else that is thrown fails the test. */
export async function outcome(path: string): Promise<string> {
  try {
    const table = await openTable(path);
    for (const index of table.sheets.keys()) {
      await table.layout(index);
      await allRows(table, index);
    }
    return 'rows';
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}

export async function writeZip(path: string, parts: Readonly<Record<string, string>>): Promise<string> {
  const file = await open(path, 'w');
  const zip = new ZipWriter(file);
  for (const [name, text] of Object.entries(parts)) await zip.add(name, [text]);
  await zip.finish();
  await file.close();
  return path;
}

const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The least that is a workbook, with `sheet` as its only sheet; `parts` adds to it or replaces. */
export function workbookParts(sheet: string, parts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '_rels/.rels': `<Relationships xmlns="${LINKS}"><Relationship Id="a" Type="${TYPES}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': '<workbook xmlns:q="q"><sheets><sheet name="表" sheetId="1" q:id="z9"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${LINKS}"><Relationship Id="z9" Type="${TYPES}/worksheet" Target="./sheets/../sheets/one.xml"/><Relationship Id="s" Type="${TYPES}/styles" Target="styles.xml"/><Relationship Id="t" Type="${TYPES}/sharedStrings" Target="texts.xml"/></Relationships>`,
    'xl/sheets/one.xml': sheet,
    ...parts,
  };
}
