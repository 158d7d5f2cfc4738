/** stats on the command line: the ratios of a month from the sample branch's fourteen month-ends (CLS-05). */
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE, samplePath } from '../../support/importFiles';
import { cli, cliFolder, setupFile } from '../../support/runCli';

const { path, write, signedIn } = cliFolder();
const data = path('data');

beforeAll(async () => {
  const setup = write('setup.json', setupFile());
  await cli('init', '--setup', setup, ...signedIn(data, 'admin'), '--recovery-out', path('code.txt'));
  for (const [kind, file] of [
    ['loans', SAMPLE.on],
    ['classification-history', SAMPLE.history],
  ] as const) {
    const imported = await cli(
      'import',
      samplePath(file),
      '--kind',
      kind,
      '--accept-warnings',
      ...signedIn(data, 'clerk'),
    );
    expect(imported.code).toBe(0);
  }
}, 60_000);

interface Figures {
  readonly ratio: string;
  readonly numerator: string;
  readonly denominator: string;
}

interface Stats {
  readonly opening: string;
  readonly npl: Figures;
  readonly recovery: Figures;
  readonly coverage: Figures;
  readonly reserveFrom: string;
  readonly migration: readonly (Figures & { class: string })[];
  readonly moved: readonly { opening: string; closing: string | null; loans: number; openingBalance: string }[];
}

describe('CLS-05 stats on the command line', () => {
  it('measures migration on the cohort of the end of the year before', async () => {
    const found = await cli('stats', '--month', '2026-10', ...signedIn(data, 'clerk'));
    expect(found.code).toBe(0);
    const stats = found.json() as unknown as Stats;
    expect(stats.opening).toBe('2025-12');
    const pass = stats.moved.filter(({ opening }) => opening === '正常');
    // samples/expected.json: 82 stayed, 7 became 关注, 1 次级, 4 were settled.
    expect(Object.fromEntries(pass.map(({ closing, loans }) => [closing ?? 'left', loans]))).toEqual({
      正常: 82,
      关注: 7,
      次级: 1,
      left: 4,
    });
    // Down: 2,817,423.00 + 75,000.00; left: those and what stayed, 31,260,038.21.
    expect(stats.migration[0]).toEqual({
      class: '正常',
      numerator: '2892423.00',
      denominator: '34152461.21',
      ratio: '0.0847',
    });
    expect(stats.migration.map((each) => each.class)).toEqual(['正常', '关注', '次级', '可疑']);
  });

  it('gives each ratio with what it is made of, and says what stands in for the reserve', async () => {
    const stats = (await cli('stats', '--month', '2026-10', ...signedIn(data, 'auditor'))).json() as unknown as Stats;
    for (const { ratio, numerator, denominator } of [stats.npl, stats.coverage, stats.recovery])
      expect(Number(ratio)).toBeCloseTo(Number(numerator) / Number(denominator), 3);
    expect(stats.reserveFrom).toBe('rules');
  });

  it('says n/a where nothing can be divided by, and refuses a month without a list', async () => {
    const first = (await cli('stats', '--month', '2025-10', ...signedIn(data, 'clerk'))).json() as unknown as Stats;
    expect(first.migration.every(({ ratio }) => ratio === 'n/a')).toBe(true);
    const none = await cli('stats', '--month', '2020-01', ...signedIn(data, 'clerk'));
    expect([none.code, none.json().refusal?.code]).toEqual([1, 'month-unknown']);
    expect((await cli('stats', '--month', '2026-13', ...signedIn(data, 'clerk'))).code).toBe(2);
  });
});
