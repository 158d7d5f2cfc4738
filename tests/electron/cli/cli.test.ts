/** The command line as scripts see it: JSON on stdout and nothing else there, exit codes, refusals (APP-05). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KdfCost } from '../../../electron/platform/keySealing';
import { openTable } from '../../../electron/platform/sheets/openTable';
import { EXPECTED, SAMPLE, samplePath } from '../../support/importFiles';
import { makeFolder, TEST_PASSWORD } from '../../support/openFolder';
import { cli, cliFolder, setupFile } from '../../support/runCli';

const { path, write, signedIn } = cliFolder();
const ON = EXPECTED.files[SAMPLE.on];

let data: string;
let close: () => Promise<void>;
beforeAll(async () => {
  // Made with cheap key slots: every command signs in anew.
  const folder = await makeFolder({ user: 'admin' });
  await folder.services.session.lock();
  data = folder.dir;
  close = folder.close;
});
afterAll(() => close());
const as = (name: string) => signedIn(data, name);

const refused = async (args: readonly string[]) => {
  const outcome = await cli(...args);
  const { refusal } = outcome.json();
  expect(refusal?.message, refusal?.code).toMatch(refusal?.code === 'usage' ? /./ : /[\u4e00-\u9fff]/);
  expect(outcome.err).not.toBe('');
  return [outcome.code, refusal?.code];
};

describe('init, user', () => {
  it('makes a folder from the setup file; the recovery code goes to its own file', async () => {
    const setup = write('setup.json', setupFile());
    const init = ['init', '--setup', setup, '--recovery-out', path('recovery.txt'), ...signedIn(path('made'), 'admin')];
    const made = await cli(...init);
    expect([made.code, made.json()]).toEqual([0, { dataDir: path('made'), bank: '奉节县某支行', units: 6, users: 3 }]);
    const { slots } = JSON.parse(readFileSync(path('made/keys.json'), 'utf8')) as { slots: { cost: KdfCost | null }[] };
    for (const { cost } of slots.filter((slot) => slot.cost)) expect(cost?.memory).toBeGreaterThanOrEqual(65_536);
    const code = readFileSync(path('recovery.txt'), 'utf8');
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}\n([0-9A-Z]{4}-){3}[0-9A-Z]{4}\n$/);
    expect(made.err).not.toContain(code.slice(0, 19));
    expect(await refused(init)).toEqual([1, 'setup-exists']);
    expect((await cli('document', 'list', ...signedIn(path('made'), 'clerk'))).code).toBe(0);
  });

  it('prints the recovery code on stderr without a file for it, never on stdout', async () => {
    const made = await cli('init', ...signedIn(path('plain'), 'chef'));
    expect([made.code, made.json().users]).toEqual([0, 1]);
    expect(made.err).toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
    expect(made.out).not.toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
  });

  it('says what is wrong with a setup file (2)', async () => {
    const bad = write('bad.json', {
      units: [{ name: '' }],
      users: [{ name: 'x', roles: ['king'], passwordFile: 'pw.txt' }],
    });
    const options = signedIn(path('third'), 'admin');
    for (const setup of [bad, path('nowhere.json')])
      expect(await refused(['init', '--setup', setup, ...options])).toEqual([2, 'usage']);
    expect(existsSync(path('third'))).toBe(false);
  });

  it('adds and lists users', async () => {
    const secret = write('new.txt', 'Xin-Mima-2026');
    const add = [
      'user',
      'add',
      'wang',
      '--display',
      '王五',
      '--unit',
      '红岩分理处',
      '--roles',
      'counsel,clerk',
      '--new-password-file',
      secret,
    ];
    const added = await cli(...add, ...as('admin'));
    expect([added.code, added.json()]).toMatchObject([
      0,
      { name: 'wang', unit: '红岩分理处', roles: ['counsel', 'clerk'] },
    ]);
    expect(await refused([...add, ...as('admin')])).toEqual([1, 'user-exists']);
    expect(await refused([...add, ...as('clerk')])).toEqual([1, 'role-missing']);
    const nonsense = add.map((part) => (part === 'counsel,clerk' ? 'king' : part));
    expect(await refused([...nonsense, ...as('admin')])).toEqual([2, 'invalid-input']);
    const list = (await cli('user', 'list', ...as('auditor'))).json() as unknown as { name: string }[];
    expect(list.map((user) => user.name)).toEqual(['admin', 'clerk', 'counsel', 'director', 'head', 'auditor', 'wang']);
  });
});

describe('user', () => {
  it('edits, resets, removes, takes back and recovers; a script may work with a temporary password', async () => {
    const [one, two, three, four] = ['Eins-2026x', 'Zwei-2026x', 'Drei-2026x', 'Vier-2026x'].map((text, at) =>
      write(`pw${at}.txt`, text),
    );
    const user = (...args: (string | undefined)[]) => cli('user', ...(args as string[]), ...as('admin'));
    const edited = await user('edit', 'director', '--roles', 'clerk,archivist');
    expect([edited.code, edited.json()]).toMatchObject([0, { display: '测试director', roles: ['archivist', 'clerk'] }]);
    expect((await user('reset-password', 'director', '--new-password-file', one)).json()).toMatchObject({
      mustChangePassword: true,
    });
    const director = ['--data', data, '--user', 'director', '--json'];
    const own = ['user', 'password', ...director, '--password-file', one, '--new-password-file', two] as string[];
    expect((await cli(...own)).json()).toEqual({ user: 'director', changed: true });
    expect(await refused(own)).toEqual([1, 'bad-credentials']);
    expect((await user('remove', 'director', '--reason', '调离本行')).json()).toMatchObject({ rotated: true });
    expect(await refused(['user', 'remove', 'nobody', '--reason', '调离本行', ...as('admin')])).toEqual([
      1,
      'user-unknown',
    ]);
    expect((await user('reactivate', 'director', '--new-password-file', three)).json()).toMatchObject({ active: true });
    // Beside what it opens, or where it cannot be written: nobody would have it.
    for (const out of [`${data}/code.txt`, path('nowhere/code.txt')])
      expect(await refused(['user', 'recovery-code', '--recovery-out', out, ...as('admin')])).toEqual([
        1,
        'path-unwritable',
      ]);
    expect((await user('recovery-code', '--recovery-out', path('code.txt'))).json()).toEqual({ renewed: true });
    const recover = [
      'user',
      'recover',
      'director',
      '--data',
      data,
      '--json',
      '--new-password-file',
      four,
      '--code-file',
    ];
    const codeFile = path('code.txt');
    expect((await cli(...(recover as string[]), codeFile, '--recovery-out', path('next.txt'))).json()).toEqual({
      user: 'director',
      recovered: true,
    });
    expect(await refused([...(recover as string[]), codeFile])).toEqual([1, 'recovery-code-wrong']);
    expect((await cli('document', 'list', ...director, '--password-file', four as string)).code).toBe(0);
  });
});

describe('signing in', () => {
  it('takes the password from a file or the variable, never from an argument', async () => {
    expect((await cli('check', '--data', data, '--user', 'clerk', '--password', TEST_PASSWORD, '--json')).code).toBe(2);
    expect(await refused(['check', '--data', data, '--user', 'clerk', '--json'])).toEqual([2, 'usage']);
    expect(await refused(['check', '--data', data, '--json'])).toEqual([2, 'usage']);
    process.env.QINGSHOU_PASSWORD_FILE = path('pw.txt');
    try {
      expect((await cli('document', 'list', '--data', data, '--user', 'clerk', '--json')).code).toBe(0);
    } finally {
      delete process.env.QINGSHOU_PASSWORD_FILE;
    }
  });

  it('refuses a wrong password (1) and a missing folder (2)', async () => {
    const wrong = write('wrong.txt', 'Wrong-2026');
    expect(await refused(['check', '--data', data, '--user', 'clerk', '--password-file', wrong, '--json'])).toEqual([
      1,
      'bad-credentials',
    ]);
    expect(await refused(['check', ...signedIn(path('nowhere'), 'clerk')])).toEqual([2, 'folder-missing']);
  });

  it('leaves the folder free, whatever happened', async () => {
    await cli('import', path('nowhere.xlsx'), ...as('clerk'));
    expect((await cli('check', ...as('clerk'))).code).toBe(0);
  });
});

describe('import', () => {
  const importing = (name: string, ...more: string[]) => cli('import', samplePath(name), ...more, ...as('clerk'));

  it('dry run, write, again, undo: counts and totals in yuan', async () => {
    const dry = await importing(SAMPLE.on, '--kind', 'loans', '--dry-run');
    const totals = {
      principal: '111172400.00',
      balance: '81227394.84',
      interestOn: '970533.50',
      interestOff: '32631027.19',
    };
    expect([dry.code, dry.json()]).toMatchObject([0, { batch: null, kind: 'loans', added: 295, refused: 0, totals }]);
    const written = (await importing(SAMPLE.on)).json();
    expect(written).toMatchObject({
      batch: expect.stringMatching(/^B\d{8}-01$/),
      added: 295,
      changed: 0,
      skipped: 17,
      totals,
    });
    expect((await importing(SAMPLE.on, '--accept-warnings')).json()).toMatchObject({
      batch: null,
      added: 0,
      unchanged: 295,
    });
    const undone = await cli('import', 'undo', written.batch as string, ...as('clerk'));
    expect([undone.code, undone.json()]).toMatchObject([0, { batch: written.batch }]);
    expect(await refused(['import', 'undo', written.batch as string, ...as('clerk')])).toEqual([1, 'batch-undone']);
    expect((await importing(SAMPLE.on)).json()).toMatchObject({ added: 295 });
  });

  it('lists refused records with sheet, row, column, code, value and message; refused records do not fail the rest', async () => {
    const rejects = path('rejects.xlsx');
    const result = await importing(SAMPLE.bad, '--dry-run', '--rejects', rejects);
    const json = result.json() as { refusals: Record<string, unknown>[]; warned: number };
    expect([result.code, json]).toMatchObject([0, { added: 5, warned: 12, refused: 33 }]);
    expect(json.refusals).toHaveLength(33);
    expect(Object.keys(json.refusals[0] ?? {}).sort()).toEqual(['code', 'column', 'message', 'row', 'sheet', 'value']);
    expect((await openTable(rejects)).sheets).toHaveLength(1);
  });

  it('ends with 2 where the file or the usage is no good', async () => {
    const file = (name: string, content: string) => ['import', write(name, content), ...as('clerk')];
    expect(await refused(file('空.csv', ''))).toEqual([2, 'file-empty']);
    expect(await refused(file('无.csv', '这里没有表格\n'))).toEqual([2, 'no-heading']);
    expect(await refused(['import', path('nowhere.xlsx'), ...as('clerk')])).toEqual([2, 'file-unreadable']);
    expect(await refused(['import', samplePath(SAMPLE.on), '--kind', 'nonsense', ...as('clerk')])).toEqual([
      2,
      'usage',
    ]);
    expect(await refused(['import', samplePath(SAMPLE.on), '--as-of', 'gestern', ...as('clerk')])).toEqual([
      2,
      'invalid-input',
    ]);
    expect((await cli('import', ...as('clerk'))).code).toBe(2);
    expect((await cli('nonsense')).code).toBe(2);
    expect((await cli('--version')).code).toBe(0);
  });

  it('ends with 1 where a right or a rule is in the way', async () => {
    expect(await refused(['import', samplePath(SAMPLE.on), ...as('auditor')])).toEqual([1, 'role-missing']);
    expect(await refused(['import', samplePath(SAMPLE.on), '--mapping', '没有', ...as('clerk')])).toEqual([
      1,
      'mapping-unknown',
    ]);
    expect(await refused(['import', 'undo', 'B1', ...as('clerk')])).toEqual([1, 'batch-unknown']);
  });
});

describe('ledger, household', () => {
  it('gives totals and rows, or cells of a summary', async () => {
    const { totals, rows } = (await cli('ledger', '--limit', '3', ...as('clerk'))).json() as {
      totals: object;
      rows: Record<string, string>[];
    };
    expect(totals).toEqual({
      loans: 295,
      borrowers: 208,
      principal: '111172400.00',
      balance: '81227394.84',
      interestOn: '970533.50',
      interestOff: '32631027.19',
    });
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['household', 'contract', 'borrower', 'unit']));
    expect(((await cli('ledger', '--limit', '0', ...as('clerk'))).json() as { rows: unknown[] }).rows).toEqual([]);
    const summary = (await cli('ledger', '--summary', 'unit,five-level', ...as('clerk'))).json() as {
      cells: { loans: number }[];
    };
    expect(summary).toMatchObject({ dims: ['unit', 'five-level'] });
    expect(summary.cells.reduce((sum, each) => sum + each.loans, 0)).toBe(ON.total.loans);
    const filtered = (
      await cli('ledger', '--filter', 'unit=云台分理处,balance>=1', '--limit', '0', ...as('clerk'))
    ).json();
    expect((filtered.totals as { loans: number }).loans).toBeGreaterThan(0);
    for (const wrong of [
      ['--summary', 'colour'],
      ['--limit', '-1'],
    ])
      expect((await cli('ledger', ...wrong, ...as('clerk'))).code).toBe(2);
  });

  it('writes an Excel file', async () => {
    const out = path('ledger.xlsx');
    expect((await cli('ledger', '--out', out, ...as('clerk'))).json()).toMatchObject({ exported: 295, out });
    expect((await openTable(out)).format).toBe('xlsx');
  });

  it('shows a household by contract number, and refuses an unknown one', async () => {
    const [story] = EXPECTED.stories;
    const shown = await cli('household', 'show', story.contract, ...as('clerk'));
    expect([shown.code, JSON.stringify(shown.json())]).toEqual([0, expect.stringContaining(story.name)]);
    expect(await refused(['household', 'show', '没有的合同', ...as('clerk')])).toEqual([1, 'household-unknown']);
  });
});

describe('document', () => {
  it('lists the forms, renders a draft, refuses to issue one that is not filled in', async () => {
    const forms = (await cli('document', 'list', ...as('clerk'))).json() as unknown as Record<string, unknown>[];
    expect(forms).toContainEqual(
      expect.objectContaining({ code: 'DOC-LIT-01', alias: 'pre-litigation-report', required: expect.any(Array) }),
    );
    const { rows } = (await cli('ledger', '--limit', '1', ...as('clerk'))).json() as { rows: { household: string }[] };
    const key = rows[0]?.household as string;
    const render = (...more: string[]) => [
      'document',
      'render',
      'pre-litigation-report',
      '--for',
      key,
      ...more,
      ...as('clerk'),
    ];
    const draft = await cli(...render('--out', path('draft.docx')));
    expect([draft.code, draft.json()]).toMatchObject([
      0,
      { missing: expect.arrayContaining([expect.objectContaining({ id: 'court' })]) },
    ]);
    expect(readFileSync(path('draft.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(await refused(render('--issue', '--out', path('issued.pdf')))).toEqual([1, 'fields-missing']);
    expect(existsSync(path('issued.pdf'))).toBe(false);
    expect(await refused(render('--fields', write('fields.json', { cuort: 'x' }), '--out', path('x.docx')))).toEqual([
      1,
      'fields-invalid',
    ]);
    expect(await refused(render('--out', path('x.txt')))).toEqual([2, 'usage']);
    expect(await refused(render('--fields', path('nowhere.json'), '--out', path('x.docx')))).toEqual([2, 'usage']);
  });
});

describe('check', () => {
  it('says that all is well (0), and what is not (3)', async () => {
    const sound = await cli('check', ...as('auditor'));
    expect([sound.code, sound.json()]).toMatchObject([
      0,
      { ok: true, database: { ok: true }, pragmas: { ok: true }, search: { ok: true } },
    ]);
    const bytes = readFileSync(`${data}/qingshou.db`);
    bytes[20_000] = (bytes[20_000] as number) ^ 1;
    writeFileSync(`${data}/qingshou.db`, bytes);
    expect(await refused(['check', ...as('auditor')])).toEqual([3, 'database-damaged']);
  });
});
