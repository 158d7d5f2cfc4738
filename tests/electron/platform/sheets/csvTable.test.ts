/** Text tables: separators, quotes, encodings, Excel's text protection. */

import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { cellsOf, outcome, rowsOf, testFolder } from './support';

const folder = testFolder();
let count = 0;
const file = (content: string | Buffer): string => folder.write(`text${++count}.csv`, content);

describe('IMP-01 csv', () => {
  test.each([
    [
      'comma',
      '标题行,,\na,b,c\n1,"2,0",3\n',
      [
        ['标题行', null, null],
        ['a', 'b', 'c'],
        ['1', '2,0', '3'],
      ],
    ],
    [
      'semicolon',
      'a;b;c\n1,5;2,5;x\n1,234,5;2;y\n',
      [
        ['a', 'b', 'c'],
        ['1,5', '2,5', 'x'],
        ['1,234,5', '2', 'y'],
      ],
    ],
    [
      'tab',
      'a\tb\n"1\n2"\t3\n',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    ['one column', '合同号\n甲\n', [['合同号'], ['甲']]],
  ])('separator: %s', async (_, text, cells) => {
    expect(await cellsOf(file(text))).toEqual(cells);
  });

  test('text protection ="…" is taken off, a leading apostrophe is left to the interpreter', async () => {
    const text = 'id,b\n="0123",x\n"=""0456""",x\n\'0789,x\n=SUM(A1),say "hi"\n';
    expect(await cellsOf(file(text))).toEqual([
      ['id', 'b'],
      ['0123', 'x'],
      ['0456', 'x'],
      ["'0789", 'x'],
      ['=SUM(A1)', 'say "hi"'],
    ]);
  });

  test('blank records are left out but counted; records may differ in length', async () => {
    expect(await rowsOf(file('a,b\r\n\r\n , \r\n1\r\n1,2,3'))).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['1'] },
      { row: 5, cells: ['1', '2', '3'] },
    ]);
  });

  test('UTF-16 as Excel saves "Unicode text"', async () => {
    const path = file(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t金额\r\n杨𠮷\t1\r\n', 'utf16le')]));
    expect((await openTable(path)).encoding).toBe('utf-16le');
    expect(await cellsOf(path)).toEqual([
      ['姓名', '金额'],
      ['杨𠮷', '1'],
    ]);
  });

  test('one broken byte is refused with its line, and a UTF-8 mark forbids guessing another encoding', async () => {
    const broken = Buffer.concat([Buffer.from('\ufeffa\n甲\n'), Buffer.from([0xe7, 0x94]), Buffer.from('\n乙\n')]);
    const refusal = await openTable(file(broken)).catch((error) => error.refusal);
    expect(refusal).toMatchObject({ code: 'file-type', facts: { line: 3 } });
  });

  test('characters outside the BMP survive at any place of a long file', async () => {
    const text = `a\n${'𠮷'.repeat(200_001)}\n x𠮷`;
    expect((await cellsOf(file(text))).flat()).toEqual(['a', '𠮷'.repeat(200_001), ' x𠮷']);
  });

  test.each([
    ['an unclosed quote', 'a,b\n"1,2\n', 'file-truncated'],
    ['only blanks', '\ufeff \r\n\t\r\n', 'file-empty'],
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>', 'file-type'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', 'file-type'],
    ['zero bytes', 'a,b\n1,\u0000\n', 'file-type'],
    ['neither UTF-8 nor GB18030', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'file-type'],
    ['a record without end', `a,"${'x'.repeat(5_000_000)}`, 'file-truncated'],
    ['too many columns', ','.repeat(20_000), 'file-too-large'],
  ])('%s', async (_, content, code) => {
    expect(await outcome(file(content))).toBe(code);
  });
});
