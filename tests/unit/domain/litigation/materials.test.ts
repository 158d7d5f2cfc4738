/** LIT-14: the six kinds of a case's file (B4 §29): what is there, and what was done without its paper. */
import type { EvidenceItem } from '@shared/domain/litigation/caseFile';
import { MATERIALS, type MaterialPaper, materialsOf } from '@shared/domain/litigation/materials';
import { describe, expect, it } from 'vitest';
import { act } from './caseFixture';

const paper = (form: string, more: Partial<MaterialPaper> = {}): MaterialPaper => ({
  ...{ id: 1, form, title: form, number: null, issuedOn: '2026-09-01', voided: false },
  ...more,
});
const evidence = (sha256: string | null): EvidenceItem => ({
  ...{ id: 1, kind: 'contract', name: '借款合同', source: '信贷档案', isOriginal: true, pages: 3, proves: '借贷关系' },
  sha256,
});
const scanned = (given: ReturnType<typeof act>) => ({ ...given, files: [{ name: '裁定.pdf', sha256: 'a' }] });

/** Kinds with something missing, and how many things are there. */
const told = (file: Partial<Parameters<typeof materialsOf>[0]>) => {
  const tabs = materialsOf({ acts: [], evidence: [], papers: [], ...file });
  return {
    missing: tabs.flatMap(({ kind, missing }) => missing.map(() => kind)),
    there: tabs.flatMap(({ kind, items }) => items.map(() => kind)),
  };
};

describe('materialsOf', () => {
  it('has the six in the order of the article, and nothing missing of a case in which nothing was done', () => {
    expect(materialsOf({ acts: [], evidence: [], papers: [] }).map(({ kind }) => kind)).toEqual([...MATERIALS]);
    expect(told({})).toEqual({ missing: [], there: [] });
  });

  it.each([
    ['an opinion on record without its paper', { acts: [act('opinion-given', '2026-09-01')] }, 'opinion'],
    ['a filing that was asked for', { acts: [act('filing-asked', '2026-09-01')] }, 'filing'],
    ['a suit without a complaint', { acts: [act('sued', '2026-09-01')] }, 'pleadings'],
    ['a judgment without its scan', { acts: [act('judged', '2026-09-01', { paperNo: '判决1号' })] }, 'court-papers'],
    ['evidence without a scan', { evidence: [evidence(null)] }, 'evidence'],
  ] as const)('%s is missing', (_, file, kind) => expect(told(file).missing).toEqual([kind]));

  it.each([
    ['the paper', { acts: [act('opinion-given', '2026-09-01')], papers: [paper('DOC-LIT-02')] }, 'opinion'],
    ['either complaint', { acts: [act('sued', '2026-09-01')], papers: [paper('DOC-CRT-02')] }, 'pleadings'],
    ['the scan', { acts: [scanned(act('judged', '2026-09-01', { paperNo: '判决1号' }))] }, 'court-papers'],
    ['a scan of a step without a paper', { acts: [scanned(act('hearing-held', '2026-09-01'))] }, 'other'],
    ['its scan', { evidence: [evidence('b')] }, 'evidence'],
    ['the volume', { papers: [paper('DOC-CRT-03')] }, 'evidence'],
    ['the committee’s paper', { papers: [paper('DOC-LIT-03')] }, 'other'],
  ] as const)('%s is there', (_, file, kind) => expect(told(file)).toEqual({ missing: [], there: [kind] }));

  it('a voided paper counts for nothing, and an imported ledger’s act asks for none', () => {
    const voided = [paper('DOC-CRT-01', { voided: true })];
    expect(told({ acts: [act('sued', '2026-09-01')], papers: voided })).toEqual({ missing: ['pleadings'], there: [] });
    const imported = act('judged', null, { paperNo: '旧判决' }, 'r:judged');
    expect(told({ acts: [imported] })).toEqual({ missing: [], there: [] });
  });
});
