/**
 * The rules that answer in this data folder: the shipped packs with the approved versions of the branch among them.
 * Every computation in an open folder asks here, never the packs alone.
 */
import { type ApprovedVersion, withBranchVersions } from '@shared/domain/rules/branchVersions';
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { RuleBook } from '@shared/rules/ruleBook';
import type { Layer, PackFault, Rule } from '@shared/rules/ruleTypes';
import type { SourceIndex } from '@shared/rules/sourceIndex';
import type { ReadDb } from '../../database/store';
import { RuleShelf } from '../../rules/ruleShelf';
import { approvedVersions } from './ruleVersions.repository';

export interface RulesInForce {
  readonly book: RuleBook;
  readonly sources: readonly SourceIndex[];
  readonly faults: readonly PackFault[];
  /** Another text whenever other versions of the branch are in the book: what was computed before is out of date. */
  readonly revision: string;
  /** The layer of one version: `branch` for what the branch made, else that of its rule. */
  readonly layerOf: (rule: Rule, from: CalendarDate) => Layer;
}

let shelf: RuleShelf | null = null;

/** The packs are read once per program. */
export function shippedRules(): RuleShelf['current'] {
  shelf ??= new RuleShelf();
  return shelf.current;
}

function compose(approved: readonly ApprovedVersion[], revision: string): RulesInForce {
  const shipped = shippedRules();
  const { rules, own, faults } = withBranchVersions(shipped.book.rules, approved);
  return {
    book: RuleBook.of(rules).book,
    sources: shipped.sources,
    faults: [...shipped.faults, ...faults],
    revision,
    layerOf: (rule, from) => (own.has(`${rule.id} ${from}`) ? 'branch' : rule.layer),
  };
}

let composed: RulesInForce | null = null;

async function withApproved(db: ReadDb, isMeant: (version: ApprovedVersion) => boolean): Promise<RulesInForce> {
  const approved = (await approvedVersions(db)).filter(isMeant);
  const revision = approved.map(({ id, ruleId, draft }) => `${id} ${ruleId} ${draft.from}`).join('; ');
  if (composed?.revision !== revision) composed = compose(approved, revision);
  return composed;
}

/**
 * The book for questions asked on `day`: versions of the branch that begin later are left out, because rules without a
 * date among their facts take the last version that they find.
 */
export const rulesInForce = (db: ReadDb, day: CalendarDate): Promise<RulesInForce> =>
  withApproved(db, ({ draft }) => draft.from <= day);

/** Every approved version, for reading: those to come as well. */
export const rulesToRead = (db: ReadDb): Promise<RulesInForce> => withApproved(db, () => true);

/** As `rulesInForce`, with a draft as if it had been approved and in force. */
export async function rulesWithDraft(
  db: ReadDb,
  day: CalendarDate,
  ruleId: string,
  draft: VersionDraft,
): Promise<RulesInForce> {
  const approved = (await approvedVersions(db)).filter((version) => version.draft.from <= day);
  return compose([...approved, { ruleId, draft, savedOn: day }], `draft of ${ruleId}`);
}
