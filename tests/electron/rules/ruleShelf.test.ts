/** A faulty file does not load, is named with its line, and its last good version stays in force, also after a new start (RUL-05). */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lastGoodIn } from '../../../electron/rules/lastGood';
import { rulesFolder } from '../../../electron/rules/packFiles';
import { RuleShelf } from '../../../electron/rules/ruleShelf';

const FILE = 'national/litigation-fees/article-13-acceptance.json';
const scratch = mkdtempSync(join(tmpdir(), 'qingshou-rules-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = join(scratch, 'rules');
cpSync(rulesFolder(), folder, { recursive: true });
const path = join(folder, FILE);
const good = readFileSync(path, 'utf8');
const broken = good.replace('"2007-04-01"', '"2007-04-31"');

describe('RUL-05 a file with a fault', () => {
  const memory = lastGoodIn(join(scratch, 'own'));
  const start = () => new RuleShelf(folder, memory).current;
  const fee = ({ book }: ReturnType<typeof start>) => book.find('court-fee/acceptance');

  test('keeps its last good version, also after a new start', () => {
    const before = fee(start());
    writeFileSync(path, broken);
    const line = good.slice(0, good.indexOf('"2007-04-01"')).split('\n').length;
    for (const loaded of [start(), start()]) {
      expect(loaded.faults.filter((fault) => fault.file === FILE)).toEqual([
        { file: FILE, line, code: 'date-invalid', detail: 'from: a date YYYY-MM-DD expected', standsIn: true },
      ]);
      expect(before).not.toBeNull();
      expect(fee(loaded)).toEqual(before);
    }
  });

  test('where no good version was kept, its rules are missing, and all others answer', () => {
    const fresh = new RuleShelf(folder).current;
    expect(fee(fresh)).toBeNull();
    expect(fresh.book.find('court-fee/enforcement')).not.toBeNull();
    expect(fresh.faults.find(({ file }) => file === FILE)).toMatchObject({ standsIn: false });
  });

  test('mended, it is in force again', () => {
    writeFileSync(path, good);
    const loaded = start();
    expect(loaded.faults).toEqual([]);
    expect(fee(loaded)).not.toBeNull();
  });

  test('the same id in two files stops both, not the rest', () => {
    const twin = join(folder, 'national/litigation-fees/twin.json');
    copyFileSync(path, twin);
    const loaded = start();
    expect(loaded.faults.map((fault) => fault.code)).toContain('id-duplicate');
    expect(fee(loaded)).not.toBeNull();
    expect(loaded.book.find('court-fee/enforcement')).not.toBeNull();
    rmSync(twin);
  });

  test('a file that is no JSON, and a memory that is damaged: what can be read answers', () => {
    writeFileSync(join(scratch, 'own', 'rules-last-good.json'), '[{');
    writeFileSync(path, '{\n  "id": "court-fee/acceptance",\n');
    const loaded = start();
    expect(loaded.faults.find(({ file }) => file === FILE)).toMatchObject({ code: 'json', line: 3, standsIn: false });
    expect(loaded.book.find('court-fee/enforcement')).not.toBeNull();
    writeFileSync(path, good);
  });
});
