/** The log's filter as the address holds it: people edit addresses, so whatever does not fit is left out. */
import { type AuditFilter, auditFilter } from '@shared/contract/audit.contract';

export const EMPTY_FILTER: AuditFilter = { groups: [] };

export function readFilter(stored: unknown): AuditFilter {
  const read = auditFilter.safeParse(stored);
  return read.success ? read.data : EMPTY_FILTER;
}

/** Undefined when nothing is filtered, so that the address stays short. */
export function filterAddress(filter: AuditFilter): AuditFilter | undefined {
  return isFiltered(filter) ? filter : undefined;
}

export function isFiltered({ user, from, to, groups, text }: AuditFilter): boolean {
  return Boolean(user || from || to || text) || groups.length > 0;
}

/** The filter with one part changed; an empty part is left out. */
export function withPart<K extends keyof AuditFilter>(
  filter: AuditFilter,
  key: K,
  value: AuditFilter[K] | null | '',
): AuditFilter {
  const { [key]: _, ...rest } = filter;
  return value === null || value === undefined || value === ''
    ? { ...EMPTY_FILTER, ...rest }
    : { ...EMPTY_FILTER, ...rest, [key]: value };
}
