/** The three languages say the same things (APP-01): same keys, same parameters, nothing empty, nothing outside the files. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contract } from '@shared/contract';
import { DOOR_REFUSALS } from '@shared/contract/entry';
import { ROLES } from '@shared/domain/users/roles';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const locales = join(root, 'resources/locales');
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
const namespaces = [...new Set(LANGUAGES.flatMap((language) => readdirSync(join(locales, language))))]
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

function texts(language: string, namespace: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(locales, language, `${namespace}.json`), 'utf8')) as Tree);
}

/** English has a plural more than Chinese: `_one` and `_other` count as one key. */
const keysOf = (map: Map<string, string>): string[] =>
  [...new Set([...map.keys()].map((key) => key.replace(/_(one|other)$/, '')))].sort();

const parametersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] as string).sort();

describe.each(namespaces)('APP-01 locale file %s', (namespace) => {
  const chinese = texts('zh-CN', namespace);

  it.each(LANGUAGES)('%s has the same keys as zh-CN', (language) => {
    expect(keysOf(texts(language, namespace))).toEqual(keysOf(chinese));
  });

  it.each(LANGUAGES)('%s has no empty text', (language) => {
    expect([...texts(language, namespace)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('%s names the same parameters as zh-CN', (language) => {
    const differing = [...texts(language, namespace)].filter(([key, text]) => {
      const original =
        chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other')) ?? chinese.get(key.split('_')[0]!);
      return parametersOf(text).join() !== parametersOf(original ?? '').join();
    });
    expect(differing).toEqual([]);
  });
});

describe('APP-01 texts that the program asks for', () => {
  const errors = texts('zh-CN', 'errors');

  it('has a title and a way out for every refusal of the contract', () => {
    const procedures = Object.values(contract).flatMap((feature) => Object.values(feature));
    const codes = procedures.flatMap((procedure) => procedure['~orpc'].meta.refusals);
    const missing = [...new Set([...DOOR_REFUSALS, ...codes])].filter(
      (code) => !errors.has(`${code}.title`) || !errors.has(`${code}.todo`),
    );
    expect(missing).toEqual([]);
  });

  it('names every role', () => {
    const terms = texts('zh-CN', 'terms');
    expect(ROLES.filter((role) => !terms.has(`role.${role}`))).toEqual([]);
  });

  it('has every key that a component names in full', () => {
    const known = new Set(namespaces.flatMap((name) => keysOf(texts('zh-CN', name)).map((key) => `${name}:${key}`)));
    const missing = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bt\(\s*'([\w-]+:[\w.-]+)'/g)]
        .map((match) => match[1] as string)
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

/** The 13,000 characters of Big5 without its Hong Kong extension: what a Traditional text is written with. */
function big5(): Set<string> {
  const decoder = new TextDecoder('big5');
  const all = new Set<string>();
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) all.add(decoder.decode(new Uint8Array([lead, trail])));
  return all;
}

describe('APP-01 Traditional Chinese', () => {
  /** Simplified forms that Big5 has too, in other words; the names of the languages and a mark of numbers stay as they are. */
  const ALSO_IN_BIG5 = '后并于个万胜适征';
  const KEPT = new Set(['common:language.zh-CN', 'setup:mark.example', 'rules:word.day-1-9-10-20-30']);

  it('is written without Simplified characters', () => {
    const known = big5();
    const isSimplified = (char: string) =>
      ALSO_IN_BIG5.includes(char) || (/\p{Script=Han}/u.test(char) && !known.has(char));
    const wrong = namespaces.flatMap((name) =>
      [...texts('zh-TW', name)]
        .filter(([key, text]) => !KEPT.has(`${name}:${key}`) && [...text].some(isSimplified))
        .map(([key, text]) => `${name}:${key} ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has none of the words that a conversion character by character makes', () => {
    const spoiled = /[依證]料|[附條]案(?!例)|撥列|[強限]製|製定|註意|幹預|[准批]準|準許|領匯|[天次]資|臺[帳賬]|[“”]/u;
    const wrong = namespaces.flatMap((name) =>
      [...texts('zh-TW', name)].filter(([, text]) => spoiled.test(text)).map(([key, text]) => `${name}:${key} ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});
