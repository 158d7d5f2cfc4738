/** due on the command line: what runs out, computed when it is out of date (REC-05). */
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE, samplePath } from '../../support/importFiles';
import { cli, cliFolder, setupFile } from '../../support/runCli';

const { path, write, signedIn } = cliFolder();
const data = path('data');

beforeAll(async () => {
  const setup = write('setup.json', setupFile());
  await cli('init', '--setup', setup, ...signedIn(data, 'admin'), '--recovery-out', path('code.txt'));
  const imported = await cli('import', samplePath(SAMPLE.on), '--accept-warnings', ...signedIn(data, 'clerk'));
  expect(imported.code).toBe(0);
});

interface Item {
  readonly kind: string;
  readonly date: string;
  readonly household: string;
  readonly balance: string;
}

describe('REC-05 due on the command line', () => {
  it('refuses one who may not compute while nothing was computed', async () => {
    const refused = await cli('due', ...signedIn(data, 'auditor'));
    expect([refused.code, refused.json().refusal?.code]).toEqual([1, 'portfolio-not-run']);
  });

  it('lists what runs out until a day, earliest first, amounts as yuan', async () => {
    const listed = await cli('due', '--until', '2030-12-31', ...signedIn(data, 'clerk'));
    const { items, stale } = listed.json() as unknown as { items: Item[]; stale: string[] };
    expect([listed.code, stale]).toEqual([0, []]);
    expect(items.length).toBeGreaterThan(0);
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    for (const { kind, household, balance } of items) {
      expect(['limitation', 'guarantee', 'dunning']).toContain(kind);
      expect(household).toMatch(/^H\d{6}$/);
      expect(balance).toMatch(/^\d+\.\d\d$/);
    }
    const read = await cli('due', '--until', '2030-12-31', ...signedIn(data, 'auditor'));
    expect((read.json() as unknown as { items: Item[] }).items).toEqual(items);
  });

  it('knows a date when it sees one', async () => {
    expect((await cli('due', '--until', '2030-13-01', ...signedIn(data, 'clerk'))).code).toBe(2);
  });
});
