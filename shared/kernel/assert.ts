/** Assertions for bugs. Expected failures are refusals (result.ts), never assertions. */

export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`);
}

/** The branch that the compiler proves unreachable; reached only if data lied to its type. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}

/** `value` that cannot be missing; `why` says what guarantees it. */
export function present<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`assertion failed: ${why}`);
  return value;
}
