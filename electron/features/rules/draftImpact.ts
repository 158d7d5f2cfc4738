/** Before an approval: the loans whose results would be others with the draft in force. Nothing is kept (RUL-03). */
import type { RuleImpact } from '@shared/contract/rules.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { checkDraft } from '@shared/domain/rules/branchVersions';
import { asChangeable } from '@shared/domain/rules/versionDraft';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { localDay } from '../../platform/clock';
import type { Services } from '../../services';
import { changedByRules } from '../portfolio/changedByRules';
import { loanLabels } from './affectedLoans.repository';
import { rulesInForce, rulesWithDraft, shippedRules } from './rulesInForce';
import { draftById } from './ruleVersions.repository';

/** Results that are listed; the count is of all. */
const MOST = 100;

/** As of the first day of the draft, or today if that is past. Refusals in order: rule-draft-unknown, rule-draft-faulty. */
export async function draftImpact(services: Services, open: OpenFolder, id: number): Promise<RuleImpact> {
  const { read } = open.store;
  const { ruleId, draft, savedAt } = (await draftById(read, id)) ?? refuse('rule-draft-unknown');
  const { rules } = shippedRules().book;
  const rule = rules.find((each) => each.id === ruleId);
  const changeable = (rule && asChangeable(rule)) ?? refuse('rule-draft-faulty', { count: 1 });
  const { faults } = checkDraft(rules, changeable, draft, localDay(savedAt));
  if (faults.length > 0) refuse('rule-draft-faulty', { count: faults.length });
  const today = services.clock.today();
  // The holidays of a coming year move dates that are computed today.
  const asOf = draft.from > today && changeable.kind !== 'calendar' ? draft.from : today;
  const before = (await rulesInForce(read, asOf)).book;
  const after = (await rulesWithDraft(read, asOf, ruleId, draft)).book;
  const changed = await changedByRules(read, { before, after }, asOf, MOST);
  const labels = await loanLabels(read, [...new Set(changed.first.map(({ loanId }) => loanId))]);
  const first = changed.first.flatMap(({ loanId, kind, subject }) => {
    const loan = labels.get(loanId);
    return loan ? [{ contract: loan.contract, household: householdNumber(loan.partyId), kind, subject }] : [];
  });
  return { asOf, loans: changed.loans, first };
}
