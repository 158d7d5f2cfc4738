/** The papers of a case on a real folder: refused from the wrong side, issued when their step is reached, and the evidence volume (issue 6 H). */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createRouterClient } from '@orpc/server';
import { unfilledPlace } from '@shared/domain/documents/wordingGate';
import { caseKey } from '@shared/domain/litigation/caseFile';
import { materialsOf } from '@shared/domain/litigation/materials';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../../electron/features/documents/documents.repository';
import { issueTyped } from '../../../../electron/features/documents/issueDocument';
import { CASE_PAPERS } from '../../../../electron/features/litigation/casePapers.form';
import { compileEvidence } from '../../../../electron/features/litigation/compileEvidence';
import { casePapers } from '../../../../electron/features/litigation/householdCase.repository';
import { addEvidence, withdrawEvidence } from '../../../../electron/features/litigation/keepEvidence';
import { readCaseFacts } from '../../../../electron/features/litigation/readCase';
import { showCaseFile } from '../../../../electron/features/litigation/showFile';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { router } from '../../../../electron/router';
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
    await maker.act('hearing-held', '2026-09-20');
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

  it('LED-04 the card of the case goes out on a page, watermarked and logged; not as a sheet', async () => {
    const path = join(folder.dir, '..', 'card.pdf');
    const filter = { text: caseKey(maker.id), unit: null, stages: [], view: 'all' } as const;
    const days = { from: TODAY, until: TODAY };
    const input = { ...days, sheet: 'cards', filter, format: 'pdf', reason: '月度排查', path } as const;
    const { litigation } = createRouterClient(router, { context: { services: folder.services } });
    expect(await litigation.exportSheet({ ...input, filter: { ...filter, stages: [] } })).toMatchObject({ lines: 1 });
    expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBe(1);
    const none = { ...filter, stages: [], text: 'AJ999999' };
    expect(await litigation.exportSheet({ ...input, filter: none })).toMatchObject({ lines: 0 });
    await expect(litigation.exportSheet({ ...input, filter: none, format: 'xlsx' })).rejects.toMatchObject({
      data: { code: 'invalid-input' },
    });
    const logged = folder.open.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'litigation.exportSheet' ORDER BY id LIMIT 1")
      .pluck()
      .get();
    expect(JSON.parse(String(logged))).toMatchObject({ sheet: 'cards', reason: '月度排查' });
  });

  it('each form is there once, by its code', () => {
    const codes = CASE_PAPERS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(23);
  });
});

