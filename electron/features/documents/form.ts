/**
 * What a form is: of which subject it speaks, who may prepare it, what it needs of the file, what a person types, and how
 * the paper is made. Each feature keeps its forms in files of its own; forms.ts lists them.
 */
import type { DescribedField, FormField, MissingItem } from '@shared/contract/documents.contract';
import type { PaperClass, PaperDocument } from '@shared/domain/documents/blocks';
import type { Missing } from '@shared/domain/documents/missing';
import type { SeriesWord } from '@shared/domain/documents/series';
import type { Permission } from '@shared/domain/users/roles';
import type { Actor, ReadDb, WriteTx } from '../../database/store';

/** What a paper is about: its row, the household whose file it belongs to (null: nobody's), and how people call it. */
export interface Subject {
  readonly id: number;
  readonly partyId: number | null;
  readonly label: string;
}

/** A kind of things that papers speak of: household, loan, guarantee, leave … */
export interface SubjectKind {
  /** Stored with the paper. */
  readonly name: string;
  /** From what a person types (a number, a contract) to the row's id; refuses what it does not know. */
  find(db: ReadDb, key: string): number;
  /** To be called with an id that `find` or another row gave. */
  describe(db: ReadDb, id: number): Subject;
}

export interface SourcedFigure {
  readonly label: string;
  readonly value: string;
  readonly source: string;
  readonly asOf: string | null;
}

/** The day and the person for whom facts are gathered. */
export interface Writing {
  readonly today: string;
  readonly by: Actor;
}

/** Facts are frozen with the paper; only the form itself looks inside them. */
export interface Form<Facts extends { asOf: string } = { asOf: string }> {
  readonly code: string;
  readonly alias: string;
  readonly title: string;
  readonly purpose: string;
  readonly class: PaperClass;
  readonly version: string;
  /** Word of its number series; null: a paper without a number, known by the key of its code. */
  readonly series: SeriesWord | null;
  readonly category: string;
  readonly word: boolean;
  readonly subject: SubjectKind;
  /** Who may preview, draft and issue it. */
  readonly permission: Permission;
  /** Ids of the fields without which it is not issued. */
  readonly required: readonly string[];
  /** Every field that a person may type. */
  readonly fields: readonly DescribedField[];
  gather(db: ReadDb, subjectId: number, writing: Writing): Promise<Facts>;
  catalogue(facts: Facts, typed: Record<string, unknown>): FormField[];
  figures(facts: Facts): SourcedFigure[];
  check(facts: Facts, typed: Record<string, unknown>): MissingItem[];
  /** Typed values over suggestions: what the paper is made of and what is frozen. */
  fill(facts: Facts, typed: Record<string, unknown>): Record<string, unknown>;
  compose(facts: Facts, filled: Record<string, unknown>, date: string): PaperDocument;
  /** What the feature keeps of papers that got their numbers, in the same transaction. */
  issued?(tx: WriteTx, papers: readonly IssuedPaper<Facts>[]): Promise<void>;
}

export interface IssuedPaper<Facts> {
  readonly documentId: number;
  readonly subject: Subject;
  readonly facts: Facts;
  /** As frozen: typed values over suggestions. */
  readonly fields: Record<string, unknown>;
}

/** For a list of forms, whatever facts each freezes. */
export const asForm = <Facts extends { asOf: string }>(form: Form<Facts>): Form => form as unknown as Form;

/** What a person typed into a text field; empty where it is none. */
export const typedText = (typed: Readonly<Record<string, unknown>>, id: string): string => {
  const text = typed[id];
  return typeof text === 'string' ? text.trim() : '';
};

/** Findings of a form that has one part. */
export const foundIn = (findings: readonly Missing[]): MissingItem[] =>
  findings.map(({ field: id, subject, ...missing }) => ({ ...missing, id, section: '1', subject: subject ?? null }));

/** A field of a form as it is told to the window and the command line. */
export function field(
  id: string,
  kind: DescribedField['kind'],
  more: { section?: string; required?: boolean; maxLength?: number; options?: readonly string[] } = {},
): DescribedField {
  return {
    id,
    section: more.section ?? '1',
    kind,
    required: more.required ?? false,
    maxLength: more.maxLength ?? null,
    options: [...(more.options ?? [])],
    columns: [],
  };
}
