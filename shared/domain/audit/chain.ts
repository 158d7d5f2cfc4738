/**
 * What the chain of the audit log runs over: each entry's canonical form names the MAC before it, and its own MAC is
 * HMAC-SHA256 over that form. Pure: the MACs themselves are computed where the key is.
 */

/** An entry as it is signed; texts as stored, MACs as lower-case hex. */
export interface ChainedEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly userId: number | null;
  readonly user: string;
  /** Joined by commas. */
  readonly roles: string;
  readonly workstation: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly householdId: number | null;
  /** JSON text, exactly as stored. */
  readonly detail: string;
  readonly requestId: string | null;
  readonly beforeDigest: string | null;
  readonly afterDigest: string | null;
  readonly epoch: number;
  readonly previousMac: string;
}

/** The head of an empty log. */
const NO_MAC = '0'.repeat(64);

/** Every field in the order of the table, which is also that of the text under the MAC. Never change it: it would break every chain. */
export function entryValues(entry: ChainedEntry): (string | number | null)[] {
  return [
    entry.seq,
    entry.at,
    entry.userId,
    entry.user,
    entry.roles,
    entry.workstation,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.householdId,
    entry.detail,
    entry.requestId,
    entry.beforeDigest,
    entry.afterDigest,
    entry.epoch,
    entry.previousMac,
  ];
}

/** The text under the MAC. */
export const canonicalEntry = (entry: ChainedEntry): string => JSON.stringify(entryValues(entry));

/** Canonical JSON of any plain value: keys in order, so that equal values have equal digests. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The newest entry of a log: its number and MAC. */
export interface Head {
  readonly seq: number;
  readonly mac: string;
}

export const EMPTY_HEAD: Head = { seq: 0, mac: NO_MAC };

const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters (40 bits of the MAC) for printed approvals, e.g. `7KQ2-M9XA`; never I, L, O or U. */
export function headCode(head: Head): string {
  const bits = BigInt(`0x${head.mac.slice(0, 10)}`);
  const letters = Array.from(
    { length: 8 },
    (_, index) => CODE_ALPHABET[Number((bits >> BigInt(35 - 5 * index)) & 31n)],
  );
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The first ten hex digits of the MAC that a code stands for; null when it is no such code. Small letters and no hyphen will do. */
export function macPrefixOf(code: string): string | null {
  const letters = code.trim().toUpperCase().replace('-', '');
  if (letters.length !== 8) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = CODE_ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits.toString(16).padStart(10, '0');
}

export const FAULTS = [
  'gap',
  'unknown-epoch',
  'order',
  'changed',
  'wrong-previous',
  'behind-anchor',
  'differs-from-anchor',
] as const;
/** What is wrong with the first bad entry (electron/database/auditLog.ts tells them apart). */
export type Fault = (typeof FAULTS)[number];
