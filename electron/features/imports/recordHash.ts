/** A record's fingerprint: equal records hash alike, so that the same file twice changes nothing (IMP-04). */
import { hash } from 'node:crypto';

/** 132 bits of SHA-256 over the record's values as JSON; they come in the order in which the interpreter builds them. */
export const recordHash = (record: object): string =>
  hash('sha256', JSON.stringify(Object.values(record)), 'base64url').slice(0, 22);
