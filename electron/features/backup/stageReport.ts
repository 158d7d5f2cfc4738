/** How long work says how far it is; bytes, total null while nobody knows. */
import type { BackupProgress } from '@shared/contract/backup.contract';

export type Stage = BackupProgress['stage'];
export type StageReport = (stage: Stage, done: number, total: number | null) => void;

/** A report with fixed stage, as the platform's functions want it. */
export const staged =
  (report: StageReport, stage: Stage) =>
  (done: number, total: number): void =>
    report(stage, done, total);
