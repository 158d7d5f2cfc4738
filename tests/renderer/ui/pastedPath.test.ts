/** Paths as people paste them. */
import { describe, expect, it } from 'vitest';
import { pastedPath } from '../../../renderer/ui/pastedPath';

describe('pastedPath', () => {
  it.each([
    ['  D:\\导出\\贷款.xlsx ', 'D:\\导出\\贷款.xlsx'],
    ['"D:\\my files\\a.csv"', 'D:\\my files\\a.csv'],
    ["'/home/a b.csv'", '/home/a b.csv'],
    ['“D:\\导出\\a.csv”', 'D:\\导出\\a.csv'],
    ['file:///D:/a%20b.xlsx', 'D:/a b.xlsx'],
    ['file:///home/a%20b.xlsx', '/home/a b.xlsx'],
    ['file:///home/100%.csv', '/home/100%.csv'],
    ['"', '"'],
  ])('%s', (typed, path) => expect(pastedPath(typed)).toBe(path));
});
