/** What an issued paper was made of, read from its frozen data: as-of day, sources, explained warnings. */
import type { OutputOf } from '../../api/client';

export interface FrozenSource {
  readonly label: string;
  readonly asOf: string;
  /** How many figures of the paper came from it. */
  readonly figures: number;
}

export interface FrozenWarning {
  readonly code: string;
  readonly field: string;
  readonly subject: string | null;
}

export interface Frozen {
  readonly asOf: string | null;
  readonly templateVersion: string | null;
  readonly sources: readonly FrozenSource[];
  readonly warnings: readonly FrozenWarning[];
  readonly warningsReason: string | null;
}

type Data = OutputOf<'documents.show'>['data'];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Every `source: {label, asOf}` anywhere in the facts, counted, in the order in which they appear. */
function sourcesOf(facts: unknown): FrozenSource[] {
  const found = new Map<string, FrozenSource>();
  const visit = (value: unknown): void => {
    if (!isObject(value)) return;
    const { source } = value;
    if (isObject(source) && typeof source.label === 'string' && typeof source.asOf === 'string') {
      const key = `${source.label}\n${source.asOf}`;
      const figures = (found.get(key)?.figures ?? 0) + 1;
      found.set(key, { label: source.label, asOf: source.asOf, figures });
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(facts);
  return [...found.values()];
}

function warningsOf(warnings: unknown): FrozenWarning[] {
  if (!Array.isArray(warnings)) return [];
  return warnings
    .filter(isObject)
    .map(({ code, field, subject }) => ({ code: String(code), field: String(field), subject: textOrNull(subject) }));
}

export function frozenOf(data: Data): Frozen {
  return {
    asOf: isObject(data.facts) ? textOrNull(data.facts.asOf) : null,
    templateVersion: textOrNull(data.templateVersion),
    sources: sourcesOf(data.facts),
    warnings: warningsOf(data.warnings),
    warningsReason: textOrNull(data.warningsReason),
  };
}
