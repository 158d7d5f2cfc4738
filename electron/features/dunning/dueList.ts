/** Who has to be written to by a day (REC-03): each borrower, each guarantor and each owner by himself, with the form that fits. */
import { setImmediate } from 'node:timers/promises';
import { type DueNotice, type DueReason, dueNotice } from '@shared/domain/dunning/dueNotice';
import type { NoticeForm, NoticeRole } from '@shared/domain/dunning/noticeFacts';
import { type DecidedForm, noticeFormOf } from '@shared/domain/dunning/noticeForm';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import type { RadarLine } from '@shared/domain/portfolio/radar';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { TraceLine } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { SubjectKind } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { householdRadar } from '../portfolio/householdRadar';
import { missedPlans } from '../repayment/missedPlans';
import { rulesInForce } from '../rules/rulesInForce';
import { unitNamed } from '../users/addUser';
import {
  type NamedLoan,
  namedLoans,
  type Place,
  partiesWithin,
  statusOfGuarantor,
  statusOfOwner,
} from './dueList.repository';
import { noticeParty, noticeSecurity } from './noticeFacts.repository';
import { GUARANTEE, SECURITY } from './noticeSubjects';
import { type Sent, sentNotices } from './notices.repository';

/** Households that one pack looks through. */
export const MOST_HOUSEHOLDS = 3_000;
/** Households between two turns of the others. */
const SLICE = 10;

export interface DueFilter extends Place {
  /** Notices due by this day. */
  readonly until: string;
}

export interface DueEntry {
  /** The same for the same paper: `DOC-REC-03:guarantee:12`. */
  readonly key: string;
  readonly partyId: number;
  readonly borrower: string;
  readonly role: NoticeRole;
  readonly addressee: string;
  readonly unit: string;
  readonly officer: string | null;
  readonly contracts: readonly string[];
  readonly form: NoticeForm | null;
  /** Why none may be sent. */
  readonly why: string | null;
  readonly subject: SubjectKind;
  readonly subjectId: number;
  readonly dueOn: string;
  readonly reason: DueReason;
  readonly expiry: string | null;
  readonly trace: readonly TraceLine[];
}

const ROLE_OF = { borrower: 'borrower', guarantor: 'guarantor', security: 'owner' } as const;

interface Looking {
  readonly db: ReadDb;
  readonly book: RuleBook;
  readonly today: string;
  readonly until: string;
}

interface Decided {
  readonly line: RadarLine;
  readonly loan: PortfolioLoan;
  readonly due: DueNotice;
  readonly form: DecidedForm;
}

const subjectIdOf = (line: RadarLine): number => Number(line.key.slice(1));

function sentTo(line: RadarLine, sent: readonly Sent[]): Sent[] {
  const mine = (each: Sent) =>
    each.role === ROLE_OF[line.role] && (line.role !== 'guarantor' || each.guaranteeId === subjectIdOf(line));
  return sent.filter((each) => each.loanId === line.loanId && mine(each));
}

function statusOf({ db }: Looking, line: RadarLine, borrowerStatus: string | null): string | null {
  if (line.role === 'borrower') return borrowerStatus;
  return line.role === 'guarantor' ? statusOfGuarantor(db, subjectIdOf(line)) : statusOfOwner(db, subjectIdOf(line));
}

/** The lines of a household whose notice is due by the day asked for. */
function decideLines(looking: Looking, partyId: number, borrower: { name: string; status: string | null }): Decided[] {
  const { db, book, today, until } = looking;
  const radar = householdRadar(db, book, { id: partyId, name: borrower.name }, today);
  const sent = sentNotices(db, partyId);
  const missed = missedPlans(db, book, partyId, today);
  return radar.lines.flatMap((line): Decided[] => {
    // What the borrower himself pledged is asked of him in his own notice.
    if (line.role === 'security' && ownedByBorrower(db, line, borrower.name)) return [];
    const loan = present(
      radar.loans.find((each) => each.id === line.loanId),
      'a line belongs to a loan',
    );
    const due = dueNotice(book, loan, line.expiry, sentTo(line, sent), today);
    if (due === null || due.on > until) return [];
    const isPlanMissed = missed.some(({ loanIds }) => loanIds.includes(loan.id));
    const day = { today, reminding: due.reminding, isPlanMissed };
    const form = noticeFormOf(book, loan, line, statusOf(looking, line, borrower.status), day);
    return form === null || form.reason === 'not-yet-due' ? [] : [{ line, loan, due, form }];
  });
}

