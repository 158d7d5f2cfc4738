/** Row types of the branch's own versions of rules (migration 0080) and of its files of regulations (0170). */
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
  /** JSON of reason, by, at: sent back and not saved since (migration 0170). */
  returned: string | null;
  rev: Generated<number>;
}

interface RuleVersionPreparerTable {
  version_id: number;
  user_id: number;
}

interface RegulationTable {
  id: Generated<number>;
  /** Of which document of the rules the file is the text. */
  document: string;
  title: string;
  number: string;
  effective_from: string;
  pdf_sha256: string;
  pages: number;
  added_by: number;
  added_at: string;
  rev: Generated<number>;
}

interface RegulationArticleTable {
  regulation_id: number;
  article: string;
  page: number;
}

/** Part of the whole schema (schema.ts). */
export interface RuleSchema {
  regulation: RegulationTable;
  regulation_article: RegulationArticleTable;
  rule_version: RuleVersionTable;
  rule_version_preparer: RuleVersionPreparerTable;
}
