/** Row types of notices and returned scans (migration 0110). Money is fen, dates ISO text. */
import type { Generated } from 'kysely';

export type NoticeRole = 'borrower' | 'guarantor' | 'owner';
export type NoticeOutcome = 'open' | 'signed' | 'refused' | 'arrived' | 'returned';

export interface NoticeTable {
  id: Generated<number>;
  document_id: number | null;
  /** Number on the paper of the branch's old register. */
  legacy_no: string | null;
  /** The borrower's household. */
  party_id: number;
  unit_id: number;
  form: string;
  role: NoticeRole;
  addressee: string;
  officer: string | null;
  noticed_on: string;
  method: string | null;
  tracking_no: string | null;
  arrived_on: string | null;
  outcome: NoticeOutcome;
  signed_by: string | null;
  capacity: string | null;
  receipt_on: string | null;
  objection: string | null;
  /** 1: signed the consent to perform after expiry. */
  consents: Generated<number>;
  witness: string | null;
  remark: string | null;
  chased: Generated<number>;
  /** Day of the last time. */
  chased_on: Generated<string | null>;
  confirmed_by: number | null;
  confirmed_at: string | null;
  batch_id: number | null;
  rev: Generated<number>;
}

interface NoticeItemTable {
  notice_id: number;
  seq: number;
  loan_id: number;
  guarantee_id: number | null;
  principal: number | null;
  interest: number | null;
  as_of: string | null;
}

interface ScanTable {
  id: Generated<number>;
  sha256: string;
  /** Page of the file, from 1. */
  page: number;
  /** Of the papers found on that page, from 1: two receipts may lie on one. */
  paper_no: number;
  /** Degrees clockwise that set the page upright; null where no code told. */
  turn: number | null;
  file_name: string;
  received_at: string;
  user_id: number;
  status: 'waiting' | 'filed' | 'set-aside';
  /** Why it waits or waited (`WAIT_REASONS`). */
  why: string | null;
  document_id: number | null;
  /** A notice of the old register, which has no document. */
  legacy_notice_id: number | null;
  part: string | null;
  part_page: number | null;
  part_pages: number | null;
  filed_by: number | null;
  filed_at: string | null;
  reason: string | null;
}

/** Part of the whole schema (featureSchema.ts). */
export interface DunningSchema {
  notice: NoticeTable;
  notice_item: NoticeItemTable;
  scan: ScanTable;
}
