/** The import law of ARCHITECTURE.md; each failure names the sentence that was broken. */
import { describe, expect, test } from 'vitest';
import { type ImportedModule, PRODUCT, type SourceFile } from './sourceTree';

interface Sentence {
  readonly law: string;
  readonly breaks: (file: SourceFile, imported: ImportedModule) => boolean;
}

const within = (path: string | null, ...folders: string[]) => folders.some((folder) => path?.startsWith(`${folder}/`));
const featureOf = (path: string) => /^electron\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
const isElectron = (specifier: string) => specifier === 'electron' || specifier.startsWith('electron/');

const LAW: readonly Sentence[] = [
  {
    law: 'the kernel knows nothing but itself',
    breaks: (file, { file: target, specifier }) =>
      within(file.path, 'shared/kernel') && !(within(target, 'shared/kernel') || specifier.startsWith('./')),
  },
  {
    law: 'rules know the kernel only',
    breaks: (file, { file: target }) =>
      within(file.path, 'shared/rules') && !within(target, 'shared/rules', 'shared/kernel'),
  },
  {
    law: 'the domain knows rules and kernel, no package',
    breaks: (file, { file: target }) =>
      within(file.path, 'shared/domain') && !within(target, 'shared/domain', 'shared/rules', 'shared/kernel'),
  },
  {
    law: 'the contract knows shared/ and its two schema packages',
    breaks: (file, { file: target, specifier }) =>
      within(file.path, 'shared/contract') &&
      !(within(target, 'shared') || ['zod', '@orpc/contract'].includes(specifier)),
  },
  {
    law: 'electron and renderer never meet',
    breaks: (file, { file: target }) =>
      (within(file.path, 'electron') && within(target, 'renderer')) ||
      (within(file.path, 'renderer') && within(target, 'electron')),
  },
  {
    law: 'only app, preload, main.ts and platform import electron',
    breaks: (file, { specifier }) =>
      isElectron(specifier) &&
      !within(file.path, 'electron/app', 'electron/preload', 'electron/platform') &&
      file.path !== 'electron/main.ts',
  },
  {
    law: 'the renderer knows no Node',
    breaks: (file, { specifier }) => within(file.path, 'renderer') && specifier.startsWith('node:'),
  },
  {
    law: 'only repositories and electron/database import Kysely values',
    breaks: (file, { specifier, typeOnly }) =>
      specifier === 'kysely' &&
      !typeOnly &&
      !file.path.endsWith('.repository.ts') &&
      !within(file.path, 'electron/database'),
  },
  {
    law: 'only electron/database imports the SQLite driver',
    breaks: (file, { specifier }) => specifier === 'better-sqlite3' && !within(file.path, 'electron/database'),
  },
  {
    law: 'a migration imports nothing of ours',
    breaks: (file, { file: target }) => within(file.path, 'electron/database/migrations') && target !== null,
  },
  {
    law: "a feature never uses another feature's handlers",
    breaks: (file, { file: target }) =>
      target?.endsWith('.handlers.ts') === true &&
      featureOf(file.path) !== null &&
      featureOf(file.path) !== featureOf(target),
  },
];

describe('import law', () => {
  for (const sentence of LAW) {
    test(sentence.law, () => {
      const broken = PRODUCT.flatMap((file) =>
        file.imports
          .filter((imported) => sentence.breaks(file, imported))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      );
      expect(broken).toEqual([]);
    });
  }

  test('no barrel but shared/contract/index.ts', () => {
    const barrels = PRODUCT.filter((file) => /(^|\/)index\.tsx?$/.test(file.path)).map((file) => file.path);
    expect(barrels).toEqual(['shared/contract/index.ts']);
  });

  test('no import cycle', () => {
    expect(cycles(PRODUCT)).toEqual([]);
  });
});

/** Each cycle once, as the path that leads back to its beginning; type imports count, for a reader follows them too. */
function cycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(
    files.map((file) => [file.path, file.imports.flatMap((each) => (each.file ? [each.file] : []))]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path]);
    if (done.has(path) || trail.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}
