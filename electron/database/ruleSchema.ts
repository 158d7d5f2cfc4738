/** Row types of the branch's own versions of rules (migration 0080). */
import type { Generated } from 'kysely';

interface RuleVersionTable {
  id: Generated<number>;
  rule_id: string;
  effective_from: string;
  /** JSON of a VersionDraft (shared/domain/rules). */
  draft: string;
  state: 'draft' | 'approved' | 'discarded';
  saved_at: string;
  decided_by: number | null;
  decided_at: string | null;
  rev: Generated<number>;
}

interface RuleVersionPreparerTable {
  version_id: number;
  user_id: number;
}

/** Part of the whole schema (schema.ts). */
export interface RuleSchema {
  rule_version: RuleVersionTable;
  rule_version_preparer: RuleVersionPreparerTable;
}
