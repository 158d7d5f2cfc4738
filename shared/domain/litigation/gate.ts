/**
 * The gate to the court (B4 §9–12, §21–23; LIT-02 to LIT-06): its steps in their order, each with the article that asks for it.
 * The first that is not passed is why nothing may be brought to a court.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Refusal } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { type CaseAct, isRecordAct } from './acts';
import { type CaseFile, claimedOf, type EvidenceKind, unclaimedSecurities } from './caseFile';
import type { FilingLevel, Override } from './gateDetail';

export const GATE_STEPS = ['claims', 'security', 'evidence', 'report', 'opinion', 'committee', 'filing'] as const;
export type GateStepId = (typeof GATE_STEPS)[number];

/** recorded: the imported ledger says so. waiting: somebody else has to answer. */
export const GATE_STATES = ['done', 'recorded', 'not-needed', 'missing', 'waiting', 'refused'] as const;
export type GateState = (typeof GATE_STATES)[number];

export interface GateStep {
  readonly id: GateStepId;
  readonly state: GateState;
  readonly article: string | null;
  /** What is missing, for the sentence. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly trace: readonly TraceLine[];
}

export interface Gate {
  readonly steps: readonly GateStep[];
  readonly isOpen: boolean;
  /** Taken in spite of the steps that miss; they stay as they are. */
  readonly override: {
    readonly kind: Override;
    readonly on: CalendarDate | null;
    readonly by: string | null;
    readonly reason: string | null;
  } | null;
  readonly filingLevel: FilingLevel;
  /** Role that the amount asks for (B4 §6), as the rule words it. */
  readonly responsible: { readonly role: string; readonly trace: readonly TraceLine[] };
}

type Answer = Pick<GateStep, 'state'> & Partial<Pick<GateStep, 'article' | 'facts'>>;

function step(book: RuleBook, id: GateStepId, answer: (inquiry: Inquiry) => Answer): GateStep {
  const inquiry = new Inquiry(book);
  const { state, article, facts } = answer(inquiry);
  return { id, state, article: article ?? inquiry.trace[0]?.article ?? null, facts: facts ?? {}, trace: inquiry.trace };
}

const isRecorded = ({ consent }: CaseFile) => consent.state === 'recorded';

function claims(inquiry: Inquiry, file: CaseFile): Answer {
  inquiry.checklist('litigation/opinion-contents', null);
  const { total } = claimedOf(file);
  const missing = [
    ...(file.loans.length === 0 || total <= 0 ? ['amount'] : []),
    ...(file.parties.some(({ role }) => role === 'defendant') ? [] : ['defendant']),
    ...(file.court === null && !isRecorded(file) ? ['court'] : []),
  ];
  return { state: missing.length === 0 ? 'done' : 'missing', facts: { missing } };
}

/** LIT-06: a secured debt without the claim to realise the security is not brought to court. */
function security(inquiry: Inquiry, file: CaseFile, today: CalendarDate): Answer {
  const rule = inquiry.values('litigation/secured-claim', today);
  if (!file.securities.some(({ isLive }) => isLive)) return { state: 'not-needed', article: rule.article };
  const unclaimed = unclaimedSecurities(file).map(({ description }) => description);
  if (unclaimed.length === 0) return { state: 'done' };
  // What an imported ledger says was asked of the court is not in it; what is asked from now on is.
  return { state: file.version === 0 && isBrought(file) ? 'recorded' : 'missing', facts: { unclaimed } };
}

/** B4 §9: vouchers and contracts of every debt, those of its security where there is one. */
export function missingEvidence(inquiry: Inquiry, file: CaseFile): EvidenceKind[] {
  const asked = inquiry.items('litigation/evidence-kinds', null);
  const isSecured = file.securities.length > 0 || file.parties.some(({ guarantees }) => guarantees.length > 0);
  const needed: EvidenceKind[] = isSecured ? ['receipt', 'contract', 'guarantee'] : ['receipt', 'contract'];
  return needed.filter((kind) => asked.has(kind) && !file.evidence.some((item) => item.kind === kind));
}

function evidence(inquiry: Inquiry, file: CaseFile): Answer {
  const missing = missingEvidence(inquiry, file);
  if (missing.length === 0) return { state: 'done' };
  return isRecorded(file) ? { state: 'recorded' } : { state: 'missing', facts: { missing } };
}

function report(inquiry: Inquiry, file: CaseFile): Answer {
  inquiry.checklist('litigation/assessment-points', null);
  if (file.report !== null) return { state: 'done', facts: { number: file.report.number } };
  return { state: isRecorded(file) ? 'recorded' : 'missing' };
}

const BRINGS: readonly string[] = [
  'sued',
  'accepted',
  'payment-order-applied',
  'realisation-applied',
  'arbitration-applied',
  'certificate-issued',
];

/** From then on what was passed stays passed, whatever is described anew. */
export const isBrought = ({ acts }: Pick<CaseFile, 'acts'>): boolean => acts.some(({ kind }) => BRINGS.includes(kind));

/** The opinion on the case as it is described now. */
export const opinionOf = (file: Pick<CaseFile, 'acts' | 'version'>): CaseAct | null =>
  file.acts.findLast(
    ({ kind, detail }) => kind === 'opinion-given' && (isBrought(file) || detail.opinion?.version === file.version),
  ) ?? null;

function opinion(inquiry: Inquiry, file: CaseFile): Answer {
  inquiry.checklist('litigation/opinion-contents', null);
  const given = opinionOf(file)?.detail.opinion;
  if (given) return { state: 'done', facts: { number: given.number, conclusion: given.conclusion } };
  return { state: isRecorded(file) ? 'recorded' : 'missing' };
}

