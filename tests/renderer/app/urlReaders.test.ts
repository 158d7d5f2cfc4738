/** What an address may hold: people edit addresses, and links write ids as numbers or as text. */
import { expect, it } from 'vitest';
import { dayIn, idIn, textIn } from '../../../renderer/app/urlReaders';

it.each([
  [12, 12],
  ['12', 12],
  [0, null],
  [-3, null],
  [1.5, null],
  ['', null],
  ['H000012', null],
  [undefined, null],
  [{}, null],
])('the id in %j is %j', (stored, id) => expect(idIn(stored)).toBe(id));

it.each([
  ['青石', '青石'],
  ['', null],
  [7, null],
])('the text in %j is %j', (stored, text) => expect(textIn(stored)).toBe(text));

it.each([
  ['2026-02-28', '2026-02-28'],
  ['2026-02-30', null],
  [20260228, null],
])('the day in %j is %j', (stored, day) => expect(dayIn(stored)).toBe(day));
