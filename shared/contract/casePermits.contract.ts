/** What nobody does alone in a court case (LIT-08 to LIT-10): asked for, answered by the filing level, and looked at with the act. */
import { z } from 'zod';
import { command, dateText, reason } from './entry';
import { askedPermit, line } from './litigationInputs';
import { id } from './litigationViews';

/** What a plan or a settlement says against itself. */
export const PLAN = ['plan-above-claim', 'plan-first-above', 'plan-waiver-above', 'plan-months-idle'];

/** Why an act that needs a permit may not be done, beside approval-missing and content-changed. */
export const ACT_PERMIT = [
  'permit-not-of-act',
  'permit-release-missing',
  'permit-settlement-missing',
  'permit-in-kind-missing',
  'permit-used',
  'permit-in-kind-uninspected',
  'permit-release-unfiled',
  'permit-in-kind-unfiled',
  'permit-settlement-other',
  'permit-in-kind-other',
];

/** With the last answer the form goes into the archive. */
const CHANGES_PERMITS = ['litigation', 'workbench', 'documents', 'parties.household'];

export const casePermitEntries = {
  askPermit: command('litigation.prepare', {
    refusals: [
      'case-unknown',
      'permit-open',
      'act-unknown',
      'seizure-released',
      'permit-in-kind-uninspected',
      'permit-in-kind-unappraised',
      ...PLAN,
      'permit-settlement-unexplained',
      'rule-not-in-force',
    ],
    invalidates: [...CHANGES_PERMITS, 'approvals'],
  })
    .input(z.object({ id, asked: askedPermit, reason }))
    .output(z.object({ permit: id, approval: id })),
  /** The filing level's answer to a permit that was approved (B4 §14, §20). */
  filePermit: command('litigation.file', {
    refusals: [
      'case-unknown',
      'permit-unknown',
      'filing-not-needed',
      'permit-not-approved',
      'permit-filed',
      'own-item',
      'act-in-future',
      'act-before',
    ],
    invalidates: CHANGES_PERMITS,
    separates: 'approval',
  })
    .input(z.object({ id, permit: id, on: dateText, outcome: z.enum(['agreed', 'refused']), number: line }))
    .output(z.object({ permit: id })),
};
