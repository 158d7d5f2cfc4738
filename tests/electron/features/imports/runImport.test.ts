/** The course of one import: cancelled, repeated, with a remembered mapping, with lists that pull in two directions (IMP-02, IMP-03). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportMapping } from '@shared/contract/imports.contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../electron/features/imports/inspectFile';
import { rememberMapping } from '../../../../electron/features/imports/rememberMapping';
import { runImport } from '../../../../electron/features/imports/runImport';
import { lockNow } from '../../../../electron/features/users/lockWindow';
import { dump } from '../../../support/dump';
import { counts, importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
beforeEach(async () => {
  folder = await makeFolder({ host: { reloadWindows: async () => {} } });
});
afterEach(() => folder.close());

const scratch = (name: string) => join(folder.dir, '..', name);
const csv = (name: string, lines: readonly string[]) => {
  writeFileSync(scratch(name), lines.join('\r\n'));
  return scratch(name);
};
const everything = () => dump(folder.open.store.sqlite);

const HISTORY = {
  path: samplePath(SAMPLE.history),
  mapping: null,
  mappingName: null,
  kind: null,
  asOf: null,
  acceptWarnings: true,
  createUnits: false,
  rejectsPath: null,
  requestId: null,
};

describe('cancelling', () => {
  it.each(['reading', 'comparing', 'writing'] as const)('while %s leaves nothing', async (when) => {
    const before = everything();
    const stop = new AbortController();
    const seen: string[] = [];
    const input = { ...HISTORY, dryRun: when === 'comparing' };
    const report = (stage: string, done: number) => {
      seen.push(stage);
      if (stage === when && (when === 'reading' || done > 0)) stop.abort();
    };
    await expect(runImport(folder.services, folder.open, input, report, stop.signal)).rejects.toThrow(/abort/i);
    expect(seen).toContain(when);
    expect(everything()).toEqual(before);
    expect((await importFile(folder, samplePath(SAMPLE.history))).added).toBe(4032);
  });

  it.each(['reading', 'writing'] as const)(
    'APP-02 by locking while %s does not happen: the lock waits',
    async (when) => {
      const { services, open } = folder;
      let locked: Promise<void> | null = null;
      const report = (stage: string) => {
        if (stage === when) locked ??= lockNow(services, 'system');
      };
      const result = await runImport(services, open, { ...HISTORY, dryRun: false }, report);
      await locked;
      expect(result.added).toBe(4032);
      expect(services.session.phase).toBe('locked');
      const { store } = await folder.signInAs('clerk');
      expect(store.sqlite.prepare('SELECT count(*) FROM month_end').pluck().get()).toBe(4032);
      const actions = store.sqlite.prepare('SELECT action FROM audit_entry ORDER BY id DESC LIMIT 3').pluck().all();
      expect(actions).toEqual(['session.signIn', 'session.lock', 'imports.write']);
    },
  );
});

describe('a request that arrives twice', () => {
  const requestId = '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c8d';

  it('is done once; the answer names the same batch', async () => {
    const first = await importFile(folder, samplePath(SAMPLE.off), { requestId });
    const before = everything();
    const second = await importFile(folder, samplePath(SAMPLE.off), { requestId });
    expect(second.batch).toBe(first.batch);
    expect(everything()).toEqual(before);
  });

  it('with another file is refused (request-conflict)', async () => {
    await importFile(folder, samplePath(SAMPLE.off), { requestId });
    await expect(importFile(folder, samplePath(SAMPLE.on), { requestId })).rejects.toThrow('request-conflict');
  });
});

describe('IMP-02 mappings', () => {
  const TITLES = '分理处,合同号,借款人,借款金额(元),剩余数,丙';
  const LINES = [TITLES, '青石分理处,A-1,张三,1000,900,2020-01-01', '红岩分理处,A-2,李四,2000,1500,2020-01-02'];
  const column = (field: string, at: number) => ({ field, column: at, heading: TITLES.split(',')[at] as string });
  const mapping: ImportMapping = {
    kind: 'loans',
    sheet: 0,
    headerRows: [1],
    firstDataRow: 2,
    columns: [
      column('unit', 0),
      column('contractNo', 1),
      column('borrowerName', 2),
      column('principal', 3),
      column('balance', 4),
    ],
  };

  it('corrected once are remembered for the source, wherever its columns stand next time', async () => {
    const path = csv('外行.csv', LINES);
    await expect(importFile(folder, path, { kind: 'loans' })).rejects.toThrow('mapping-incomplete');
    expect(counts(await importFile(folder, path, { mapping }))).toMatchObject({ added: 2, refused: 0 });
    await rememberMapping(folder.open, { name: '外行系统', path, mapping });
    const next = csv('外行下月.csv', [TITLES, '青石分理处,A-1,张三,1000,800,2020-01-01']);
    const seen = await inspectFile(folder.services, folder.open, { path: next, kind: 'loans', sheet: null });
    expect(seen).toMatchObject({ remembered: '外行系统', missing: [] });
    const result = await importFile(folder, next, { kind: 'loans' });
    expect([counts(result).changed, result.changes[0]?.fields.map((field) => field.field)]).toEqual([1, ['balance']]);
    const moved = csv('外行换列.csv', [
      '丙,合同号,剩余数,借款金额(元),借款人,分理处',
      '2020-01-01,A-1,700,1000,张三,青石分理处',
    ]);
    const byName = await importFile(folder, moved, { mappingName: '外行系统' });
    expect(byName.changes[0]?.fields).toEqual([{ field: 'balance', from: '80000', to: '70000' }]);
  });

  it('that nobody remembered are refused (mapping-unknown)', async () => {
    const path = csv('外行.csv', LINES);
    await expect(importFile(folder, path, { kind: 'loans', mappingName: '没有' })).rejects.toThrow('mapping-unknown');
  });

  it('without a needed column are refused (mapping-incomplete)', async () => {
    const path = csv('外行.csv', LINES);
    const short = { ...mapping, columns: mapping.columns.filter((each) => each.field !== 'contractNo') };
    await expect(importFile(folder, path, { mapping: short })).rejects.toThrow('mapping-incomplete');
  });
});

describe('dry run and writing agree', () => {
  const HEAD = '分理处,合同号,借据号,借款人,证件号码,借款金额(元),贷款余额(元),五级分类';
  const loan = (contract: string, receipt: string, balance: number) =>
    `青石分理处,${contract},${receipt},张三,,1000,${balance},次级`;

  async function bothWays(path: string) {
    const planned = await importFile(folder, path, { dryRun: true });
    const done = await importFile(folder, path);
    expect({ ...counts(done), differences: done.differences }).toEqual({
      ...counts(planned),
      differences: planned.differences,
    });
    return done;
  }

  it('on a contract that stands with and without its receipt: two loans, none overwrites the other', async () => {
    const result = await bothWays(
      csv('a.csv', [HEAD, loan('K-1', '', 100), loan('K-1', '0001', 200), loan('K-1', '0002', 300)]),
    );
    expect(counts(result)).toMatchObject({ added: 3, changed: 0 });
    const reversed = await bothWays(csv('b.csv', [HEAD, loan('K-2', '0001', 200), loan('K-2', '', 100)]));
    expect(counts(reversed)).toMatchObject({ added: 2, changed: 0 });
  });

  it('on a list that leaves the receipt numbers out: it means the contract’s only loan', async () => {
    await importFile(folder, csv('c.csv', [HEAD, loan('K-3', '0001', 200)]));
    const result = await bothWays(csv('d.csv', [HEAD, loan('K-3', '', 150)]));
    expect(counts(result)).toMatchObject({ added: 0, changed: 1 });
  });

  it('on several new guarantors of one loan without contract numbers', async () => {
    await importFile(folder, csv('e.csv', [HEAD, loan('K-4', '', 100), loan('K-5', '', 100)]));
    const guarantor = (contract: string, name: string) => `${contract},张三,${name},连带责任`;
    const lines = ['K-4', 'K-5'].flatMap((contract) =>
      ['王五', '赵六', '孙七'].map((name) => guarantor(contract, name)),
    );
    const result = await bothWays(csv('f.csv', ['主合同号,借款人,保证人,保证方式', ...lines]));
    expect(counts(result)).toMatchObject({ added: 6, changed: 0, unchanged: 0 });
  });
});
