/** Failed sign-ins are counted beside the data, whatever becomes of the program and the clock (reliability: keys and people). */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInGuard } from '../../../electron/platform/signInGuard';

let root: string;
let uptime: number;
let now: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qingshou-guard-'));
  uptime = 5_000;
  now = '2026-11-22T02:30:00.000Z';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A new one each time, as after a restart of the program. */
const guard = () => new SignInGuard({ root, now: () => new Date(now), uptime: () => uptime });
const fail = (subject: string, shown = subject) => guard().attempt({ subject, shown, act: async () => null });
const succeed = (subject: string) => guard().attempt({ subject, shown: subject, act: async () => 'in' });
const failures = async (subject: string, times: number) => {
  for (let time = 0; time < times; time += 1) await fail(subject);
};
const delay = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 0,
    (error) => error.refusal,
  );

describe('failed sign-ins', () => {
  it('delay the sixth attempt, the right password included, across restarts of the program', async () => {
    await failures('zhang', 5);
    expect(await delay(succeed('zhang'))).toEqual({ code: 'signin-delayed', facts: { seconds: 60 } });
    uptime += 59;
    expect(await delay(succeed('zhang'))).toMatchObject({ facts: { seconds: 1 } });
    uptime += 1;
    expect(await succeed('zhang')).toBe('in');
    expect(await succeed('zhang')).toBe('in');
  });

  it('grow the wait, and are not shortened by setting the clock', async () => {
    await failures('zhang', 5);
    now = '2036-01-01T00:00:00.000Z';
    expect(await delay(fail('zhang'))).toMatchObject({ facts: { seconds: 60 } });
    uptime += 60;
    await fail('zhang');
    expect(await delay(fail('zhang'))).toMatchObject({ facts: { seconds: 120 } });
  });

  it('wait anew after the computer was started again', async () => {
    await failures('zhang', 5);
    uptime = 30;
    expect(await delay(succeed('zhang'))).toMatchObject({ facts: { seconds: 60 } });
    uptime = 60;
    expect(await delay(succeed('zhang'))).toMatchObject({ facts: { seconds: 30 } });
    uptime = 90;
    expect(await succeed('zhang')).toBe('in');
  });

  it('of one name do not delay another; those of many names delay all', async () => {
    await failures('zhang', 5);
    expect(await succeed('li')).toBe('in');
    for (let name = 0; name < 20; name += 1) await fail(`nobody-${name}`, '***');
    expect(await delay(succeed('li'))).toMatchObject({ facts: { seconds: 60 } });
  });

  it('of names of nobody are delayed alike, and the names are not kept', async () => {
    for (let time = 0; time < 5; time += 1) await fail('Mima-typed-as-name', '***');
    expect(await delay(fail('Mima-typed-as-name'))).toMatchObject({ code: 'signin-delayed' });
    expect(readFileSync(join(root, 'signin.json'), 'utf8')).not.toContain('Mima');
  });

  it('are kept for the log until they are in it, and nothing is left behind then', async () => {
    await failures('zhang', 2);
    now = '2026-11-22T03:00:00.000Z';
    await fail('zhang');
    await fail('nobody', '***');
    await succeed('zhang');
    expect(guard().unreported()).toEqual([
      { name: 'zhang', times: 3, first: '2026-11-22T02:30:00.000Z', last: now },
      { name: '***', times: 1, first: now, last: now },
    ]);
    guard().reported();
    expect(guard().unreported()).toEqual([]);
    await succeed('nobody');
    expect(existsSync(join(root, 'signin.json'))).toBe(false);
  });

  it('count although the program is killed while it tries', async () => {
    for (let time = 0; time < 5; time += 1)
      void guard().attempt({ subject: 'a', shown: 'a', act: () => new Promise(() => {}) });
    expect(await delay(succeed('a'))).toMatchObject({ code: 'signin-delayed' });
  });

  it('in a damaged file begin anew and keep nobody out', async () => {
    for (const text of [
      '',
      '{',
      'null',
      '{"version":1}',
      '{"version":1,"salt":"x","folder":null,"names":null,"unreported":[]}',
    ]) {
      writeFileSync(join(root, 'signin.json'), text);
      expect(await succeed('zhang')).toBe('in');
    }
  });
});
