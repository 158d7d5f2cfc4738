/** R12: fifty people who exist nowhere else, and a search for them in all files of a folder, in the encodings of this country. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idCheckCharacter } from '@shared/domain/parties/idNumber';

export interface PlantedPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** A surname and given names that no list of ours holds. */
const SURNAME = '钭';
const GIVEN = '窨夔颙欻彧旼晟杲枬桷';
const REGION = '512229';
const PHONE = '13397';

export const PLANTED: readonly PlantedPerson[] = Array.from({ length: 50 }, (_, index) => {
  const digits = `${REGION}1961${String((index % 12) + 1).padStart(2, '0')}17${String(701 + index)}`;
  return {
    name: `${SURNAME}${GIVEN[index % 10]}${GIVEN[Math.floor(index / 10)]}`,
    idNumber: `${digits}${idCheckCharacter(digits)}`,
    phone: `${PHONE}${String(860_011 + index * 97)}`,
  };
});

/** The list of their loans as a branch would receive it. */
export function plantedLoans(): string {
  const rows = PLANTED.map(({ name, idNumber, phone }, index) => {
    const number = String(index + 1).padStart(6, '0');
    return `青石分理处,${name},${idNumber},${phone},奉节县某镇某村${index + 1}组,种植字（2020）第${number}号,2020-03-01,2021-03-01,10000.00,9000.00,信用`;
  });
  const titles = '单位,借款户名,身份证号,联系电话,住址,合同编号,借款日,到期日,原借金额(元),结欠本金(元),担保方式';
  return `${[titles, ...rows].join('\r\n')}\r\n`;
}

/** Two-byte characters by what they decode to: Node reads GB18030 but does not write it. */
const GB18030 = (() => {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Buffer.from([lead, trail]);
      const text = decoder.decode(pair);
      if ([...text].length === 1 && !bytes.has(text)) bytes.set(text, pair);
    }
  }
  return bytes;
})();

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const gb18030 = (text: string): Buffer =>
  Buffer.concat([...text].map((each) => GB18030.get(each) ?? Buffer.from(each)));

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  utf16be,
  gb18030,
];

/** By how they begin, so that a large file is gone through a few times only. */
const GROUPS = [
  { begin: SURNAME, wanted: PLANTED.map(({ name }) => name) },
  { begin: REGION, wanted: PLANTED.map(({ idNumber }) => idNumber) },
  { begin: PHONE, wanted: PLANTED.map(({ phone }) => phone) },
];

/** Every planted value that stands in the bytes in any encoding. */
export function plantedIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (const encode of ENCODINGS) {
    for (const { begin, wanted } of GROUPS) {
      const start = encode(begin);
      const needles = wanted.map((text) => [text, encode(text)] as const);
      for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
        for (const [text, needle] of needles)
          if (bytes.subarray(at, at + needle.length).equals(needle)) found.add(text);
      }
    }
  }
  return [...found];
}

/** `file: value` for every planted value in a file below the folders or in a file's own name. */
export function plantedBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const inside = entry.isFile() ? plantedIn(readFileSync(path)) : [];
      return [...plantedIn(Buffer.from(entry.name)), ...inside].map((value) => `${path}: ${value}`);
    }),
  );
}
