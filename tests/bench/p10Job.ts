/// <reference path="../../electron/platform/render/pdfmakeParts.d.ts" />
/** P10: a job of 200 notices with receipts against bare pdfmake with cached fonts: in one file, and with a file of each besides. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { composeNotice, proposedFields } from '@shared/domain/dunning/composeNotice';
import { newInstallation, newPaperKey } from '../../electron/platform/paperCodes';
import { finish, PaperRenderer } from '../../electron/platform/render/pdfmakeEngine';
import { type MarkedPaper, renderJob } from '../../electron/platform/render/renderPdf';
import { qingheNotice } from '../unit/domain/dunning/qingheNotice';
import { barePages, barePaper, barePdf } from './barePdf';
import { interleaved, type Line, ratios, spreadOf, timed } from './measure';

const NOTICES = 200;

/** Notices to 200 people, each with amounts and a number of its own. */
function notices(): MarkedPaper[] {
  const installation = newInstallation();
  return Array.from({ length: NOTICES }, (_, index) => {
    const facts = qingheNotice();
    const loans = facts.loans.map((loan) => ({
      ...loan,
      contractNo: `河支流借字2023第${1000 + index}号`,
      balance: loan.balance - index,
    }));
    const own = { ...facts, loans, addressee: { ...facts.addressee, name: `云岭县第${index}号农产品加工有限公司` } };
    const document = composeNotice('DOC-REC-01', own, proposedFields(own), '2026-09-21');
    const number = `河支催字〔2026〕第${String(index + 1).padStart(4, '0')}号`;
    return { document, marks: { number, code: { installation, form: 'DOC-REC-01', key: newPaperKey() } } };
  });
}

/** All papers in one file, laid out and drawn once, without our checks, marks and codes. */
async function bareJob(documents: readonly PaperDocument[]): Promise<void> {
  const pdf = barePaper(documents[0] as PaperDocument);
  const renderer = new PaperRenderer(pdf);
  for (const document of documents) renderer.renderPages(barePages(document, pdf));
  await finish(pdf);
}

export async function p10Job(rounds: number): Promise<Line[]> {
  const papers = notices();
  const documents = papers.map(({ document }) => document);
  const loose = papers.map((paper) => ({ ...paper, loose: true }));
  const quiet = () => {};
  const sides = {
    one: () => timed(() => renderJob(loose, quiet)),
    bareOne: () => timed(() => bareJob(documents)),
    both: () => timed(() => renderJob(papers, quiet)),
    bareBoth: () =>
      timed(async () => {
        await bareJob(documents);
        for (const document of documents) await barePdf(document);
      }),
  };
  await interleaved(1, sides);
  const times = await interleaved(rounds, sides);
  const line = (work: string, ours: readonly number[], bare: readonly number[]): Line => ({
    id: 'P10',
    work,
    unit: 'x',
    spread: spreadOf(ratios([...ours], [...bare])),
    goal: 1.3,
    judged: 'median',
  });
  const info = (work: string, spent: readonly number[]): Line => ({
    id: '',
    work,
    unit: 'ms',
    spread: spreadOf([...spent]),
    goal: null,
    judged: 'median',
  });
  return [
    line('200 notices in one file / bare pdfmake', times.one, times.bareOne),
    line('200 notices, one file and 200 files / bare', times.both, times.bareBoth),
    info('200 notices in one file', times.one),
    info('200 notices, one file and 200 files', times.both),
  ];
}
