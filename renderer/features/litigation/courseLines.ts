/** The course of a case with what was decided about it: acts are of its file, decisions are of requests and of the filing level. */
import type { ActView, CaseView } from '@shared/contract/litigationViews';
import type { CalendarDate } from '@shared/kernel/calendarDate';

type PermitView = CaseView['permits'][number];

export interface Decision {
  readonly key: string;
  readonly on: CalendarDate;
  /** suit: of the committee on the suit. permit, filing: on what a permit was asked for. */
  readonly kind: 'suit' | 'permit' | 'filing';
  readonly permit: PermitView | null;
  readonly outcome: 'approved' | 'rejected' | 'agreed' | 'refused';
  readonly number: string | null;
  /** The request to open. */
  readonly requestId: number | null;
  /** Whether an act of the same day comes after it. */
  readonly precedes: (act: ActView) => boolean;
}

export type CourseLine = { readonly act: ActView } | { readonly decision: Decision };

function suitDecision({ consent }: CaseView): Decision[] {
  const { state, on, number, requestId } = consent;
  if (on === null || (state !== 'approved' && state !== 'rejected' && state !== 'recorded')) return [];
  const outcome = state === 'rejected' ? 'rejected' : 'approved';
  const precedes = ({ kind }: ActView) => kind !== 'opinion-given';
  return [{ key: 'suit', on, kind: 'suit', permit: null, outcome, number, requestId, precedes }];
}

function permitDecisions(permit: PermitView): Decision[] {
  const { id, state, decidedOn, filedOn, filingNo, approval } = permit;
  const precedes = ({ detail }: ActView) => detail.permits?.includes(id) ?? false;
  const decided: Decision = {
    ...{ key: `permit ${id}`, on: decidedOn ?? '', kind: 'permit', permit, number: null, precedes },
    ...{ outcome: approval?.state === 'approved' ? 'approved' : 'rejected', requestId: approval?.id ?? null },
  };
  const filed: Decision = {
    ...{ key: `filing ${id}`, on: filedOn ?? '', kind: 'filing', permit, number: filingNo, precedes },
    ...{ outcome: state === 'approved' ? 'agreed' : 'refused', requestId: null },
  };
  const isDecided = decidedOn !== null && (approval?.state === 'approved' || approval?.state === 'rejected');
  return [...(isDecided ? [decided] : []), ...(filedOn === null ? [] : [filed])];
}

/** In the order of days; a decision stands before what followed from it on the same day. */
export function courseLines(file: CaseView): CourseLine[] {
  const decisions = [...suitDecision(file), ...file.permits.toReversed().flatMap(permitDecisions)];
  return decisions.reduce<CourseLine[]>(
    (lines, decision) => {
      const isLater = (line: CourseLine): boolean =>
        'act' in line
          ? line.act.on !== null &&
            (line.act.on > decision.on || (line.act.on === decision.on && decision.precedes(line.act)))
          : line.decision.on > decision.on;
      const at = lines.findIndex(isLater);
      return lines.toSpliced(at < 0 ? lines.length : at, 0, { decision });
    },
    file.acts.map((act) => ({ act })),
  );
}
