/** Makes and checks the codes on papers with the installation's key: a code that was altered or comes from elsewhere is none. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  crockford,
  formInCode,
  INSTALLATION_LENGTH,
  KEY_LENGTH,
  MAC_LENGTH,
  type PageCode,
  type PaperPart,
  readPageCode,
  signedPart,
} from '@shared/domain/documents/paperCode';

/** Who prints: kept in the data folder's settings, so that a restored folder knows its old papers. */
export interface Installation {
  readonly id: string;
  /** Hex of 32 random bytes. */
  readonly key: string;
}

export const newInstallation = (): Installation => ({
  id: crockford(randomBytes(4), INSTALLATION_LENGTH),
  key: randomBytes(32).toString('hex'),
});

export const newPaperKey = (): string => crockford(randomBytes(9), KEY_LENGTH);

/** What the marks of a print need to code its pages. */
export interface CodeMark {
  readonly installation: Installation;
  readonly form: string;
  readonly key: string;
}

/** 30 bits. */
const macOf = (signed: string, key: string): string =>
  crockford(createHmac('sha256', Buffer.from(key, 'hex')).update(signed).digest().subarray(0, 4), MAC_LENGTH);

export function pageCode(mark: CodeMark, part: PaperPart, page: number, pages: number): string {
  const { installation, key } = mark;
  const signed = signedPart({ installation: installation.id, form: formInCode(mark.form), key, part, page, pages });
  return `${signed}*${macOf(signed, installation.key)}`;
}

export type CheckedCode = { readonly ours: PageCode } | { readonly why: 'broken' | 'foreign' };

/** `broken`: not one of our codes, or altered; `foreign`: another installation's. */
export function checkCode(text: string, installation: Installation): CheckedCode {
  const read = readPageCode(text);
  if (!read) return { why: 'broken' };
  if (read.code.installation !== installation.id) return { why: 'foreign' };
  const right = Buffer.from(macOf(read.signed, installation.key));
  return timingSafeEqual(right, Buffer.from(read.mac)) ? { ours: read.code } : { why: 'broken' };
}
