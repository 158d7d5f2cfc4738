/** Tells whether the file changed since a draft was looked at (gate G-STALE). */
import { createHash } from 'node:crypto';

export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
