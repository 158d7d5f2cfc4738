/** The words and figures of the limitation tab (REC-05, S05): a risk is not an end, and every code has its word in each language. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EVENT_KINDS } from '@shared/domain/limitation/events';
import { GRADE_REASONS, GRADES } from '@shared/domain/portfolio/grades';
import { VERDICTS } from '@shared/domain/portfolio/verdicts';
import { describe, expect, it } from 'vitest';
import { daysLeft, elapsed, toneOf, verdictKey } from '../../../../renderer/features/parties/radarFigures';

type Words = Record<'verdict' | 'grade' | 'reason' | 'kind', Record<string, string>>;
const wordsOf = (language: string) =>
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../../../../resources/locales/${language}/portfolio.json`), 'utf8'),
  ) as Words;

const ASOF = '2026-11-22';

describe('REC-05 words of the radar', () => {
  it('say 失效 of nothing but a guarantee whose period ended, and 时效抗辩风险 of limitation that expired', () => {
    const { verdict } = wordsOf('zh-CN');
    expect(verdict.lost).toBe('失效');
    expect(verdict['defence-risk']).toBe('时效抗辩风险');
    for (const [code, word] of Object.entries(verdict)) if (code !== 'lost') expect(word).not.toContain('失效');
  });

  it.each(['zh-CN', 'zh-TW', 'en'])('exist for every code in %s', (language) => {
    const words = wordsOf(language);
    expect(Object.keys(words.verdict).sort()).toEqual([...VERDICTS].sort());
    expect(Object.keys(words.grade).sort()).toEqual([...GRADES].sort());
    expect(Object.keys(words.reason).sort()).toEqual([...GRADE_REASONS].sort());
    expect(Object.keys(words.kind).sort()).toEqual([...EVENT_KINDS].sort());
  });
});

describe('REC-05 figures of the radar', () => {
  it.each([
    ['running', '2027-02-20', 'soon'],
    ['running', '2027-02-21', 'good'],
    ['running', '2026-11-22', 'soon'],
    ['restored', '2028-01-01', 'good'],
    ['defence-risk', '2026-11-21', 'risk'],
    ['barred', '2006-11-21', 'risk'],
    ['lost', '2026-11-21', 'lost'],
    ['halted', null, 'plain'],
    ['settled', null, 'plain'],
    ['needs-facts', null, 'plain'],
  ] as const)('%s until %s looks %s', (verdict, expiry, tone) => {
    expect(toneOf({ verdict, expiry }, ASOF)).toBe(tone);
  });

  it('count the days on both sides of the end', () => {
    expect(['2026-11-23', '2026-11-22', '2026-11-21'].map((expiry) => daysLeft({ expiry }, ASOF))).toEqual([1, 0, -1]);
    expect(daysLeft({ expiry: null }, ASOF)).toBeNull();
  });

  it('fill a bar with the time that passed, never beyond its ends', () => {
    expect(elapsed({ from: '2026-11-12', to: '2026-12-02' }, ASOF)).toBe(50);
    expect(elapsed({ from: '2020-01-01', to: '2023-01-01' }, ASOF)).toBe(100);
    expect(elapsed({ from: '2027-01-01', to: '2030-01-01' }, ASOF)).toBe(0);
    expect(elapsed({ from: '2027-01-01', to: '2027-01-01' }, ASOF)).toBe(100);
    expect(elapsed({ from: '2020-01-01', to: null }, ASOF)).toBeNull();
  });

  it('speak of the guarantee period while limitation has not begun', () => {
    const line = { role: 'guarantor', verdict: 'running', limitation: null, judgment: null } as const;
    expect(verdictKey(line)).toBe('periodRunning');
    expect(verdictKey({ ...line, limitation: { from: ASOF, to: null } })).toBe('verdict.running');
    expect(verdictKey({ ...line, role: 'borrower' })).toBe('verdict.running');
    expect(verdictKey({ ...line, judgment: '（2025）渝0236民初1号' })).toBe('judged.running');
  });
});
