/** Facts of the try-out bench: what was typed, and what goes to the engine. */
import type { RuleFact } from '@shared/contract/rules.contract';
import { yuanText } from '@shared/kernel/money';

/** Amounts in fen, dates, texts; null or absent: not given. */
export type TypedFacts = Readonly<Record<string, string | number | null>>;

export interface ReadFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  /** Names of lists whose text is no JSON. */
  readonly unreadable: readonly string[];
}

function rawOf({ kind }: RuleFact, typed: string | number): unknown {
  if (kind === 'money') return yuanText(Number(typed));
  if (kind === 'boolean') return typed === 'true';
  if (kind === 'json') return JSON.parse(String(typed));
  return String(typed).trim();
}

/** Only what was typed; the engine says what is missing. */
export function readFacts(asked: readonly RuleFact[], typed: TypedFacts): ReadFacts {
  const facts: Record<string, unknown> = {};
  const unreadable: string[] = [];
  for (const fact of asked) {
    const value = typed[fact.name];
    if (value === null || value === undefined || value === '') continue;
    try {
      facts[fact.name] = rawOf(fact, value);
    } catch {
      unreadable.push(fact.name);
    }
  }
  return { facts, unreadable };
}
