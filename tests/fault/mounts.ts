/** Small file systems of our own for full and read-only disks; needs Linux and root, and says so where it cannot. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly dir: string;
  /** Fills it up but for `free` bytes. */
  fill(free?: number): void;
  empty(): void;
  setReadOnly(readOnly: boolean): boolean;
  remove(): void;
}

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A disk of so many bytes, or null where none can be mounted. */
export function smallDisk(bytes: number): SmallDisk | null {
  const dir = mkdtempSync(join(tmpdir(), 'qingshou-disk-'));
  if (process.platform !== 'linux' || !run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', dir)) {
    rmSync(dir, { recursive: true });
    console.log('no small disk can be mounted here (Linux and root needed): full and read-only disks are not tried');
    return null;
  }
  const filler = join(dir, 'filler');
  const remove = () => {
    run('umount', dir);
    rmSync(dir, { recursive: true, force: true });
  };
  return {
    dir,
    fill(free = 0) {
      const { bavail, bsize } = statfsSync(dir);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
    },
    empty: () => rmSync(filler, { force: true }),
    setReadOnly: (readOnly) => run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, dir),
    remove,
  };
}
