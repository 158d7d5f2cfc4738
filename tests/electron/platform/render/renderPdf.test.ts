/** PDFs of papers: grid, determinism, glyphs, check boxes, unbroken numbers, signatures (DOC, documents.md §2, §9.4). */
import { type Block, heading, type PaperDocument, paragraph } from '@shared/domain/documents/blocks';
import { register, registerPaper } from '@shared/domain/documents/register';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import type { ReportFacts } from '@shared/domain/litigation/preLitigationReport/facts';
import { filledFields } from '@shared/domain/litigation/preLitigationReport/filledFields';
import { RefusalError } from '@shared/kernel/result';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../../electron/platform/render/renderPdf';
import {
  barestFacts,
  HEWAN_FACTS,
  HEWAN_FIELDS,
  HEWAN_TYPED,
  longestFacts,
} from '../../../unit/domain/litigation/hewanCase';
import { probe } from './pdfProbe';

const paper = (blocks: readonly Block[], change: Partial<PaperDocument> = {}): PaperDocument => ({
  code: 'DOC-TEST',
  title: '测试',
  unit: '河湾支行',
  date: '2026-09-20',
  class: 'SECRET',
  layout: 'official',
  blocks,
  ...change,
});
const report = (facts: ReportFacts, fields = filledFields(facts, HEWAN_TYPED)): PaperDocument =>
  composeReport(facts, fields, { date: '2026-09-20' });
const SENTENCE =
  '我行于2025年4月2日、2026年4月10日催收并留存签收证据，诉讼时效自2026年4月10日重新计算，目前未超过诉讼时效。';

describe('the line grid (DOC, documents.md §2.2)', () => {
  it('keeps baselines 28 ± 0.2 pt apart for every bundled font', async () => {
    const fonts = [
      paragraph({ text: SENTENCE, role: 'body' }),
      paragraph({ text: SENTENCE, role: 'hei' }),
      paragraph({ text: SENTENCE, role: 'song', bold: true }),
      paragraph({ text: `${SENTENCE}𠮷㛃𬱖䶮`, role: 'kai' }),
    ];
    const [page] = await probe((await renderPdf(paper(fonts), {})).bytes);
    const body = page?.items.filter((item) => Math.abs(item.size - 16) < 0.1) ?? [];
    const baselines = [...new Set(body.map((item) => Math.round(item.y * 100) / 100))].sort((a, b) => b - a);
    const grid = baselines.filter((y, index) => index === 0 || (baselines[index - 1] as number) - y > 1);
    expect(grid.length).toBeGreaterThanOrEqual(10);
    for (const [index, y] of grid.entries()) {
      if (index > 0) expect(Math.abs((grid[index - 1] as number) - y - 28)).toBeLessThanOrEqual(0.2);
    }
  });

  it('numbers pages “— 1 —”, odd ones right, even ones left', async () => {
    const pages = await probe((await renderPdf(paper([...Array(40)].map(() => paragraph(SENTENCE))), {})).bytes);
    const [first, second] = pages.map((page) => page.items.filter((item) => item.y < 99));
    expect(first?.map((item) => item.text).join('')).toBe('— 1 —');
    expect(first?.[0]?.x).toBeGreaterThan(400);
    expect(second?.[0]?.x).toBeLessThan(110);
  });
});

describe('ledgers over several pages (documents §6)', () => {
  const ledger = (count: number) =>
    register(
      {
        ...{ code: 'LED-T', title: '测试台账' },
        columns: [
          { title: '户名', kind: 'text', width: 60, cell: (row: number) => `借款人${row}号` },
          {
            title: '余额',
            kind: 'amount',
            width: 40,
            summed: true,
            cell: (row) => (row % 10 === 3 ? null : row * 100),
          },
        ],
      },
      Array.from({ length: count }, (_, at) => at + 1),
    );
  const lines = async (count: number) => {
    const made = { bank: '河湾支行', date: '2026-09-20', madeBy: '张三' };
    return (await probe((await renderPdf(registerPaper(ledger(count), made), {})).bytes)).map((page) => page.lines);
  };

  it('have page subtotal and running total under each page, the last of which is the total', async () => {
    const pages = await lines(60);
    expect(pages.length).toBeGreaterThan(2);
    let before = 0;
    for (const page of pages) {
      const rows = page.flatMap((line) => /^借款人(\d+)号/.exec(line)?.[1] ?? []).map(Number);
      const sum = rows.reduce((all, row) => all + (row % 10 === 3 ? 0 : row), 0);
      before += sum;
      const grouped = (yuan: number) => `${yuan.toLocaleString('en')}.00`;
      expect(page).toContain(`本页小计 余额 ${grouped(sum)}`);
      expect(page).toContain(`累 计 余额 ${grouped(before)}`);
    }
    expect(pages.at(-1)?.join()).toMatch(/合计 1,662\.00/);
    expect(before).toBe(1662);
  });

  it('on one page have their total alone', async () => {
    expect((await lines(3)).flat().join()).not.toContain('小计');
  });
});

