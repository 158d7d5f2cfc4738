/** Row types of imports: batches, what they changed, and remembered mappings (migration 0030). */
import type { Generated } from 'kysely';

interface ImportBatchTable {
  id: Generated<number>;
  number: string;
  kind: string;
  file_name: string;
  sha256: string;
  as_of: string;
  mapping: string;
  counts: string;
  imported_at: string;
  user_id: number;
  status: 'written' | 'undone';
}

interface ImportChangeTable {
  batch_id: number;
  entity: string;
  row_id: number;
  before: string;
  rev_after: number;
}

interface ImportMappingTable {
  id: Generated<number>;
  name: string;
  kind: string;
  signature: string;
  mapping: string;
  used_at: string;
}

/** Part of the whole schema (schema.ts). */
export interface ImportSchema {
  import_batch: ImportBatchTable;
  import_change: ImportChangeTable;
  import_mapping: ImportMappingTable;
}
