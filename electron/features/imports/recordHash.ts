/** A record's fingerprint: equal records hash alike, so that the same file twice changes nothing (IMP-04). */
import { hash } from 'node:crypto';

// Control characters never occur in a record's texts, and an empty text is null there: different records differ here.
const [FIELD, OPEN, CLOSE] = ['\u001f', '\u001d', '\u001e'];

function textOf(value: object): string {
  let text = '';
  for (const part of Object.values(value)) {
    if (part === null) text += FIELD;
    else if (typeof part === 'object') text += `${OPEN}${textOf(part)}${CLOSE}`;
    else text += part + FIELD;
  }
  return text;
}

/** 132 bits of SHA-256 over the record's values; they come in the order in which the interpreter builds them. */
export const recordHash = (record: object): string => hash('sha256', textOf(record), 'base64url').slice(0, 22);
