/**
 * R20: thousands of hostile values stand in the books and in imported files and leave through the exports: Excel lists, refused
 * rows, the log, PDF and Word. None is a formula, a field or a link there, none hides or reorders text, and what is masked on
 * screen is masked in the file. The written files are read here by their bare XML, not by the program's own reader.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { LEDGER_COLUMNS } from '@shared/domain/loans/ledger';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directEngine } from '../../electron/platform/render/renderEngine';
import { wholeText } from '../../electron/platform/sheets/xmlStream';
import { ZipArchive } from '../../electron/platform/sheets/zipArchive';
import { router } from '../../electron/router';
import { Builder } from '../support/builders';
import { printFigure } from '../support/figure';
import { REPORT, reportHousehold, typedFor } from '../support/fillReport';
import { hostile, tagOf } from '../support/hostile';
import { importFile } from '../support/importFiles';
import { makeFolder, type TestFolder } from '../support/openFolder';

const LOANS = 250;
const TEXTS = [
  ...['contract_no', 'receipt_no', 'guarantee_mode', 'purpose', 'subject', 'sheet_status', 'four_level', 'five_level'],
  ...['fine_level', 'officer', 'approver', 'occupancy', 'actual_user', 'flags', 'status', 'guarantor_names', 'remark'],
] as const;
const REJECTED = 200;
const REASON = '=HYPERLINK("http://x.test") 报上级';

let folder: TestFolder;
let client: RouterClient<typeof router>;
/** Tags of the values that came out somewhere. */
const met = new Set<string>();
let live = 0;
let unmasked = 0;
const beside = (name: string) => join(folder.dir, '..', name);
const values = hostile(20);
const secrets = Array.from({ length: LOANS }, (_, index) => ({
  id: `5122261970010${String(10_000 + index)}`,
  phone: `138${String(20_000_000 + index)}`,
}));

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  client = createRouterClient(router, { context: { services: folder.services } });
  const build = new Builder(folder.open);
  build.batch(() => {
    for (const { id, phone } of secrets) {
      const party = build.party({ name: values.next(), address: values.next(), id_no: id, phone });
      const texts = Object.fromEntries(TEXTS.map((column) => [column, values.next()]));
      const loan = build.loan({ party_id: party, sheet: 'off', issue_date: '2005-01-01', ...texts });
      build.collateral({ loan_id: loan, location: values.next(), kind: values.next() });
    }
  });
});
afterAll(async () => {
  await folder.close();
  const what = `hostile values came out of the exports: ${live} live or hidden, ${unmasked} unmasked`;
  printFigure({ id: 'R20', done: met.size, what, bad: live + unmasked });
});

/** What a reader of the file would take for a formula, were it typed: looked at without the program's own pattern. */
const LIVE = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/;
/** First and last: controls, what is no character, what has no width, what turns the direction of text. */
const HIDDEN = [
  ...[
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x85, 0x85],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x2069],
  ],
  ...[
    [0xfeff, 0xfeff],
    [0xfffe, 0xffff],
  ],
] as const;
const isHidden = (code: number): boolean => HIDDEN.some(([first, last]) => first <= code && code <= last);
const hides = (text: string): boolean => [...text].some((character) => isHidden(character.codePointAt(0) as number));

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

function bad(what: string): void {
  live += 1;
  expect.soft(what).toBe('');
}

/** Styles by index: whether text in them stays text when it is edited. */
const quoted = (styles: string): boolean[] =>
  [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) =>
    xf.includes('quotePrefix="1"'),
  );

function checkCells(sheet: string, styles: readonly boolean[]): void {
  for (const [cell, attributes, content] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const body = content ?? '';
    if (!attributes?.includes('t="inlineStr"')) {
      if (body !== '' && !/^<v>-?\d+(\.\d+)?<\/v>$/.test(body)) bad(`neither text nor number: ${cell}`);
      continue;
    }
    const text = unescaped(/^<is><t xml:space="preserve">([^<]*)<\/t><\/is>$/.exec(body)?.[1] ?? bad(cell) ?? '');
    const tag = tagOf(text);
    if (tag) met.add(tag);
    if (LIVE.test(text) && !styles[Number(/s="(\d+)"/.exec(attributes)?.[1])]) bad(`a formula when edited: ${cell}`);
    if (hides(text)) bad(`hidden characters: ${JSON.stringify(text)}`);
  }
}

const part = (zip: ZipArchive, name: string) => wholeText(zip.stream(name));

function checkMasked(text: string): void {
  const found = secrets.filter(({ id, phone }) => text.includes(id) || text.includes(phone));
  unmasked += found.length;
  expect.soft(found).toEqual([]);
}

async function checkWorkbook(path: string): Promise<void> {
  const zip = new ZipArchive(readFileSync(path));
  const styles = quoted(await part(zip, 'xl/styles.xml'));
  const { sheets } = await readXlsx(readFileSync(path));
  for (const index of sheets.keys()) {
    const xml = await part(zip, `xl/worksheets/sheet${index + 1}.xml`);
    if (/<f[ >/]|<hyperlink|<ole|<legacyDrawing/.test(xml)) bad(`${path}: a formula or a link`);
    checkCells(xml, styles);
    checkMasked(xml);
  }
  for (const name of ['xl/connections.xml', 'xl/externalLinks/externalLink1.xml', 'xl/vbaProject.bin'])
    if (zip.has(name)) bad(`${path}: ${name}`);
}

