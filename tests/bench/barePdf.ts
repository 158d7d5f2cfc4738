/// <reference path="../../electron/platform/render/pdfmakeParts.d.ts" />
/** Bare pdfmake with cached fonts: the content of a paper laid out and drawn once, without our checks, marks and improvements. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { mm, PAGE } from '@shared/domain/documents/typesetting';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import { pdfContent } from '../../electron/platform/render/pdfBlocks';
import { finish, layOut, PaperPdf, PaperRenderer } from '../../electron/platform/render/pdfmakeEngine';

const NUMBER = '奉支论〔2026〕1号';

function paperSize(document: PaperDocument) {
  const page = PAGE[document.layout];
  const size = { width: mm(page.width), height: mm(page.height), left: mm(page.left), right: mm(page.right) };
  return { ...size, top: mm(page.top), bottom: mm(page.bottom) };
}

/** An empty file for papers of that size. */
export function barePaper(document: PaperDocument): PaperPdf {
  const { width, height } = paperSize(document);
  const options = {
    size: [width, height] as [number, number],
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    compress: true,
    autoFirstPage: false,
    bufferPages: true,
    info: {},
    font: null,
  };
  return new PaperPdf({}, {}, {}, {}, options);
}

export function barePages(document: PaperDocument, pdf: PaperPdf): Page[] {
  const plan = { breakBefore: new Set<number>(), splitTable: new Map<number, number>() };
  return layOut(pdfContent(document, NUMBER, plan), pdf, paperSize(document));
}

export async function barePdf(document: PaperDocument): Promise<void> {
  const pdf = barePaper(document);
  new PaperRenderer(pdf).renderPages(barePages(document, pdf));
  await finish(pdf);
}
