/**
 * Case numbers of the courts: the uniform form since 2016 (法〔2015〕137号), `（2024）渝0236民初123号`, and the older
 * free form, `（2006）巫民初字第12号` (law.md CASE-01, CASE-02).
 */

export interface CaseNumberParts {
  readonly style: 'new' | 'old';
  readonly year: number;
  /** Code of the court; in the old form the free prefix, in which court and kind cannot be told apart safely. */
  readonly court: string;
  /** Empty in the old form. */
  readonly type: string;
  readonly number: number;
  /** 之一, 之二 … where there is one. */
  readonly suffix: string | null;
}

/** Provinces and the two special systems; nothing or 2 or 4 digits follow (high, intermediate, basic court). */
const COURT = '最高法|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云黔滇藏陕甘青宁新军兵](?:\\d{4}|\\d{2})?';
const SUFFIX = '(之[一二三四五六七八九十]+|-\\d+)?';
const NEW = new RegExp(`^（(\\d{4})）(${COURT})(\\p{Script=Han}{1,6})(\\d{1,6})号${SUFFIX}$`, 'u');
const OLD = new RegExp(`^（(\\d{4})）(\\p{Script=Han}{1,14})字第?(\\d{1,6})号${SUFFIX}$`, 'u');
/** The first people's courts. */
const FIRST_YEAR = 1949;

/** Half-width digits, canonical full-width brackets, no spaces. */
const tidy = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[([〔【［]/, '（')
    .replace(/^（(\d{4})年?[)\]〕】］]/, '（$1）');

/** The parts of a case number, or null when it has neither form. Leading zeros of the running number are dropped. */
export function readCaseNumber(value: string): CaseNumberParts | null {
  const text = tidy(value);
  const uniform = NEW.exec(text);
  const match = uniform ?? OLD.exec(text);
  if (!match) return null;
  const groups = match.slice(1) as (string | undefined)[];
  const [year, court, type, number, suffix] = uniform ? groups : [groups[0], groups[1], '', groups[2], groups[3]];
  if (Number(year) < FIRST_YEAR || Number(number) === 0) return null;
  return {
    style: uniform ? 'new' : 'old',
    year: Number(year),
    court: court ?? '',
    type: type ?? '',
    number: Number(number),
    suffix: suffix ?? null,
  };
}

export function caseNumberText(parts: CaseNumberParts): string {
  const middle = parts.style === 'new' ? `${parts.court}${parts.type}` : `${parts.court}字第`;
  return `（${parts.year}）${middle}${parts.number}号${parts.suffix ?? ''}`;
}
