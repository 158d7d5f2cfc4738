/**
 * What a case says to the limitation clocks: a suit halts them for whom it is brought against, its end lets them run again. A
 * general guarantor is reached by suing the debtor, a joint one only by being sued himself (民法典 693, 担保制度解释 29).
 */
import type { EventKind } from '../limitation/events';
import type { RecordedAct } from '../portfolio/recordedAct';
import type { ActKind } from './actKinds';
import type { CaseAct } from './acts';
import { type CaseFile, isBorrowerSued } from './caseFile';
import { isClaimLost } from './effect';
import { leavesAppeal } from './openAppeals';

const HEARD: Readonly<Partial<Record<ActKind, EventKind>>> = {
  sued: 'suit-filed',
  'arbitration-applied': 'suit-filed',
  'realisation-applied': 'suit-filed',
  'claim-declared': 'suit-filed',
  'payment-order-applied': 'payment-order-applied',
  'payment-order-objected': 'proceeding-ended',
  'payment-order-ended': 'proceeding-ended',
  'suit-rejected': 'proceeding-ended',
  'realisation-refused': 'proceeding-ended',
  'bankruptcy-ended': 'proceeding-ended',
  withdrawn: 'suit-withdrawn',
  mediated: 'judgment-effective',
  effective: 'judgment-effective',
  'second-judged': 'judgment-effective',
  'appeal-withdrawn': 'judgment-effective',
  'retrial-judged': 'judgment-effective',
  'payment-order-effective': 'judgment-effective',
  'realisation-granted': 'judgment-effective',
  awarded: 'judgment-effective',
  'enforcement-applied': 'enforcement-applied',
  'enforcement-resumed': 'enforcement-applied',
  // What was settled is enforced again only on a new application: the safe reading lets the clock run.
  'enforcement-settled': 'enforcement-ended',
  'no-assets': 'enforcement-ended',
  'enforcement-withdrawn': 'enforcement-ended',
  'enforcement-ended': 'enforcement-ended',
};

/** A ledger that knows no day of filing has that of acceptance, which is later: the safe one. An appeal goes on with a rejected suit. */
function heardOf(act: CaseAct, acts: readonly CaseAct[]): EventKind | undefined {
  const { kind } = act;
  const isFiled = acts.some((each) => each.kind === 'sued');
  const isRejected = acts.some((each) => each.kind === 'suit-rejected');
  if ((kind === 'accepted' && !isFiled) || (kind === 'appealed' && isRejected)) return 'suit-filed';
  if (leavesAppeal(acts, acts.indexOf(act))) return undefined;
  const heard = HEARD[kind];
  const isLost = heard === 'judgment-effective' && isClaimLost(acts.slice(0, acts.indexOf(act) + 1));
  // What dismisses the claim ends the halt and gives nothing to enforce.
  return isLost ? 'proceeding-ended' : heard;
}

type Case = Pick<CaseFile, 'key' | 'loans' | 'parties' | 'acts' | 'standing'>;

interface Reached {
  readonly id: number;
  readonly suit: EventKind;
}

/** Guarantees of a loan that the case reaches, and how a suit reads for each. */
function reached({ parties }: Case, loanId: number, isDebtorSued: boolean): Reached[] {
  const sued = parties.filter(({ role }) => role === 'defendant').flatMap(({ guarantees }) => guarantees);
  return sued.flatMap(({ id, loanId: of, kind }): Reached[] => {
    if (of !== loanId || (kind === 'general' && !isDebtorSued)) return [];
    return [{ id, suit: kind === 'general' ? 'debtor-sued' : 'suit-filed' }];
  });
}

/** Of all its loans and signatories; an act without a known day is heard by nobody. */
export function limitationActs(file: Case): RecordedAct[] {
  if (file.standing === 'defendant') return [];
  return file.acts.flatMap((act): RecordedAct[] => {
    const heard = heardOf(act, file.acts);
    if (heard === undefined || act.on === null) return [];
    const { on, detail } = act;
    const shared = {
      on,
      evidence: detail.paperNo ?? detail.caseNo ?? file.key,
      content: null,
      grade: 'strong',
      reason: 'court',
      source: 'case',
      sourceNo: file.key,
    } as const;
    return file.loans.flatMap(({ loanId, partyId }): RecordedAct[] => {
      const isDebtorSued = isBorrowerSued(file.parties, partyId);
      return [
        ...(isDebtorSued ? [{ ...shared, kind: heard, loanId, guaranteeId: null }] : []),
        ...reached(file, loanId, isDebtorSued).map(({ id, suit }) => ({
          ...shared,
          kind: heard === 'suit-filed' ? suit : heard,
          loanId,
          guaranteeId: id,
        })),
      ];
    });
  });
}
