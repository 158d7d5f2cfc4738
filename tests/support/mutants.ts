/** Import files that were damaged, mistyped or built to harm: each from a small sound list, by a seeded generator. */
import { readFileSync } from 'node:fs';
import type { Dice } from '@shared/domain/demo/random';
import { wholeText } from '../../electron/platform/sheets/xmlStream';
import { ZipArchive } from '../../electron/platform/sheets/zipArchive';
import { hostile } from './hostile';
import type { PlainList } from './importFiles';

export interface Mutant {
  /** What was done to it, for whoever looks for the cause. */
  readonly how: string;
  readonly name: string;
  readonly content: Buffer | Readonly<Record<string, string>>;
}

/** A sound list in three formats. */
export interface Sound {
  readonly list: PlainList;
  readonly xlsx: Buffer;
  /** Names and XML of its parts. */
  readonly parts: Readonly<Record<string, string>>;
  readonly xls: Buffer;
}

const PARTS = [
  ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
  'xl/worksheets/sheet1.xml',
];

export async function soundOf(list: PlainList, xlsx: string, xls: string): Promise<Sound> {
  const bytes = readFileSync(xlsx);
  const zip = new ZipArchive(bytes);
  const parts: Record<string, string> = {};
  for (const name of PARTS) parts[name] = await wholeText(zip.stream(name));
  return { list, xlsx: bytes, parts, xls: readFileSync(xls) };
}

const WORDS = hostile(19);
const ODD = [
  ...[
    '1e309',
    '-0',
    'NaN',
    '99999999999999999999999',
    '1,2,3,4',
    '0x1F',
    '-1.005',
    '１２３．４５',
    '12万',
    '壹佰元整',
    '#REF!',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '20261345',
    '60',
    '-1',
    '二〇二六年',
    '',
    ' ',
    '\u3000',
    '\u0000',
    '"',
    "'",
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '../../../etc/passwd',
    'C:\\\\x',
    'x'.repeat(40_000),
  ],
];
const oddCell = (dice: Dice): string => (dice.chance(0.4) ? WORDS.next() : dice.pick(ODD));

function bytesChanged(dice: Dice, sound: Buffer): Buffer {
  const bytes = Buffer.from(sound);
  for (let left = dice.between(1, 12); left > 0; left -= 1)
    bytes[dice.between(0, bytes.length - 1)] = dice.between(0, 255);
  if (!dice.chance(0.15)) return bytes;
  const at = dice.between(0, bytes.length);
  return dice.chance(0.5) ? bytes.subarray(0, at) : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at >> 1)]);
}

/** Cells, headings and rows changed, doubled and left out. */
function listChanged(dice: Dice, { titles, rows }: PlainList): string[][] {
  const table = [[...titles], ...rows.map((row) => [...row])];
  for (let left = dice.between(1, 15); left > 0; left -= 1) {
    const row = dice.pick(table);
    const at = dice.between(0, row.length);
    const changes = [
      [() => row.splice(at, 1, oddCell(dice)), 15],
      [() => row.splice(at, 1), 2],
      [() => row.splice(at, 0, oddCell(dice)), 1],
      [() => table.push([...row]), 1],
      [() => table.splice(dice.between(0, table.length - 1), 1, row), 1],
    ] as const;
    dice.weighted<() => unknown>(changes)();
  }
  return table;
}

function csvOf(dice: Dice, table: readonly string[][]): Buffer {
  const separator = dice.weighted([
    [',', 6],
    ['\t', 2],
    [';', 2],
    ['|', 1],
  ] as const);
  const isQuoted = dice.chance(0.85);
  const cell = (text: string) => (isQuoted && /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = table
    .map((row) => row.map((each) => cell(each ?? '')).join(separator))
    .join(dice.pick(['\r\n', '\n', '\r']));
  return dice.chance(0.15)
    ? Buffer.from(`\ufeff${text}`, 'utf16le')
    : Buffer.from(dice.chance(0.5) ? `\ufeff${text}` : text);
}

const PIECES = [
  ...[
    '',
    '<',
    '>',
    '"',
    '/',
    '<row',
    '</c>',
    '<!--',
    '<![CDATA[',
    '&#x110000;',
    '&#0;',
    '999999999',
    '-1',
    '\u0000',
    ' r="XFD1048577"',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    '&b;',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<f>1+1</f>',
    ' t="e"',
    ' s="-1"',
  ],
];

/** XML changed inside intact packing; or parts with names that climb out, of prototypes, or pointing nowhere. */
function partsChanged(dice: Dice, parts: Sound['parts']): Record<string, string> {
  const changed = { ...parts };
  for (let left = dice.between(1, 4); left > 0; left -= 1) {
    const name = dice.pick(Object.keys(parts));
    const text = changed[name] ?? '';
    const at = dice.between(0, text.length);
    changed[name] = text.slice(0, at) + dice.pick(PIECES) + text.slice(at + dice.between(0, 8));
  }
  if (dice.chance(0.2))
    changed[dice.pick(['../../evil.xml', '/etc/evil', 'xl/__proto__', 'constructor', 'C:\\evil.xml'])] = '<a/>';
  if (dice.chance(0.1))
    changed['xl/worksheets/sheet1.xml'] = (changed['xl/worksheets/sheet1.xml'] ?? '').replace(/<row/g, '<row r="1"');
  if (dice.chance(0.05)) delete changed[dice.pick(PARTS)];
  return changed;
}

/** Small packed, large unpacked, with an honest or a lying directory. */
function bomb(dice: Dice, parts: Sound['parts']): Record<string, string> {
  const filler = dice.pick([' ', '<row/>', '<row><c><v>1</v></c></row>', '<a>']);
  const megabytes = dice.pick([5, 20, 90]);
  const sheet = filler.repeat(Math.floor((megabytes << 20) / filler.length));
  return { ...parts, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}` };
}

export function mutant(dice: Dice, sound: Sound): Mutant {
  const kinds: readonly (readonly [() => Mutant, number])[] = [
    [() => ({ how: 'cells', name: 'm.csv', content: csvOf(dice, listChanged(dice, sound.list)) }), 40],
    [
      () => ({
        how: 'bytes',
        name: 'm.csv',
        content: bytesChanged(dice, csvOf(dice, [[...sound.list.titles], ...sound.list.rows])),
      }),
      15,
    ],
    [() => ({ how: 'bytes', name: 'm.xlsx', content: bytesChanged(dice, sound.xlsx) }), 15],
    [() => ({ how: 'bytes', name: 'm.xls', content: bytesChanged(dice, sound.xls) }), 15],
    [() => ({ how: 'parts', name: 'm.xlsx', content: partsChanged(dice, sound.parts) }), 15],
    [() => ({ how: 'bomb', name: 'm.xlsx', content: bomb(dice, sound.parts) }), 0.2],
  ];
  return dice.weighted(kinds)();
}
