/** The recovery code on paper: one page per keeper, in three languages (APP-02). */
import { recoverySheet } from '@shared/domain/users/recoverySheet';
import { SHEET_LANGUAGES, SHEET_WORDS } from '@shared/domain/users/recoverySheet.words';
import { describe, expect, it } from 'vitest';

const CODE = ['ABCD-EFGH-JKMN-PQRS', 'T0V1-W2X3-Y4Z5-6789'] as const;
const facts = { bank: '奉节县某支行', date: '2026-11-22', code: CODE } as const;

describe.each(SHEET_LANGUAGES)('APP-02 recovery sheet in %s', (language) => {
  const words = SHEET_WORDS[language];
  const { blocks } = recoverySheet(words, facts);
  const cut = blocks.findIndex(({ kind }) => kind === 'pageBreak');
  const pages = [blocks.slice(0, cut), blocks.slice(cut + 1)].map((page) => JSON.stringify(page));

  it('puts each half on a page of its own and no page has both', () => {
    expect(pages.map((page) => CODE.map((half) => page.includes(half)))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('says on each page what it is, for which bank, of which day, and has lines to sign', () => {
    for (const [index, page] of pages.entries())
      for (const text of [
        words.title,
        facts.bank,
        facts.date,
        words.halves[index],
        words.signature.keeper,
        words.envelope,
      ])
        expect(page).toContain(text);
  });

  it('leaves the bank out where it is not known yet', () => {
    expect(JSON.stringify(recoverySheet(words, { ...facts, bank: '' }).blocks)).not.toContain(words.label.bank);
  });
});
