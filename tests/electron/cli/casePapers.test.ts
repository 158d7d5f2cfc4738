/** Papers of a case on the command line: found by the case's number, drafted by anybody, issued by whose they are (cli.md `document`, APP-05). */
import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { caseKey } from '@shared/domain/litigation/caseFile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directEngine } from '../../../electron/platform/render/renderEngine';
import { PAPER_FIELDS } from '../../support/casePaperFields';
import { CaseMaker } from '../../support/clearedCase';
import { makeFolder, type TestFolder } from '../../support/openFolder';
import { cli, cliFolder } from '../../support/runCli';

const { path, write, signedIn } = cliFolder();

let folder: TestFolder;
let key: string;

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  const maker = new CaseMaker(folder);
  await maker.open();
  await maker.opinion();
  await maker.committee('consent');
  await maker.file();
  key = caseKey(maker.id);
  await folder.services.session.lock();
}, 60_000);
afterAll(() => folder.close());

const as = (name: string) => signedIn(folder.dir, name);
const render = (form: string, out: string, user: string, ...more: string[]) =>
  cli('document', 'render', form, '--for', key, '--out', path(out), ...more, ...as(user));
const fieldsOf = (code: string) => ['--fields', write(`${code}.json`, PAPER_FIELDS[code] ?? {})];

describe('document list, document render', () => {
  it('lists every paper of a case with what it asks for', async () => {
    const forms = (await cli('document', 'list', ...as('clerk'))).json() as unknown as {
      code: string;
      required: string[];
    }[];
    const codes = forms.map(({ code }) => code);
    for (const code of ['DOC-LIT-02', 'DOC-LIT-05', 'DOC-LIT-09', 'DOC-CRT-01', 'DOC-CRT-02', 'DOC-CRT-09'])
      expect(codes).toContain(code);
    expect(forms.find(({ code }) => code === 'DOC-LIT-06')?.required).toEqual([
      ...['difficulty', 'facts', 'measures', 'way', 'request'],
    ]);
  });

  it('a court paper is drafted and issued by its code or alias, as PDF and Word', async () => {
    const draft = await render('complaint', 'draft.pdf', 'clerk');
    expect([draft.code, draft.json()]).toMatchObject([
      0,
      { missing: [{ code: 'interest-unsplit', severity: 'warn' }] },
    ]);
    const issued = await render('DOC-CRT-01', 'complaint.pdf', 'clerk', '--issue');
    expect([issued.code, issued.json()]).toMatchObject([0, { pages: 2, missing: [] }]);
    expect((await PDFDocument.load(readFileSync(path('complaint.pdf')))).getPageCount()).toBe(2);
    const word = await render('DOC-CRT-04', 'attorney.docx', 'clerk', '--issue', ...fieldsOf('DOC-CRT-04'));
    expect(word.code).toBe(0);
    expect(readFileSync(path('attorney.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses what is another’s, an unknown case, and what still lacks something', async () => {
    const refusal = async (outcome: ReturnType<typeof cli>) => {
      const { code, json } = await outcome;
      return [code, json().refusal?.code];
    };
    expect(await refusal(render('DOC-LIT-06', 'x.pdf', 'clerk', '--issue', ...fieldsOf('DOC-LIT-06')))).toEqual([
      ...[1, 'role-missing'],
    ]);
    const stranger = cli(
      'document',
      'render',
      'complaint',
      '--for',
      'AJ999999',
      '--out',
      path('x.pdf'),
      ...as('clerk'),
    );
    expect(await refusal(stranger)).toEqual([1, 'subject-unknown']);
    expect(await refusal(render('DOC-CRT-09', 'x.pdf', 'clerk', '--issue'))).toEqual([1, 'fields-missing']);
    const counsel = await render('DOC-LIT-06', 'report.pdf', 'counsel', '--issue', ...fieldsOf('DOC-LIT-06'));
    expect([counsel.code, counsel.json()]).toMatchObject([0, { number: expect.stringContaining('协调字') }]);
  });
});
