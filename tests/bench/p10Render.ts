/** P10: the pre-litigation report as PDF against bare pdfmake with cached fonts, and whether a thread keeps the rest free. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import { directEngine, workerEngine } from '../../electron/platform/render/renderEngine';
import { HEWAN_FACTS, HEWAN_FIELDS } from '../unit/domain/litigation/hewanCase';
import { barePdf } from './barePdf';
import { interleaved, type Line, ratios, spreadOf, timed } from './measure';
import { p10Job } from './p10Job';

const MARKS = { number: '奉支论〔2026〕1号' };
const PAPERS = 10;
const WARM_UP = 3;

/** The longest that a timer of this thread was late while the other thread made papers, in milliseconds. */
async function stallOf(document: PaperDocument): Promise<number> {
  const engine = workerEngine(new URL('./renderWorker.js', import.meta.url));
  await engine.renderPdf(document, MARKS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let paper = 0; paper < PAPERS; paper++) await engine.renderPdf(document, MARKS);
  delay.disable();
  await engine.close();
  return delay.max / 1e6;
}

export async function p10(_loans: number, rounds: number): Promise<Line[]> {
  const document = composeReport(HEWAN_FACTS, HEWAN_FIELDS, { date: '2026-09-20' });
  const engine = directEngine();
  const sides = {
    report: () => timed(() => engine.renderPdf(document, MARKS)),
    bare: () => timed(() => barePdf(document)),
  };
  await interleaved(WARM_UP, sides);
  const times = await interleaved(rounds * PAPERS, sides);
  const stalls: number[] = [];
  for (let round = 0; round < rounds; round++) stalls.push(await stallOf(document));
  const ratio = spreadOf(ratios(times.report, times.bare));
  const info = { goal: null, judged: 'median' } as const;
  return [
    { id: 'P10', work: 'report as PDF / bare pdfmake', unit: 'x', spread: ratio, goal: 1.3, judged: 'median' },
    {
      id: 'P10',
      work: 'longest stall of the other thread',
      unit: 'ms',
      spread: spreadOf(stalls),
      goal: 50,
      judged: 'max',
    },
    { id: '', work: 'report as PDF', unit: 'ms', spread: spreadOf(times.report), ...info },
    { id: '', work: 'bare pdfmake', unit: 'ms', spread: spreadOf(times.bare), ...info },
    ...(await p10Job(rounds)),
  ];
}
