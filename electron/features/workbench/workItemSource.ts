/** How a feature tells the bench what is to be done: one function per feature, listed in sources.ts. */
import type { WorkItem } from '@shared/domain/workbench/workItem';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { OpenFolder } from '../../openFolder';

export interface WorkQuestion {
  readonly today: CalendarDate;
  /** Nothing later than this day. */
  readonly until: CalendarDate;
  /** More are not told; the earliest come first. */
  readonly most: number;
}

/** Items of one feature, whoever has to do them; runs while the store is being read. */
export type WorkItemSource = (open: OpenFolder, question: WorkQuestion) => Promise<readonly WorkItem[]>;
