/** The project's own source files with their imports and functions, read once for the tests of this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { parseAst } from 'vite';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SIDES = ['shared', 'electron', 'renderer', 'tests'] as const;

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ImportedModule[];
  readonly functions: readonly { readonly line: number; readonly lines: number }[];
}

export interface ImportedModule {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** The project file that it names, or null for a package. */
  readonly file: string | null;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : walk(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && 'type' in value;

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const each of value) if (isNode(each)) visit(each, seen);
    if (isNode(value)) visit(value, seen);
  }
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function parse(path: string, files: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const ast = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' } as never) as unknown as Node;
  const imports: ImportedModule[] = [];
  const functions: { line: number; lines: number }[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  visit(ast, (node) => {
    const source = node.source as { value?: unknown } | null | undefined;
    if (/^(Import|Export)/.test(node.type) && typeof source?.value === 'string') {
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
      imports.push({ specifier: source.value, typeOnly, file: fileOf(path, source.value, files) });
    }
    if (FUNCTIONS.has(node.type)) {
      const line = lineOf(node.start);
      functions.push({ line, lines: lineOf(node.end) - line + 1 });
    }
  });
  return { path, text, imports, functions };
}

function fileOf(from: string, specifier: string, files: ReadonlySet<string>): string | null {
  const base = specifier.startsWith('@shared/')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(from), specifier)).replaceAll('\\', '/')
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((candidate) => files.has(candidate)) ?? base;
}

const paths = SIDES.flatMap(walk);
const known = new Set(paths);

export const SOURCES: readonly SourceFile[] = paths.map((path) => parse(path, known));

/** Without the tests. */
export const PRODUCT = SOURCES.filter((file) => !file.path.startsWith('tests/'));
