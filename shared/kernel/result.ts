/** Outcomes of a decision: granted, refused by a named rule, or in need of facts. */

/** A refusal travels as a stable code; its sentence lives in the locale files under `errors:<code>`. */
export interface Refusal {
  readonly code: string;
  /** Article that refuses, e.g. `B4 §10`, where there is one. */
  readonly article?: string;
  /** Values for the sentence and for what to do next; never personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Decision<T> =
  | { readonly kind: 'granted'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'needs'; readonly facts: readonly string[] };

export const granted = <T>(value: T): Decision<T> => ({ kind: 'granted', value });

export const refused = (code: string, facts?: Record<string, unknown>, article?: string): Decision<never> => ({
  kind: 'refused',
  refusal: { code, ...(article ? { article } : {}), ...(facts ? { facts } : {}) },
});

export const needs = (facts: readonly string[]): Decision<never> => ({ kind: 'needs', facts });

/** Thrown by use cases; the door turns it into the reply. Only ever carries an expected refusal. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}

export function refuse(code: string, facts?: Record<string, unknown>, article?: string): never {
  throw new RefusalError({ code, ...(article ? { article } : {}), ...(facts ? { facts } : {}) });
}

/** The value, or the refusal thrown; for a use case that has gathered all facts. */
export function grantedOrRefuse<T>(decision: Decision<T>): T {
  if (decision.kind === 'granted') return decision.value;
  if (decision.kind === 'refused') throw new RefusalError(decision.refusal);
  throw new Error(`assertion failed: the facts were gathered, but ${decision.facts.join()} are missing`);
}
