/** What the editor knows of a form beyond its draft: where its texts are, and how some of its fields are shown. */
import { FIELDS } from '@shared/domain/litigation/preLitigationReport/catalogue';

/** Namespace and prefix of the texts of DOC-LIT-01; a second form adds its own and a choice by code. */
export const FORM_TEXTS = 'litigation:preLitigationReport';
export const CHOICE_TEXTS = 'litigation:choice';

export const SECTIONS = ['0', '1', '2', '3', '4', '5'] as const;

/**
 * Typed today, computed by rules later (interest, fees, limitation, authority, valuation): field → the field that holds
 * its reason. The limitation table has a reason of its own in every row.
 */
const TYPED_FOR_NOW: Readonly<Record<string, string>> = {
  interestInTerm: 'interestReason',
  interestPenalty: 'interestReason',
  interestCompound: 'interestReason',
  limitation: 'limitation',
  expectedRecovery: 'expectedRecoveryReason',
  feeAcceptance: 'feesReason',
  feePreservation: 'feesReason',
  feePreservationSecurity: 'feesReason',
  feeAnnouncement: 'feesReason',
  feeAppraisalAuction: 'feesReason',
  feeEnforcement: 'feesReason',
  responsibleRole: 'responsibleReason',
};

/** The field in which a value typed for now is explained; null where nothing will be computed. */
export const reasonFieldOf = (id: string): string | null => TYPED_FOR_NOW[id] ?? null;

/** Columns that name their row: in suggested rows they are words, not fields. */
const ROW_NAMES: Readonly<Record<string, string>> = {
  risks: 'question',
  scenarios: 'scenario',
  collateralEstimates: 'collateral',
};

export const isRowName = (field: string, column: string): boolean => ROW_NAMES[field] === column;

/** Columns that hold the id of a collateral of the household. */
export const namesCollateral = (field: string, column: string): boolean =>
  column === 'collateral' && (field === 'collateralEstimates' || field === 'claims');

const definitions = new Map(FIELDS.map((field) => [field.id as string, field]));

/** Whether the form proposes a value by itself when nothing is typed. */
export const hasSuggestions = (id: string): boolean => definitions.get(id)?.suggest !== undefined;

/** `block`: no issue without it; `warn`: issue wants a reason; `no`: may stay empty. */
export const needOf = (id: string): 'block' | 'warn' | 'no' => definitions.get(id)?.required ?? 'no';
