import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { renderPdf } from '/work/main/electron/platform/render/renderPdf';
import { renderDocx } from '/work/main/electron/platform/render/renderDocx';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import { checkReport } from '@shared/domain/litigation/preLitigationReport/checkReport';
import { filledFields } from '@shared/domain/litigation/preLitigationReport/filledFields';
import * as c from '/work/main/tests/unit/domain/litigation/hewanCase';
it('r', async () => {
  console.log(checkReport(c.HEWAN_FACTS, c.HEWAN_FIELDS));
  const doc = composeReport(c.HEWAN_FACTS, c.HEWAN_FIELDS, { date: '2026-09-20' });
  for (let i = 0; i < 3; i++) { const t = performance.now(); const r = await renderPdf(doc, { number: '河支论字〔2026〕第0007号' }); console.log(r.pages, r.bytes.length, performance.now() - t); if(i===0) writeFileSync('/tmp/h4/a.pdf', r.bytes); }
  const r2 = await renderPdf(doc, { draft: true, watermark: '李敏 10023 2026-09-20 10:15 第1次打印', reprint: 2 }); writeFileSync('/tmp/h4/b.pdf', r2.bytes);
  const l = c.longestFacts(); const r3 = await renderPdf(composeReport(l, filledFields(l, c.HEWAN_TYPED), { date: '2026-09-20' }), {}); writeFileSync('/tmp/h4/c.pdf', r3.bytes);
  const e = c.barestFacts(); const r4 = await renderPdf(composeReport(e, filledFields(e, {}), { date: '2026-09-20' }), {}); writeFileSync('/tmp/h4/d.pdf', r4.bytes);
  writeFileSync('/tmp/h4/a.docx', (await renderDocx(doc, { number: '河支论字〔2026〕第0007号' })).bytes);
});
import { pdfContent } from '/work/main/electron/platform/render/pdfBlocks';
import { improvedPlan } from '/work/main/electron/platform/render/pdfLayoutCheck';
import { layOut, PaperPdf, PaperRenderer, finish } from '/work/main/electron/platform/render/pdfmakeEngine';
it('time', async () => {
  const doc = composeReport(c.HEWAN_FACTS, c.HEWAN_FIELDS, { date: '2026-09-20' });
  const size = { width: 595.28, height: 841.89, left: 79.4, top: 104.9, right: 73.7, bottom: 99.2 };
  for (let k = 0; k < 4; k++) {
  const pdf = new PaperPdf({}, {}, {}, {}, { size: [595.28, 841.89], pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true, compress: true, autoFirstPage: false, bufferPages: true, info: {}, font: null } as any);
  let plan: any = { breakBefore: new Set(), splitTable: new Map() };
  const t: any[] = []; let pages: any;
  for (let i = 0; i < 12; i++) { let a = performance.now(); const con = pdfContent(doc, 'x', plan); let b = performance.now(); pages = layOut(con, pdf, size); let d = performance.now(); const better = improvedPlan(doc, pages, plan); t.push([(b - a) | 0, (d - b) | 0, (performance.now() - d) | 0]); if (!better) break; plan = better; }
  let a = performance.now(); new PaperRenderer(pdf).renderPages(pages); let b = performance.now(); await finish(pdf); console.log(JSON.stringify(t), (b - a) | 0, (performance.now() - b) | 0);
  }
});
