/** The heavy jobs by name. Inputs and outputs are plain values: they may travel to a thread and back. */
import { openSource, readSource } from '../../platform/backup/backupSource';
import { writeWholeFile } from '../../platform/backup/copyFile';
import { copyFailure, refuseNoSpace } from '../../platform/backup/freeSpace';
import { type Generation, prune } from '../../platform/backup/generationFolder';
import { bytesOf, type Manifest } from '../../platform/backup/manifest';
import { packZip, verifyBackup } from '../../platform/backup/packZip';
import { mirror } from '../../platform/backup/secondDevice';
import { stagedPath } from '../../platform/backup/swapFolder';
import { copyPart, finishPart } from './makeGeneration';
import { type StageReport, staged } from './stageReport';

export const JOBS = {
  copyPart,
  finishPart,
  /** Copies a generation to the second device; `root`: the folder of generations there. */
  mirror: (input: { generation: Generation; root: string }, report: StageReport) =>
    mirror(input.generation, input.root, staged(report, 'second-device')),
  /** One file of a generation; its size. */
  pack: (input: { dir: string; target: string }, report: StageReport) =>
    packZip(input.dir, input.target, { pack: staged(report, 'pack'), verify: staged(report, 'verify') }),
  verify: (input: { path: string }, report: StageReport) => verifyBackup(input.path, staged(report, 'read')),
  prune: async (input: { root: string }) => prune(input.root),
  stage,
} as const;

/** Brings a backup's files to the place where a restore prepares them, verified. */
async function stage(input: { path: string; staging: string }, report: StageReport): Promise<Manifest> {
  const source = await openSource(input.path);
  const bytes = bytesOf(source.manifest);
  try {
    refuseNoSpace(input.staging, bytes);
    await readSource(source, staged(report, 'restore'), (name, slices) =>
      writeWholeFile(stagedPath(input.staging, name), slices),
    );
    return source.manifest;
  } catch (error) {
    throw copyFailure(input.staging, bytes, error);
  } finally {
    source.close();
  }
}
