/** The day's pack (催收日作业包): what is due and may be printed, and printing what was chosen of it in one job. */
import type { NumberedNotice } from '@shared/domain/dunning/jobPapers';
import type { NoticeFacts, NoticeForm } from '@shared/domain/dunning/noticeFacts';
import { packPapers } from '@shared/domain/dunning/packPapers';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { digestOf } from '../documents/factsDigest';
import { asForm } from '../documents/form';
import {
  issueJob,
  type JobProgress,
  type ReadyPaper,
  repeatedJob,
  sortOut,
  type WantedPaper,
} from '../documents/issueJob';
import type { JobRow } from '../documents/printJobs.repository';
import { readBank } from '../users/users.repository';
import { type DueEntry, type DueFilter, dueList } from './dueList';
import { noticeFormFor } from './notices.form';

/** Never in a batch: two employees explain it to the debtor, and counsel or the head of preservation releases it. */
const ALONE: readonly NoticeForm[] = ['DOC-REC-04'];

interface PackFinding {
  readonly code: string;
  readonly subject: string | null;
}

export interface PackEntry extends DueEntry {
  /** Findings that keep it from being printed; empty: it may be. */
  readonly blocked: readonly PackFinding[];
  /** Findings that do not keep it from being printed, but need a reason. */
  readonly warned: readonly PackFinding[];
  readonly address: string;
  readonly paper: { readonly form: string; readonly subject: string } | null;
  readonly ready: ReadyPaper | null;
}

export type PackReport = (
  stage: 'looking' | 'checking' | 'numbering' | 'drawing' | 'filing',
  done: number,
  total: number,
) => void;

export interface Typed {
  readonly payBy: string | null;
  readonly contact: string | null;
}

const typedFields = ({ payBy, contact }: Typed): Record<string, unknown> => ({
  ...(payBy === null ? {} : { payBy }),
  ...(contact === null ? {} : { contact }),
});

function wantedOf(entry: DueEntry, typed: Typed): WantedPaper | null {
  if (entry.form === null || ALONE.includes(entry.form)) return null;
  const form = noticeFormFor(entry.form, entry.subject);
  return form && { form: asForm(form), subjectId: entry.subjectId, typed: typedFields(typed) };
}

const LETTER: Readonly<Record<string, string>> = { guarantee: 'g', security: 's' };

/** The keys under which a preview finds the same paper. */
const shownBy = (form: string, { subject, subjectId, partyId }: DueEntry) => {
  const letter = LETTER[subject.name];
  return { form, subject: letter ? `${letter}${subjectId}` : householdNumber(partyId) };
};

const factsOf = (ready: ReadyPaper): NoticeFacts => ready.frozen.facts as NoticeFacts;

/** Everything that is due, with what may be printed of it. Refusals as `dueList`. */
export async function lookAtPack(
  services: Services,
  open: OpenFolder,
  filter: DueFilter,
  typed: Typed,
  report: PackReport,
  signal?: AbortSignal,
): Promise<PackEntry[]> {
  const today = services.clock.today();
  const looking = (done: number, total: number) => report('looking', done, total);
  const due = await dueList(open.store.read, today, filter, looking, signal);
  const wanted = due.flatMap((entry) => wantedOf(entry, typed) ?? []);
  const sorted = await sortOut(services, open, wanted, report, signal);
  const keyOf = ({ form, subjectId }: Pick<WantedPaper, 'form' | 'subjectId'>) => `${form.alias} ${subjectId}`;
  const ready = new Map(sorted.printable.map((paper) => [keyOf(paper), paper]));
  const blocked = new Map(sorted.notPrintable.map((paper) => [keyOf(paper), paper.reasons]));
  return due.map((entry): PackEntry => {
    const paper = wantedOf(entry, typed);
    const fitting = entry.form === null ? null : noticeFormFor(entry.form, entry.subject);
    const found = paper === null ? null : (ready.get(keyOf(paper)) ?? null);
    const alone = entry.form !== null && ALONE.includes(entry.form) ? 'consent-alone' : null;
    const reasons =
      paper === null
        ? [{ code: entry.why ?? alone ?? 'form-does-not-fit', subject: null }]
        : (blocked.get(keyOf(paper)) ?? []);
    const address = found === null ? '' : (factsOf(found).addressee.address ?? '');
    return {
      ...entry,
      paper: fitting && shownBy(fitting.alias, entry),
      ready: found,
      address,
      blocked: reasons.map(({ code, subject }) => ({ code, subject })),
      warned: (found?.frozen.warnings ?? []).map(({ code, subject }) => ({ code, subject: subject ?? null })),
    };
  });
}

