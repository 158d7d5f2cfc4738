/** Both engines give the same papers; the thread survives refusals and cancelling (P10, DOC). */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paragraph } from '@shared/domain/documents/blocks';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directEngine, type RenderEngine, workerEngine } from '../../../../electron/platform/render/renderEngine';
import { HEWAN_FACTS, HEWAN_FIELDS } from '../../../unit/domain/litigation/hewanCase';

const paper = composeReport(HEWAN_FACTS, HEWAN_FIELDS, { date: '2026-09-20' });
const marks = { number: '河支论字〔2026〕第0007号' };
// Inside the project, so that the built thread finds the packages and the fonts.
const outDir = resolve('node_modules/.cache/render-worker-test');
let engine: RenderEngine;

beforeAll(async () => {
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': resolve('shared') } },
    build: {
      ssr: resolve('electron/platform/render/renderWorker.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'renderWorker.mjs' } },
    },
  });
  engine = workerEngine(pathToFileURL(resolve(outDir, 'renderWorker.mjs')));
});

afterAll(() => engine.close());

describe('workerEngine', () => {
  it('gives the bytes of the direct engine', async () => {
    const there = await engine.renderPdf(paper, marks);
    const here = await directEngine().renderPdf(paper, marks);
    expect(there.pages).toBe(here.pages);
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  });

  it('hands refusals over as refusals and goes on', async () => {
    const bad = { ...paper, blocks: [paragraph('何\ue123川')] };
    await expect(engine.renderPdf(bad, {})).rejects.toMatchObject({ refusal: { code: 'glyph-missing' } });
    await expect(engine.renderDocx(paper, marks)).resolves.toHaveProperty('bytes');
  });

  it('cancels the paper in hand and finishes those that wait', async () => {
    const controller = new AbortController();
    const cancelled = engine.renderPdf(paper, {}, controller.signal);
    const waiting = engine.renderPdf(paper, marks);
    controller.abort(new Error('stopped'));
    await expect(cancelled).rejects.toThrow('stopped');
    expect((await waiting).pages).toBe(13);
  });
});
