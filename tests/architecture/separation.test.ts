/** ORG-03 cannot be forgotten: an entry that approves names itself, and its use case asks who prepared. */
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../support/contractEntries';
import { PRODUCT, type SourceFile } from './sourceTree';

const approving = ENTRIES.filter(({ meta }) => meta.separates === 'approval').map(({ path }) => path);
const asks = /\brefuseOwnItem\s*\(/;

/** The files of the use cases that a handler's binding names: `door.<path>.handler(… => useCase(…))`. */
function useCasesOf(path: string, files: readonly SourceFile[]): string[] {
  const binding = `door.${path}.handler(`;
  return files
    .filter((file) => file.path.endsWith('.handlers.ts') && file.text.includes(binding))
    .flatMap((file) => {
      const from = file.text.indexOf(binding);
      const next = file.text.indexOf('door.', from + binding.length);
      const bound = file.text.slice(from, next < 0 ? undefined : next);
      return [...file.text.matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)]
        .filter(([, names = '']) => names.split(',').some((name) => bound.includes(`${name.trim()}(`)))
        .map(([, , specifier = '']) => `${join(dirname(file.path), specifier)}.ts`);
    });
}

/** Entries whose use case does not ask, in words. */
function forgotten(paths: readonly string[], files: readonly SourceFile[]): string[] {
  const reads = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  return paths.filter((path) => !useCasesOf(path, files).some((file) => asks.test(reads(file))));
}

describe('ORG-03 preparer is never approver', () => {
  it('every approving entry asks who prepared, and may answer own-item', () => {
    expect(forgotten(approving, PRODUCT)).toEqual([]);
    const silent = ENTRIES.filter(({ path, meta }) => approving.includes(path) && !meta.refusals.includes('own-item'));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('an entry that answers own-item says that it approves', () => {
    const unnamed = ENTRIES.filter(({ meta }) => meta.refusals.includes('own-item') && meta.separates !== 'approval');
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  it('would notice one that forgot', () => {
    const file = (path: string, text: string): SourceFile => ({ path, text, imports: [], functions: [] });
    const handlers = file(
      'electron/features/x/x.handlers.ts',
      "import { approve } from './approve';\nconst h = { a: door.x.approve.handler(({ input }) => approve(input)) };",
    );
    const useCase = (text: string) => file('electron/features/x/approve.ts', text);
    expect(forgotten(['x.approve'], [handlers, useCase('refuseOwnItem(prepared, actor);')])).toEqual([]);
    expect(forgotten(['x.approve'], [handlers, useCase('return done;')])).toEqual(['x.approve']);
  });
});
