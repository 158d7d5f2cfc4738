/**
 * Inputs for a message from its own schema (R18): most of them fit it, with nasty texts and numbers inside; some have one
 * wrong place; some are anything at all. Places that name files stay inside a folder of the test.
 */
import fc from 'fast-check';
import type { z } from 'zod';

/** Texts that have broken programs: SQL, patterns, scripts, paths, invisible and halved characters. */
const NASTY = [
  ...['', ' ', '0', '-1', 'null', 'true', '%', '_', '%%__', "'", '"', "'; DROP TABLE loan; --", '{{x}}', '\\'],
  ...[
    '=1+1',
    '<img src=x onerror=1>',
    '../../../etc/passwd',
    'C:\\Windows',
    'CON',
    '\u0000',
    'a\u0000b',
    '\ud842',
    '𠮷',
  ],
  ...['\u202egpj.exe', '\u200b', '\ufeff', '__proto__', 'constructor', 'toString', '张三', 'H000001', 'DOC-LIT-01'],
  ...['512226194403189114', '13812345678', '2026-11-22', '2026-02-30', '0000-00-00', '1e309', 'NaN', '9'.repeat(400)],
  '长'.repeat(5_000),
];
/** Texts that are taken in most places, so that what lies behind the schema is reached as well. */
const PLAIN = [
  '张三',
  '李四测试用户',
  'Qingshou-2027',
  'H000001',
  '红岩测试',
  '安排催收工作',
  'DOC-LIT-01',
  'pre-litigation-report',
];
const NUMBERS = [0, 1, 2, 3, -1, 1.5, 200, 201, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const DATES = ['2026-11-22', '2026-10-31', '1900-01-01', '9999-12-31', '2026-02-30', '0000-00-00'];
const NAMES_A_FILE = /(path|dir|file|source|folder)$/i;

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly format?: string;
  readonly checks?: readonly { _zod: { def: { format?: string } } }[];
}

const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def;

function textArbitrary(definition: Definition): fc.Arbitrary<unknown> {
  const formats = [definition.format, ...(definition.checks ?? []).map((check) => check._zod.def.format)];
  if (formats.includes('uuid')) return fc.uuid();
  const plain = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.constantFrom(...PLAIN),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  return formats.includes('regex') ? fc.oneof(fc.constantFrom(...DATES), plain) : plain;
}

/** `files`: paths that a place for a file may name. */
function fitting(schema: z.ZodType, files: readonly string[], name: string): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const inner = (given: z.ZodType | undefined, as = name) => (given ? fitting(given, files, as) : fc.anything());
  switch (definition.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(definition.shape ?? {}).map(([key, each]) => [key, inner(each, key)])),
      );
    case 'string':
      return NAMES_A_FILE.test(name) ? fc.constantFrom(...files) : textArbitrary(definition);
    case 'number':
      return fc.oneof(fc.constantFrom(...NUMBERS), fc.integer());
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'array':
      return fc.array(inner(definition.element), { maxLength: 5 });
    case 'tuple':
      return fc.tuple(...(definition.items ?? []).map((item) => inner(item)));
    case 'record':
      return fc.dictionary(fc.constantFrom(...NASTY.slice(0, 40)), inner(definition.valueType), { maxKeys: 4 });
    case 'union':
      return fc.oneof(...(definition.options ?? []).map((option) => inner(option)));
    case 'nullable':
      return fc.option(inner(definition.innerType), { nil: null });
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(inner(definition.innerType), { nil: undefined });
    case 'pipe':
      return inner(definition.in);
    default:
      return definition.innerType ? inner(definition.innerType) : fc.oneof(fc.constantFrom(...NASTY), fc.jsonValue());
  }
}

/** One place of a fitting input holds something else, unless it names a file. */
const damaged = (fit: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(fit, fc.nat(20), fc.jsonValue()).map(([value, at, other]) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return other;
    const keys = Object.keys(value).filter((key) => !NAMES_A_FILE.test(key));
    const key = keys[at % Math.max(keys.length, 1)];
    return key === undefined ? other : { ...value, [key]: other };
  });

/** Inputs for a message; undefined where it takes none. */
export function inputsOf(schema: z.ZodType | undefined, files: readonly string[]): fc.Arbitrary<unknown> {
  if (!schema) return fc.constant(undefined);
  const fit = fitting(schema, files, '');
  return fc.oneof(
    { arbitrary: fit, weight: 6 },
    { arbitrary: damaged(fit), weight: 3 },
    { arbitrary: fc.jsonValue(), weight: 1 },
  );
}
