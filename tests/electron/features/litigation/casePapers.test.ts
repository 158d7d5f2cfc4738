/** The papers of a case on a real folder: refused from the wrong side, issued when their step is reached, and the evidence volume (issue 6 H). */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { unfilledPlace } from '@shared/domain/documents/wordingGate';
import { caseKey } from '@shared/domain/litigation/caseFile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../../electron/features/documents/documents.repository';
import { issueTyped } from '../../../../electron/features/documents/issueDocument';
import { CASE_PAPERS } from '../../../../electron/features/litigation/casePapers.form';
import { compileEvidence } from '../../../../electron/features/litigation/compileEvidence';
import { addEvidence, withdrawEvidence } from '../../../../electron/features/litigation/keepEvidence';
import { readCaseFacts } from '../../../../electron/features/litigation/readCase';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { TODAY } from '../../../support/approvals';
import { PAPER_FIELDS } from '../../../support/casePaperFields';
import { CaseMaker, COURT } from '../../../support/clearedCase';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { smallPdf } from '../../../support/smallPdf';

let folder: TestFolder;
let maker: CaseMaker;

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  maker = new CaseMaker(folder);
  await maker.open();
}, 60_000);
afterAll(() => folder.close());

const WRITER: Readonly<Record<string, string>> = {
  'DOC-LIT-02': 'lawyer',
  'DOC-LIT-03': 'm1',
  'DOC-LIT-04': 'm1',
  'DOC-LIT-06': 'lawyer',
};

async function issue(code: string, typed: Readonly<Record<string, string | boolean>> = PAPER_FIELDS[code] ?? {}) {
  const by = await maker.as(WRITER[code] ?? 'wu');
  const input = { form: code, subject: caseKey(maker.id), fields: { ...typed }, requestId: randomUUID() };
  return issueTyped(folder.services, by, input);
}

/** Codes of what keeps a paper from being issued. */
async function missing(code: string, typed?: Readonly<Record<string, string | boolean>>): Promise<string[]> {
  try {
    await issue(code, typed);
    return [];
  } catch (error) {
    const { facts } = (error as { refusal: { facts: { missing: readonly { code: string }[] } } }).refusal;
    return facts.missing.map((each) => each.code);
  }
}

