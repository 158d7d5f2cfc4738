/** LIT-11: a difficult case is reported, agreed to by two levels, sent and told in its course; each step from the wrong side first (B4 §24). */
import { randomUUID } from 'node:crypto';
import { caseKey } from '@shared/domain/litigation/caseFile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { requestPaper } from '../../../../electron/features/approvals/requestPaper';
import { issueTyped } from '../../../../electron/features/documents/issueDocument';
import { caseWork } from '../../../../electron/features/litigation/caseWork';
import { askCoordination, sendCoordination } from '../../../../electron/features/litigation/coordinate';
import { showCase } from '../../../../electron/features/litigation/showCase';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { TODAY } from '../../../support/approvals';
import { PAPER_FIELDS } from '../../../support/casePaperFields';
import { CaseMaker } from '../../../support/clearedCase';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let maker: CaseMaker;
let report: number;
let approval: number;

const OFFICE = '市联社资产保全部';

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  maker = new CaseMaker(folder);
  await maker.open();
  const fields = PAPER_FIELDS['DOC-LIT-06'] ?? {};
  const input = { form: 'DOC-LIT-06', subject: caseKey(maker.id), fields, requestId: randomUUID() };
  report = (await issueTyped(folder.services, await maker.as('lawyer'), input)).id;
}, 60_000);
afterAll(() => folder.close());

const at = () =>
  folder.open.store.sqlite.prepare('SELECT id, rev, digest FROM approval_request WHERE id = ?').get(approval) as {
    id: number;
    rev: number;
    digest: string;
  };
const decide = async (name: string) =>
  decideRequest(TODAY, await maker.as(name), {
    ...at(),
    ...{ outcome: 'consent', opinion: '同意上报', requestId: randomUUID() },
  } as never);
const ask = async (document = report) =>
  askCoordination(folder.services, await maker.as('wu'), { id: maker.id, document });
const send = async (on = TODAY) =>
  sendCoordination(folder.services, await maker.as('wu'), { id: maker.id, document: report, on, to: OFFICE });
const work = async () =>
  (await caseWork(folder.open, { today: TODAY, until: '2026-12-31', most: 100 } as never)).filter(({ key }) =>
    key.includes('report'),
  );

describe('LIT-11 the report of a difficult case', () => {
  it('is not sent before anybody agreed, and no other paper is taken for one', async () => {
    await expect(send()).rejects.toMatchObject({
      refusal: { code: 'approval-missing', article: expect.stringContaining('第二十四条') },
    });
    await expect(ask(report + 1000)).rejects.toMatchObject({ refusal: { code: 'report-unknown' } });
    const { reports } = await showCase(folder.services, await maker.as('wu'), caseKey(maker.id));
    expect(reports).toMatchObject([{ documentId: report, approval: null, sentOn: null }]);
  });

  it('goes to asset preservation, then to the deputy head; who wrote it cannot agree', async () => {
    ({ approval } = await ask());
    await expect(ask()).rejects.toMatchObject({ refusal: { code: 'request-open' } });
    await expect(decide('lawyer')).rejects.toMatchObject({ refusal: { code: 'own-item' } });
    await expect(decide('deputy')).rejects.toMatchObject({ refusal: { code: 'level-other' } });
    const paper = await requestPaper(folder.services, await maker.as('assets'), approval);
    expect(paper?.issued).toContain('协调字');
    await decide('assets');
    await expect(send()).rejects.toMatchObject({
      refusal: { code: 'approval-missing', facts: { state: 'submitted' } },
    });
    await decide('deputy');
    expect(await work()).toMatchObject([{ what: expect.stringContaining('待报送') }]);
  });

  it('is sent once, on a day that fits, and stands in the course with its paper', async () => {
    await expect(send('2027-01-01')).rejects.toMatchObject({ refusal: { code: 'act-in-future' } });
    await expect(send('2020-01-01')).rejects.toMatchObject({ refusal: { code: 'act-before' } });
    await send();
    await expect(send()).rejects.toMatchObject({ refusal: { code: 'report-sent', facts: { on: TODAY } } });
    const file = await showCase(folder.services, await maker.as('wu'), caseKey(maker.id));
    expect(file.reports).toMatchObject([{ approval: { state: 'approved' }, sentOn: TODAY }]);
    expect(file.acts.at(-1)).toMatchObject({ kind: 'coordination-sent', documentId: report, detail: { text: OFFICE } });
    expect(await work()).toEqual([]);
    await maker.act('coordination-answered', TODAY, { text: '已函请上一级法院督办' });
  });
});