function committee(inquiry: Inquiry, { consent }: CaseFile, today: CalendarDate): Answer {
  inquiry.values('litigation/committee-review-days', today);
  const { state, number, deadline } = consent;
  if (state === 'approved') return { state: 'done', facts: { number } };
  if (state === 'recorded') return { state: 'recorded', facts: { number } };
  if (state === 'submitted') return { state: 'waiting', facts: { deadline } };
  return { state: state === 'rejected' ? 'refused' : 'missing' };
}

const IS_FILING: readonly string[] = ['filing-asked', 'filing-decided'];

/** Newest word of the level about the case as it is described now; what an imported ledger says holds for every description. */
export const filingOf = (file: Pick<CaseFile, 'acts' | 'version'>): CaseAct | null =>
  file.acts.findLast(
    (act) =>
      IS_FILING.includes(act.kind) &&
      (isRecordAct(act) || isBrought(file) || act.detail.filing?.version === file.version),
  ) ?? null;

function filingLevel(inquiry: Inquiry, file: CaseFile, today: CalendarDate): FilingLevel {
  const { gives } = inquiry.row('litigation/filing-level', today, {
    courtLevel: file.courtLevel,
    institutionIsDefendant: file.standing === 'defendant',
    unitLevel: file.unit.level,
  });
  return String(gives.level) as FilingLevel;
}

function filing(inquiry: Inquiry, file: CaseFile, today: CalendarDate): Answer {
  const level = filingLevel(inquiry, file, today);
  const newest = filingOf(file);
  const { outcome, number } = newest?.detail.filing ?? {};
  if (outcome === 'agreed' && newest)
    return { state: isRecordAct(newest) ? 'recorded' : 'done', facts: { level, number: number ?? null } };
  if (level === 'none') return { state: 'not-needed', facts: { level } };
  if (outcome !== undefined) return { state: 'refused', facts: { level, outcome } };
  return { state: newest ? 'waiting' : 'missing', facts: { level } };
}

export const isPassed = ({ state }: Pick<GateStep, 'state'>): boolean =>
  state === 'done' || state === 'recorded' || state === 'not-needed';

function overrideOf({ acts }: CaseFile): Gate['override'] {
  const act = acts.findLast(({ kind }) => kind === 'gate-overridden');
  const kind = act?.detail.override;
  return act && kind ? { kind, on: act.on, by: act.by, reason: act.note } : null;
}

export function gateOf(book: RuleBook, file: CaseFile, today: CalendarDate): Gate {
  const filingStep = step(book, 'filing', (own) => filing(own, file, today));
  const person = new Inquiry(book);
  const { gives } = person.row('litigation/responsible-person', today, { claimAmount: claimedOf(file).total });
  const steps =
    file.standing === 'defendant'
      ? [filingStep]
      : [
          step(book, 'claims', (own) => claims(own, file)),
          step(book, 'security', (own) => security(own, file, today)),
          step(book, 'evidence', (own) => evidence(own, file)),
          step(book, 'report', (own) => report(own, file)),
          step(book, 'opinion', (own) => opinion(own, file)),
          step(book, 'committee', (own) => committee(own, file, today)),
          filingStep,
        ];
  return {
    steps,
    isOpen: steps.every(isPassed),
    override: overrideOf(file),
    filingLevel: filingStep.facts.level as FilingLevel,
    responsible: { role: String(gives.role), trace: person.trace },
  };
}

/** Code of a step that is not passed: `gate-<step>-<state>`, e.g. gate-filing-missing. */
const refusalOf = ({ id, state, article, facts }: GateStep): Refusal => ({
  code: `gate-${id}-${state}`,
  ...(article === null ? {} : { article }),
  facts: { ...facts, step: id },
});

/** Why an act that needs the gate may not be done; null when it may. An urgent preservation frees nothing else. */
export function gateRefusal({ steps, override }: Pick<Gate, 'steps' | 'override'>, kind: string): Refusal | null {
  const closed = steps.find((each) => !isPassed(each));
  if (closed === undefined) return null;
  const isFreed = override !== null && (override.kind !== 'urgent-preservation' || kind === 'preservation-applied');
  return isFreed ? null : refusalOf(closed);
}

/** That a day lies before the consent or the filing which freed the way; null when it does not, or an override freed it. */
export function beforeGate(file: CaseFile, { steps, override }: Gate, on: CalendarDate): Refusal | null {
  if (override !== null || isBrought(file)) return null;
  const isDone = (id: GateStepId) => steps.some((each) => each.id === id && each.state === 'done');
  const passed = [
    ...(isDone('committee') ? [{ id: 'committee', day: file.consent.on }] : []),
    ...(isDone('filing') ? [{ id: 'filing', day: filingOf(file)?.on ?? null }] : []),
  ];
  const late = passed.find(({ day }) => day !== null && on < day);
  const article = steps.find(({ id }) => id === late?.id)?.article;
  return late ? { code: 'act-before', facts: { kind: late.id, on: late.day }, ...(article ? { article } : {}) } : null;
}

/** Why the committee cannot be asked yet; null when it can. */
export function beforeCommittee({ steps }: Gate): Refusal | null {
  const at = steps.findIndex(({ id }) => id === 'committee');
  const closed = steps.slice(0, at).find((each) => !isPassed(each));
  return closed ? refusalOf(closed) : null;
}
