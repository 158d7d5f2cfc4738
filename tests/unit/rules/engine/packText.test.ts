/** Rule files as text: the line of every value, and of every mistake (RUL-05). */
import { readPackText } from '@shared/rules/packText';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('readPackText', () => {
  test('remembers lines', () => {
    const read = readPackText(
      '{\n  "id": "a",\n  "versions": [\n    { "from": "x" },\n    {\n      "from": "y"\n    }\n  ]\n}',
    );
    if (!read.ok) throw new Error(read.message);
    expect(['id', 'versions', 'versions.0.from', 'versions.1.from', 'versions.1.missing'].map(read.lineOf)).toEqual([
      2, 3, 4, 6, 5,
    ]);
  });

  test.each([
    ['{\n"a": 1,\n}', 3],
    ['{\n"a": 1\n"b": 2\n}', 3],
    ['{\n"a": 1,\n"a": 2\n}', 3],
    ['{\n\n"a": wahr\n}', 3],
    ['{}\n{}', 2],
    ['["a\nb"]', 1],
    ['', 1],
  ])('tells the line of the mistake in %j', (text, line) => {
    expect(readPackText(text)).toMatchObject({ ok: false, line });
  });

  test('reads what JSON.parse reads, alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        const read = readPackText(text);
        expect(read.ok && read.value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('takes a key that JavaScript knows for a key like any other', () => {
    expect(readPackText('{"__proto__": {"a": 1}}')).toMatchObject({
      ok: true,
      value: JSON.parse('{"__proto__": {"a": 1}}'),
    });
    expect(readPackText('{"__proto__": 1, "__proto__": 2}')).toMatchObject({ ok: false });
  });

  test('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readPackText(text).ok === 'boolean'));
  });
});
