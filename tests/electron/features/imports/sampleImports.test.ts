/** The branch's own files, imported in order into a real folder: counts, totals and codes of expected.json (IMP-01, IMP-03). */
import { contractKey } from '@shared/domain/imports/foldText';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFolder } from '../../../../electron/features/maintenance/checkFolder';
import { counts, EXPECTED, IN_ORDER, importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, TEST_UNITS, type TestFolder } from '../../../support/openFolder';

type Result = Awaited<ReturnType<typeof importFile>>;
const FILES = EXPECTED.files;

let folder: TestFolder;
const dry: Record<string, Result> = {};
const written: Record<string, Result> = {};

beforeAll(async () => {
  folder = await makeFolder();
  for (const name of IN_ORDER) {
    dry[name] = await importFile(folder, samplePath(name), { dryRun: true });
    written[name] = await importFile(folder, samplePath(name));
  }
});
afterAll(() => folder.close());

const rows = (sql: string, ...values: unknown[]) =>
  folder.open.store.sqlite.prepare(sql).all(...values) as Record<string, unknown>[];
const value = (sql: string, ...values: unknown[]) =>
  folder.open.store.sqlite
    .prepare(sql)
    .pluck()
    .get(...values);

const SUMS = `count(*) AS loans, count(DISTINCT party_id) AS borrowers, sum(principal) AS principal_fen, sum(balance) AS balance_fen,
  sum(interest_on) AS interest_on_fen, sum(interest_off) AS interest_off_fen, sum(interest_on + interest_off) AS interest_total_fen`;
const sums = (where: string) => rows(`SELECT ${SUMS} FROM loan WHERE ${where}`)[0];

/** Sums of each value of a column, as expected.json lists them. */
function sumsBy(column: string, where = '1') {
  const groups = rows(
    `SELECT ${column} AS grouped, ${SUMS} FROM loan JOIN unit ON unit.id = loan.unit_id WHERE ${where} GROUP BY 1`,
  );
  return Object.fromEntries(groups.map(({ grouped, ...rest }) => [grouped, rest]));
}

const issues = (list: Result['refusals']) => list.map(({ row, code }) => ({ row, code }));

describe('IMP-01 every file', () => {
  it('is recognised, counted and numbered', () => {
    expect(
      IN_ORDER.map((name) => [written[name]?.kind, written[name]?.added, written[name]?.refused, written[name]?.batch]),
    ).toEqual([
      ['loans', 295, 0, 'B20261122-01'],
      ['loans', 105, 0, 'B20261122-02'],
      ['guarantors', 382, 0, 'B20261122-03'],
      ['collateral', 120, 0, 'B20261122-04'],
      ['receipts', 492, 8, 'B20261122-05'],
      ['subject-balances', 60, 0, 'B20261122-06'],
      ['classification-history', 4032, 0, 'B20261122-07'],
    ]);
    for (const name of IN_ORDER)
      expect(written[name]).toMatchObject({ changed: 0, unchanged: 0, warned: 0, dryRun: false });
  });

  it.each(IN_ORDER)('%s says in its dry run what then happens (IMP-02)', (name) => {
    const { batch: _, dryRun: before, ...planned } = dry[name] as Result;
    const { batch: __, dryRun: after, ...done } = written[name] as Result;
    expect([before, after]).toEqual([true, false]);
    expect(planned).toEqual(done);
  });

  it('leaves the same date in the ledger that its title names', () => {
    expect(rows('SELECT DISTINCT as_of FROM loan ORDER BY 1')).toEqual([{ as_of: '2026-10-31' }]);
    expect(rows('SELECT DISTINCT as_of FROM subject_balance')).toEqual([{ as_of: '2026-10-31' }]);
  });

  it('leaves one audit row, without names or numbers of people', () => {
    const audits = rows("SELECT object_id, detail FROM audit_entry WHERE action = 'imports.write'");
    expect(audits.map((audit) => audit.object_id)).toEqual(IN_ORDER.map((name) => written[name]?.batch));
    expect(JSON.parse(audits[0]?.detail as string)).toMatchObject({ file: SAMPLE.on, added: 295, kind: 'loans' });
  });
});

