/** How a fact of a question is typed on screen, from what its type says it expects (shared/rules/facts.ts). */
import type { FactTypes } from '../../rules/facts';

export const FACT_INPUTS = ['money', 'date', 'boolean', 'choice', 'number', 'text', 'json'] as const;
export type FactInputKind = (typeof FACT_INPUTS)[number];

export interface FactInput {
  readonly name: string;
  readonly kind: FactInputKind;
  /** Of a choice. */
  readonly words: readonly string[];
  /** In the engine's words: shown beside a list or a text. */
  readonly expected: string;
  readonly optional: boolean;
}

const SIMPLE: readonly (readonly [pattern: RegExp, kind: FactInputKind])[] = [
  [/^yuan/, 'money'],
  [/^YYYY-MM-DD/, 'date'],
  [/^true \| false$/, 'boolean'],
  [/^(list of |\{)/, 'json'],
  [/^(0\.\.|decimal|number)/, 'number'],
];

function kindOf(expected: string): FactInputKind {
  const simple = SIMPLE.find(([pattern]) => pattern.test(expected));
  if (simple) return simple[1];
  // A form such as `months:N` is no word of a list.
  return expected.includes(' | ') && !expected.includes(':') ? 'choice' : 'text';
}

/** One input per fact, in the order of the question; the day of the question is asked for elsewhere. */
export function factInputs(types: FactTypes): FactInput[] {
  return Object.entries(types)
    .filter(([name]) => name !== 'asOf')
    .map(([name, { expected, absent }]) => {
      const kind = kindOf(expected);
      return { name, kind, words: kind === 'choice' ? expected.split(' | ') : [], expected, optional: !!absent };
    });
}
