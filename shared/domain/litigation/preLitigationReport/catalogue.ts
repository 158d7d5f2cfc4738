/**
 * Catalogue of the report's typed fields in the order of the form: one list for the screen, the command line and the
 * checks. What later steps compute (interest split, fees, limitation rows, responsible person, expected recovery) is
 * typed here with its reason and keeps its id when it becomes computed.
 */
import type { FieldId } from './fieldIds';
import type { FieldDefinition, TableColumn } from './fields';
import * as suggest from './suggestions';
import {
  CHANCES,
  DECISIONS,
  FORMS,
  GRADES,
  LIMITATION_STATES,
  PREDICTIONS,
  PROCEDURES,
  RESPONSIBLE_ROLES,
  RISK_LEVELS,
  RISK_QUESTIONS,
  SCENARIOS,
  STRENGTHS,
} from './wording';

const TEXT = 200;
const LONG = 4000;
const AMOUNT = 20;

const column = (id: string, kind: TableColumn['kind'] = 'text', required = false): TableColumn => ({
  id,
  kind,
  ...(required ? { required } : {}),
});
const choice = (id: string, list: object, required = false): TableColumn => ({
  ...column(id, 'choice', required),
  options: Object.keys(list),
});

type Section = FieldDefinition['section'];
type Required = FieldDefinition['required'];
type Kind = Omit<FieldDefinition, 'id'>;

const amount = (section: Section, required: Required = 'no'): Kind => ({
  section,
  kind: 'amount',
  required,
  maxLength: AMOUNT,
});
const longText = (section: Section, required: Required = 'no'): Kind => ({
  section,
  kind: 'longText',
  required,
  maxLength: LONG,
});
const shortText = (section: Section, required: Required = 'no'): Kind => ({
  section,
  kind: 'text',
  required,
  maxLength: TEXT,
});
const table = (section: Section, columns: readonly TableColumn[]): Kind => ({
  section,
  kind: 'table',
  required: 'no',
  maxLength: LONG,
  columns,
});
const choose = (section: Section, list: object): Kind => ({
  section,
  kind: 'choice',
  required: 'block',
  maxLength: TEXT,
  options: Object.keys(list),
});

const named = (id: FieldId, definition: Kind): FieldDefinition => ({ id, ...definition });

