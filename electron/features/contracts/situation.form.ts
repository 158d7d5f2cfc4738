/** DOC-DSP-08, the sheet on a borrower and his loans before they are priced and packed (A8). */
import type { MissingItem } from '@shared/contract/documents.contract';
import {
  composeSituation,
  DIFFICULTIES,
  SITUATIONS,
  type SituationFacts,
  type SituationFields,
  suggested,
} from '@shared/domain/contracts/situationPaper';
import { parsePercent } from '@shared/domain/receipts/shares';
import { present } from '@shared/kernel/assert';
import type { ReadDb } from '../../database/store';
import { type Form, field, typedText } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { findParty } from '../parties/household.repository';
import { branchUnit } from '../users/users.repository';
import { situationLoans } from './situation.repository';

const FIELDS = [
  field('situation', 'choice', { options: SITUATIONS }),
  field('difficulty', 'choice', { options: DIFFICULTIES }),
  field('why', 'text', { maxLength: 200 }),
  field('share', 'text', { maxLength: 8 }),
  field('remark', 'longText', { maxLength: 500 }),
];

async function gather(db: ReadDb, id: number, today: string): Promise<SituationFacts> {
  const { name, status } = present(findParty(db, id), 'a household has its borrower');
  const found = situationLoans(db, id);
  const written = [status, ...found.map((loan) => loan.status)];
  const loans = found.map(({ status: _, ...loan }) => loan);
  return { asOf: today, unit: (await branchUnit(db)).name, borrower: name, written, loans };
}

/** Typed over suggested. */
function filled(facts: SituationFacts, typed: Record<string, unknown>): SituationFields {
  const proposed = suggested(facts);
  return {
    situation: SITUATIONS.find((each) => each === typed.situation) ?? proposed.situation,
    difficulty: DIFFICULTIES.find((each) => each === typed.difficulty) ?? proposed.difficulty,
    why: typedText(typed, 'why'),
    share: typedText(typed, 'share'),
    remark: typedText(typed, 'remark'),
  };
}

const missing = (id: string, code: string): MissingItem => ({
  id,
  section: '1',
  severity: 'block',
  code,
  gate: 'G-FIELD',
  subject: null,
});

/** Whoever is hard to recover from needs his reason; a price is a percentage; somebody without debts has no sheet. */
function check(facts: SituationFacts, typed: Record<string, unknown>): MissingItem[] {
  const { difficulty, why, share } = filled(facts, typed);
  return [
    ...(facts.loans.length === 0 ? [missing('loans', 'nothing-owed')] : []),
    ...(difficulty !== 'prospect' && why === '' ? [missing('why', 'field-missing')] : []),
    ...(share !== '' && parsePercent(share) === null ? [missing('share', 'value-invalid')] : []),
  ];
}

export const situationForm: Form<SituationFacts> = {
  code: 'DOC-DSP-08',
  alias: 'borrower-situation',
  title: '借款人借款情况说明表',
  purpose: '组包定价前逐户说明借款、现状和收回难易',
  class: 'SECRET',
  version: '1',
  series: '况',
  category: '管理类',
  word: false,
  subject: HOUSEHOLD,
  permission: 'notice.prepare',
  required: [],
  fields: FIELDS,
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: (facts) => {
    const proposed: Readonly<Record<string, unknown>> = suggested(facts);
    return FIELDS.map((each) => ({ ...each, suggestion: proposed[each.id] ?? null }));
  },
  figures: () => [],
  check,
  fill: (facts, typed) => ({ ...filled(facts, typed) }),
  compose: (facts, fields, date) => composeSituation(facts, fields as unknown as SituationFields, date),
};
