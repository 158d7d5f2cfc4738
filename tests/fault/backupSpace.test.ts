/** A full disk under a backup: said before the work where it can be seen, and nothing half made is left (R6, APP-03). */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { JOBS } from '../../electron/features/backup/jobTable';
import { writeWholeFile } from '../../electron/platform/backup/copyFile';
import { copyFailure, refuseNoSpace } from '../../electron/platform/backup/freeSpace';
import { smallDisk } from './mounts';

const MEGABYTE = 1024 * 1024;
const disk = smallDisk(40 * MEGABYTE);
afterAll(() => disk?.remove());

const codeOf = (error: unknown) => (error as { refusal?: { code: string } }).refusal?.code;

it('R6 a backup without room is refused before the work, and leaves nothing when the disk fills meanwhile', async () => {
  // Where nothing can be mounted, smallDisk has said so.
  if (!disk) return;
  const root = disk.dir;
  expect(() => refuseNoSpace(root, 20 * MEGABYTE)).toThrow('backup-no-space');
  expect(() => refuseNoSpace(join(root, 'not', 'there', 'yet'), MEGABYTE)).not.toThrow();
  const job = { source: { fd: 0, size: 20 * MEGABYTE, pageSize: 4096 }, root, id: '2026-11-22T1000-1' };
  expect(await JOBS.copyPart(job, () => {}).then(() => 'made', codeOf)).toBe('backup-no-space');
  expect(readdirSync(root)).toEqual([]);
  async function* endless() {
    for (;;) yield randomBytes(MEGABYTE);
  }
  mkdirSync(join(root, 'deep'));
  const error = await writeWholeFile(join(root, 'deep', 'file'), endless()).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'ENOSPC' });
  expect(codeOf(copyFailure(root, MEGABYTE, error))).toBe('backup-no-space');
  expect(readdirSync(join(root, 'deep'))).toEqual([]);
});