describe('IMP-01 loans', () => {
  it('add up per unit, class, guarantee and form on the balance sheet', () => {
    const e = FILES[SAMPLE.on];
    expect(sums("sheet = 'on'")).toEqual(e.total);
    expect(sumsBy('unit.name', "sheet = 'on'")).toEqual(e.by_unit);
    expect(sumsBy('five_level', "sheet = 'on'")).toEqual(e.by_class);
    expect(sumsBy('guarantee_mode', "sheet = 'on'")).toEqual(e.by_guarantee_mode);
    expect(sumsBy('four_level', "sheet = 'on'")).toEqual(e.by_form);
    expect(written[SAMPLE.on]?.totals).toEqual({
      principal: e.total.principal_fen,
      balance: e.total.balance_fen,
      interestOn: e.total.interest_on_fen,
      interestOff: e.total.interest_off_fen,
    });
  });

  it('add up per unit and status off the balance sheet, with a warning for each 15-digit number', () => {
    const e = FILES[SAMPLE.off];
    expect(sums("sheet = 'off'")).toEqual(e.total);
    expect(sumsBy('unit.name', "sheet = 'off'")).toEqual(e.by_unit);
    expect(sumsBy('sheet_status', "sheet = 'off'")).toEqual(e.by_sheet_status);
    expect(written[SAMPLE.off]?.warnings.map((warning) => warning.code)).toEqual(Array(17).fill('id-15'));
  });

  it('make 262 borrowers of both lists, per unit too: one per number, namesakes apart (LOAN-02)', () => {
    expect(sums('1')).toEqual(EXPECTED.combined_files_1_and_2.total);
    expect(sumsBy('unit.name')).toEqual(EXPECTED.combined_files_1_and_2.by_unit);
  });

  it('keep who really used the money, apart from the borrower (LOAN-03)', () => {
    const found = rows('SELECT occupancy, count(*) AS loans FROM loan GROUP BY 1');
    const byUse = Object.fromEntries(found.map(({ occupancy, loans }) => [occupancy, loans]));
    expect(byUse).toEqual(EXPECTED.combined_files_1_and_2.actual_user);
  });

  it('tell the stories of the source document (LOAN-01)', () => {
    const found = EXPECTED.stories.map((story: { contract: string; file: number }) => {
      const [row] = rows(
        `SELECT party.name, sheet, principal, balance, issue_date, due_date FROM loan JOIN party ON party.id = party_id
         WHERE contract_key = ? LIMIT 1`,
        contractKey(story.contract),
      );
      return row;
    });
    const expected = EXPECTED.stories.map((story: Record<string, unknown>) => ({
      name: story.name,
      sheet: story.file === 1 ? 'on' : 'off',
      principal: story.principal_fen,
      balance: story.balance_fen,
      issue_date: story.issue,
      due_date: story.due,
    }));
    expect(found).toEqual(expected);
  });

  it('keep rare characters', () => {
    const names = rows('SELECT name FROM party').map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining(['杨𠮷', '李㛃', '阿依·古丽']));
  });
});

