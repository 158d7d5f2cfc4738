/** Registers: one list of columns for sheet and page, sums under the last row, and what was chosen in words (documents.md §6). */
import { register, registerNote, registerPaper } from '@shared/domain/documents/register';
import { visibleText } from '@shared/domain/documents/typesetting';
import { present } from '@shared/kernel/assert';
import { expect, it } from 'vitest';

interface Row {
  readonly name: string;
  readonly fen: number | null;
}

const kind = {
  code: 'LED-00',
  title: '测试台账',
  columns: [
    { title: '序号', kind: 'text' as const, width: 10, cell: (_: Row, index: number) => String(index + 1) },
    { title: '户名', kind: 'text' as const, width: 30, cell: (row: Row) => row.name },
    { title: '余额', kind: 'amount' as const, width: 30, summed: true as const, cell: (row: Row) => row.fen },
  ],
};
const maker = { bank: '某支行', date: '2026-11-22', madeBy: '经办' };
const table = (rows: readonly Row[]) =>
  registerPaper(register(kind, rows), maker).blocks.find((block) => block.kind === 'dataTable');

it('adds up what is summed and leaves an unknown amount empty', () => {
  const found = table([
    { name: '甲', fen: 100_000_01 },
    { name: '乙', fen: null },
  ]);
  expect(found?.total?.map((cell) => visibleText(String(cell)))).toEqual(['', '合计', '100,000.01']);
  expect(found?.rows[1]?.map((cell) => visibleText(String(cell)))).toEqual(['2', '乙', '']);
});

it('has no total of nothing', () => expect(table([])?.total).toBeUndefined());

it('says what was chosen, and the unit only where there are amounts', () => {
  const list = register({ ...kind, chosen: '筛选：在办' }, [{ name: '甲', fen: 1 }]);
  expect(registerNote(list, maker)).toBe('某支行　筛选：在办　共1行　单位：元　2026-11-22');
  const plain = register({ ...kind, columns: kind.columns.slice(0, 2) }, []);
  expect(registerNote(plain, maker)).toBe('某支行　共0行　2026-11-22');
});

it('a register wider than the page prints in parts, with the leading columns before each', () => {
  const wide = [
    ...kind.columns.slice(0, 2),
    { title: '立案日', kind: 'date' as const, width: 19, part: '审理', cell: () => '2026-09-02' },
    { ...present(kind.columns[2], 'the amounts'), part: '执行' },
  ];
  const list = register({ ...kind, columns: wide }, [{ name: '甲', fen: 1_00 }]);
  expect(list.heads.map(({ title }) => title)).toEqual(['序号', '户名', '立案日', '余额']);
  const { blocks } = registerPaper(list, maker);
  const tables = blocks.filter((block) => block.kind === 'dataTable');
  expect(tables.map(({ columns }) => columns.map(({ label }) => visibleText(label)))).toEqual([
    ['序号', '户名', '立案日'],
    ['序号', '户名', '余额'],
  ]);
  expect(tables.map(({ total }) => total !== undefined)).toEqual([false, true]);
  expect(blocks.filter(({ kind: is }) => is === 'pageBreak')).toHaveLength(1);
});
