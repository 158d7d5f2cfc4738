/** The source of the two sides that run in the program, for tests that look for words in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');

export interface SourceFile {
  file: string;
  text: string;
}

/** Comments count too: what must not be used need not be named in code either. */
export function sources(): SourceFile[] {
  return ['electron', 'renderer'].flatMap((side) =>
    readdirSync(join(ROOT, side), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        file: relative(ROOT, path).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

/** Files in which the words stand, in order; the checklist's own titles are left out. */
export function occurrences(words: string): string[] {
  return sources()
    .filter(({ file, text }) => !file.endsWith('security/checklist.ts') && text.includes(words))
    .map(({ file }) => file)
    .sort();
}
