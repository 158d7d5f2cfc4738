/** Every page of a large database is read in slices, and a damaged one is found wherever it is (R7). */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../electron/database/open';
import { checkPages } from '../../../electron/database/pageCheck';
import { Store } from '../../../electron/database/store';
import { fixedClock } from '../../../electron/platform/clock';
import { ACTOR, KEY, newStore, scratchFolder } from '../../support/openDatabase';

const folder = scratchFolder();
const CLOCK = fixedClock('2026-11-22T02:30:00.000Z');

function reopen(path: string): Store {
  const open = () => openSqlite({ path, key: KEY });
  return new Store(open(), CLOCK, { open, closing: () => {}, closed: () => {} });
}

/** Pages in use by tables and indexes: the log's first, because it is also what tells whether a write is there. */
async function filled(path: string): Promise<number[]> {
  const store = newStore(path);
  await store.write(ACTOR, async (tx) => {
    const insert = tx.hot("INSERT INTO party (kind, name, sort_name, search_text) VALUES ('person', ?, '', ?)");
    for (let i = 0; i < 9_000; i += 1) insert.run(`户${i}`, '街'.repeat(i % 500 === 0 ? 9_000 : 20));
    return { result: null, audit: { action: 'test.fill', objectKind: 'party', objectId: '1' } };
  });
  const pages = store.sqlite
    .prepare("SELECT pageno FROM dbstat WHERE name <> 'sqlite_schema' ORDER BY name = 'audit_entry' DESC, pageno")
    .pluck()
    .all() as number[];
  await store.close();
  return pages;
}

describe('the check in slices', () => {
  it('ends quietly on a sound database, lets writers in between, and stops when nobody wants it', async () => {
    const path = folder.path('sound.db');
    await filled(path);
    const store = reopen(path);
    let slices = 0;
    const checking = checkPages(store, () => {
      slices += 1;
      return true;
    });
    await store.write(ACTOR, async () => ({ result: 1, audit: { action: 'a.b', objectKind: 'c', objectId: 'd' } }));
    await checking;
    expect(slices).toBeGreaterThan(40);
    expect(store.alarm).toBeNull();
    await checkPages(store, () => false);
    await store.close();
  });

  it('finds a damaged page of any table or index, overflow pages included, and raises the alarm', async () => {
    const path = folder.path('damaged.db');
    const pages = await filled(path);
    const bytes = readFileSync(path);
    const step = Math.ceil(pages.length / 25);
    const unfound: number[] = [];
    for (let i = 0; i < pages.length; i += step) {
      const page = pages[i] as number;
      const damaged = Buffer.from(bytes);
      const at = (page - 1) * 4096 + 1000;
      damaged[at] = (damaged[at] as number) ^ 4;
      writeFileSync(path, damaged);
      const store = reopen(path);
      await checkPages(store, () => true).catch(() => {});
      if (store.alarm?.code !== 'database-damaged') unfound.push(page);
      await store.close();
    }
    expect(unfound).toEqual([]);
  });
});
