/** What a request asks for, frozen as lines: they are digested, shown, printed and compared without knowing the kind. */
import { canonicalJson } from '../audit/chain';

/** percent: decimal text; household: its number; person: a colleague's display name; word: a code with words in the locales. */
export const TEXT_TYPES = ['text', 'date', 'percent', 'word', 'person', 'household'] as const;
/** amount: fen. */
export const NUMBER_TYPES = ['amount', 'count'] as const;

export type ContentLine =
  | { readonly field: string; readonly type: (typeof TEXT_TYPES)[number]; readonly value: string }
  | { readonly field: string; readonly type: (typeof NUMBER_TYPES)[number]; readonly value: number };

/** Each field once. */
export type Content = readonly ContentLine[];

export interface ContentChange {
  readonly field: string;
  /** null: it was not there. */
  readonly asked: ContentLine | null;
  /** null: it is no longer there. */
  readonly now: ContentLine | null;
}

/** The lines that differ, in the order of what was asked, then what is new. */
export function contentChanges(asked: Content, now: Content): ContentChange[] {
  const fields = new Set([...asked, ...now].map(({ field }) => field));
  const line = (content: Content, field: string) => content.find((each) => each.field === field) ?? null;
  return [...fields]
    .map((field) => ({ field, asked: line(asked, field), now: line(now, field) }))
    .filter((each) => canonicalJson(each.asked) !== canonicalJson(each.now));
}