const all = { filter: { conditions: [] }, sort: { column: 'household' as const, descending: false } };

describe('R20 Excel', () => {
  it('the ledger with every column', async () => {
    const path = beside('ledger.xlsx');
    const columns = [...LEDGER_COLUMNS];
    const titles = columns.map(() => values.next());
    const { rows } = await client.loans.export({ ...all, columns, titles, reason: REASON, path });
    expect(rows).toBe(LOANS);
    await checkWorkbook(path);
    const of = (column: (typeof LEDGER_COLUMNS)[number]) => LEDGER_COLUMNS.indexOf(column);
    const lines = (await readXlsx(readFileSync(path))).sheets[0]?.rows ?? [];
    expect(String(lines[1]?.[of('idNumber')])).toMatch(/^\d{6}\*+\d{4}$/);
    expect(String(lines[1]?.[of('phone')])).toMatch(/^138\*{4}\d{4}$/);
  });

  it('targets, and their yearly list', async () => {
    const path = beside('listing.xlsx');
    await client.targets.propose({
      source: 'large',
      filter: { conditions: [{ column: 'balance', operator: '>=', values: [1] }] },
      reason: '大额不良',
      requestId: '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c00',
    });
    expect(await client.targets.exportListing({ unit: null, format: 'xlsx', reason: REASON, path })).toMatchObject({
      loans: LOANS,
    });
    await checkWorkbook(path);
    const register = beside('targets.xlsx');
    const wanted = { what: 'targets' } as const;
    expect(
      await client.targets.exportRegister({ wanted, format: 'xlsx', reason: REASON, path: register }),
    ).toMatchObject({ lines: LOANS });
    await checkWorkbook(register);
  });

  it('refused rows of an import', async () => {
    // A file with NUL in it is no list at all.
    const quotedCell = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
    // Refused for its unit; the fourth column is none that the program knows.
    const line = () =>
      [...Array.from({ length: 4 }, () => values.next()), '100.00', '100.00'].map(quotedCell).join(',');
    const heading = ['分理处', '合同号', '借款人', quotedCell(values.next()), '贷款金额', '贷款余额'].join(',');
    writeFileSync(beside('bad.csv'), `\ufeff${[heading, ...Array.from({ length: REJECTED }, line)].join('\r\n')}`);
    const path = beside('rejects.xlsx');
    const result = await importFile(folder, beside('bad.csv'), { asOf: '2026-10-31', rejectsPath: path });
    expect(result.refused).toBe(REJECTED);
    await checkWorkbook(path);
  });

  it('the log, as a list and as a proof', async () => {
    await folder.signInAs('auditor');
    const list = beside('log.xlsx');
    await client.audit.export({ format: 'xlsx', reason: REASON, path: list });
    await checkWorkbook(list);
    const proof = beside('log.jsonl');
    await client.audit.export({ format: 'jsonl', reason: REASON, path: proof });
    for (const line of readFileSync(proof, 'utf8').trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    checkMasked(readFileSync(proof, 'utf8'));
    await folder.signInAs('clerk');
  });
});

describe('R20 paper', () => {
  it('a report with hostile fields: PDF and Word without scripts, links or fields', async () => {
    const { household, party } = reportHousehold({
      ...folder,
      open: folder.services.session.open as TestFolder['open'],
    });
    const typed = {
      ...(await typedFor({ ...folder, open: folder.services.session.open as TestFolder['open'] }, party)),
    } as Record<string, unknown>;
    const texts = [
      'propertyClues',
      'preservation',
      'necessityNegotiation',
      'necessityClosing',
      'settlementFloor',
      'limitationText',
    ];
    const written = texts.map((field) => [field, values.printable()] as const);
    const fields = { ...typed, ...Object.fromEntries(written), warningsReason: '材料正在调取，先行论证。' };
    const { id } = await client.documents.issueTyped({
      ...{ form: REPORT, subject: household, fields, requestId: '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c8d' },
    });
    const [pdf, docx] = [beside('report.pdf'), beside('report.docx')];
    await client.documents.saveCopy({ id, format: 'pdf', reason: '报上级审阅', path: pdf });
    await client.documents.saveCopy({ id, format: 'docx', reason: '报上级审阅', path: docx });
    if (/\/(JavaScript|JS|Launch|URI|SubmitForm|AA|OpenAction|EmbeddedFile)\b/.test(readFileSync(pdf, 'latin1')))
      bad('an act in the PDF');
    const zip = new ZipArchive(readFileSync(docx));
    const [body, links] = [await part(zip, 'word/document.xml'), await part(zip, 'word/_rels/document.xml.rels')];
    if (/<w:hyperlink|TargetMode="External"/.test(body + links)) bad('a link in the Word file');
    const acts = [...body.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, act]) => act?.trim());
    if (acts.some((act) => act && !/^(PAGE|NUMPAGES)$/.test(act))) bad(`a field in the Word file: ${acts}`);
    for (const [field, text] of written) {
      const tag = tagOf(text);
      if (tag && body.includes(tag)) met.add(tag);
      expect(unescaped(body.replace(/<[^>]*>/g, '')), field).toContain(text.replace(/_x003D_/, '='));
    }
  });
});

it('R20 five thousand of them came out', () => expect(met.size).toBeGreaterThanOrEqual(5_000));
