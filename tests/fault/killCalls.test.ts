/**
 * R2: each of ten key actions is killed at every one of its writing and flushing calls. What it had said is there, the rest is
 * there as a whole or not at all, and the folder is sound.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printFigure } from '../support/figure';
import { type ActsFolder, actsFolder } from './keyActs';
import { killedAt, type Moment, writingMoments } from './killedAtCalls';
import { ROUNDS, reopened } from './killing';

/** Of the short form: what exchanges the database, at a few of its moments. */
const SHORT = ['remove user'];
const SHORT_ROUNDS = 3;

let at: ActsFolder;
beforeAll(async () => {
  at = await actsFolder();
});
afterAll(() => at.close());

/** Whether the act is there after the next sign-in; fails when it was confirmed and is not. */
async function kill(act: string, moment: Moment): Promise<'done' | 'undone'> {
  const copy = at.copy();
  const { code, out } = await killedAt(at.command(act, copy.dir), copy.own, moment);
  const where = `${act}: ${moment.call} ${moment.count}`;
  let there = 0;
  await reopened(at.folder, copy.dir, ({ store }, { documents }) => {
    const rows = store.sqlite.prepare('SELECT count(*) FROM audit_entry WHERE action = ?').pluck();
    there = rows.get(at.acts[act]?.action) as number;
    expect([0, 1], where).toContain(there);
    if (code === 0 || out.trim() !== '') expect(there, where).toBe(1);
    expect(documents, where).toMatchObject({ unfinished: 0, withoutFile: 0 });
  });
  copy.remove();
  return there === 1 ? 'done' : 'undone';
}

it('R2 SIGKILL at every write and fsync of ten key actions: nothing confirmed is lost, nothing is half', async () => {
  const seen = { done: 0, undone: 0 };
  const acts = ROUNDS > 0 ? Object.keys(at.acts) : SHORT;
  let all = 0;
  for (const act of acts) {
    const copy = at.copy();
    const moments = await writingMoments(at.command(act, copy.dir), copy.own);
    copy.remove();
    all += moments.length;
    expect(moments.length, act).toBeGreaterThan(20);
    const rounds = Math.min(ROUNDS || SHORT_ROUNDS, moments.length);
    const part = ROUNDS > 0 ? 0 : Math.random();
    for (let round = 0; round < rounds; round += 1)
      seen[await kill(act, moments[Math.floor(((round + part) * moments.length) / rounds)] as Moment)] += 1;
  }
  const what = `calls of ${acts.length} key actions killed at: ${seen.done} times it was there, ${seen.undone} times not, never half`;
  printFigure({ id: 'R2', done: seen.done + seen.undone, of: all, what, bad: 0 });
}, 14_400_000);
