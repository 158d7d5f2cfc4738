/** Reads the mapped cells of one row after the other and collects what is wrong with them. One instance per sheet. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { cleanText, isHarmless, joinName, type TextRole } from './cleanText';
import { ContentHash } from './contentHash';
import type { FieldKey } from './fields/fieldSpec';
import type { Mapping } from './mapping';
import { type AmountScale, readAmount } from './readAmount';
import { createDateReader, type DateReading } from './readDate';
import type { CellIssue } from './records';
import type { RawCell } from './sheet';

/** Longest texts, in UTF-16 units; longer ones are refused, never cut. */
const MAX_KEY = 200;
const MAX_NOTE = 1000;
export const MAX_REMARK = 4000;
/** Issues show the cell shortened to this. */
const MAX_SHOWN = 80;

const NO_ISSUES: readonly CellIssue[] = [];
const NOTHING = /^(?:[-—－/\\]+|NULL|N\/A)$/i;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$/i;

/** A cell as a person sees it, for messages. */
export function shownCell(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell).slice(0, MAX_SHOWN);
  if (cell.kind === 'formula') return `=${cell.formula.replace(/^=/, '')}`.slice(0, MAX_SHOWN);
  return cell.kind === 'error' ? cell.code : String(cell.serial);
}

export class RowReader {
  private readonly columns: Partial<Record<FieldKey, number>> = {};
  private readonly scales: Partial<Record<FieldKey, AmountScale>> = {};
  private readonly readDate = createDateReader();
  private cells: readonly RawCell[] = [];
  private found: CellIssue[] = [];
  private readonly hash = new ContentHash();

  constructor(mapping: Mapping) {
    for (const { field, column, scale } of mapping.columns) {
      this.columns[field] = column;
      if (scale !== undefined) this.scales[field] = scale;
    }
  }

  begin(cells: readonly RawCell[]): void {
    this.cells = cells;
    this.hash.reset();
    if (this.found.length > 0) this.found = [];
  }

  /** Of the current row; an array of its own unless there are none. */
  get issues(): readonly CellIssue[] {
    return this.found.length === 0 ? NO_ISSUES : this.found;
  }

  /** Hash of the values read so far in this row: dates and amounts as what they mean, texts as cleaned. */
  get contentHash(): number {
    return this.hash.value;
  }

  has(field: FieldKey): boolean {
    return this.columns[field] !== undefined;
  }

  column(field: FieldKey): number {
    return this.columns[field] ?? -1;
  }

  raw(field: FieldKey): RawCell {
    const column = this.columns[field];
    return column === undefined ? null : (this.cells[column] ?? null);
  }

  /** One finding per code and cell. */
  issue(severity: CellIssue['severity'], code: string, field: FieldKey): void {
    const column = this.column(field);
    if (this.found.some((i) => i.code === code && i.column === column)) return;
    this.found.push({ severity, code, column, value: shownCell(this.raw(field)) });
  }

  refuse(code: string, field: FieldKey): void {
    this.issue('refuse', code, field);
  }

  warn(code: string, field: FieldKey): void {
    this.issue('warn', code, field);
  }

  /** Text of a cell that is not plain text. */
  private special(cell: Exclude<RawCell, string | null>, field: FieldKey, role: TextRole): string | null {
    if (typeof cell === 'number') {
      if (Number.isInteger(cell) && !Number.isSafeInteger(cell)) {
        this.issue(role === 'key' ? 'refuse' : 'warn', 'id-scientific', field);
        return null;
      }
      return String(cell);
    }
    if (typeof cell === 'boolean') return cell ? '是' : '否';
    if (cell.kind === 'formula') {
      this.issue(role === 'key' ? 'refuse' : 'warn', 'formula-cell', field);
      const { value } = cell;
      return value === null || typeof value === 'object' ? null : String(value);
    }
    if (cell.kind === 'date') return this.readDate(cell).date;
    this.issue(role === 'key' ? 'refuse' : 'warn', 'formula-cell', field);
    return null;
  }

  private cleaned(field: FieldKey, role: TextRole, limit: number): string | null {
    const cell = this.raw(field);
    if (cell === null || cell === '') return null;
    const raw = typeof cell === 'string' ? cell : this.special(cell, field, role);
    if (raw === null) return null;
    if (raw.length > limit) {
      this.refuse('field-too-long', field);
      return null;
    }
    if (isHarmless(raw)) return raw.length <= 4 && NOTHING.test(raw) ? null : raw;
    const { text, findings } = cleanText(raw, role);
    for (const { severity, code } of findings) this.issue(severity, code, field);
    return text === '' || NOTHING.test(text) ? null : text;
  }

  /** Trimmed text or null; issues of cleanText.ts, `field-too-long`, `formula-cell`. */
  text(field: FieldKey, role: TextRole = 'note', limit = role === 'key' ? MAX_KEY : MAX_NOTE): string | null {
    const text = this.cleaned(field, role, limit);
    this.hash.addText(text ?? '');
    return text;
  }

  /** Number-like text (contract, receipt, voucher): what Excel has turned into 5.0E+17 has lost digits and is refused. */
  numberText(field: FieldKey, role: TextRole = 'note'): string | null {
    const text = this.text(field, role);
    if (text === null) return null;
    if (text.length < 30 && SCIENTIFIC.test(text)) {
      this.issue(role === 'key' ? 'refuse' : 'warn', 'id-scientific', field);
      return null;
    }
    return isHarmless(text) ? text : text.replace(/\s+/g, '');
  }

  /** A name: refused `name-missing` when blank, warned `name-spaces` when spaces were taken out of it. */
  name(field: FieldKey): string | null {
    const text = this.text(field, 'key');
    if (text === null) {
      if (!this.found.some((i) => i.column === this.column(field))) this.refuse('name-missing', field);
      return null;
    }
    const { name, changed } = joinName(text);
    if (changed) this.warn('name-spaces', field);
    return name;
  }

  /** The contract number as written; `contract-missing` when blank. */
  contract(): string | null {
    const contract = this.numberText('contractNo', 'key');
    if (contract === null && !this.found.some((i) => i.column === this.column('contractNo')))
      this.refuse('contract-missing', 'contractNo');
    return contract;
  }

  dateReading(field: FieldKey): DateReading {
    const reading = this.readDate(this.raw(field));
    this.hash.addText(reading.date ?? '');
    return reading;
  }

  date(field: FieldKey): CalendarDate | null {
    const { date, problem } = this.dateReading(field);
    if (problem !== null) this.refuse(problem, field);
    return date;
  }

  /** Fen, or null when blank or refused (`amount-text`, `amount-precision`, `amount-error-cell`). */
  amount(field: FieldKey): Fen | null {
    const reading = readAmount(this.raw(field), this.scales[field] ?? 1);
    if (typeof reading === 'number') {
      this.hash.addNumber(reading);
      return reading;
    }
    this.hash.addText('');
    if (reading !== 'blank') this.refuse(reading, field);
    return null;
  }

  /** An amount that must be there; blank is `amount-text`, negative is `negativeCode`. */
  requiredAmount(field: FieldKey): Fen | null {
    const fen = this.amount(field);
    if (fen === null && !this.found.some((i) => i.column === this.column(field))) this.refuse('amount-text', field);
    if (fen !== null && fen < 0) this.refuse('amount-negative', field);
    return fen;
  }
}
