/**
 * `npm test`: types, style, unit and integration tests, build, end-to-end specs, in this order. All parts run even
 * when one fails. The last line is `N passed, N failed`; types and style count as one test each.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { projectNode, ROOT, runVisibly, say, toolPath } from './tools.mjs';

const reports = mkdtempSync(join(tmpdir(), 'qingshou-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const tool = (path, args, env = {}) => runVisibly(projectNode(), [toolPath(path), ...args], { ...process.env, ...env });

/** A part that says only whether it went well counts as one test. */
const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** Counts of a report; a part that wrote none, or ended badly without a failed test, counts as one failure. */
function counted(code, file, read) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    say(`no report in ${file}`);
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function unit() {
  const file = join(reports, 'unit.json');
  const code = await tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted(code, file, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
}

async function endToEnd() {
  if (!(await findChromium())) {
    say('end-to-end: no Chromium; install chromium and poppler-utils, or set QINGSHOU_CHROMIUM');
    return one(1);
  }
  const file = join(reports, 'e2e.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], env);
  return counted(code, file, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));
}

const PARTS = [
  ['types', async () => one(await tool('typescript/bin/tsc', ['-b']))],
  ['style', async () => one(await tool('@biomejs/biome/bin/biome', ['check', '.']))],
  ['unit and integration', unit],
  ['build', async () => one(await runVisibly(projectNode(), [join(ROOT, 'scripts/bootstrap.mjs'), '--build']))],
  ['end to end', endToEnd],
];

const total = { passed: 0, failed: 0 };
for (const [name, run] of PARTS) {
  console.log(`\n── ${name}`);
  const { passed, failed } = await run();
  // The build is a step, not a test: only its failure counts.
  if (name !== 'build') total.passed += passed;
  total.failed += failed;
  console.log(`── ${name}: ${failed === 0 ? 'ok' : 'FAILED'}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
