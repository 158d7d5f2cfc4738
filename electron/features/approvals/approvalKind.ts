/** What a feature says of its kind of request: who approves it by which rule, what is asked, and what follows. */
import type { Authority } from '@shared/domain/approvals/authority';
import type { Content } from '@shared/domain/approvals/content';
import type { RequestState } from '@shared/domain/approvals/standing';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';

export type EndState = Exclude<RequestState, 'submitted'>;

export interface EndedRequest {
  readonly id: number;
  readonly subject: string;
  readonly partyId: number | null;
  readonly content: Content;
}

/** One line of what a decision rests on. */
export interface ApprovalCheck {
  /** Its words are `approvals:item.<id>`. */
  readonly id: string;
  readonly met: boolean;
  /** What is there, or what is missing, for people. */
  readonly detail?: string;
  readonly article?: string;
}

/** The form on which a request is printed (its alias), and the row that the form speaks of. */
export interface RequestPaper {
  readonly form: string;
  readonly subjectId: number;
  /** Nothing is typed on it: it goes into the archive by itself when the request is over. */
  readonly isWhole?: boolean;
}

export interface ApprovalKind {
  /** Never changes; its words are `approvals:kind.<id>`. */
  readonly id: string;
  readonly authority: Authority;
  /** Whether a colleague with handed-over authority may decide it. */
  readonly delegable: boolean;
  /** What would be asked as the books are now; null when the subject is gone. Another content than the frozen one voids. */
  current(db: ReadDb, subject: string): Promise<Content | null>;
  /** What whoever decides looks at, as the books are now; without it content and separation are all there is. */
  checks?(db: ReadDb, subject: string, today: CalendarDate): Promise<readonly ApprovalCheck[]>;
  /** Without it what is asked has no paper; null: this one has none yet. */
  paper?(db: ReadDb, subject: string): RequestPaper | null;
  /** Inside the transaction that ends the request; its notes go into the log beside that of the decision. */
  ended(tx: WriteTx, request: EndedRequest, state: EndState): Promise<readonly AuditNote[]>;
}