const ownedByBorrower = (db: ReadDb, line: RadarLine, borrower: string): boolean => {
  const owner = db.hot('SELECT owner_name FROM collateral WHERE id = ?').pluck().get(subjectIdOf(line));
  return owner === null || owner === borrower;
};

/** One paper for what one addressee owes in one state; a guarantee and a security have their own. */
function entriesOf(
  { db }: Looking,
  partyId: number,
  borrower: string,
  decided: readonly Decided[],
  loans: ReadonlyMap<number, NamedLoan>,
): DueEntry[] {
  const keyOf = ({ line, form }: Decided) =>
    line.role === 'borrower'
      ? `${form.form ?? form.reason}:household:${partyId}`
      : `${form.form ?? form.reason}:${line.role}:${subjectIdOf(line)}`;
  return [...Map.groupBy(decided, keyOf)].map(([key, group]): DueEntry => {
    const first = present(group[0], 'a group has a member');
    const soonest = group.reduce((least, each) => (each.due.on < least.due.on ? each : least), first);
    const named = group.map(({ loan }) => present(loans.get(loan.id), 'a loan has its contract'));
    const { line, form } = first;
    const own = line.role === 'borrower';
    return {
      key,
      partyId,
      borrower,
      role: ROLE_OF[line.role],
      addressee:
        line.role === 'security' ? (noticeSecurity(db, subjectIdOf(line))?.owner.name ?? line.name) : line.name,
      unit: named[0]?.unit ?? '',
      officer: named[0]?.officer ?? null,
      contracts: named.map(({ contractNo }) => contractNo),
      form: form.form,
      why: form.form === null ? form.reason : null,
      subject: own ? HOUSEHOLD : line.role === 'guarantor' ? GUARANTEE : SECURITY,
      subjectId: own ? partyId : subjectIdOf(line),
      dueOn: soonest.due.on,
      reason: soonest.due.reason,
      expiry: group.reduce<string | null>((least, { form: { expiry } }) => earlier(least, expiry), null),
      trace: [...soonest.due.trace, ...soonest.form.trace],
    };
  });
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

/**
 * In the order of households. Refuses pack-filter-empty (an empty filter never means everybody), unit-unknown {unit} (a misspelt one has
 * nobody, which would read as nothing due), filter-too-wide {count, most}.
 */
export async function dueList(
  db: ReadDb,
  today: string,
  filter: DueFilter,
  report: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<DueEntry[]> {
  if (!filter.unit && !filter.officer && !filter.area && filter.partyId === null) refuse('pack-filter-empty');
  if (filter.unit) await unitNamed(db, filter.unit);
  const { book } = await rulesInForce(db, today);
  const parties = partiesWithin(db, filter);
  if (parties.length > MOST_HOUSEHOLDS) refuse('filter-too-wide', { count: parties.length, most: MOST_HOUSEHOLDS });
  const looking = { db, book, today, until: filter.until };
  const found: DueEntry[] = [];
  for (const [index, partyId] of parties.entries()) {
    if (index % SLICE === 0) {
      report(index, parties.length);
      await setImmediate();
      signal?.throwIfAborted();
    }
    const borrower = noticeParty(db, partyId);
    const decided = decideLines(looking, partyId, borrower);
    if (decided.length > 0) found.push(...entriesOf(looking, partyId, borrower.name, decided, namedLoans(db, partyId)));
  }
  report(parties.length, parties.length);
  return found;
}
