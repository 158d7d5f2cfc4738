/** Returned scans on the sample branch: by code, by hand, to the old register, several to a page, and the watched folder (REC-04, documents §3). */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ScanView } from '@shared/contract/dunning.contract';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { papersOfJob } from '../../../../electron/features/documents/documents.repository';
import { readInstallation } from '../../../../electron/features/documents/installation.repository';
import { PUT_AWAY, ScanWatch } from '../../../../electron/features/dunning/watchScans';
import { type CodeMark, newPaperKey, pageCode } from '../../../../electron/platform/paperCodes';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { router } from '../../../../electron/router';
import { importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { asPng, type CodeOnPage, greyPage, scanImage } from '../../../support/scanImage';
import { smallTiff } from '../../../support/smallTiff';

const UNTIL = '2026-11-22';
const UNIT = '云台分理处';
const A4 = { width: 210, height: 297 };

let folder: TestFolder;
let client: RouterClient<typeof router>;
/** What the pages of the printed papers are coded with. */
let marks: (CodeMark & { readonly number: string })[];
const beside = (name: string) => join(folder.dir, '..', name);
const receiptOf = (mark: CodeMark | undefined) => pageCode(present(mark, 'a printed paper'), 'R', 2, 2);

async function last<T>(events: AsyncIterable<T>): Promise<T> {
  let newest: T | undefined;
  for await (const event of events) newest = event;
  return present(newest, 'a stream ends with its result');
}

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  client = createRouterClient(router, { context: { services: folder.services } });
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors, '催收通知书登记簿.xlsx'])
    await importFile(folder, samplePath(name));
  const asked = { unit: UNIT, until: UNTIL };
  const keys = (await client.dunning.pack(asked)).entries.filter((each) => each.printable).map(({ key }) => key);
  const requestId = '5a2b1c1e-6f0a-4b5e-9a54-000000000001';
  const request = {
    ...asked,
    keys: keys.slice(0, 4),
    chosen: UNIT,
    order: 'name',
    warningsReason: '台账利息已核对',
    requestId,
  } as const;
  await last(await client.dunning.printPack(request));
  const [job] = await client.documents.jobs();
  const installation = present(await readInstallation(folder.open.store.read), 'the installation');
  marks = (await papersOfJob(folder.open.store.read, present(job, 'the job').id)).map(({ view, paperKey }) => ({
    installation,
    form: view.form,
    key: present(paperKey, 'its key'),
    number: view.number,
  }));
}, 120_000);
afterAll(() => folder.close());

