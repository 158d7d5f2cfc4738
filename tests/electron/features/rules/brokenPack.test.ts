/** RUL-05: a broken file of the branch's regulation is named with its line by `check` and on screen; all else works on. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkFolder } from '../../../../electron/features/maintenance/checkFolder';
import { listRules } from '../../../../electron/features/rules/listRules';
import { keepRulesIn } from '../../../../electron/features/rules/rulesInForce';
import { tryOut } from '../../../../electron/features/rules/tryOut';
import { lastGoodIn } from '../../../../electron/rules/lastGood';
import { readPackFiles, rulesFolder } from '../../../../electron/rules/packFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { cli } from '../../../support/runCli';

const FILE = 'branch/b4-litigation/article-06-responsible-person.json';
const PERSON = 'litigation/responsible-person';
const scratch = mkdtempSync(join(tmpdir(), 'qingshou-broken-'));
const packs = join(scratch, 'resources', 'rules');
const own = join(scratch, 'own', 'qingshou');

// The program's own resources, one file of them broken: as on a computer where somebody edited it.
vi.mock('../../../../electron/rules/packFiles', async (original) => ({
  ...(await original<typeof import('../../../../electron/rules/packFiles')>()),
  rulesFolder: () => packs,
}));

let folder: TestFolder;
let line = 0;
beforeAll(async () => {
  const { rulesFolder: shipped } = await vi.importActual<typeof import('../../../../electron/rules/packFiles')>(
    '../../../../electron/rules/packFiles',
  );
  cpSync(shipped(), packs, { recursive: true });
  lastGoodIn(own).keep(readPackFiles(rulesFolder()));
  const good = readFileSync(join(packs, FILE), 'utf8');
  line = good.slice(0, good.indexOf('"rows"')).split('\n').length;
  writeFileSync(join(packs, FILE), good.replace('"<=', '">'));
  vi.stubEnv('XDG_CONFIG_HOME', join(scratch, 'own'));
  keepRulesIn(own);
  folder = await makeFolder({ user: 'head' });
});
afterAll(async () => {
  await folder.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('check names file and line, and is not sound', async () => {
  const report = await checkFolder(folder.services, folder.open);
  expect(report.ok).toBe(false);
  expect(report.rules.faults).toMatchObject([{ file: FILE, line, standsIn: true }]);
  expect(report.rules.count).toBeGreaterThan(300);
});

test('the list on screen names it too, and its last good version answers', async () => {
  const { rules, faults } = await listRules(folder.open, '2026-11-22');
  expect(faults).toMatchObject([{ file: FILE, line, standsIn: true }]);
  expect(rules.some(({ id }) => id === PERSON)).toBe(true);
  const answer = await tryOut(folder.open, {
    id: PERSON,
    facts: { claimAmount: '60000' },
    asOf: '2026-11-22',
    withDraft: false,
  });
  expect(answer).toMatchObject({ kind: 'granted' });
});

test('so do the commands that need no folder', async () => {
  const { err, code } = await cli('rule', 'list', '--json');
  expect(code).toBe(0);
  expect(err).toContain(`${FILE}:${line}`);
  expect(err).toContain('最近一次正确的内容');
});
