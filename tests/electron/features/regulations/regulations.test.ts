/** RUL-01 on a real folder: a branch attaches the text of its regulation and links articles to pages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { may, ROLES } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '../../../../electron/router';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { smallPdf } from '../../../support/smallPdf';

const DOCUMENT = 'B4 不良贷款诉讼管理办法';
const NAMED = { document: DOCUMENT, title: '诉讼管理办法', number: '奉支发〔2026〕1号', effectiveFrom: '2026-01-01' };

let folder: TestFolder;
let client: RouterClient<typeof router>;
beforeAll(async () => {
  let chosen: string | null = null;
  folder = await makeFolder({ user: 'head', host: { chooseFile: async () => chosen } });
  client = createRouterClient(router, { context: { services: folder.services } });
  chosen = path('a.pdf', smallPdf({ pages: 12 }));
});
afterAll(() => folder.close());

function path(name: string, bytes: Uint8Array): string {
  const file = join(folder.dir, '..', name);
  writeFileSync(file, bytes);
  return file;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.data?.code ?? error,
  );
const list = async () => (await client.regulations.list()).regulations;

describe('RUL-01 the text of a regulation', () => {
  test('what is no PDF, of no document, locked or gone is refused, and nothing is kept', async () => {
    const add = (input: Partial<typeof NAMED & { path: string }>) =>
      codeOf(client.regulations.add({ ...NAMED, path: path('x.pdf', smallPdf({ pages: 1 })), ...input }));
    expect(await add({ document: '没有这个办法' })).toBe('regulation-document-unknown');
    expect(await add({ path: join(folder.dir, 'none.pdf') })).toBe('file-unreadable');
    expect(await add({ path: path('x.docx', Buffer.from('PK\u0003\u0004')) })).toBe('not-a-pdf');
    expect(await add({ path: path('l.pdf', smallPdf({ pages: 1, encrypted: true })) })).toBe('file-encrypted');
    expect(await add({ path: path('t.pdf', smallPdf({ pages: 1 }).subarray(0, 40)) })).toBe('file-truncated');
    expect(await list()).toEqual([]);
  });

  test('is attached once, read back byte for byte, and named by its content', async () => {
    const file = present(await client.regulations.chooseFile(), 'a chosen file');
    const { id, rev, pages } = await client.regulations.add({ ...NAMED, path: file });
    expect([rev, pages]).toEqual([1, 12]);
    expect(await codeOf(client.regulations.add({ ...NAMED, title: '另一名称', path: file }))).toBe('regulation-twice');
    const { fileBase64 } = await client.regulations.file({ id });
    expect(Buffer.from(fileBase64, 'base64').equals(smallPdf({ pages: 12 }))).toBe(true);
    expect(await list()).toMatchObject([{ ...NAMED, id, pages: 12, addedBy: expect.any(String), articles: [] }]);
    expect(await codeOf(client.regulations.file({ id: id + 1 }))).toBe('regulation-unknown');
  });

  test('articles go to pages: only articles of the document, only pages of the file', async () => {
    const { id, rev } = present((await list())[0], 'the file');
    const set = (article: string, page: number, at = rev) =>
      client.regulations.setPages({ id, rev: at, articles: [{ article, page }] });
    expect(await codeOf(set('第三十六条', 1))).toBe('article-unknown');
    expect(await codeOf(set('第三十五条', 13))).toBe('page-beyond');
    expect(await codeOf(set('第三十五条', 12, 7))).toBe('stale-version');
    expect(await set('第35条', 12)).toEqual({ id, rev: 2 });
    const articles = [
      { article: '第十条', page: 3 },
      { article: '第十条第二款', page: 4 },
    ];
    await client.regulations.setPages({ id, rev: 2, articles });
    expect((await list())[0]?.articles).toEqual(articles);
  });

  test('every document of the rules can have its text, with all its articles', async () => {
    const { documents } = await client.regulations.list();
    const b4 = documents.find(({ document }) => document === DOCUMENT);
    expect(b4?.articles.slice(0, 2)).toEqual(['第一条', '第二条']);
    expect(documents.some(({ document }) => document === '诉讼费用交纳办法')).toBe(true);
  });

  test('is taken off again, and may be attached anew; every act is in the log', async () => {
    const { id, rev } = present((await list())[0], 'the file');
    expect(await codeOf(client.regulations.remove({ id, rev: 1 }))).toBe('stale-version');
    expect(await client.regulations.remove({ id, rev })).toEqual({ id });
    expect(await list()).toEqual([]);
    const file = present(await client.regulations.chooseFile(), 'a chosen file');
    expect((await client.regulations.add({ ...NAMED, path: file })).pages).toBe(12);
    const { store } = present(folder.services.session.open, 'signed in');
    const acts = store.sqlite
      .prepare("SELECT action FROM audit_entry WHERE object_kind = 'regulation' ORDER BY id")
      .pluck()
      .all();
    const two = ['regulations.setPages', 'regulations.setPages'];
    expect(acts).toEqual(['regulations.add', ...two, 'regulations.remove', 'regulations.add']);
  });

  test('a clerk reads, those who keep the rules attach', async () => {
    await folder.signInAs('clerk');
    const { id } = present((await list())[0], 'the file');
    expect((await client.regulations.file({ id })).fileBase64.length).toBeGreaterThan(100);
    expect(await codeOf(client.regulations.remove({ id, rev: 1 }))).toBe('role-missing');
    expect(ROLES.filter((role) => may([role], 'regulations.keep'))).toEqual([
      'credit-director',
      'asset-preservation-head',
      'branch-head',
      'archivist',
    ]);
  });
});
