/** Tells records from the other lines of a list: totals, notes, signatures, blanks, headings repeated on later pages. */
import type { FieldKey } from './fields/fieldSpec';
import { fieldSpec, KIND_SPECS } from './fields/kindSpecs';
import { foldText } from './foldText';
import type { Mapping } from './mapping';
import type { RawCell } from './sheet';

const TOTAL = /(?:小计|合计|总计|共计|累计|本页计)[:：]?(?:\(?\d+[笔户条]\)?)?$|^(?:小计|合计|总计|共计|累计)/;
const NOTE = /^(?:注|备注|说明|附注|附:|填报说明|填表说明|数据来源|第\d+页|共\d+页|\d{1,2}[、．.)])/;
const SIGNATURE =
  /^(?:单位|部门|分管|会计)?(?:负责人|主管|复核|审核|制表|填表|经办|审批|行长|主任|填报|打印|日期|联系电话|签章|盖章)\S{0,4}[:：]/;

const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || (typeof cell === 'string' && cell.trim() === '');

const asText = (cell: RawCell | undefined): string => (typeof cell === 'string' ? foldText(cell) : '');

/** A figure, right or wrong; the date of a signature is none. */
function holdsFigure(cell: RawCell | undefined): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell === 'string') return /[0-9０-９]/.test(cell) && !SIGNATURE.test(foldText(cell));
  return typeof cell === 'object' && cell !== null;
}

export class RowFilter {
  private readonly keys: readonly number[];
  private readonly amounts: readonly number[];
  private readonly mapped: readonly { readonly column: number; readonly names: readonly string[] }[];

  constructor(mapping: Mapping) {
    const column = (field: FieldKey): number => mapping.columns.find((c) => c.field === field)?.column ?? -1;
    this.keys = KIND_SPECS[mapping.kind].keys.map(column).filter((c) => c >= 0);
    this.amounts = mapping.columns
      .filter((c) => fieldSpec(mapping.kind, c.field)?.type === 'amount')
      .map((c) => c.column);
    this.mapped = mapping.columns.map((c) => ({
      column: c.column,
      names: c.heading.split('/').concat(c.heading).map(foldText),
    }));
  }

  /** The common case, decided by two cells: a key that is no total, and a figure. */
  private plainlyRecord(cells: readonly RawCell[]): boolean {
    const key = cells[this.keys[0] as number];
    if (typeof key !== 'string' || key.length < 3 || key.includes('计')) return false;
    return this.amounts.some((c) => typeof cells[c] === 'number') && !NOTE.test(key);
  }

  private repeatsHeading(cells: readonly RawCell[]): boolean {
    let same = 0;
    for (const { column, names } of this.mapped) {
      const text = asText(cells[column]);
      if (text !== '' && names.includes(text)) same++;
    }
    return same >= 2;
  }

  /** A word of totals in a key, or among the first cells of a row that lacks a key (its number may say 105笔). */
  private isTotal(cells: readonly RawCell[]): boolean {
    if (this.keys.some((c) => TOTAL.test(asText(cells[c])))) return true;
    if (!this.keys.some((c) => isBlank(cells[c]))) return false;
    const first = cells.filter((cell) => !isBlank(cell)).slice(0, 3);
    return first.some((cell) => typeof cell === 'string' && cell.length < 60 && TOTAL.test(asText(cell)));
  }

  isRecord(cells: readonly RawCell[]): boolean {
    if (this.plainlyRecord(cells)) return true;
    const filled = this.mapped.filter(({ column }) => !isBlank(cells[column])).length;
    if (filled === 0 || this.isTotal(cells) || this.repeatsHeading(cells)) return false;
    const figures = this.amounts.some((c) => holdsFigure(cells[c]));
    if (!figures && this.keys.every((c) => isBlank(cells[c]))) return false;
    const first = asText(cells.find((cell) => !isBlank(cell)));
    if (filled === 1 && NOTE.test(first)) return false;
    return figures || !cells.some((cell) => SIGNATURE.test(asText(cell)));
  }
}
