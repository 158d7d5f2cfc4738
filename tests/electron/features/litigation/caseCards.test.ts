/** LED-04 逐案卡片 (documents.md §6): a page for each case with all that the ledger says of it, however long its course is. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { CARD_ROWS, caseCards } from '@shared/domain/litigation/caseCards';
import { caseFacts } from '@shared/domain/litigation/caseFacts';
import { CASE_LEDGER_COLUMNS, type LedgerRow } from '@shared/domain/litigation/caseLedger';
import { timelineOf } from '@shared/domain/litigation/caseTimeline';
import { addDays } from '@shared/kernel/calendarDate';
import { describe, expect, it } from 'vitest';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { act, book, caseFile, passed, TODAY } from '../../../unit/domain/litigation/caseFixture';

const MAKER = { bank: '奉节县某支行', date: TODAY, madeBy: '吴某' };

const rowOf = (given: Parameters<typeof caseFile>[0], more: Partial<LedgerRow> = {}): LedgerRow => ({
  facts: caseFacts(book, caseFile({ ...passed, ...given }), TODAY),
  ...{ consentNo: null, agents: [], fees: [], receipts: [], enforcementExpiry: null, next: null, review: null },
  ...more,
});

const HEARINGS = Array.from({ length: 300 }, (_, at) =>
  act('hearing-held', addDays('2025-01-01', at), { text: `第${at + 1}次开庭，双方就借款合同和保证合同质证` }, `h${at}`),
);
const SHORT = [
  act('sued', '2026-10-10', { court: '奉节县人民法院' }),
  act('accepted', '2026-10-12', { caseNo: '（2026）渝0236民初123号', procedure: 'summary' }),
  act('task-set', '2026-10-13', { item: '查档', until: '2026-12-01' }),
];

const pagesOf = async (rows: readonly LedgerRow[]) => {
  const { bytes } = await directEngine().renderPdf(caseCards(rows, MAKER), { number: '' });
  return (await PDFDocument.load(bytes)).getPageCount();
};
const textOf = (rows: readonly LedgerRow[]) => JSON.stringify(caseCards(rows, MAKER).blocks).replaceAll('\u2060', '');

describe('LED-04 cards', () => {
  it('have every column of the ledger but its running number, each once', () => {
    const titles = CASE_LEDGER_COLUMNS.map(({ title }) => title).filter((title) => title !== '序号');
    expect(CARD_ROWS.flat().toSorted()).toEqual(titles.toSorted());
  });

  it('tell the course with its decisions, and nothing that people only set themselves to do', () => {
    const row = rowOf({ acts: SHORT });
    const course = timelineOf(row.facts).map(({ day, what, facts }) => `${day} ${what} ${facts}`);
    expect(course).toEqual([
      expect.stringContaining('诉委会同意起诉'),
      '2026-10-10 递交起诉状 奉节县人民法院',
      '2026-10-12 立案 （2026）渝0236民初123号',
    ]);
    for (const { what } of timelineOf(row.facts)) expect(textOf([row])).toContain(`"${what}"`);
  });

  it('take a page each: of a long course the newest events stand, and how many stood before', async () => {
    const long = '经与承办法官多次沟通，被告下落不明，公告送达期满后方可开庭审理，拟同步查询财产线索。';
    const review = {
      ...{ on: TODAY, overdue: [], finding: long, by: '王某' },
      ...{ cause: long, difficulty: long, solution: long, until: TODAY },
    };
    const rows = [rowOf({ acts: SHORT }), rowOf({ acts: HEARINGS }, { review }), rowOf({ acts: [] })];
    expect(await pagesOf(rows)).toBe(3);
    const text = textOf(rows);
    expect(text).toMatch(/之前另有2\d\d项，见案件/);
    expect(text).toContain('第300次开庭');
    expect(text).not.toContain('第1次开庭，');
  });

  it('without a case say so', async () => {
    expect(await pagesOf([])).toBe(1);
    expect(textOf([])).toContain('没有案件');
  });
});
