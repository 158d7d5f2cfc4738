/**
 * A paper of a case: the fields that a person types with what the file proposes for each, what keeps it from being issued, and
 * its text. Typed values are text or ticks; a typed value counts before the proposal.
 */
import { type CalendarDate, isCalendarDate } from '../../../kernel/calendarDate';
import { type Fen, parseFen } from '../../../kernel/money';
import type { Block, PaperClass, PaperDocument } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import type { LayoutName } from '../../documents/typesetting';
import { wordingFindings } from '../../documents/wordingGate';
import type { CasePaperFacts } from './paperFacts';

export type FieldKind = 'text' | 'longText' | 'amount' | 'date' | 'choice' | 'checkbox';

export interface PaperField<Facts = CasePaperFacts> {
  readonly id: string;
  readonly kind: FieldKind;
  /** block: not issued without it. warn: issued with a reason. */
  readonly need?: 'block' | 'warn';
  readonly maxLength?: number;
  readonly options?: readonly string[];
  /** What the file says; null or '' where it says nothing. */
  readonly propose?: (facts: Facts) => string | boolean | null;
}

/** A field without what the file says for it. */
export type Described = Omit<PaperField, 'propose'>;

/** What a paper is made of: every field, typed or proposed. */
export class Filled {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }

  text(id: string): string {
    const value = this.values[id];
    return typeof value === 'string' ? value.trim() : '';
  }

  ticked(id: string): boolean {
    return this.values[id] === true;
  }

  /** null: nothing, or no amount. */
  amount(id: string): Fen | null {
    const fen = parseFen(this.text(id));
    return typeof fen === 'number' ? fen : null;
  }

  /** null: nothing, or no day. */
  date(id: string): CalendarDate | null {
    const text = this.text(id);
    return isCalendarDate(text) ? text : null;
  }

  /** Paragraphs of a long text. */
  lines(id: string): string[] {
    return this.text(id)
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
}

/** `Facts`: of a case, or of whom else the paper speaks. */
export interface CasePaper<Facts = CasePaperFacts> {
  readonly code: string;
  readonly title: string;
  readonly class: PaperClass;
  readonly layout: LayoutName;
  readonly fields: readonly PaperField<Facts>[];
  /** What the file still lacks; the fields are looked at by `checkPaper`. */
  readonly check: (facts: Facts, filled: Filled) => Missing[];
  readonly compose: (facts: Facts, filled: Filled, date: CalendarDate) => Block[];
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What the file proposes for a field that nobody typed; null where it proposes nothing. */
export function proposed<Facts>({ propose }: PaperField<Facts>, facts: Facts): string | boolean | null {
  const value = propose?.(facts) ?? null;
  return isEmpty(value) ? null : value;
}

/** Typed values over proposals. */
export function fillPaper<Facts>(
  { fields }: Pick<CasePaper<Facts>, 'fields'>,
  facts: Facts,
  typed: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = fields.map((field) => {
    const own = typed[field.id];
    return [field.id, isEmpty(own) ? (proposed(field, facts) ?? (field.kind === 'checkbox' ? false : '')) : own];
  });
  return Object.fromEntries(entries);
}

const isWellFormed = (field: Described, filled: Filled): boolean => {
  switch (field.kind) {
    case 'amount':
      return (filled.amount(field.id) ?? -1) >= 0;
    case 'date':
      return filled.date(field.id) !== null;
    case 'choice':
      return field.options?.includes(filled.text(field.id)) === true;
    default:
      return true;
  }
};

/** A court is asked to seize and to give notice: what is self-help or false authority in a letter is its office here. */
const ASKED_OF_COURTS: readonly string[] = ['self-help', 'false-authority'];

function fieldFindings(field: Described, filled: Filled, paper: PaperClass): Missing[] {
  const { id, kind, need, maxLength } = field;
  if (kind === 'checkbox') return need && !filled.ticked(id) ? [noticeOf('field-missing', 'G-COND', need, id)] : [];
  const text = filled.text(id);
  if (text === '')
    return need ? [noticeOf(need === 'block' ? 'field-missing' : 'recommended-missing', 'G-SHORT', need, id)] : [];
  if (!isWellFormed(field, filled)) return [noticeOf('value-invalid', 'G-SHORT', 'block', id)];
  const long = maxLength !== undefined && text.length > maxLength;
  return [
    ...(long ? [noticeOf('text-too-long', 'G-SHORT', 'block', id)] : []),
    ...wordingFindings(text, paper)
      .filter(({ group }) => !ASKED_OF_COURTS.includes(group))
      .map(({ level, word }) => noticeOf(`wording-${level}`, 'G-LANG', level === 'warn' ? 'warn' : 'block', id, word)),
  ];
}

/** In the order of the fields, then what the file lacks. */
export function checkPaper<Facts>(
  paper: CasePaper<Facts>,
  facts: Facts,
  typed: Readonly<Record<string, unknown>>,
): Missing[] {
  const filled = new Filled(fillPaper(paper, facts, typed));
  return [...paper.fields.flatMap((field) => fieldFindings(field, filled, paper.class)), ...paper.check(facts, filled)];
}

export function composePaper<Facts extends { readonly bank: { readonly name: string } }>(
  paper: CasePaper<Facts>,
  facts: Facts,
  values: Readonly<Record<string, unknown>>,
  date: CalendarDate,
): PaperDocument {
  const { code, title, class: paperClass, layout } = paper;
  const blocks = paper.compose(facts, new Filled(values), date);
  return { code, title, unit: facts.bank.name, date, class: paperClass, layout, blocks };
}