export const FIELDS: readonly FieldDefinition[] = [
  named('addressee', { ...shortText(0, 'block'), suggest: () => '诉讼保全管理委员会' }),
  named('shortName', { ...shortText(0, 'block'), suggest: suggest.shortName }),

  named('interestInTerm', amount(3, 'block')),
  named('interestPenalty', amount(3, 'block')),
  named('interestCompound', amount(3, 'block')),
  named('interestAsOf', {
    section: 3,
    kind: 'date',
    required: 'block',
    maxLength: 10,
    suggest: (facts) => facts.asOf,
  }),
  named('interestReason', longText(3, 'block')),
  named('lawyerFee', amount(3)),
  named('otherCosts', amount(3)),

  named('evidence', {
    ...table(1, [
      column('name', 'text', true),
      choice('form', FORMS),
      column('place'),
      column('proves'),
      column('review'),
      choice('strength', STRENGTHS),
      column('defect'),
    ]),
    suggest: suggest.evidence,
  }),
  named('missingEvidence', {
    ...table(1, [column('item', 'text', true), column('remedy'), column('deadline', 'date'), column('responsible')]),
    suggest: suggest.missingEvidence,
  }),
  named('evidenceGrade', choose(1, GRADES)),
  named('evidenceReason', longText(1, 'block')),
  named('limitation', {
    ...table(1, [
      column('debtor', 'text', true),
      column('start', 'date'),
      column('lastInterruption', 'date'),
      column('evidence'),
      column('expiry', 'date', true),
      choice('status', LIMITATION_STATES, true),
      column('reason', 'longText', true),
    ]),
    suggest: suggest.limitation,
  }),
  named('limitationText', { ...longText(1, 'warn'), suggest: suggest.limitationText }),
  named('timeFlaw', longText(1)),
  named(
    'defects',
    table(1, [
      column('defect', 'text', true),
      column('impact'),
      column('remedy'),
      column('deadline', 'date'),
      column('status'),
    ]),
  ),
  named('risks', {
    ...table(1, [
      choice('question', RISK_QUESTIONS, true),
      choice('level', RISK_LEVELS, true),
      column('note', 'longText'),
    ]),
    suggest: suggest.risks,
  }),
  named('predictions', {
    ...table(1, [
      column('claim', 'text', true),
      column('amount', 'amount'),
      choice('prediction', PREDICTIONS, true),
      column('basis', 'longText'),
    ]),
    suggest: suggest.predictions,
  }),
  named('winChance', choose(1, CHANCES)),

  named('legalRelations', { ...longText(2, 'block'), suggest: suggest.legalRelations }),
  named('causeOfAction', { ...shortText(2, 'block'), suggest: () => '金融借款合同纠纷' }),
  named('litigants', { ...longText(2, 'block'), suggest: suggest.litigants }),
  named('court', shortText(2, 'block')),
  named('courtBasis', longText(2, 'block')),
  named('procedure', choose(2, PROCEDURES)),
  named('procedureReason', longText(2, 'warn')),

  named('collateralEstimates', {
    ...table(3, [
      column('collateral', 'text', true),
      column('validUntil', 'date'),
      column('prior', 'amount'),
      column('rate', 'percent', true),
      column('basis', 'longText', true),
      column('tax', 'percent'),
    ]),
    suggest: suggest.collateralEstimates,
  }),
  named('securedText', { ...longText(3), suggest: suggest.securedText }),
  named('overMaximumNote', longText(3)),
  named('repaymentSources', {
    ...table(3, [
      column('debtor', 'text', true),
      column('assets'),
      column('liabilities'),
      column('income'),
      column('property'),
      column('repayable'),
      column('basis'),
    ]),
    suggest: suggest.repaymentSources,
  }),
  named('propertyClues', longText(3, 'warn')),
  named('preservation', longText(3, 'warn')),
  named('enforcementTerm', shortText(3, 'warn')),
  named('scenarios', {
    ...table(3, [choice('scenario', SCENARIOS, true), column('parameters'), column('amount', 'amount')]),
    suggest: suggest.scenarios,
  }),
  named('expectedRecovery', amount(3, 'block')),
  named('expectedRecoveryReason', longText(3, 'block')),
  named('feeAcceptance', amount(3, 'block')),
  named('feePreservation', amount(3)),
  named('feePreservationSecurity', amount(3)),
  named('feeAnnouncement', amount(3)),
  named('feeAppraisalAuction', amount(3)),
  named('feeEnforcement', amount(3)),
  named('feesReason', longText(3, 'block')),
  named('costJustification', longText(3)),
  // After the fees, which its first row quotes.
  named('ways', {
    ...table(2, [
      column('way', 'text', true),
      column('premise'),
      column('term'),
      column('fee'),
      column('guarantors'),
      column('conclusion'),
    ]),
    suggest: suggest.ways,
  }),

  named('necessityEvasion', longText(4)),
  named('necessityExpiry', longText(4)),
  named('necessityRank', longText(4)),
  named('necessityNegotiation', { ...longText(4), suggest: suggest.necessityNegotiation }),
  named('necessityAlternatives', longText(4)),
  named('necessityRisk', longText(4)),
  named('necessityClosing', { ...longText(4, 'warn'), suggest: () => '综上，建议采取法律手段清收。' }),

  named('decision', choose(5, DECISIONS)),
  named('claims', {
    ...table(5, [column('text', 'longText', true), column('collateral')]),
    suggest: suggest.claims,
  }),
  named('settlementFloor', longText(5, 'warn')),
  named('responsibleRole', choose(5, RESPONSIBLE_ROLES)),
  named('responsibleReason', longText(5, 'block')),
  named('handler', shortText(5, 'block')),
  named('agency', shortText(5, 'warn')),
  named('preservationAdvice', longText(5)),
  named('filingLevel', shortText(5, 'warn')),
];
