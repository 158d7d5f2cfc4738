/** Every column of the ledger has a heading in the three languages; in Chinese the one that files are written with. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LEDGER_COLUMNS } from '@shared/domain/loans/ledger';
import { LEDGER_TITLES } from '@shared/domain/loans/ledgerTitles';
import { describe, expect, it } from 'vitest';
import { FOUR_LEVELS, GUARANTEE_MODES } from '../../../../renderer/features/loans/loanWords';
import { moved } from '../../../../renderer/ui/grid/ColumnChooser';

const locales = resolve(import.meta.dirname, '../../../../resources/locales');
const loans = (language: string) =>
  JSON.parse(readFileSync(join(locales, language, 'loans.json'), 'utf8')) as Record<string, Record<string, string>>;

describe.each(['zh-CN', 'zh-TW', 'en'])('LOAN-05 words of the ledger in %s', (language) => {
  const { column, guarantee, fourLevel } = loans(language);

  it('name every column, mode and form', () => {
    expect(LEDGER_COLUMNS.filter((each) => !column?.[each])).toEqual([]);
    expect(Object.values(GUARANTEE_MODES).filter((each) => !guarantee?.[each])).toEqual([]);
    expect(Object.values(FOUR_LEVELS).filter((each) => !fourLevel?.[each])).toEqual([]);
  });
});

it('LOAN-05 the screen and a file written without one use the same Chinese headings', () => {
  const { column } = loans('zh-CN');
  expect(LEDGER_COLUMNS.map((each) => column?.[each])).toEqual(LEDGER_COLUMNS.map((each) => LEDGER_TITLES[each]));
});

describe('order of columns', () => {
  it('moves a column by one place, never before the sticky one or past the end', () => {
    const keys = ['borrower', 'unit', 'balance'];
    expect(moved(keys, 'balance', -1, 1)).toEqual(['borrower', 'balance', 'unit']);
    expect(moved(keys, 'unit', -1, 1)).toEqual(keys);
    expect(moved(keys, 'balance', 1, 1)).toEqual(keys);
    expect(moved(keys, 'borrower', 1, 1)).toEqual(keys);
  });
});
