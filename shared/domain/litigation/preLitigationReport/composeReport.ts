/** The report as a paper: facts and filled fields → blocks (DOC-LIT-01, documents.md §4.1). Pure; nothing is checked here. */
import type { Block, PaperDocument } from '@shared/domain/documents/blocks';
import { paragraph } from '@shared/domain/documents/blocks';
import { tieNumbers } from '@shared/domain/documents/tieNumbers';
import { nameDot, titleLines } from '@shared/domain/documents/typesetting';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { annexes } from './annexes';
import { chapterOne } from './chapterOne';
import { chapterThree } from './chapterThree';
import { chapterTwo } from './chapterTwo';
import { chapterFive, chapterFour, signatures } from './closing';
import type { ReportFacts } from './facts';
import type { ReportFields } from './fields';
import { PRE_LITIGATION_REPORT } from './meta';
import { lead, overview } from './overview';
import { TITLE_AFTER, TITLE_BEFORE } from './wording';

export interface ReportHead {
  /** Day of issue (of the preview before it). */
  readonly date: CalendarDate;
}

/** Numbers that must not break wherever they are named. */
function numbers(facts: ReportFacts): string[] {
  const all = [
    ...facts.loans.flatMap((loan) => [loan.contractNo, loan.receiptNo]),
    ...facts.guarantees.map((guarantee) => guarantee.contractNo),
    ...facts.collateral.flatMap((item) => [item.contractNo, item.titleNo, item.registrationNo]),
    facts.borrower.idNo,
  ];
  return all.filter((number): number is string => number !== null);
}

/** `附件：1.证据目录` and one line for each further annex, under the text. */
const annexList = (titles: readonly string[]): Block[] =>
  titles.map((title, index) => paragraph(`${index === 0 ? '附件：' : '　　　'}${index + 1}.${title}`));

export function composeReport(facts: ReportFacts, fields: ReportFields, head: ReportHead): PaperDocument {
  const name = nameDot(facts.borrower.name);
  const appended = annexes(facts, fields);
  const blocks: Block[] = [
    { kind: 'title', lines: titleLines(TITLE_BEFORE, name, TITLE_AFTER) },
    { kind: 'number' },
    ...lead(facts, fields),
    ...overview(facts, fields),
    ...chapterOne(fields),
    ...chapterTwo(facts, fields),
    ...chapterThree(facts, fields),
    ...chapterFour(fields),
    ...chapterFive(fields),
    ...annexList(appended.titles),
    signatures(),
    ...appended.blocks,
  ];
  return {
    code: PRE_LITIGATION_REPORT.code,
    title: `${TITLE_BEFORE}${name}${TITLE_AFTER}`,
    unit: facts.unit.name,
    date: head.date,
    class: PRE_LITIGATION_REPORT.class,
    layout: PRE_LITIGATION_REPORT.layout,
    blocks: tieNumbers(blocks, numbers(facts)),
  };
}
