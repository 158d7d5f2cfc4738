/** No component carries text of its own (APP-01): everything a person reads comes from the locale files. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const ATTRIBUTES = 'title|placeholder|label|alt|description|aria-label|okText|cancelText|tooltip|message|subTitle';

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** What a source scan can see: CJK anywhere in a component, words before a closing tag, words in text attributes. */
function literals(source: string): string[] {
  const code = withoutComments(source);
  const cjk = code.match(/[^\n]*[\p{Script=Han}，。；：！？（）]+[^\n]*/gu) ?? [];
  const children = [...code.matchAll(/>\s*([^<>{}()=;]*[A-Za-z]{2,}[^<>{}()=;]*)<\//g)].map(
    (match) => match[1] as string,
  );
  const attributes = code.match(new RegExp(`\\b(?:${ATTRIBUTES})=["'][^"']*[A-Za-z]{2,}[^"']*["']`, 'g')) ?? [];
  return [...cjk, ...children, ...attributes].map((text) => text.trim());
}

describe('APP-01 hard-coded text', () => {
  it('sees the usual ways of writing one', () => {
    expect(literals('<b>Save all</b>')).toEqual(['Save all']);
    expect(literals('<Button title="Save" />')).toEqual(['title="Save"']);
    expect(literals("const label = '保存';")).toHaveLength(1);
    expect(literals("/* 保存 */ <b>{t('common:action.save')}</b> // 保存")).toEqual([]);
  });

  it('is in no component', () => {
    const found = globSync('renderer/**/*.tsx', { cwd: root }).flatMap((file) =>
      literals(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
