/** R7: one bit flipped anywhere in the database or an attachment is found, and never gives wrong data. */
import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../electron/database/store';
import { fileStoreOf } from '../../electron/features/users/folderFiles';
import type { DataFolder } from '../../electron/platform/dataFolder';
import { printFigure } from '../support/figure';
import { ACTOR } from '../support/openDatabase';
import { closeFolder, makeWorkshop, openFolderAt, type Workshop } from './brokenFolder';
import { ROUNDS } from './killing';

const FLIPS = ROUNDS ? 1_000 : 60;
let workshop: Workshop;
let folder: DataFolder;
const attachments: string[] = [];

beforeAll(async () => {
  workshop = await makeWorkshop();
  folder = workshop.copy('flipped');
  const opened = await openFolderAt(folder);
  const store = opened.store as Store;
  const files = fileStoreOf(folder, store);
  for (const length of [0, 1, 300, 70_000]) attachments.push(files.put(randomBytes(length)));
  await store.write(ACTOR, async (tx) => {
    for (const sha256 of attachments) {
      const row = { sha256, media_type: 'application/pdf', byte_length: 1, stored_at: tx.at };
      await tx.q.insertInto('attachment').values(row).execute();
    }
    return { result: null, audit: { action: 'test.attach', objectKind: 'attachment', objectId: '1' } };
  });
  await closeFolder(opened);
});
afterAll(() => workshop.remove());

/** Runs the work while one bit of the file is the other way round. */
async function flipped(path: string, at: number, bit: number, work: () => Promise<void>): Promise<void> {
  const toggle = () => {
    const file = openSync(path, 'r+');
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    writeSync(file, Buffer.of((byte[0] as number) ^ (1 << bit)), 0, 1, at);
    closeSync(file);
  };
  toggle();
  await work();
  toggle();
}

it(`R7 ${FLIPS} one-bit flips of the database: all found on opening`, async () => {
  const missed: string[] = [];
  const { size } = statSync(folder.database);
  for (let i = 0; i < FLIPS; i += 1) {
    // Every page is hit in turn, at any place in it.
    const at = ((i * 4096) % size) + randomInt(4096);
    await flipped(folder.database, at, i % 8, async () => {
      const opened = await openFolderAt(folder);
      if (opened.answer !== 'database-damaged') missed.push(`${at} ${opened.answer}`);
      await closeFolder(opened);
    });
  }
  expect(missed).toEqual([]);
  const opened = await openFolderAt(folder);
  expect(opened.answer).toBe('open');
  await closeFolder(opened);
  printFigure({ id: 'R7', done: FLIPS, what: 'one-bit flips of the database detected', bad: missed.length });
}, 600_000);

it(`R7 ${FLIPS} one-bit flips of attachments: all found on reading`, async () => {
  const opened = await openFolderAt(folder);
  const files = fileStoreOf(folder, opened.store as Store);
  const missed: string[] = [];
  for (let i = 0; i < FLIPS; i += 1) {
    const sha256 = attachments[i % attachments.length] as string;
    const path = join(folder.files, sha256.slice(0, 2), sha256);
    const at = i < 400 ? Math.floor(i / attachments.length) % statSync(path).size : randomInt(statSync(path).size);
    await flipped(path, at, i % 8, async () => {
      try {
        files.get(sha256);
        missed.push(`${sha256} ${at}`);
      } catch (error) {
        expect((error as Error).message).toBe('attachment-damaged');
      }
    });
  }
  expect(missed).toEqual([]);
  for (const sha256 of attachments) files.get(sha256);
  expect(
    readdirSync(folder.files, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()),
  ).toHaveLength(4);
  await closeFolder(opened);
  printFigure({ id: 'R7', done: FLIPS, what: 'one-bit flips of attachments detected', bad: missed.length });
}, 600_000);
