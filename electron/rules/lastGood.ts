/**
 * The rule files as they were when all of them were last sound, kept in the program's own folder: what a file said before
 * somebody broke it, also after a new start (RUL-05).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../platform/atomicFile';
import type { PackFile } from './packFiles';

export interface LastGood {
  /** Empty where nothing was kept or nothing can be read. */
  read(): readonly PackFile[];
  keep(files: readonly PackFile[]): void;
}

export function lastGoodIn(ownDir: string): LastGood {
  const path = join(ownDir, 'rules-last-good.json');
  const kept = (): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  return {
    read: () => {
      try {
        return JSON.parse(kept()) as PackFile[];
      } catch {
        return [];
      }
    },
    keep: (files) => {
      const text = JSON.stringify(files);
      if (text === kept()) return;
      try {
        writeFileAtomic(path, Buffer.from(text));
      } catch {
        // Without it a broken file is only missing later; the rules of today answer all the same.
      }
    },
  };
}
