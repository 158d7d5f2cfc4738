/** The rule files on disk: where `resources/rules` is, and what lies in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Layer } from '@shared/rules/ruleTypes';

export interface PackFile {
  /** Relative to the packs' folder, with forward slashes: `national/civil-code/article-188.json`. */
  readonly file: string;
  readonly layer: Layer;
  readonly text: string;
}

/** The folder of a layer; adopted regulations ship under `branch`, the branch's own versions live in its database. */
const LAYER_FOLDERS: readonly (readonly [folder: string, layer: Layer])[] = [
  ['national', 'national'],
  ['branch', 'regulation'],
];

/** `resources/rules` above this module: beside the sources in a checkout, beside the program when installed. */
export function rulesFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'rules');
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error('resources/rules was not found beside the program');
  }
}

/** All JSON files of the layers, in the order of their names. */
export function readPackFiles(root: string): PackFile[] {
  return LAYER_FOLDERS.flatMap(([folder, layer]) => {
    const top = join(root, folder);
    if (!existsSync(top)) return [];
    return readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({
        file: relative(root, path).split(sep).join('/'),
        layer,
        text: readFileSync(path, 'utf8'),
      }));
  });
}