describe('IMP-01 what hangs on loans', () => {
  it('guarantees: 300 people, 34 of whom borrow themselves', () => {
    const e = FILES[SAMPLE.guarantors];
    expect(value('SELECT count(DISTINCT party_id) FROM guarantee')).toBe(e.distinct_guarantors);
    expect(value('SELECT count(DISTINCT loan_id) FROM guarantee')).toBe(e.loans_covered);
    expect(value('SELECT sum(amount) FROM guarantee')).toBe(e.amount_fen);
    expect(value('SELECT count(*) FROM guarantee WHERE period_wording IS NOT NULL')).toBe(e.period_end_is_text.rows);
    const both = 'SELECT count(DISTINCT g.party_id) FROM guarantee g JOIN loan l ON l.party_id = g.party_id';
    expect(value(both)).toBe(e.guarantors_who_also_borrow);
  });

  it('collateral: 120 items on 83 loans with two values each', () => {
    const e = FILES[SAMPLE.collateral];
    expect(value('SELECT count(DISTINCT loan_id) FROM collateral')).toBe(e.loans_covered);
    expect(value('SELECT sum(value) FROM appraisal WHERE seq = 1')).toBe(e.first_value_fen);
    expect(value('SELECT sum(value) FROM appraisal WHERE seq = 2')).toBe(e.latest_value_fen);
  });

  it('receipts: 492 of 500, eight refused with their codes, reversals kept', () => {
    const e = FILES[SAMPLE.receipts];
    const result = written[SAMPLE.receipts] as Result;
    const expected = e.refused.map(({ row, code }: { row: number; code: string }) => ({ row, code }));
    expect(issues(result.refusals).toSorted((a, b) => a.row - b.row)).toEqual(expected);
    expect(result.totals).toEqual({ principal: e.accepted.principal_fen, interest: e.accepted.interest_fen });
    expect(value('SELECT count(*) FROM receipt WHERE reverses_no IS NOT NULL')).toBe(e.accepted.reversal_rows);
    const byUnit = rows(
      `SELECT unit.name, count(*) AS rows, sum(r.principal) AS principal_fen, sum(r.interest) AS interest_fen
       FROM receipt r JOIN loan ON loan.id = r.loan_id JOIN unit ON unit.id = loan.unit_id GROUP BY 1`,
    );
    expect(Object.fromEntries(byUnit.map(({ name, ...rest }) => [name, rest]))).toEqual(e.accepted.by_unit);
    expect(value('SELECT count(*) FROM receipt_share WHERE ppm NOT BETWEEN 1 AND 1000000')).toBe(0);
  });

  it('subject balances: the statement as it stands, without the parent', () => {
    const found = rows(
      `SELECT unit.name AS unit, subject, closing_debit - closing_credit AS statement_fen
       FROM subject_balance b JOIN unit ON unit.id = b.unit_id ORDER BY b.id`,
    );
    const expected = FILES[SAMPLE.subjects].balances.map((b: Record<string, unknown>) => ({
      unit: b.unit,
      subject: b.subject,
      statement_fen: b.statement_fen,
    }));
    expect(found).toEqual(expected);
  });

  it('history: settled contracts are kept without a loan (LOAN-08)', () => {
    const settled = rows('SELECT DISTINCT contract_no AS contract FROM month_end WHERE loan_id IS NULL').map(
      (row) => row.contract,
    );
    const expected = FILES[SAMPLE.history].contracts_not_in_the_october_lists.map(
      (c: { contract: string }) => c.contract,
    );
    expect(settled.sort()).toEqual(expected.sort());
  });
});

describe('after all of it', () => {
  it('the folder is sound: keys, foreign keys, search index, attachments', async () => {
    expect(await checkFolder(folder.services, folder.open)).toMatchObject({
      ok: true,
      counts: { loan: 400, unit: TEST_UNITS.length + 1 },
    });
  });

  it('every file a second time changes nothing, and leaves no batch (IMP-04)', async () => {
    const before = value('SELECT count(*) FROM import_batch');
    for (const name of IN_ORDER) {
      const again = await importFile(folder, samplePath(name));
      const { added, refused } = written[name] as Result;
      expect([name, again.batch, counts(again)]).toEqual([
        name,
        null,
        { added: 0, changed: 0, unchanged: added, warned: 0, refused },
      ]);
      expect(again.differences).toEqual({ new: 0, settled: 0, worsened: 0, absent: 0 });
    }
    expect(value('SELECT count(*) FROM import_batch')).toBe(before);
  });
});
