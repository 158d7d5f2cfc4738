/**
 * Which six-digit division codes can have been printed on an identity card (law.md ID-03).
 *
 * GB/T 2260 codes are judged as they were at issue, so abolished ones stay known (512226 was 奉节 under Sichuan). No full
 * dated table is kept: provinces and the number of prefecture-level cities are certain; the bands of the standard
 * (01-20 and 51-70 cities, 21-50 prefectures and autonomous prefectures, 90 directly administered) decide the rest.
 * A code inside the bands may still never have existed; a code outside cannot have. Unknown codes only warn.
 */

/** Province → highest number ever used in the band of prefecture-level cities (for municipalities: districts, counties). */
const CITIES: Readonly<Record<string, number>> = {
  11: 2,
  12: 2,
  13: 11,
  14: 11,
  15: 9,
  21: 14,
  22: 8,
  23: 12,
  31: 2,
  32: 13,
  33: 11,
  34: 18,
  35: 9,
  36: 11,
  37: 17,
  41: 17,
  42: 13,
  43: 13,
  44: 20,
  45: 14,
  46: 4,
  50: 3,
  51: 20,
  52: 6,
  53: 9,
  54: 6,
  61: 10,
  62: 12,
  63: 2,
  64: 5,
  65: 5,
  71: 0,
};
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
/** Residence permits of people from Hong Kong, Macau and Taiwan. */
const RESIDENCE_PERMITS = new Set(['810000', '820000', '830000']);

/** False when no issuing authority ever had this code; `code` is six digits. */
export function regionMayExist(code: string): boolean {
  if (RESIDENCE_PERMITS.has(code)) return true;
  // The foreigner's permanent card: 9, province, nationality.
  if (code.startsWith('9')) return CITIES[code.slice(1, 3)] !== undefined;
  const province = code.slice(0, 2);
  const cities = CITIES[province];
  if (cities === undefined) return false;
  if (code === '710000') return true;
  const prefecture = Number(code.slice(2, 4));
  if (code.slice(4) === '00' || prefecture === 0) return false;
  if (prefecture <= cities || (province === '44' && prefecture >= 51 && prefecture <= 53)) return true;
  if (MUNICIPALITIES.has(province)) return false;
  return (prefecture >= 21 && prefecture <= 50) || prefecture === 90;
}
