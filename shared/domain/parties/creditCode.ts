/** Unified social credit codes (GB 32100-2015) and the organisation codes inside them (GB 11714), law.md USC-01, USC-02. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 18 characters of the standard's alphabet; a right shape says nothing about the checksum. */
export const hasCreditCodeShape = (value: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value);

/** Check character of the first 17. */
export function creditCheckCharacter(code: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(code.charAt(i)) * (WEIGHTS[i] as number);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** False also for the early pilot codes that were issued with a wrong check character: warn, do not refuse. */
export const creditCodeValid = (value: string): boolean =>
  hasCreditCodeShape(value) && creditCheckCharacter(value) === value[17];

/** `value` is nine characters without the hyphen. */
export function organisationCodeValid(value: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value)) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = value.charCodeAt(i);
    sum += (code <= 57 ? code - 48 : code - 55) * (ORGANISATION_WEIGHTS[i] as number);
  }
  const check = 11 - (sum % 11);
  return value[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

/** How a paper calls the number of an organisation: older ones are of the business register or organisation codes (law.md USC-02). */
export function organisationNumberName(value: string): string {
  const plain = value.replaceAll('-', '');
  if (/^[0-9]{15}$/.test(plain)) return '营业执照注册号';
  return /^[0-9A-Z]{9}$/.test(plain) ? '组织机构代码' : '统一社会信用代码';
}
