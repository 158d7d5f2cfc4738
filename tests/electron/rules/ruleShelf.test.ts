/** A faulty file does not load, is named with its line, and its last good version stays in force (RUL-05). */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rulesFolder } from '../../../electron/rules/packFiles';
import { RuleShelf } from '../../../electron/rules/ruleShelf';

const FILE = 'national/litigation-fees/article-13-acceptance.json';
const folder = mkdtempSync(join(tmpdir(), 'qingshou-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(rulesFolder(), folder, { recursive: true });
const path = join(folder, FILE);
const good = readFileSync(path, 'utf8');

describe('RuleShelf', () => {
  const shelf = new RuleShelf(folder);
  const fee = () => shelf.current.book.find('court-fee/acceptance');

  test('keeps the last good version of a file that was broken', () => {
    const before = fee();
    writeFileSync(path, good.replace('"2007-04-01"', '"2007-04-31"'));
    const { faults } = shelf.reload();
    const line = good.slice(0, good.indexOf('"2007-04-01"')).split('\n').length;
    expect(faults.filter((fault) => fault.file === FILE)).toEqual([
      { file: FILE, line, code: 'date-invalid', detail: 'from: a date YYYY-MM-DD expected' },
    ]);
    expect(before).not.toBeNull();
    expect(fee()).toBe(before);
  });

  test('a start with a broken file goes on without it', () => {
    const fresh = new RuleShelf(folder).current;
    expect(fresh.book.find('court-fee/acceptance')).toBeNull();
    expect(fresh.book.find('court-fee/enforcement')).not.toBeNull();
    expect(fresh.faults.map((fault) => fault.file)).toContain(FILE);
  });

  test('mended, it is in force again', () => {
    writeFileSync(path, good);
    expect(shelf.reload().faults.filter((fault) => fault.file === FILE)).toEqual([]);
    expect(fee()).not.toBeNull();
  });

  test('the same id in two files stops both, not the rest', () => {
    const twin = join(folder, 'national/litigation-fees/twin.json');
    copyFileSync(path, twin);
    const { faults, book } = shelf.reload();
    expect(faults.map((fault) => fault.code)).toContain('id-duplicate');
    expect(book.find('court-fee/acceptance')).not.toBeNull();
    expect(book.find('court-fee/enforcement')).not.toBeNull();
    rmSync(twin);
  });
});
