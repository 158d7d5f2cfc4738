/** Typed reading of a rule file's fields; every complaint carries the line of the field it is about. */
import { type CalendarDate, isCalendarDate } from '../kernel/calendarDate';
import { type Exact, parseExact } from '../kernel/exact';
import { type Fen, parseFen } from '../kernel/money';
import type { JsonValue } from './packText';
import type { PackFault } from './ruleTypes';

type Fields = { readonly [key: string]: JsonValue };

export const isFields = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects what is wrong with one file. */
export class FaultList {
  readonly faults: PackFault[] = [];
  readonly file: string;
  private readonly lineOf: (path: string) => number;

  constructor(file: string, lineOf: (path: string) => number) {
    this.file = file;
    this.lineOf = lineOf;
  }

  line(path: string): number {
    return this.lineOf(path);
  }

  add(path: string, code: PackFault['code'], detail: string): void {
    this.faults.push({ file: this.file, line: this.lineOf(path), code, detail });
  }
}

/** One object of the file. Fields that nobody asked for are told by `done`. */
export class PackCursor {
  readonly path: string;
  readonly list: FaultList;
  private readonly fields: Fields;
  private readonly asked = new Set<string>();

  constructor(fields: Fields, path: string, list: FaultList) {
    this.fields = fields;
    this.path = path;
    this.list = list;
  }

  at(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }

  raw(name: string): JsonValue | undefined {
    this.asked.add(name);
    return this.fields[name];
  }

  fault(name: string, code: PackFault['code'], detail: string): void {
    this.list.add(this.at(name), code, detail);
  }

  private read<T>(name: string, expected: string, read: (raw: JsonValue) => T | null): T | null {
    const raw = this.raw(name);
    if (raw === undefined) return null;
    const value = read(raw);
    if (value === null) this.fault(name, 'field-invalid', `${name}: ${expected} expected`);
    return value;
  }

  /** Present and right, or a fault and the stand-in. */
  private required<T>(name: string, standIn: T, value: T | null): T {
    if (this.fields[name] === undefined) this.fault(name, 'field-missing', `${name} is missing`);
    return value ?? standIn;
  }

  text(name: string): string {
    return this.required(name, '', this.optionalText(name));
  }

  optionalText(name: string): string | null {
    return this.read(name, 'a text', (raw) => (typeof raw === 'string' && raw.trim() !== '' ? raw : null));
  }

  word<T extends string>(name: string, words: readonly T[], code: PackFault['code'] = 'field-invalid'): T {
    const raw = this.raw(name);
    if (typeof raw === 'string' && (words as readonly string[]).includes(raw)) return raw as T;
    if (raw === undefined) this.fault(name, 'field-missing', `${name} is missing`);
    else this.fault(name, code, `${name} is one of ${words.join(', ')}`);
    return words[0] as T;
  }

  date(name: string): CalendarDate {
    return this.required(name, '9999-12-31', this.optionalDate(name));
  }

  optionalDate(name: string): CalendarDate | null {
    const raw = this.raw(name);
    if (raw === undefined) return null;
    if (typeof raw === 'string' && isCalendarDate(raw)) return raw;
    this.fault(name, 'date-invalid', `${name}: a date YYYY-MM-DD expected`);
    return null;
  }

  optionalMoney(name: string): Fen | null {
    return this.read(name, 'an amount in yuan', (raw) => {
      const fen = typeof raw === 'string' ? parseFen(raw) : null;
      return typeof fen === 'number' ? fen : null;
    });
  }

  optionalExact(name: string): Exact | null {
    return this.read(name, 'a decimal in quotes', (raw) => (typeof raw === 'string' ? parseExact(raw) : null));
  }

  /** Objects of an array; anything else in it is a fault. An empty or missing array is one too. */
  objects(name: string): PackCursor[] {
    const raw = this.raw(name);
    if (!Array.isArray(raw) || raw.length === 0) {
      this.fault(name, raw === undefined ? 'field-missing' : 'field-invalid', `${name}: a list of objects expected`);
      return [];
    }
    return raw.flatMap((each, index) => {
      if (isFields(each)) return [new PackCursor(each, `${this.at(name)}.${index}`, this.list)];
      this.list.add(`${this.at(name)}.${index}`, 'field-invalid', 'an object expected');
      return [];
    });
  }

  /** An object with free keys, e.g. the inputs of a table. */
  map(name: string): { readonly [key: string]: JsonValue } {
    const raw = this.raw(name);
    if (isFields(raw)) return raw;
    this.fault(name, raw === undefined ? 'field-missing' : 'field-invalid', `${name}: an object expected`);
    return {};
  }

  done(): void {
    for (const name of Object.keys(this.fields))
      if (!this.asked.has(name)) this.fault(name, 'field-unknown', `field "${name}" is not known here`);
  }
}
