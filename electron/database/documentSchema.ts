/** Row types of papers, their drafts and prints, and print jobs (migrations 0040 and 0110). Dates are ISO text. */
import type { Generated } from 'kysely';

export interface DocumentDraftTable {
  id: Generated<number>;
  form: string;
  /** What the paper is about: a kind of the forms' subjects and its row. */
  subject_kind: string;
  subject_id: number;
  party_id: number | null;
  user_id: number;
  as_of: string;
  fields: string;
  facts_digest: string;
  saved_at: string;
  rev: Generated<number>;
}

export interface DocumentTable {
  id: Generated<number>;
  form: string;
  template_version: string;
  title: string;
  /** Null: a paper without a number, known by its key. */
  number: string | null;
  series_id: number | null;
  sequence: number | null;
  subject_kind: string;
  subject_id: number;
  subject_label: string;
  party_id: number | null;
  category: string;
  as_of: string;
  issued_on: string;
  issued_at: string;
  user_id: number;
  status: 'issuing' | 'issued' | 'voided';
  data: string;
  pages: number | null;
  pdf_sha256: string | null;
  docx_sha256: string | null;
  /** Of a paper that was issued alone; those of a job have the job's. */
  request_id: string | null;
  /** In the code on its pages; papers from before the codes have none. */
  paper_key: string | null;
  job_id: number | null;
  job_position: number | null;
  rev: Generated<number>;
}

export interface DocumentPrintTable {
  id: Generated<number>;
  document_id: number;
  kind: 'print' | 'copy';
  user_id: number;
  at: string;
}

interface PrintJobTable {
  id: Generated<number>;
  /** B20260920-03; in the register, not on the papers. */
  number: string;
  title: string;
  made_on: string;
  made_at: string;
  user_id: number;
  status: 'issuing' | 'issued';
  papers: number;
  /** JSON: the lists that go with the papers. */
  data: string;
  pages: number | null;
  pdf_sha256: string | null;
  prints: Generated<number>;
  request_id: string;
  request_digest: string;
}

/** Part of the whole schema (featureSchema.ts). */
export interface DocumentSchema {
  document_draft: DocumentDraftTable;
  document: DocumentTable;
  document_print: DocumentPrintTable;
  print_job: PrintJobTable;
}
