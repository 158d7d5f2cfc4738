/** The recovery code on paper: two pages to the printer, nothing on disk, nothing left in memory (APP-02). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoverySheet } from '@shared/domain/users/recoverySheet';
import { SHEET_LANGUAGES, SHEET_WORDS } from '@shared/domain/users/recoverySheet.words';
import { describe, expect, test } from 'vitest';
import { printRecoveryCode } from '../../../../electron/features/users/printRecoveryCode';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { makeFolder } from '../../../support/openFolder';

const code = ['ABCD-EFGH-JKMN-PQRS', 'T0V1-W2X3-Y4Z5-6789'] as const;
const asked = { bank: '奉节县某支行', code, language: 'zh-CN' } as const;

/** Bytes of every file below a folder. */
function filesBelow(dir: string): Buffer[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

async function printed(answer: 'sent' | 'cancelled' | 'failed', language: (typeof SHEET_LANGUAGES)[number] = 'zh-CN') {
  const jobs: { title: string; start: string; bytes: Uint8Array }[] = [];
  const folder = await makeFolder({
    engine: directEngine(),
    host: {
      printPdf: async ({ title, bytes }) => {
        jobs.push({ title, start: Buffer.from(bytes.subarray(0, 5)).toString('latin1'), bytes });
        return answer;
      },
    },
  });
  const outcome = printRecoveryCode(folder.services, { ...asked, language });
  await outcome.catch(() => {});
  const files = filesBelow(folder.dir);
  await folder.close();
  return { outcome, jobs, files };
}

describe('APP-02 printing the recovery code', () => {
  test('goes to the print dialog as one paper and is wiped afterwards', async () => {
    const { outcome, jobs } = await printed('sent');
    expect(await outcome).toEqual({ outcome: 'sent' });
    expect(jobs.map(({ title, start }) => ({ title, start }))).toEqual([{ title: '数据恢复码保管单', start: '%PDF-' }]);
    expect(jobs[0]?.bytes.every((byte) => byte === 0)).toBe(true);
  });

  test('leaves no half in any file of the folder', async () => {
    const { files } = await printed('sent');
    for (const half of code) expect(files.some((bytes) => bytes.includes(half))).toBe(false);
  });

  test('a cancelled dialog is no failure, a broken printer is a refusal', async () => {
    expect(await (await printed('cancelled')).outcome).toEqual({ outcome: 'cancelled' });
    const { outcome, jobs } = await printed('failed');
    await expect(outcome).rejects.toMatchObject({ refusal: { code: 'print-failed' } });
    expect(jobs[0]?.bytes.every((byte) => byte === 0)).toBe(true);
  });

  test.each(SHEET_LANGUAGES)('fits two pages in %s', async (language) => {
    const facts = { bank: '重庆市奉节县某某农村商业银行股份有限公司永安镇支行', date: '2026-11-22', code };
    const { pages } = await directEngine().renderPdf(recoverySheet(SHEET_WORDS[language], facts), {});
    expect(pages).toBe(2);
  });
});
