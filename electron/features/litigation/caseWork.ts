/** What court cases put on the work list: deadlines of ours, told again at ten, five, two and one working days, and steps that wait (LIT-07). */
import { alertOf } from '@shared/domain/litigation/alerts';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { personsOf } from '@shared/domain/litigation/caseFile';
import { DEADLINE_WORD, permitWord } from '@shared/domain/litigation/caseWords';
import { isAlive } from '@shared/domain/litigation/deadlines';
import { openPermits } from '@shared/domain/litigation/openPermits';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import { Inquiry } from '@shared/rules/inquiry';
import { rulesInForce } from '../rules/rulesInForce';
import type { WorkItemSource } from '../workbench/workItemSource';
import { unsentReports } from './householdCase.repository';
import { isOurs } from './listCases';
import { allCaseFacts } from './readCase';

/** The handler does it; without one whoever answers for the case. */
export const doerOf = (facts: CaseFacts): number | null =>
  [...personsOf(facts, 'handler'), ...personsOf(facts, 'responsible')].find(({ userId }) => userId !== null)?.userId ??
  null;

function item(facts: CaseFacts, rest: Pick<WorkItem, 'kind' | 'key' | 'day' | 'what'>, tab: string): WorkItem {
  const { key, household } = facts;
  const link = `/case/${key}?tab=%22${tab}%22`;
  return { ...rest, householdId: household.id, userId: doerOf(facts), amount: facts.claimed.total, link };
}

const STATED: readonly string[] = ['treatment-stated', 'closed'];

const WAITS_WORD = { filing: '已批准，待备案意见', act: '已获准，待办理' } as const;

/** What was approved and goes no further: it waits for the filing level's answer, or for its act (B4 §14, §16, §19, §20). */
const permitSteps = (facts: CaseFacts): WorkItem[] =>
  openPermits(facts).map(({ permit, waitsFor }) => {
    const what = `${facts.key} ${permitWord(permit)} ${WAITS_WORD[waitsFor]}`;
    const rest = { kind: 'case-step' as const, key: `${facts.key} permit ${permit.id} ${waitsFor}`, day: null, what };
    return item(facts, rest, 'permits');
  });

/** A refusal without its treatment (B4 §10). */
function openSteps(facts: CaseFacts): WorkItem[] {
  const isStated = facts.acts.some(({ kind }) => STATED.includes(kind));
  if (facts.stage !== 'refused' || isStated) return [];
  const rest = { kind: 'case-step' as const, key: `${facts.key} treatment`, day: facts.consent.on };
  return [item(facts, { ...rest, what: `${facts.key} 不予起诉处理意见` }, 'acts')];
}

/** Agreed to and not sent (B4 §24). */
function reportSteps(facts: CaseFacts, unsent: ReturnType<typeof unsentReports>): WorkItem[] {
  const own = unsent.filter(({ caseId }) => caseId === facts.id);
  return own.map(({ documentId, number }) => {
    const rest = { kind: 'case-step' as const, key: `${facts.key} report ${documentId}`, day: null };
    return item(facts, { ...rest, what: `${facts.key} 疑难案件报告单${number} 已同意，待报送` }, 'papers');
  });
}

export const caseWork: WorkItemSource = async ({ store }, { today, until, most }) => {
  const { book } = await rulesInForce(store.read, today);
  const inquiry = new Inquiry(book);
  const all = await allCaseFacts(store.read, today);
  const unsent = unsentReports(store.read);
  const items = all.flatMap((facts) => [
    ...reportSteps(facts, unsent),
    ...openSteps(facts),
    ...permitSteps(facts),
    ...facts.deadlines
      .filter((each) => isAlive(each) && isOurs(each) && each.day <= until)
      .map((each) => {
        const alert = alertOf(inquiry, today, each.day);
        const told = alert !== null && each.day >= today ? `（${alert}个工作日内）` : null;
        const what = [facts.key, DEADLINE_WORD[each.kind], each.item, told].filter(Boolean).join(' ');
        return item(
          facts,
          { kind: 'case-deadline', key: `${facts.key} ${each.key}`, day: each.day, what },
          'deadlines',
        );
      }),
  ]);
  return items.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).slice(0, most);
};
