/** The grid's clipboard and keys (APP-04, ui.md §4 Tables). */
import { describe, expect, it } from 'vitest';
import { copyBlock } from '../../../renderer/ui/grid/copyBlock';
import { keysBetween, rowAfterKey } from '../../../renderer/ui/grid/gridKeys';
import type { GridColumn } from '../../../renderer/ui/grid/gridTypes';

interface Row {
  readonly name: string;
  readonly id: string;
  readonly amount: string;
}

const COLUMNS: GridColumn<Row>[] = [
  { key: 'name', title: '户名', width: 100, render: ({ name }) => name, copy: ({ name }) => name },
  { key: 'id', title: '合同号', width: 100, kind: 'id', render: ({ id }) => id, copy: ({ id }) => id },
  { key: 'amount', title: '余额(元)', width: 100, kind: 'amount', render: () => null, copy: ({ amount }) => amount },
  { key: 'actions', title: '操作', width: 100, render: () => null },
];

describe('APP-04 copying rows', () => {
  const rows = [{ name: '𠮷\t田\n一', id: '200412310000123456', amount: '\u22121,200.00' }];
  const block = copyBlock(COLUMNS, rows);

  it('is tab-separated with its heading, one line per row, figures plain', () => {
    expect(block.text).toBe('户名\t合同号\t余额(元)\r\n𠮷 田 一\t200412310000123456\t-1200.00');
  });

  it('marks IDs as text in the HTML, and figures not', () => {
    expect(block.html).toContain(`<td style='mso-number-format:"\\@"'>200412310000123456</td>`);
    expect(block.html).toContain('<td>-1200.00</td>');
  });

  it('lets no cell run as a formula or as markup', () => {
    const evil = copyBlock(COLUMNS, [{ name: '=cmd|x', id: '+1<b>', amount: '1.00' }]);
    expect(evil.text.split('\r\n')[1]).toBe("'=cmd|x\t'+1<b>\t1.00");
    expect(evil.html).toContain('&lt;b&gt;');
  });
});

describe('APP-04 moving in a grid', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 40, 30],
    ['Home', 40, 0],
    ['End', 40, 99],
  ])('%s from row %d leads to %d', (key, from, to) => {
    expect(rowAfterKey(key, from, 100, 10)).toBe(to);
  });

  it('starts at the first row and does nothing without rows or for other keys', () => {
    expect(rowAfterKey('ArrowDown', -1, 5, 10)).toBe(0);
    expect(rowAfterKey('ArrowDown', -1, 0, 10)).toBeNull();
    expect(rowAfterKey('F2', 1, 5, 10)).toBeNull();
  });

  it('extends a selection in both directions', () => {
    expect(keysBetween(['a', 'b', 'c', 'd'], 2, 1)).toEqual(['b', 'c']);
  });
});