describe('documents.md §4.5–§4.10, §5.3, §5.4 papers of a case', () => {
  it('LIT-05 nothing for a court or the committee is issued before its step', async () => {
    expect(await missing('DOC-CRT-01')).toContain('gate-closed');
    expect(await missing('DOC-CRT-06')).toContain('gate-closed');
    expect(await missing('DOC-LIT-03')).toEqual(expect.arrayContaining(['committee-not-approved', 'opinion-missing']));
    expect(await missing('DOC-LIT-04')).toEqual(
      expect.arrayContaining(['committee-not-rejected', 'treatment-missing']),
    );
    expect(await missing('DOC-LIT-05')).toContain('committee-not-approved');
    expect(await missing('DOC-CRT-09')).toContain('not-effective');
  });

  it('the counsel’s opinion takes over what is on record, and may not differ from it', async () => {
    await maker.opinion();
    expect(await missing('DOC-LIT-02', { ...PAPER_FIELDS['DOC-LIT-02'], conclusion: 'do-not-sue' })).toEqual([
      'differs-from-record',
    ]);
    expect(await issue('DOC-LIT-02')).toMatchObject({ number: expect.stringContaining('意字〔2026〕'), pages: 3 });
    await expect(
      issueTyped(folder.services, await maker.as('wu'), {
        ...{ form: 'DOC-LIT-02', subject: caseKey(maker.id), fields: {}, requestId: randomUUID() },
      }),
    ).rejects.toMatchObject({ refusal: { code: 'role-missing' } });
  });

  it('consent, filing and the papers to the court follow their steps', async () => {
    await maker.committee('consent');
    expect(await missing('DOC-LIT-03', { ...PAPER_FIELDS['DOC-LIT-03'], sueBy: '2026-01-05' })).toEqual(['date-past']);
    expect(await issue('DOC-LIT-03')).toMatchObject({ number: expect.stringContaining('同诉字') });
    expect(await missing('DOC-LIT-05', { ...PAPER_FIELDS['DOC-LIT-05'], 'encloses-opinion': false })).toEqual([
      'field-missing',
    ]);
    expect(await issue('DOC-LIT-05')).toMatchObject({ number: expect.stringContaining('诉备字') });
    expect(await missing('DOC-CRT-01')).toEqual(['gate-closed']);
    await maker.file();
    for (const code of [
      'DOC-CRT-01',
      'DOC-CRT-02',
      'DOC-CRT-03',
      'DOC-CRT-04',
      'DOC-CRT-05',
      'DOC-CRT-06',
      'DOC-CRT-08',
    ])
      expect(await issue(code)).toMatchObject({ number: expect.stringMatching(/^[0-9A-Z]{4}-/), form: code });
  });

  it('a court is asked in the words of the file: claims, security, guarantor, sums in capitals, nothing unfilled', async () => {
    const documents = folder.open.store.sqlite.prepare('SELECT id, form FROM document ORDER BY id').all();
    const papers = await Promise.all(
      (documents as { id: number; form: string }[])
        .filter(({ form }) => form.startsWith('DOC-CRT') || form.startsWith('DOC-LIT-0'))
        .map(async ({ id }) => (await readDocument(folder.open.store.read, id)).data.paper),
    );
    for (const paper of papers.filter(({ code }) => code !== 'DOC-LIT-01')) expect(unfilledPlace(paper)).toBeNull();
    const text = JSON.stringify(papers.find(({ code }) => code === 'DOC-CRT-01'));
    expect(text).toContain('判令被告一偿还原告借款本金10,000.00元');
    expect(text).toContain('律师费3,000.00元');
    expect(text).toContain('折价或者拍卖、变卖所得价款');
    expect(text).toContain('判令被告二对上述债务承担连带清偿责任');
    expect(text).toContain('第六百七十五条');
    expect(JSON.stringify(papers.find(({ code }) => code === 'DOC-CRT-06'))).toContain(
      '人民币13,000.00元（壹万叁仟元整）',
    );
  });

  it('LIT-10 enforcement: the effective document, interest for the delay, the period’s end told and not hidden', async () => {
    // Recorded late: the gate was passed in these books after the suit.
    const early = ['act-before'];
    await maker.act('sued', '2026-09-01', { court: COURT }, early);
    const accepted = { court: COURT, procedure: 'summary', caseNo: '（2026）渝0236民初123号' };
    await maker.act('accepted', '2026-09-02', accepted, early);
    const judged = { paperNo: '（2026）渝0236民初123号民事判决书', performBy: '2026-10-30' };
    await maker.act('judged', '2026-09-25', { ...judged, paper: 'judgment', result: 'granted' });
    await maker.act('effective', '2026-10-20', judged);
    const issued = await issue('DOC-CRT-09');
    const { facts } = (await readDocument(folder.open.store.read, issued.id)).data as unknown as {
      facts: { delay: object; enforcement: object };
    };
    // (10,000.00 + 3,000.00) × 0.0175 % × 23 days
    expect(facts.delay).toMatchObject({ base: 1_300_000, from: '2026-10-31', days: 23, amount: 5_233 });
    expect(facts.enforcement).toMatchObject({ status: 'running', expiry: '2028-10-30' });
    expect(await missing('DOC-CRT-10')).toContain('enforcement-not-ended');
  });

  it('each form is there once, by its code', () => {
    const codes = CASE_PAPERS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(23);
  });
});

describe('LIT-02 the evidence volume', () => {
  it('asks for every scan, then has list and scans with pages numbered through', async () => {
    const wu = await maker.as('wu');
    const path = join(folder.dir, '..', 'volume.pdf');
    const compile = () => compileEvidence(folder.services, wu, { id: maker.id, path });
    await expect(compile()).rejects.toMatchObject({ refusal: { code: 'evidence-unscanned' } });
    const { evidence } = await readCaseFacts(folder.open.store.read, maker.id, TODAY);
    for (const { id } of evidence) await withdrawEvidence(wu, { id: maker.id, evidence: id, reason: '换成扫描件' });
    await expect(compile()).rejects.toMatchObject({ refusal: { code: 'evidence-none' } });
    const scan = join(folder.dir, '..', 'scan.pdf');
    writeFileSync(scan, smallPdf({ pages: 3 }));
    const item = {
      id: maker.id,
      source: '信贷档案',
      isOriginal: true,
      pages: 3,
      proves: '借贷关系',
      file: scan,
    } as const;
    await addEvidence(wu, { ...item, kind: 'contract', name: '借款合同' });
    await addEvidence(wu, { ...item, kind: 'receipt', name: '借据' });
    expect(await compile()).toEqual({ path, pages: 7 });
    expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBe(7);
    const logged = folder.open.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'litigation.compileEvidence'")
      .pluck()
      .all();
    expect(logged.map((detail) => JSON.parse(String(detail)))).toEqual([{ file: 'volume.pdf', items: 2, pages: 7 }]);
    expect(existsSync(path)).toBe(true);
  });
});
