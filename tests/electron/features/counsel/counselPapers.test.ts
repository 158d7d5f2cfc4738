/** LIT-12: the papers about a counsel: filed when he is as B4 §26 asks, dismissed by letter once his dismissal is recorded (§27). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engageCounsel } from '../../../../electron/features/counsel/engageCounsel';
import { noteCounsel, registerCounsel } from '../../../../electron/features/counsel/keepCounsels';
import { readDocument } from '../../../../electron/features/documents/documents.repository';
import { issueTyped } from '../../../../electron/features/documents/issueDocument';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { TODAY } from '../../../support/approvals';
import { CaseMaker } from '../../../support/clearedCase';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let maker: CaseMaker;

const FILING = { conflict: '与本案各方均无利害关系', term: '2026年11月至2027年11月', counselFee: '按件计收' };
const LETTER = { handOverBy: '2026-12-01', receiver: '资产保全部' };

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  maker = new CaseMaker(folder);
  await maker.open();
  await registerCounsel(folder.services, await maker.as('assets'), {
    ...{ name: '新律师', kind: 'agent', firm: '某律师事务所', licenceNo: '15001202510000009' },
    ...{ licensedOn: '2025-06-01', experience: '', character: '良好' },
  });
}, 60_000);
afterAll(() => folder.close());

const issue = async (form: string, subject: string, fields: object) =>
  issueTyped(folder.services, await maker.as('assets'), {
    ...{ form, subject, fields: { ...fields }, requestId: randomUUID() },
  });
/** Without the joiners that keep numbers whole. */
const textOf = async (id: number): Promise<string> =>
  JSON.stringify((await readDocument(folder.open.store.read, id)).data.paper).replaceAll('\u2060', '');
const missing = (form: string, subject: string, fields: object): Promise<string[]> =>
  issue(form, subject, fields).then(
    () => [],
    (error) => error.refusal.facts.missing.map(({ code }: { code: string }) => code),
  );

describe('DOC-LIT-09, DOC-LIT-10', () => {
  it('the filing names everything of the register, and is refused for whoever is not as B4 §26 asks', async () => {
    expect(await missing('DOC-LIT-09', '新律师', FILING)).toEqual(['counsel-years-short', 'counsel-inexperienced']);
    const issued = await issue('DOC-LIT-09', '15001200610000001', FILING);
    expect(issued).toMatchObject({ title: '法律顾问（代理人）聘任备案表', pages: 1, household: null });
    const text = await textOf(issued.id);
    for (const word of [
      '赵律师',
      '15001200610000001',
      '2012年5月1日',
      '已满规定年限',
      '金融借款案二十件',
      FILING.conflict,
    ])
      expect(text).toContain(word);
    await expect(issue('DOC-LIT-09', '无此人', FILING)).rejects.toMatchObject({ refusal: { code: 'subject-unknown' } });
  });

  it('the letter waits for the dismissal, and names the cases that go to somebody else', async () => {
    expect(await missing('DOC-LIT-10', '赵律师', LETTER)).toEqual(['counsel-not-dismissed']);
    const by = await maker.as('assets');
    const counsel = folder.open.store.sqlite
      .prepare("SELECT id FROM counsel WHERE name = '赵律师'")
      .pluck()
      .get() as number;
    const entry = { id: counsel, on: TODAY, cause: null, number: null };
    await noteCounsel(folder.services, by, { ...entry, kind: 'filed', number: '奉顾备〔2026〕1号', text: '已备案' });
    const ordinary = { mode: 'ordinary', contract: null, permitNo: null, on: TODAY } as const;
    await engageCounsel(folder.services, by, { id: maker.id, counsel, ...ordinary });
    await noteCounsel(folder.services, by, { ...entry, kind: 'dismissed', cause: 'mistake', text: '错过举证期限。' });
    expect(await missing('DOC-LIT-10', '赵律师', { ...LETTER, handOverBy: '2026-01-01' })).toEqual(['date-past']);
    const issued = await issue('DOC-LIT-10', '赵律师', LETTER);
    expect(issued).toMatchObject({ hasWord: true });
    const text = await textOf(issued.id);
    expect(text).toContain('代理工作出现失误');
    expect(text).toContain('AJ0000');
    expect(await missing('DOC-LIT-09', '赵律师', FILING)).toEqual(['counsel-dismissed']);
  });
});
