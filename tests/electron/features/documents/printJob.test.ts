/** Many papers in one job: one block of numbers, resumable after a failure, cancel, printing it (APP-04, REC-03; documents §0.4). */
import { createRouterClient, type RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenderEngine } from '../../../../electron/platform/render/renderEngine';
import { router } from '../../../../electron/router';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const PACK = { area: '永安镇', until: '2026-11-22' };
const REQUEST = '6a2b1c1e-6f0a-4b5e-9a54-000000000001';
const PEOPLE = 12;

let folder: TestFolder;
let client: RouterClient<typeof router>;
/** What the engine does when it draws a job; replaced by the tests that break it. */
let draw: RenderEngine['renderJob'];
let printed: string[];

beforeEach(async () => {
  const engine = recordingEngine();
  draw = engine.renderJob;
  printed = [];
  folder = await makeFolder({
    engine: { ...engine, renderJob: (...given) => draw(...given) },
    host: {
      printPdf: async ({ title }) => {
        printed.push(title);
        return 'sent';
      },
    },
  });
  client = createRouterClient(router, { context: { services: folder.services } });
  const build = new Builder(folder.open);
  build.batch(() => {
    for (let n = 0; n < PEOPLE; n++) {
      const id_no = `51222619700101${9000 + n}`;
      const party = build.party({ name: `借款人${n}`, id_no, address: `奉节县永安镇某街${n}号` });
      build.loan({
        party_id: party,
        issue_date: '2023-06-01',
        due_date: '2025-06-01',
        receipt_no: String(n),
        interest_off: 900,
      });
    }
  });
});
afterEach(() => folder.close());

async function drained<T>(events: AsyncIterable<T>): Promise<T> {
  let last: T | undefined;
  for await (const event of events) last = event;
  return present(last, 'a stream ends with its result');
}

const asked = (keys: string[]) =>
  ({
    ...PACK,
    keys,
    chosen: '永安镇',
    order: 'name',
    warningsReason: '台账利息已核对',
    requestId: REQUEST,
  }) as const;

async function printAll(signal?: AbortSignal) {
  const { entries } = await client.dunning.pack(PACK);
  const keys = entries.filter((entry) => entry.printable).map((entry) => entry.key);
  expect(keys).toHaveLength(PEOPLE);
  return drained(await client.dunning.printPack(asked(keys), { signal }));
}

const sqlite = () => present(folder.services.session.open, 'open').store.sqlite;
const numbers = () => sqlite().prepare('SELECT number FROM document ORDER BY job_position').pluck().all();
const states = () => sqlite().prepare('SELECT DISTINCT status FROM document').pluck().all();
const EXPECTED = Array.from({ length: PEOPLE }, (_, n) => `奉支催字〔2026〕第${String(n + 1).padStart(4, '0')}号`);

describe('a job that was interrupted', () => {
  it('after its numbers is completed by the same request, with the same numbers', async () => {
    const whole = draw;
    draw = async () => {
      throw new Error('power cut');
    };
    await expect(printAll()).rejects.toThrow();
    expect([numbers(), states()]).toEqual([EXPECTED, ['issuing']]);
    expect((await client.documents.jobs())[0]).toMatchObject({ unfinished: true, pages: null });
    draw = whole;
    const keys = sqlite()
      .prepare("SELECT 'DOC-REC-01:household:' || party_id FROM document ORDER BY party_id")
      .pluck()
      .all() as string[];
    expect(await drained(await client.dunning.printPack(asked(keys)))).toMatchObject({
      type: 'result',
      job: { unfinished: false },
    });
    expect([numbers(), states()]).toEqual([EXPECTED, ['issued']]);
    expect(sqlite().prepare('SELECT count(*) FROM notice').pluck().get()).toBe(PEOPLE);
  });

  it('is completed at the next sign-in, or on demand', async () => {
    const whole = draw;
    draw = async () => {
      throw new Error('power cut');
    };
    await expect(printAll()).rejects.toThrow();
    await folder.services.session.lock();
    draw = whole;
    await client.session.signIn({ name: 'clerk', password: TEST_PASSWORD });
    await expect.poll(() => states()).toEqual(['issued']);
    expect(numbers()).toEqual(EXPECTED);
    const [job] = await client.documents.jobs();
    expect(await client.documents.finishJob({ id: present(job, 'the job').id })).toMatchObject({ unfinished: false });
  });

  it('is told as unfinished when it is to be printed', async () => {
    draw = async () => {
      throw new Error('power cut');
    };
    await expect(printAll()).rejects.toThrow();
    const [job] = await client.documents.jobs();
    await expect(client.documents.printJob({ id: present(job, 'the job').id })).rejects.toMatchObject({
      data: { code: 'paper-unfinished' },
    });
  });
});

describe('a cancel', () => {
  it('before the numbers leaves nothing', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(printAll(abort.signal)).rejects.toThrow();
    expect(numbers()).toEqual([]);
    expect(sqlite().prepare("SELECT next FROM number_series WHERE word = '催'").pluck().get()).toBe(1);
  });
});

describe('printing a job', () => {
  it('counts for the job and for each of its papers, and is logged once', async () => {
    await printAll();
    const [job] = await client.documents.jobs();
    const { id } = present(job, 'the job');
    expect(await client.documents.printJob({ id })).toEqual({ outcome: 'sent' });
    expect(printed).toEqual(['B20261122-01']);
    expect((await client.documents.jobs())[0]).toMatchObject({ prints: 1 });
    expect((await client.documents.list({})).map(({ prints }) => prints)).toEqual(Array(PEOPLE).fill(1));
    const logged = sqlite()
      .prepare("SELECT count(*) FROM audit_entry WHERE action = 'documents.printJob'")
      .pluck()
      .get();
    expect(logged).toBe(1);
  });
});
