/** Runs the numbered steps on a freshly opened database, in one transaction, after a verified copy of an older one. */
import type Sqlite from 'better-sqlite3';
import * as foundation from './migrations/0010-foundation';
import * as loans from './migrations/0020-loans';
import * as imports from './migrations/0030-imports';
import * as documents from './migrations/0040-documents';
import * as valuesCompared from './migrations/0050-values-compared';
import * as auditChain from './migrations/0060-audit-chain';
import * as people from './migrations/0070-people';
import * as ruleVersions from './migrations/0080-rule-versions';
import * as portfolio from './migrations/0090-portfolio';
import * as approvals from './migrations/0100-approvals';
import * as dunning from './migrations/0110-dunning';
import * as receipts from './migrations/0120-receipts';
import * as recoveryActs from './migrations/0130-recovery-acts';
import * as targetsTeam from './migrations/0140-targets-team';
import * as repayment from './migrations/0150-repayment';
import * as rewards from './migrations/0160-rewards';
import * as regulationFiles from './migrations/0170-regulation-files';
import * as portfolioRuns from './migrations/0180-portfolio-runs';
import * as termsCorrections from './migrations/0190-terms-corrections';
import * as scanPapers from './migrations/0200-scan-papers';
import * as responsibility from './migrations/0210-responsibility';
import * as handedOver from './migrations/0220-handed-over';
import * as debtPapers from './migrations/0235-debt-papers';
import * as litigation from './migrations/0240-litigation';
import * as caseMoney from './migrations/0270-case-money';
import * as enforcementResults from './migrations/0290-enforcement-results';
import * as receiptChase from './migrations/0295-receipt-chase';
import * as workNotes from './migrations/0300-work-notes';
import * as reviewMeasures from './migrations/0310-review-measures';
import * as depositsAndCalls from './migrations/0315-deposits-and-calls';

/** 'QSTA' in ASCII: tells our files from others. */
export const APPLICATION_ID = 0x51535441;

export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL alone cannot do; runs after the sql, in the same transaction. `key`: the database key. */
  readonly fill?: (db: Sqlite.Database, key: Buffer) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  loans,
  imports,
  documents,
  valuesCompared,
  auditChain,
  people,
  ruleVersions,
  portfolio,
  approvals,
  dunning,
  receipts,
  recoveryActs,
  targetsTeam,
  repayment,
  rewards,
  regulationFiles,
  portfolioRuns,
  termsCorrections,
  scanPapers,
  responsibility,
  handedOver,
  debtPapers,
  litigation,
  caseMoney,
  enforcementResults,
  receiptChase,
  workNotes,
  reviewMeasures,
  depositsAndCalls,
];

export const NEWEST_VERSION = MIGRATIONS.reduce((newest, step) => Math.max(newest, step.version), 0);

/** Applies every step after the database's version up to `target`; all of them or none. */
export function migrate(db: Sqlite.Database, key: Buffer, target = NEWEST_VERSION): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  const steps = MIGRATIONS.filter((step) => step.version > from && step.version <= target);
  if (steps.length === 0) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps) {
      db.exec(step.sql);
      step.fill?.(db, key);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${steps.at(-1)?.version}`);
    db.exec('COMMIT');
  } catch (error) {
    // A full disk has rolled back already; saying so again would hide why.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
