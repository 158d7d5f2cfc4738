/**
 * Consent to a withdrawal, a release, a settlement or a thing taken instead of money (B4 §14, §16, §19, §20): what is shown to
 * whoever decides, with the settlement beside the plan of counsel's opinion.
 */
import type { Content, ContentLine } from '@shared/domain/approvals/content';
import { type CaseFile, claimedOf } from '@shared/domain/litigation/caseFile';
import { opinionOf } from '@shared/domain/litigation/gate';
import type { SettlementPlan } from '@shared/domain/litigation/gateDetail';
import { PERMIT_ARTICLES, PERMIT_FORMS, type Permit } from '@shared/domain/litigation/permits';
import { comparedWithPlan, planText } from '@shared/domain/litigation/planTerms';
import type { ReadDb } from '../../database/store';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { endPermit, permitPlace } from './permits.repository';
import { findCase } from './readCase';

const { subjectOf, idOf } = rowSubject('case-permit');

export const permitSubject = subjectOf;

export const planOf = (file: Pick<CaseFile, 'acts' | 'version'>): SettlementPlan | null =>
  opinionOf(file)?.detail.opinion?.settlement ?? null;

function settlementLines(file: CaseFile, { terms }: Permit): ContentLine[] {
  const plan = planOf(file);
  const { amount, firstPayment = 0, months = 0, waiver = 0, keepsSecurity, takesThings, exception = '' } = terms;
  return [
    { field: 'amount', type: 'amount', value: amount ?? 0 },
    { field: 'firstPayment', type: 'amount', value: firstPayment },
    { field: 'months', type: 'count', value: months },
    { field: 'waiver', type: 'amount', value: waiver },
    { field: 'keepsSecurity', type: 'word', value: keepsSecurity ? 'yes' : 'no' },
    { field: 'takesThings', type: 'word', value: takesThings ? 'yes' : 'no' },
    { field: 'plan', type: 'text', value: planText(plan) },
    { field: 'offPlan', type: 'count', value: comparedWithPlan(plan, terms).filter(({ keeps }) => !keeps).length },
    { field: 'liveSecurities', type: 'count', value: file.securities.filter(({ isLive }) => isLive).length },
    { field: 'exception', type: 'text', value: exception },
  ];
}

const thingLines = ({ terms: { amount, inspection = '', appraised = 0, appraisal = '' } }: Permit): ContentLine[] => [
  { field: 'amount', type: 'amount', value: amount ?? 0 },
  { field: 'inspection', type: 'text', value: inspection },
  { field: 'appraised', type: 'amount', value: appraised },
  { field: 'appraisal', type: 'text', value: appraisal },
];

const releaseLines = (file: CaseFile, { terms: { act, performance = '', effects = '' } }: Permit): ContentLine[] => {
  const seized = file.acts.find(({ key }) => key === act);
  const seizure = [seized?.on, seized?.detail.paperNo, seized?.detail.item].filter(Boolean).join(' ');
  return [
    ...(seized ? [{ field: 'seizure', type: 'text' as const, value: seizure }] : []),
    { field: 'performance', type: 'text', value: performance },
    { field: 'effects', type: 'text', value: effects },
  ];
};

/** A permit with the case that it is about; null: there is none. */
export function findPermit(db: ReadDb, id: number): { readonly permit: Permit; readonly file: CaseFile } | null {
  const place = permitPlace(db, id);
  const file = place && findCase(db, place.caseId);
  const permit = file?.permits.find((each) => each.id === id);
  return permit && file ? { permit, file } : null;
}

export const casePermit: ApprovalKind = {
  id: 'case-permit',
  authority: { rule: 'authority/case-permit', columns: ['level1'] },
  delegable: false,
  async current(db, subject): Promise<Content | null> {
    const asked = findPermit(db, idOf(subject));
    if (asked === null) return null;
    const { permit, file } = asked;
    return [
      { field: 'case', type: 'text', value: file.key },
      { field: 'household', type: 'household', value: file.household.number },
      { field: 'permit', type: 'word', value: permit.terms.release ?? permit.kind },
      { field: 'content', type: 'text', value: permit.terms.item },
      { field: 'claimed', type: 'amount', value: claimedOf(file).total },
      ...(permit.kind === 'release' ? releaseLines(file, permit) : []),
      ...(permit.kind === 'settlement' ? settlementLines(file, permit) : []),
      ...(permit.kind === 'in-kind' ? thingLines(permit) : []),
      { field: 'reason', type: 'text', value: permit.reason },
    ];
  },
  async checks(db, subject) {
    const asked = findPermit(db, idOf(subject));
    if (asked === null) return [];
    const { permit, file } = asked;
    const article = PERMIT_ARTICLES[permit.kind];
    if (permit.kind === 'release') return [{ id: 'permit-reason', met: permit.reason !== '', article }];
    const { terms } = permit;
    if (permit.kind === 'in-kind')
      return [
        { id: 'permit-inspected', met: Boolean(terms.inspection), article },
        { id: 'permit-appraised', met: Boolean(terms.appraisal), article },
        { id: 'permit-not-above', met: (terms.amount ?? 0) <= (terms.appraised ?? 0) },
      ];
    return [
      { id: 'permit-plan', met: comparedWithPlan(planOf(file), terms).every(({ keeps }) => keeps), article },
      { id: 'permit-unsecured', met: !file.securities.some(({ isLive }) => isLive), article },
    ];
  },
  paper(db, subject) {
    const form = PERMIT_FORMS[findPermit(db, idOf(subject))?.permit.kind ?? 'in-kind'];
    return form === null ? null : { form, subjectId: idOf(subject), isWhole: true };
  },
  async ended(tx, { subject }, state) {
    await endPermit(tx, idOf(subject), state === 'approved' ? 'approved' : 'refused');
    return [];
  },
};