const PACK_ORDERS = ['unit', 'officer', 'area', 'name'] as const;
export type PackOrder = (typeof PACK_ORDERS)[number];

const sortKeys: Readonly<Record<PackOrder, (entry: PackEntry) => string>> = {
  unit: (entry) => entry.unit,
  officer: (entry) => entry.officer ?? '',
  area: (entry) => entry.address,
  name: (entry) => entry.borrower,
};

/** Households stay together, the borrower before those who secure him. */
const ordered = (entries: readonly PackEntry[], order: PackOrder): PackEntry[] => {
  const place = (entry: PackEntry) => ['borrower', 'guarantor', 'owner'].indexOf(entry.role);
  const collator = new Intl.Collator('zh-CN');
  const first = new Map<number, string>();
  for (const entry of entries) if (!first.has(entry.partyId)) first.set(entry.partyId, sortKeys[order](entry));
  return entries.toSorted(
    (a, b) =>
      collator.compare(first.get(a.partyId) ?? '', first.get(b.partyId) ?? '') ||
      a.partyId - b.partyId ||
      place(a) - place(b) ||
      a.subjectId - b.subjectId,
  );
};

const numbered = ({ frozen, number }: ReadyPaper & { readonly number: string | null }): NumberedNotice => {
  const facts = frozen.facts as NoticeFacts;
  return {
    number: present(number, 'a notice has a number'),
    form: frozen.form as NoticeForm,
    role: facts.role,
    addressee: facts.addressee.name,
    borrower: facts.borrower.name,
    address: facts.addressee.address ?? '',
    contracts: facts.loans.map(({ contractNo }) => contractNo),
    unit: facts.unit.name,
    officer: facts.officer ?? '',
  };
};

export interface PackRequest {
  readonly filter: DueFilter;
  /** The filter in words, for the cover sheet. */
  readonly chosen: string;
  readonly keys: readonly string[];
  readonly typed: Typed;
  readonly order: PackOrder;
  readonly duplex: boolean;
  /** Why notices that carry warnings go out all the same. */
  readonly warningsReason: string | null;
  readonly requestId: string;
}

export interface PrintedPack {
  readonly job: JobRow;
  /** Chosen, but no longer to be printed. */
  readonly leftOut: readonly string[];
}

/** Refusals in order: request-conflict, pack-filter-empty, filter-too-wide, papers-none, papers-too-many, warnings-unexplained, series-missing, paper-unfinished. */
export async function printPack(
  services: Services,
  open: OpenFolder,
  request: PackRequest,
  report: PackReport,
  signal?: AbortSignal,
): Promise<PrintedPack> {
  const { requestId, ...asked } = request;
  const requestDigest = digestOf(asked);
  const progress: JobProgress = report;
  const before = await repeatedJob(services, open, { requestId, requestDigest }, progress, signal);
  if (before) return { job: before, leftOut: [] };
  const chosen = new Set(request.keys);
  const pack = (await lookAtPack(services, open, request.filter, request.typed, report, signal)).filter(({ key }) =>
    chosen.has(key),
  );
  const ready = ordered(pack, request.order).flatMap((entry) => entry.ready ?? []);
  const { name: bank, address: bankAddress } = await readBank(open.store.read);
  const date = services.clock.today();
  const head = { bank, bankAddress, date, preparedBy: open.actor.display, chosen: request.chosen };
  const job = await issueJob(
    services,
    open,
    {
      title: `催收日作业包 ${date}`,
      action: 'dunning.printPack',
      papers: ready,
      extras: (number, papers) => packPapers({ ...head, job: number }, papers.map(numbered)),
      duplex: request.duplex,
      warningsReason: request.warningsReason,
      requestId,
      requestDigest,
    },
    progress,
    signal,
  );
  const leftOut = request.keys.filter((key) => !pack.some((entry) => entry.key === key && entry.ready !== null));
  return { job, leftOut };
}
