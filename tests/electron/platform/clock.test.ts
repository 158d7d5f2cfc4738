/** The day of an instant is the branch's own: in China it begins eight hours before that in Greenwich. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What an expression over `localDay` and SQLite's `day(instant)` says on a computer in that time zone. */
function saidIn(zone: string, expression: string): string {
  const script = `
    import Database from 'better-sqlite3';
    import { localDay } from ${JSON.stringify(pathToFileURL(resolve(ROOT, 'electron/platform/clock.ts')).href)};
    const day = (at) => new Database(':memory:').prepare("SELECT date(?, 'localtime')").pluck().get(at);
    process.stdout.write(String(${expression}));`;
  const options = { cwd: ROOT, env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' }, encoding: 'utf8' } as const;
  return execFileSync(process.execPath, ['--experimental-strip-types', '--input-type=module', '-e', script], options);
}

it('before eight in the morning it is not yet that day in Greenwich', () => {
  expect(saidIn('Asia/Shanghai', "localDay('2026-03-05T23:30:00.000Z')")).toBe('2026-03-06');
  expect(saidIn('UTC', "localDay('2026-03-05T23:30:00.000Z')")).toBe('2026-03-05');
});

it('SQL that reckons with the day of an entry says the same', () => {
  expect(saidIn('Asia/Shanghai', "day('2026-03-05T23:30:00.000Z')")).toBe('2026-03-06');
});
