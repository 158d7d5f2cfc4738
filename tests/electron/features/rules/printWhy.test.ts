/** RUL-02: 打印依据 carries value, facts, version, article and as-of; the log says which rules it named, and nothing else. */
import type { WhyPaper } from '@shared/contract/rules.contract';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printWhy } from '../../../../electron/features/rules/printWhy';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { probe } from '../../platform/render/pdfProbe';

const WHY: WhyPaper = {
  title: '计算依据',
  value: '9,030.00',
  sentence: '财产案件按标的额分段累计交纳受理费。',
  lines: [
    { label: '标的额', text: '523000.00' },
    { label: '截至', text: '2026-11-22' },
  ],
  columns: ['规则', '条文', '版本', '行', '层级'],
  rules: [['财产案件受理费', '诉讼费用交纳办法 第十三条', '2007-04-01 起', '500000-1000000', '法规 已核对原文']],
  asked: [{ rule: 'court-fee/acceptance', version: '2007-04-01' }],
  asOf: '2026-11-22',
};

let folder: TestFolder;
let outcome: 'sent' | 'cancelled' | 'failed' = 'sent';
const printed: Uint8Array[] = [];
beforeAll(async () => {
  folder = await makeFolder({
    engine: directEngine(),
    host: {
      printPdf: async ({ bytes }) => {
        printed.push(bytes);
        return outcome;
      },
    },
  });
});
afterAll(() => folder.close());

const entries = () =>
  folder.open.store.sqlite.prepare("SELECT detail FROM audit_entry WHERE action = 'rules.printWhy'").pluck().all();
const print = () => printWhy(folder.services, folder.open, WHY);

describe('RUL-02 打印依据', () => {
  test('is one page with everything that the card shows, and who printed it when', async () => {
    expect(await print()).toEqual({ outcome: 'sent' });
    const pages = await probe(present(printed[0], 'a printed paper'));
    expect(pages).toHaveLength(1);
    // Cells wrap: signs are looked for, not lines.
    const text =
      pages[0]?.items
        .map((item) => item.text)
        .join('')
        .replaceAll(' ', '') ?? '';
    const rules = [...WHY.columns, ...WHY.rules.flat()];
    const words = [
      WHY.title,
      WHY.value,
      WHY.sentence,
      ...WHY.lines.flatMap((line) => [line.label, line.text]),
      ...rules,
    ];
    for (const word of [...words, folder.open.actor.display, '2026-11-22'])
      expect(text).toContain(word.replaceAll(' ', ''));
  });

  test('leaves one entry that names the rules and no figure of the loan', () => {
    expect(entries().map((detail) => JSON.parse(String(detail)))).toEqual([{ asOf: WHY.asOf, rules: WHY.asked }]);
  });

  test('a cancelled print leaves none; a printer that fails is told', async () => {
    outcome = 'cancelled';
    expect(await print()).toEqual({ outcome: 'cancelled' });
    outcome = 'failed';
    const code = await print().catch((error: unknown) => error instanceof RefusalError && error.refusal.code);
    expect(code).toBe('print-failed');
    expect(entries()).toHaveLength(1);
  });
});
