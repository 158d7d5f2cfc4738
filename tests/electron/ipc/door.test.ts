/** The door over a real message port: refusals keep their codes, bugs give nothing away, streams included. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../../electron/router';
import { SAMPLE, samplePath } from '../../support/importFiles';
import { makeFolder, type TestFolder } from '../../support/openFolder';

let folder: TestFolder;
let client: RouterClient<typeof router>;
let logged: string[];
let close: () => void;

beforeEach(async () => {
  folder = await makeFolder();
  logged = [];
  const { port1, port2 } = new MessageChannel();
  const services = { ...folder.services, log: (line: string) => void logged.push(line) };
  new RPCHandler(router).upgrade(port2, { context: { services } });
  client = createORPCClient(new RPCLink({ port: port1 }));
  for (const port of [port1, port2]) port.start();
  close = () => port1.close();
});
afterEach(async () => {
  close();
  await folder.close();
});

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data,
  );
const path = (name: string) => join(folder.dir, '..', name);
const run = async (file: string, signal?: AbortSignal) => {
  const events = [];
  for await (const event of await client.imports.run({ path: file, dryRun: false, acceptWarnings: true }, { signal }))
    events.push(event);
  return events;
};

describe('the door', () => {
  it('answers refusals with code and facts', async () => {
    expect(await refusalOf(client.imports.undo({ batch: 'B1' }))).toEqual({
      code: 'batch-unknown',
      facts: { batch: 'B1' },
    });
    expect(await refusalOf(client.users.list())).toMatchObject({
      code: 'role-missing',
      facts: { permission: 'user.view' },
    });
  });

  it('answers wrong input by place, never by value', async () => {
    const refusal = await refusalOf(client.documents.draft({ draftId: '512226194403189114' as never }));
    expect(refusal).toMatchObject({ code: 'invalid-input', facts: { issues: [{ path: 'draftId' }] } });
    expect(JSON.stringify(refusal)).not.toContain('512226');
  });

  it('refuses text with half a character, wherever it stands (R18)', async () => {
    const half = '\ud842';
    expect(await refusalOf(client.units.add({ name: half }))).toMatchObject({ code: 'invalid-input' });
    const fields = { notes: [{ text: `杨${half}` }] };
    expect(await refusalOf(client.documents.saveDraft({ draftId: 1, rev: 1, fields }))).toMatchObject({
      code: 'invalid-input',
    });
    expect(await refusalOf(client.units.add({ name: '杨𠮷' }))).toBeNull();
  });

  it('answers a bug with nothing but internal-error, and logs it', async () => {
    folder.open.store.sqlite.exec('ALTER TABLE import_mapping RENAME TO gone');
    expect(await refusalOf(client.imports.mappings())).toEqual({ code: 'internal-error' });
    expect(logged.join()).toContain('imports.mappings');
  });

  it('streams progress and ends with the result', async () => {
    const events = await run(samplePath(SAMPLE.off));
    expect(events.at(-1)).toMatchObject({ type: 'result', result: { added: 105 } });
    expect(events.some((event) => event.type === 'progress' && event.stage === 'writing')).toBe(true);
  });

  it('keeps the code of a refusal that comes in the middle of a stream', async () => {
    writeFileSync(path('空.csv'), '');
    expect(await refusalOf(run(path('空.csv')))).toMatchObject({ code: 'file-empty' });
  });

  it('hides a bug in the middle of a stream', async () => {
    folder.open.store.sqlite.exec('ALTER TABLE loan RENAME TO gone');
    expect(await refusalOf(run(samplePath(SAMPLE.off)))).toEqual({ code: 'internal-error' });
    expect(logged.join()).toContain('imports.run');
  });

  it('stops a stream that is no longer wanted, and writes nothing', async () => {
    const stop = new AbortController();
    const before = folder.open.store.sqlite.prepare('SELECT count(*) FROM audit_entry').pluck().get();
    const running = run(samplePath(SAMPLE.history), stop.signal);
    setTimeout(() => stop.abort(), 40);
    await expect(running).rejects.toThrow();
    await folder.open.store.reading(async () => {});
    expect(folder.open.store.sqlite.prepare('SELECT count(*) FROM month_end').pluck().get()).toBe(0);
    expect(folder.open.store.sqlite.prepare('SELECT count(*) FROM audit_entry').pluck().get()).toBe(before);
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