describe('LIT-02 the evidence volume', () => {
  const scan = (name: string, bytes: Uint8Array): string => {
    const path = join(folder.dir, '..', name);
    writeFileSync(path, bytes);
    return path;
  };
  const item = { source: '信贷档案', isOriginal: true, pages: 1, proves: '借贷关系', kind: 'contract' } as const;

  it('a scan that could not be compiled is refused when it is listed, and its pages are counted', async () => {
    const wu = await maker.as('wu');
    const list = (name: string, bytes: Uint8Array) =>
      addEvidence(folder.services, wu, { ...item, id: maker.id, name, file: scan(`${name}.pdf`, bytes) });
    const bad = {
      encrypted: smallPdf({ pages: 1, encrypted: true }),
      damaged: smallPdf({ pages: 3 }).subarray(0, 60),
      kind: Buffer.from('不是扫描件'),
    };
    for (const [reason, bytes] of Object.entries(bad))
      await expect(list(reason, bytes)).rejects.toMatchObject({
        refusal: { code: `scan-${reason}`, facts: { name: `${reason}.pdf` } },
      });
    await expect(list('empty', smallPdf({ pages: 0 }))).rejects.toMatchObject({ refusal: { code: 'scan-damaged' } });
    const { evidence } = await list('counted', smallPdf({ pages: 7 }));
    const { evidence: listed } = await readCaseFacts(folder.open.store.read, maker.id, TODAY);
    expect(listed.find(({ id }) => id === evidence)).toMatchObject({ pages: 7 });
    await withdrawEvidence(wu, { id: maker.id, evidence, reason: '只是试验' });
  });

  it('asks for every scan, then has list and scans with pages numbered through, in the archive', async () => {
    const wu = await maker.as('wu');
    const requestId = randomUUID();
    const compile = (id = requestId, signal?: AbortSignal) =>
      compileEvidence(folder.services, wu, { id: maker.id, requestId: id }, () => {}, signal);
    await expect(compile()).rejects.toMatchObject({ refusal: { code: 'evidence-unscanned' } });
    const { evidence } = await readCaseFacts(folder.open.store.read, maker.id, TODAY);
    for (const { id } of evidence) await withdrawEvidence(wu, { id: maker.id, evidence: id, reason: '换成扫描件' });
    await expect(compile()).rejects.toMatchObject({ refusal: { code: 'evidence-none' } });
    const file = scan('scan.pdf', smallPdf({ pages: 3 }));
    await addEvidence(folder.services, wu, { ...item, id: maker.id, name: '借款合同', file });
    await addEvidence(folder.services, wu, { ...item, id: maker.id, kind: 'receipt', name: '借据', file });
    const papers = () => folder.open.store.sqlite.prepare('SELECT count(*) FROM document').pluck().get();
    const before = papers();
    await expect(compile(randomUUID(), AbortSignal.abort())).rejects.toThrow();
    expect(papers()).toBe(before);
    const volume = await compile();
    expect(volume).toMatchObject({ form: 'DOC-CRT-03', title: '证据册', pages: 7, hasWord: false, status: 'issued' });
    // The same request again is the same volume.
    expect(await compile()).toEqual(volume);
    const bytes = folder.open.files.get(volume.sha256);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(7);
    const { facts } = (await readDocument(folder.open.store.read, volume.id)).data as unknown as {
      facts: { file: { evidence: readonly object[] } };
    };
    expect(facts.file.evidence).toHaveLength(2);
    const logged = folder.open.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'litigation.compileEvidence'")
      .pluck()
      .all();
    expect(logged.map((detail) => JSON.parse(String(detail)))).toEqual([
      { document: volume.id, items: 2, pages: 7, sha256: volume.sha256 },
    ]);
  });

  it('LIT-14 the six kinds tell what is there and what is missing; a scan of the case opens, a stranger’s does not', async () => {
    const facts = await readCaseFacts(folder.open.store.read, maker.id, TODAY);
    const papers = casePapers(folder.open.store.read, maker.id);
    const tabs = Object.fromEntries(materialsOf({ ...facts, papers }).map((tab) => [tab.kind, tab]));
    expect(tabs.filing).toMatchObject({ items: [{ of: 'paper' }], missing: [] });
    expect(tabs.opinion).toMatchObject({ items: [{ of: 'paper' }], missing: [] });
    expect(tabs.pleadings?.missing).toEqual([]);
    // Accepted, judged, effective were recorded without the court's papers.
    expect(tabs['court-papers']?.missing.map((each) => each.of === 'act' && each.act.kind)).toEqual([
      'accepted',
      'judged',
      'effective',
    ]);
    expect(tabs.evidence?.items.map(({ of }) => of)).toEqual(['paper', 'paper', 'evidence', 'evidence']);
    const own = present(facts.evidence[0]?.sha256, 'it was scanned');
    const open = await maker.as('wu');
    expect(await showCaseFile(folder.services, open, { id: maker.id, sha256: own, page: 1 })).toMatchObject({
      ...{ name: '借款合同', mediaType: 'application/pdf', pages: 1 },
    });
    await expect(
      showCaseFile(folder.services, open, { id: maker.id, sha256: '0'.repeat(64), page: 1 }),
    ).rejects.toMatchObject({ refusal: { code: 'case-file-unknown' } });
  });
});
