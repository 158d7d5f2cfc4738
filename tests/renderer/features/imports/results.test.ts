/** What a dry run found, as the tables show it; and that everything it can name has a label (IMP-03, IMP-04). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportResult } from '@shared/contract/imports.contract';
import { KIND_SPECS } from '@shared/domain/imports/fields/kindSpecs';
import { IMPORT_KINDS } from '@shared/domain/imports/records';
import { describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../../electron/features/imports/entityWriter.repository';
import { blockersByKind, changeLines, firstOutcome, rowsToWrite } from '../../../../renderer/features/imports/results';

const NOTHING: ImportResult = {
  batch: null,
  kind: 'loans',
  dryRun: true,
  added: 0,
  changed: 0,
  unchanged: 0,
  warned: 0,
  refused: 0,
  skipped: 0,
  totals: {},
  differences: { new: 0, settled: 0, worsened: 0, absent: 0 },
  unknownUnits: [],
  refusals: [],
  warnings: [],
  changes: [],
  rejectsPath: null,
};

describe('IMP-03 the dry run', () => {
  it('shows first what stops rows, then what would change', () => {
    expect(firstOutcome({ ...NOTHING, added: 5, refused: 1 })).toBe('refused');
    expect(firstOutcome({ ...NOTHING, added: 5, warned: 2, changed: 3 })).toBe('warned');
    expect(firstOutcome({ ...NOTHING, unchanged: 300, skipped: 3 })).toBe('unchanged');
    expect(rowsToWrite({ ...NOTHING, added: 5, changed: 3, unchanged: 9 })).toBe(8);
  });
});

describe('IMP-04 old and new values', () => {
  const fields = [
    { field: 'balance', from: '5000000', to: '0' },
    { field: 'phone', from: '15400000109', to: '15400000110' },
    { field: 'five_level', from: '次级', to: '可疑' },
  ];
  const lines = changeLines([{ row: 7, key: '奉信青石（2008）001', fields }]);

  it('shows fen as yuan, one line for each field', () => {
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ row: 7, from: '50,000.00', to: '0.00', amount: true });
    expect(lines[2]).toMatchObject({ from: '次级', to: '可疑', amount: false });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
  });

  it('keeps stored personal data masked; the new value is in the file at hand', () => {
    expect(lines[1]).toMatchObject({ from: '154****0109', to: '15400000110' });
  });
});

describe('IMP-03 what stands in the way of an undo', () => {
  it('is told once for each kind', () => {
    const found = [
      { kind: 'changed-later', count: 2 },
      { kind: 'changed-later', count: 3 },
      { kind: 'guarantee', count: 300 },
      { kind: 'guarantee', count: 32 },
    ];
    expect(blockersByKind(found)).toEqual([
      { kind: 'changed-later', count: 5 },
      { kind: 'guarantee', count: 300 },
    ]);
  });
});

describe('APP-01 labels of the import', () => {
  const texts = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../../resources/locales/zh-CN/imports.json'), 'utf8'),
  );

  it.each(IMPORT_KINDS)('every field of %s has one', (kind) => {
    const missing = KIND_SPECS[kind].fields.filter(({ key }) => !texts.field[kind][key]);
    expect(missing).toEqual([]);
    expect(texts.kind[kind]).toBeTruthy();
  });

  it('every stored column that a change can name has one', () => {
    const internal = /^((party|loan)_id|\w+_key|sort_name|search_text)$/;
    const columns = Object.values(ENTITIES).flatMap((entity) => [...entity.columns] as string[]);
    expect(columns.filter((column) => !internal.test(column) && !texts.column[column])).toEqual([]);
  });
});