/** Files in a folder of their own, received; the folder is gone afterwards. */
async function receive(files: Readonly<Record<string, Buffer>>) {
  const dir = beside('received');
  mkdirSync(dir);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
  try {
    return await last(await client.dunning.receiveScans({ paths: [dir] }));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const waiting = () => client.dunning.scans({ status: 'waiting' });
const clearTray = async () => {
  for (const { id } of await waiting()) await client.dunning.setScanAside({ id, reason: '测试结束' });
};
const refusal = (code: string) => ({ data: { code } });
const noticesOf = async (text: string) => (await client.dunning.register({ text })).notices;

describe('a scan with a code', () => {
  it('is filed though turned and stamped; the same file twice is said, also in one go and under another name', async () => {
    const page = scanImage(receiptOf(marks[0]));
    const first = await receive({ '1.png': page, '又一次.PNG': page });
    const number = marks[0]?.number;
    expect(first).toMatchObject({ filed: 1, waiting: 0, known: [{ file: '又一次.PNG', number }], unreadable: [] });
    expect(await receive({ '1.png': page })).toMatchObject({ filed: 0, known: [{ file: '1.png', number }] });
    // The code alone records nothing: a person has to.
    const [notice] = await noticesOf(number ?? '');
    expect(notice).toMatchObject({ scans: 1, outcome: 'open', effect: 'none' });
  });

  it('REC-04 in a TIFF of several pages: each to its paper, a page without a code waits', async () => {
    const page = (text: string, turn = 0) => greyPage([{ text, left: 182, top: 9 }], A4, { turn });
    const stack = [
      page(receiptOf(marks[1]), 180),
      greyPage([], { width: 50, height: 50 }),
      page(receiptOf(marks[2]), 2),
    ];
    expect(await receive({ '叠.tif': smallTiff(stack) })).toMatchObject({ filed: 2, waiting: 1 });
    const [blank] = await waiting();
    expect(blank).toMatchObject({ fileName: '叠.tif', page: 2, why: 'no-code' });
    const filed = (await client.dunning.scans({ status: 'filed' })).filter(({ fileName }) => fileName === '叠.tif');
    // What came last is looked for first.
    expect(filed.map(({ number, page: at, turn }) => [number, at, turn])).toEqual([
      [marks[2]?.number, 3, 0],
      [marks[1]?.number, 1, 180],
    ]);
    const shown = await client.dunning.scan({ id: present(filed.at(-1), 'the first page').id });
    expect(shown.mediaType).toBe('image/png');
    await clearTray();
  });

  it('two receipts on a page are filed to both signatories, and a courier’s label beside them says nothing', async () => {
    const label: CodeOnPage = { text: 'SF1234567890', left: 100, top: 250 };
    const at = (text: string, top: number): CodeOnPage => ({ text, left: 182, top });
    const codes = [at(receiptOf(marks[0]), 9), at(receiptOf(marks[1]), 160), label];
    expect(await receive({ '两张.png': asPng(greyPage(codes, A4)) })).toMatchObject({ filed: 2, waiting: 0 });
    const filed = (await client.dunning.scans({ status: 'filed' })).filter(({ fileName }) => fileName === '两张.png');
    expect(filed.map(({ number }) => number).toSorted()).toEqual([marks[0]?.number, marks[1]?.number].toSorted());
  });

  it('a letter without its receipt: the missing page is named, and the receipt is still out', async () => {
    const letter = pageCode(present(marks[3], 'a printed paper'), 'M', 1, 2);
    expect(await receive({ '正文.png': scanImage(letter) })).toMatchObject({ filed: 1 });
    const scan = async () =>
      (await client.dunning.scans({ status: 'filed' })).find(({ fileName }) => fileName === '正文.png');
    expect(await scan()).toMatchObject({ number: marks[3]?.number, missingPages: [2] });
    expect((await noticesOf(marks[3]?.number ?? ''))[0]?.scans).toBe(0);
    await receive({ '回执.png': scanImage(receiptOf(marks[3])) });
    expect(await scan()).toMatchObject({ missingPages: [] });
    expect((await noticesOf(marks[3]?.number ?? ''))[0]?.scans).toBe(1);
  });

  it('waits with its reason when torn, foreign, altered, unknown or no picture at all', async () => {
    const mark = present(marks[0], 'a paper');
    const foreign = { ...mark, installation: { id: 'ZZZZ', key: mark.installation.key } };
    const unknown = { ...mark, key: newPaperKey() };
    const altered = receiptOf(mark).replace('*2/2*', '*1/2*');
    const result = await receive({
      '1.png': scanImage(receiptOf(mark), { torn: 0.5 }),
      '2.png': scanImage(receiptOf(foreign)),
      '3.png': scanImage(altered),
      '4.png': scanImage(receiptOf(unknown)),
      '5.tif': Buffer.from('II*\0 a fax'),
      '6.png': scanImage('https://example.com'),
      '7.png': Buffer.alloc(0),
      '~$8.pdf': Buffer.from('%PDF- of an editor'),
    });
    expect(result).toMatchObject({ filed: 0, waiting: 6, unreadable: [{ file: '7.png', code: 'file-empty' }] });
    const reasons = ['no-code', 'foreign', 'broken', 'unknown-paper', 'unreadable', 'foreign'];
    expect((await waiting()).map(({ why }) => why)).toEqual(reasons);
  });

  it('of ours that is altered waits although another paper’s code is on the page', async () => {
    await clearTray();
    const altered = receiptOf(marks[1]).replace('*2/2*', '*1/2*');
    const codes = [
      { text: receiptOf(marks[0]), left: 182, top: 9 },
      { text: altered, left: 182, top: 160 },
    ];
    expect(await receive({ '3.png': asPng(greyPage(codes, A4)) })).toMatchObject({ filed: 1, waiting: 1 });
    expect(await waiting()).toMatchObject([{ why: 'broken', page: 1 }]);
  });
});

describe('a scan filed by hand', () => {
  let torn: ScanView;
  beforeAll(async () => {
    await clearTray();
    await receive({ '残.png': scanImage(receiptOf(marks[0]), { torn: 0.4, turn: 1 }) });
    torn = present((await waiting())[0], 'the torn one');
  });
  const match = (to: { key: string } | { noticeId: number }, given: { id?: number; also?: boolean } = {}) =>
    client.dunning.matchScan({ id: torn.id, to, ...given });

  it('by the key under its torn code; a second time is refused', async () => {
    await expect(match({ key: '0000-0000-00000' })).rejects.toMatchObject(refusal('paper-key-unknown'));
    expect(await match({ key: marks[0]?.key.toLowerCase() ?? '' })).toEqual({ number: marks[0]?.number });
    await expect(match({ key: marks[0]?.key ?? '' })).rejects.toMatchObject(refusal('scan-settled'));
    await expect(client.dunning.setScanAside({ id: torn.id, reason: '再来一次' })).rejects.toMatchObject(
      refusal('scan-settled'),
    );
  });

  it('also to a second signatory whose receipt is on the page, each once', async () => {
    const [second] = await noticesOf(marks[1]?.number ?? '');
    const to = { noticeId: present(second, 'another notice').id };
    expect(await match(to, { also: true })).toEqual({ number: marks[1]?.number });
    await expect(match(to, { also: true })).rejects.toMatchObject(refusal('scan-there'));
    const { scans } = await client.dunning.notice({ id: to.noticeId });
    expect(scans.filter(({ fileName }) => fileName === '残.png')).toHaveLength(1);
  });

  it('is taken back when it went to the wrong one, with the reason', async () => {
    await client.dunning.reopenScan({ id: torn.id, reason: '归错了人' });
    expect(await waiting()).toMatchObject([{ id: torn.id, why: 'taken-back', number: null, reason: '归错了人' }]);
    await expect(client.dunning.reopenScan({ id: torn.id, reason: '再撤一次' })).rejects.toMatchObject(
      refusal('scan-waits'),
    );
    const filed = await client.dunning.scans({ status: 'filed' });
    expect(filed.filter(({ id }) => id === torn.id)).toEqual([]);
  });

  it('REC-04 to one signatory of a notice of the old register, found by household, contract or number', async () => {
    const { notices } = await client.dunning.register({ limit: 5_000 });
    const old = present(
      notices.find(
        ({ documentId, role, outcome }) => documentId === null && role === 'guarantor' && outcome === 'signed',
      ),
      'an old notice to a guarantor',
    );
    const contract = present(old.contracts.split('、')[0], 'its contract');
    for (const text of [old.household, contract, old.number, old.addressee])
      expect((await noticesOf(text)).map(({ id }) => id)).toContain(old.id);
    const others = notices.filter(({ number, id }) => number === old.number && id !== old.id);
    expect(others.length).toBeGreaterThan(0);
    expect(await match({ noticeId: old.id })).toEqual({ number: old.number });
    const { scans } = await client.dunning.notice({ id: old.id });
    expect(scans).toMatchObject([{ fileName: '残.png', number: old.number, addressee: old.addressee }]);
    for (const other of others) expect((await client.dunning.notice({ id: other.id })).scans).toEqual([]);
    // An import that a scan hangs on is not taken back unnoticed.
    const batch = folder.open.store.sqlite
      .prepare("SELECT number FROM import_batch WHERE kind = 'notices'")
      .pluck()
      .get();
    await expect(client.imports.undo({ batch: batch as string })).rejects.toMatchObject({
      data: { code: 'undo-blocked', facts: { blockers: [{ kind: 'changed-later', count: 1 }] } },
    });
    await client.dunning.reopenScan({ id: torn.id, reason: '测试结束' });
  });
});

describe('documents §3.4 the watched folder', () => {
  const scanner = () => beside('扫描仪 1');
  const inside = (...names: string[]) => join(scanner(), ...names);
  const names = (...of: string[]) => (existsSync(inside(...of)) ? readdirSync(inside(...of)).sort() : []);
  let watch: ScanWatch;
  const look = () => watch.look(folder.services, folder.services.session.open ?? folder.open);
  const scans = () => folder.open.store.sqlite.prepare('SELECT count(*) FROM scan').pluck().get() as number;
  const receipt = (turn: number) => scanImage(receiptOf(marks[0]), { turn });

  beforeAll(async () => {
    watch = new ScanWatch();
    mkdirSync(scanner());
    await look();
    expect(watch.state.state).toBeNull();
    await expect(client.dunning.setScanFolder({ path: inside('没有') })).rejects.toMatchObject(
      refusal('path-unreadable'),
    );
    await expect(client.dunning.setScanFolder({ path: '扫描' })).rejects.toMatchObject(refusal('path-unreadable'));
    await expect(client.dunning.setScanFolder({ path: join(folder.dir, 'files') })).rejects.toMatchObject(
      refusal('scan-folder-ours'),
    );
    await client.dunning.setScanFolder({ path: scanner() });
    expect(await client.dunning.scanFolder()).toMatchObject({ path: scanner(), state: null });
  });

  it('a file is taken when it stands still and is whole, and is put away', async () => {
    const whole = receipt(11);
    writeFileSync(inside('回执（张三）.png'), whole.subarray(0, 900));
    for (let times = 0; times < 3; times++) await look();
    expect([names(), watch.state]).toMatchObject([['回执（张三）.png'], { state: 'watching', filed: 0, waiting: 0 }]);
    writeFileSync(inside('回执（张三）.png'), whole);
    await look();
    expect(names()).toEqual(['回执（张三）.png']);
    await look();
    expect(names()).toEqual([PUT_AWAY.received]);
    expect(names(PUT_AWAY.received)).toEqual(['回执（张三）.png']);
    expect(watch.state).toMatchObject({ filed: 1, known: 0, failed: 0 });
  });

  it('one that never becomes whole, or is empty, is not waited for for ever', async () => {
    writeFileSync(inside('空.pdf'), '');
    for (let times = 0; times < 125; times++) await look();
    expect(names(PUT_AWAY.failed)).toEqual(['空.pdf']);
    expect(watch.state.failed).toBe(1);
  });

  it('one that is too large is put away unread as soon as it stands still', async () => {
    writeFileSync(inside('太大.tif'), '');
    truncateSync(inside('太大.tif'), 80_000_001);
    const { failed } = watch.state;
    await look();
    await look();
    expect([names(PUT_AWAY.failed), watch.state.failed]).toEqual([['太大.tif', '空.pdf'], failed + 1]);
  });

  it('the same file is never received twice: after a restart, under the same name, and where it cannot be put away', async () => {
    const before = scans();
    watch = new ScanWatch();
    writeFileSync(inside('回执（张三）.png'), receipt(11));
    await look();
    await look();
    expect(names(PUT_AWAY.received)).toEqual(['回执（张三） (2).png', '回执（张三）.png']);
    expect([watch.state.known, scans()]).toEqual([1, before]);
    // A file stands where the folder for received ones would be made, as on a share without the right to.
    rmSync(inside(PUT_AWAY.received), { recursive: true });
    writeFileSync(inside(PUT_AWAY.received), 'no folder');
    writeFileSync(inside('留下.png'), receipt(12));
    for (let times = 0; times < 4; times++) await look();
    expect([names().includes('留下.png'), watch.state.filed, watch.state.known]).toEqual([true, 1, 1]);
    watch = new ScanWatch();
    for (let times = 0; times < 4; times++) await look();
    expect([scans(), watch.state.known]).toEqual([before + 1, 1]);
    rmSync(inside(PUT_AWAY.received));
    rmSync(inside('留下.png'));
  });

  it('a share that is off is told, and goes on by itself when it is there again', async () => {
    rmSync(scanner(), { recursive: true });
    await look();
    expect(watch.state).toMatchObject({ state: 'unreachable', cause: 'ENOENT' });
    mkdirSync(scanner());
    writeFileSync(inside('恢复.png'), receipt(13));
    await look();
    await look();
    expect(watch.state).toMatchObject({ state: 'watching', filed: 1 });
  });

  it('a file that may not be read stays until it may', async () => {
    writeFileSync(inside('锁住.png'), receipt(14));
    if (process.getuid?.() === 0) return;
    chmodSync(inside('锁住.png'), 0);
    await look();
    await look();
    expect(names()).toContain('锁住.png');
    chmodSync(inside('锁住.png'), 0o600);
  });

  it('nothing is taken while the folder is locked or somebody without the right works; afterwards it goes on', async () => {
    writeFileSync(inside('锁定.png'), receipt(15));
    const before = scans();
    const open = await folder.signInAs('auditor');
    for (let times = 0; times < 3; times++) await watch.look(folder.services, open);
    expect(watch.state.state).toBeNull();
    expect(names()).toContain('锁定.png');
    const clerk = await folder.signInAs('clerk');
    watch = new ScanWatch();
    await watch.look(folder.services, clerk);
    await watch.look(folder.services, clerk);
    expect(names()).not.toContain('锁定.png');
    const { sqlite } = clerk.store;
    expect(sqlite.prepare('SELECT count(*) FROM scan').pluck().get()).toBeGreaterThan(before);
    const rows = sqlite.prepare("SELECT detail FROM audit_entry WHERE action = 'dunning.receiveScans'").pluck().all();
    expect(rows.some((detail) => JSON.parse(detail as string).watched === true)).toBe(true);
    await client.dunning.setScanFolder({ path: null });
    await watch.look(folder.services, clerk);
    expect(watch.state.state).toBeNull();
  });
});
