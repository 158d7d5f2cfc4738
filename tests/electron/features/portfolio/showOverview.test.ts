/** The overview's sums are those of the loans behind them, and every result tells why (S28, RUL-02, CLS-02, CLS-04, REC-05). */
import type { CellFilter, OverviewCell, ResultRow } from '@shared/contract/portfolio.contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from '../../../../electron/features/maintenance/fillDemo';
import { runPortfolio } from '../../../../electron/features/portfolio/runPortfolio';
import { listResults, showOverview, showReason } from '../../../../electron/features/portfolio/showOverview';
import type { OpenFolder } from '../../../../electron/openFolder';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const LOANS = 1_200;
let folder: TestFolder;
let open: OpenFolder;

beforeAll(async () => {
  folder = await makeFolder({ user: 'admin' });
  await fillDemo(folder.services, folder.open, { loans: LOANS, password: TEST_PASSWORD });
  open = await folder.signInAs('clerk');
  await expect(showOverview(open)).rejects.toThrow('portfolio-not-run');
  await runPortfolio(folder.services, open);
}, 60_000);
afterAll(() => folder.close());

const ALL = { unitId: null, bucket: null, booked: null, suggested: null };

/** Everything behind a cell, page by page. */
function listed(filter: CellFilter): ResultRow[] {
  const rows: ResultRow[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page = listResults(open, { ...filter, limit: 100, offset });
    rows.push(...page.items);
    offset = page.next;
  }
  return rows;
}

function behind({ section, unitId, bucket, booked, suggested }: OverviewCell): ResultRow[] {
  const pair = bucket === '' ? { booked, suggested } : {};
  return listed({ ...ALL, section, unitId, bucket: bucket || null, ...pair });
}

describe('S28 the overview', () => {
  it('REC-05 CLS-02 CLS-04 each sum is that of the results behind it', async () => {
    const { cells } = await showOverview(open);
    expect(new Set(cells.map(({ section }) => section)).size).toBe(4);
    for (const cell of cells) {
      const rows = behind(cell);
      const loans = new Map(rows.map(({ loanId, balance }) => [loanId, balance]));
      const balance = [...loans.values()].reduce((sum, each) => sum + each, 0);
      const amount = rows.reduce((sum, each) => sum + (each.amount ?? 0), 0);
      expect([rows.length, loans.size, balance, amount]).toEqual([cell.results, cell.loans, cell.balance, cell.amount]);
    }
  });

  it('CLS-02 leaves no loan out whose class differs, and CLS-04 no loan on the balance sheet', () => {
    const db = open.store.read;
    const differing = `SELECT count(*) FROM portfolio_result AS result JOIN loan ON loan.id = loan_id
      WHERE kind = 'five-level' AND word IS NOT loan.five_level`;
    expect(listed({ ...ALL, section: 'classes' })).toHaveLength(db.hot(differing).pluck().get() as number);
    const onSheet = "SELECT count(*) FROM loan WHERE sheet = 'on' AND balance > 0";
    expect(listed({ ...ALL, section: 'provisions' })).toHaveLength(db.hot(onSheet).pluck().get() as number);
  });

  it('lists what runs out earliest first, what is past latest first', () => {
    const days = (filter: Partial<CellFilter>) =>
      listed({ ...ALL, section: 'limitation', ...filter }).map(({ day }) => day ?? '');
    const past = days({ bucket: 'past' });
    expect(past).toEqual([...past].sort().reverse());
    const soon = days({ bucket: 'd90' });
    expect(soon).toEqual([...soon].sort());
    expect(past.every((day) => day < '2026-11-22')).toBe(true);
  });

  it('RUL-02 tells of each kind of result which articles it rests on', async () => {
    for (const section of ['limitation', 'notices', 'classes', 'provisions'] as const) {
      // 正常 is the class when no rule asks for another: nothing was found that could be cited.
      const told = listed({ ...ALL, section }).filter(({ refusal, word }) => refusal === null && word !== '正常');
      const row = told[0] as ResultRow;
      const { trace, missing } = await showReason(open, row);
      expect(trace.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
      for (const { article, title } of trace) expect([article, title]).not.toContain('');
    }
    await expect(showReason(open, { loanId: 0, kind: 'action', subject: 0 })).rejects.toThrow('result-unknown');
  });

  it('names what was missing where nothing could be said', async () => {
    const row = listed({ ...ALL, section: 'limitation', bucket: 'unknown' })[0] as ResultRow;
    const { refusal, missing, trace } = await showReason(open, row);
    expect(refusal).not.toBeNull();
    expect(trace).toEqual([]);
    if (refusal === 'needs-facts') expect(missing.length).toBeGreaterThan(0);
  });
});