describe('the pre-litigation report as PDF (LIT-01)', () => {
  it('gives equal bytes for equal input, whatever was rendered before', async () => {
    const first = await renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), { number: '河支论字〔2026〕第0007号' });
    await renderPdf(report(longestFacts()), { draft: true });
    const second = await renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), { number: '河支论字〔2026〕第0007号' });
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    expect(first.pages).toBe(13);
  });

  it('lays preview and print out alike: marks are overlays', async () => {
    const print = await probe(
      (await renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), { number: '河支论字〔2026〕第0007号' })).bytes,
    );
    const draft = await probe((await renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), { draft: true, reprint: 2 })).bytes);
    expect(draft.length).toBe(print.length);
    expect(draft[4]?.lines.filter((line) => print[4]?.lines.includes(line)).length).toBeGreaterThan(10);
    expect(draft[0]?.lines.join('\n')).toContain('〔编号待发〕');
    expect(draft[3]?.items.map((item) => item.text).join('')).toContain('草稿');
    expect(print[0]?.lines).toContain('商业秘密 内部使用');
  });

  it('breaks no number of the files', async () => {
    const facts = longestFacts();
    const lines = (await probe((await renderPdf(report(facts), {})).bytes)).flatMap((page) => page.lines);
    const numbers = facts.loans.flatMap((loan) => [loan.receiptNo, loan.contractNo]);
    for (const number of [...numbers, '〔编号待发〕', '1,500,000.00', '15,840,000.00', '91530100MA6K0000X1']) {
      expect(
        lines.some((line) => line.includes(number)),
        number,
      ).toBe(true);
    }
  });

  it('draws check boxes and types none', async () => {
    const pages = await probe((await renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), {})).bytes);
    const text = pages.flatMap((page) => page.lines).join('');
    expect(text).not.toMatch(/[□☑☐√]/);
    const boxes: Block = {
      kind: 'paragraph',
      runs: [
        { box: true, label: '起诉' },
        { box: false, label: '暂不起诉' },
      ],
    };
    const [drawn] = await probe((await renderPdf(paper([boxes]), {})).bytes);
    const [plain] = await probe((await renderPdf(paper([paragraph('起诉暂不起诉')]), {})).bytes);
    // Two squares and the two strokes of the tick.
    expect((drawn?.strokes ?? 0) - (plain?.strokes ?? 0)).toBe(4);
  });

  it.each([
    ['longest data', () => report(longestFacts())],
    ['no optional data', () => report(barestFacts(), filledFields(barestFacts(), {}))],
  ])('renders %s inside the type area', async (_what, make) => {
    const pages = await probe((await renderPdf(make(), {})).bytes);
    for (const page of pages) {
      for (const item of page.items) {
        expect(item.x, item.text).toBeGreaterThan(79);
        expect(item.x, item.text).toBeLessThan(522);
      }
    }
  });
});

describe('rare characters (G-GLYPH, documents.md §2.9)', () => {
  it('prints 𬱖䶮𠮷㛃 from whichever font has them', async () => {
    const facts = { ...barestFacts(), borrower: { ...barestFacts().borrower, name: '𬱖䶮𠮷㛃' } };
    const pages = await probe((await renderPdf(report(facts), {})).bytes);
    const text = pages.flatMap((page) => page.lines).join('\n');
    expect(text).toContain('关于对𬱖䶮𠮷㛃');
  });

  it.each([
    ['\ue123', 'U+E123'],
    ['\u{1f600}', 'U+1F600'],
  ])('refuses a character that no font has', async (character, codePoint) => {
    const failure = await renderPdf(paper([paragraph(`何${character}川`)]), {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusalError);
    expect((failure as RefusalError).refusal).toMatchObject({ code: 'glyph-missing', facts: { character, codePoint } });
  });
});

describe('signatures (documents.md §2.7)', () => {
  const sign: Block = { kind: 'signatures', lines: [{ label: '经办人', people: 2 }, { label: '复核人' }] };

  it('never stand alone on a page', async () => {
    for (let count = 15; count <= 24; count++) {
      const text = [...Array(count)].map((_, index) => paragraph(`第${index + 1}段正文。`));
      const pages = await probe((await renderPdf(paper([...text, sign]), {})).bytes);
      const page = pages.find((candidate) => candidate.lines.some((line) => line.startsWith('复核人')));
      const before = page?.lines.filter((line) => line.includes('正文')).length;
      expect(before, `${count} paragraphs`).toBeGreaterThanOrEqual(2);
    }
  });

  it('the words that lead to the court’s name go with it, however near the seal they stand', async () => {
    const end: Block[] = [
      { kind: 'paragraph', runs: [{ text: '此致' }], leads: true },
      { kind: 'paragraph', runs: [{ text: '奉节县人民法院' }], indent: false },
      paragraph('附：证据目录'),
      { kind: 'seal', issuer: '具状人（盖章）：某支行', date: '2026-11-22', inWords: true },
    ];
    for (let count = 14; count <= 22; count++) {
      const text = [...Array(count)].map(() => paragraph('正文。'));
      const pages = await probe((await renderPdf(paper([...text, ...end]), {})).bytes);
      const page = pages.find((candidate) => candidate.lines.includes('此致'));
      expect(page?.lines, `${count} paragraphs`).toContain('奉节县人民法院');
      expect(pages.length).toBeLessThanOrEqual(2);
    }
  });

  it('leave no heading at the foot of a page', async () => {
    for (let count = 17; count <= 21; count++) {
      const text = [...Array(count)].map(() => paragraph('正文。'));
      const pages = await probe(
        (await renderPdf(paper([...text, heading(1, '一、标题'), paragraph('其下。')]), {})).bytes,
      );
      const page = pages.find((candidate) => candidate.lines.includes('一、标题'));
      expect(page?.lines, `${count} paragraphs`).toContain('其下。');
    }
  });
});

describe('cancelling', () => {
  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    await expect(renderPdf(report(HEWAN_FACTS, HEWAN_FIELDS), {}, controller.signal)).rejects.toThrow('stopped');
  });
});
