/** Court cases on the command line: the sample ledger imported twice, a case by each of its keys (LIT-13, cli.md). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile, SAMPLE, samplePath } from '../../support/importFiles';
import { makeFolder } from '../../support/openFolder';
import { cli, cliFolder } from '../../support/runCli';

const { signedIn } = cliFolder();
const LEDGER = samplePath('诉讼案件台账.xlsx');

let data: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const folder = await makeFolder();
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors]) await importFile(folder, samplePath(name));
  await folder.services.session.lock();
  [data, close] = [folder.dir, folder.close];
}, 60_000);
afterAll(() => close());
const as = () => signedIn(data, 'clerk');

describe('case show', () => {
  it('LIT-13 the ledger adds its cases once', async () => {
    const run = () => cli('import', '--kind', 'cases', LEDGER, '--accept-warnings', ...as());
    expect((await run()).json()).toMatchObject({ added: 12, unchanged: 0, refused: 0 });
    expect((await run()).json()).toMatchObject({ batch: null, added: 0, changed: 0, unchanged: 12 });
  });

  it.each(['AJ000009', '（2024）渝0236民初90733号', '(2024)渝0236民初90733号'])(
    'tells stage, deadlines and gate of %s; money as yuan text, dates as they are',
    async (key) => {
      const { code, json } = await cli('case', 'show', key, ...as());
      expect(code).toBe(0);
      expect(json()).toMatchObject({
        ...{ key: 'AJ000009', stage: 'effective' },
        claimed: { principal: '67000.00', interest: '99801.89', total: '166801.89' },
        gate: { isOpen: true, responsible: { role: 'director' } },
      });
      expect(json().deadlines).toContainEqual(
        expect.objectContaining({ kind: 'enforcement-period', day: '2026-11-25' }),
      );
    },
  );

  it('refuses a case that there is none of (1)', async () => {
    const { code, json } = await cli('case', 'show', 'AJ999999', ...as());
    expect([code, json().refusal?.code]).toEqual([1, 'case-unknown']);
  });
});
