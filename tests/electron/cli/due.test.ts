/** due on the command line: what runs out, computed when it is out of date (REC-05). */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext, signIn } from '../../../electron/cli/context';
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

  it('lists approvals that wait, whoever decides them, beside what the rules say', async () => {
    const context = createContext({ data }, 'test');
    await signIn(context, { user: 'clerk', passwordFile: path('pw.txt') });
    const leave = {
      kind: 'sick',
      reason: '住院治疗',
      firstDay: '2026-12-01',
      lastDay: '2026-12-03',
      substituteId: null,
    } as const;
    await context.client.team.askLeave({ ...leave, requestId: randomUUID() });
    await context.services.session.lock();
    const listed = await cli('due', '--until', '2030-12-31', ...signedIn(data, 'clerk'));
    const { items } = listed.json() as unknown as { items: (Item & { waitingFor: string; about: string })[] };
    expect(items.filter(({ kind }) => kind === 'approval')).toMatchObject([
      { date: null, about: 'leave', waitingFor: 'deputy-head', submittedBy: expect.any(String) },
    ]);
    expect(items.at(-1)?.kind).toBe('approval');
    expect(new Set(items.map(({ kind }) => kind)).has('limitation')).toBe(true);
  });

  it('knows a date when it sees one', async () => {
    expect((await cli('due', '--until', '2030-13-01', ...signedIn(data, 'clerk'))).code).toBe(2);
  });
});
