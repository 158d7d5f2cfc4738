/** Every code of the money, reviews and counsels of cases has its word in each language (APP-01). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BREACH_KINDS } from '@shared/domain/litigation/breaches';
import {
  COUNSEL_ENTRY_KINDS,
  COUNSEL_KINDS,
  DISMISSALS,
  ENGAGEMENT_MODES,
  REQUIREMENTS,
} from '@shared/domain/litigation/counsel';
import { FEE_KINDS, FEE_MOVES } from '@shared/domain/litigation/fees';
import { expect, it } from 'vitest';

const WORDS = {
  caseMoney: { kind: FEE_KINDS, move: FEE_MOVES, state: ['booked', 'late', 'missing', 'waiting'] },
  caseReview: { breach: BREACH_KINDS },
  counsel: {
    kind: COUNSEL_KINDS,
    entry: COUNSEL_ENTRY_KINDS,
    dismissal: DISMISSALS,
    mode: ENGAGEMENT_MODES,
    missing: REQUIREMENTS,
  },
} as const;

it.each(['zh-CN', 'zh-TW', 'en'])('%s has a word for each code', (language) => {
  for (const [file, groups] of Object.entries(WORDS)) {
    const path = resolve(import.meta.dirname, `../../../resources/locales/${language}/${file}.json`);
    const texts = JSON.parse(readFileSync(path, 'utf8'));
    for (const [group, codes] of Object.entries(groups))
      expect(Object.keys(texts[group]), `${file}.${group}`).toEqual([...codes]);
  }
});
