/** Row types of what people say of their work (migration 0300). Dates are ISO text. */
import type { WorkKind } from '@shared/domain/workbench/workItem';
import type { Generated } from 'kysely';

interface WorkNoteTable {
  id: Generated<number>;
  kind: WorkKind;
  item_key: string;
  /** The item's own day. */
  day: string | null;
  /** null: done. */
  until: string | null;
  reason: string;
  user_id: number;
  at: string;
}

export interface WorkSchema {
  work_note: WorkNoteTable;
}
