/**
 * Names in the order of their pinyin: SQLite compares bytes, so each Han character is replaced by one whose
 * code point is its rank in the Chinese collation. Computed once, stored beside the name.
 */

const FIRST = 0x4e00;
const LAST = 0x9fff;

let ranks: Uint16Array | null = null;

function rankTable(): Uint16Array {
  if (ranks) return ranks;
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
  const collator = new Intl.Collator('zh-Hans-CN');
  const sorted = codes.map((code) => String.fromCharCode(code)).sort(collator.compare);
  ranks = new Uint16Array(codes.length);
  for (const [rank, character] of sorted.entries()) ranks[character.charCodeAt(0) - FIRST] = rank;
  return ranks;
}

/** A key that sorts by code units as the name sorts by pinyin. */
export function sortKey(name: string): string {
  const table = rankTable();
  let key = '';
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    key += code >= FIRST && code <= LAST ? String.fromCharCode(FIRST + (table[code - FIRST] as number)) : name[at];
  }
  return key;
}
