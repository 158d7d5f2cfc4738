/** Many papers at once: each file as it would be alone, one file for the printer, receipts on the back of their sheets (APP-04). */

import type { PaperDocument } from '@shared/domain/documents/blocks';
import { composeNotice, proposedFields } from '@shared/domain/dunning/composeNotice';
import { describe, expect, it } from 'vitest';
import { newInstallation, newPaperKey } from '../../../../electron/platform/paperCodes';
import { missingGlyph } from '../../../../electron/platform/render/glyphCheck';
import { renderJob, renderPdf } from '../../../../electron/platform/render/renderPdf';
import { guarantorNotice, qingheNotice } from '../../../unit/domain/dunning/qingheNotice';

const installation = newInstallation();
const notice = (index: number, many = 1) => {
  const facts = index % 2 === 0 ? qingheNotice() : guarantorNotice();
  const loans = Array.from(
    { length: many },
    (_, at) => ({ ...facts.loans[0], id: at }) as (typeof facts.loans)[number],
  );
  const form = index % 2 === 0 ? 'DOC-REC-01' : 'DOC-REC-03';
  const document = composeNotice(form, { ...facts, loans }, proposedFields(facts), '2026-09-21');
  const marks = { number: `河支催字〔2026〕第000${index + 1}号`, code: { installation, form, key: newPaperKey() } };
  return { document, marks, duplex: true };
};

describe('renderJob', () => {
  it('makes each paper’s own file as renderPdf would, letter and receipt on two pages', async () => {
    const papers = [notice(0), notice(1), notice(2)];
    const { single, all } = await renderJob(papers, () => {});
    for (const [index, { document, marks }] of papers.entries()) {
      const alone = await renderPdf(document, marks);
      expect(alone.pages).toBe(2);
      expect(Buffer.from(single[index]?.bytes ?? []).equals(Buffer.from(alone.bytes)), String(index)).toBe(true);
    }
    expect(all.pages).toBe(6);
  });

  it('begins every paper on a sheet of its own, and keeps loose lists out of the archive', async () => {
    const cover: PaperDocument = {
      ...notice(0).document,
      layout: 'ledger',
      blocks: [{ kind: 'title', lines: ['清单'] }],
    };
    const papers = [{ document: cover, marks: { number: '' }, loose: true, duplex: true }, notice(0, 8), notice(1)];
    const done: number[] = [];
    const { single, all } = await renderJob(papers, (count) => done.push(count));
    expect(single.map((file) => file?.pages ?? null)).toEqual([null, 3, 2]);
    expect(all.pages).toBe(2 + 4 + 2);
    expect(done).toEqual([1, 2, 3]);
  });

  it('stops between two papers', async () => {
    const abort = new AbortController();
    const job = renderJob([notice(0), notice(1)], () => abort.abort(new Error('stop')), abort.signal);
    await expect(job).rejects.toThrow('stop');
  });
});

describe('missingGlyph', () => {
  it('says what drawing would refuse, before a number is spent', async () => {
    const facts = qingheNotice({ addressee: { ...qingheNotice().addressee, name: '某\u{e000}公司' } });
    const paper = composeNotice('DOC-REC-01', facts, proposedFields(facts), '2026-09-21');
    expect(missingGlyph(paper)).toMatchObject({ code: 'glyph-missing', facts: { codePoint: 'U+E000' } });
    await expect(renderPdf(paper, { draft: true })).rejects.toThrow('glyph-missing');
    expect(missingGlyph(notice(0).document)).toBeNull();
  });
});
