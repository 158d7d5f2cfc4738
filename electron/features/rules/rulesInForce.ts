/**
 * The rules that answer in this data folder: the shipped packs with the approved versions of the branch among them.
 * Every computation in an open folder asks here, never the packs alone.
 */
import { type ApprovedVersion, withBranchVersions } from '@shared/domain/rules/branchVersions';
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { TraceLine } from '@shared/rules/inquiry';
import { RuleBook } from '@shared/rules/ruleBook';
import type { Layer, Rule } from '@shared/rules/ruleTypes';
import type { SourceIndex } from '@shared/rules/sourceIndex';
import type { ReadDb } from '../../database/store';
import { lastGoodIn } from '../../rules/lastGood';
import { rulesFolder } from '../../rules/packFiles';
import { type FaultInForce, type LoadedRules, RuleShelf } from '../../rules/ruleShelf';
import { approvedVersions } from './ruleVersions.repository';

export interface RulesInForce {
  readonly book: RuleBook;
  readonly sources: readonly SourceIndex[];
  readonly faults: readonly FaultInForce[];
  /** Another text whenever other versions of the branch are in the book: what was computed before is out of date. */
  readonly revision: string;
  /** The layer of one version: `branch` for what the branch made, else that of its rule. */
  readonly layerOf: (rule: Rule, from: CalendarDate) => Layer;
}

let shelf: RuleShelf | null = null;
let ownDir: string | null = null;

/** Of the composition root, before the first question: where the program keeps what it remembers on this computer. */
export function keepRulesIn(dir: string): void {
  ownDir = dir;
}

/** The packs are read once per program. */
export function shippedRules(): LoadedRules {
  shelf ??= new RuleShelf(rulesFolder(), ownDir === null ? null : lastGoodIn(ownDir));
  return shelf.current;
}

function compose(approved: readonly ApprovedVersion[], revision: string): RulesInForce {
  const shipped = shippedRules();
  const { rules, own, faults } = withBranchVersions(shipped.book.rules, approved);
  return {
    book: RuleBook.of(rules).book,
    sources: shipped.sources,
    // A version of the branch that no longer fits leaves what the program ships with in force.
    faults: [...shipped.faults, ...faults.map((fault) => ({ ...fault, standsIn: true }))],
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

/** Holidays of a year to come decide deadlines that are computed today; their version is picked by each day. */
const countsOn = ({ ruleId, draft }: ApprovedVersion, day: CalendarDate): boolean =>
  draft.from <= day || shippedRules().book.find(ruleId)?.kind === 'calendar';

/**
 * The book for questions asked on `day`: versions of the branch that begin later are left out, because rules without a
 * date among their facts take the last version that they find.
 */
export const rulesInForce = (db: ReadDb, day: CalendarDate): Promise<RulesInForce> =>
  withApproved(db, (version) => countsOn(version, day));

/** Every approved version, for reading: those to come as well. */
export const rulesToRead = (db: ReadDb): Promise<RulesInForce> => withApproved(db, () => true);

/** As `rulesInForce`, with a draft as if it had been approved and in force. */
export async function rulesWithDraft(
  db: ReadDb,
  day: CalendarDate,
  ruleId: string,
  draft: VersionDraft,
): Promise<RulesInForce> {
  const approved = (await approvedVersions(db)).filter((version) => countsOn(version, day));
  return compose([...approved, { ruleId, draft, savedOn: day }], `draft of ${ruleId}`);
}

/** A line of a trace as it goes over the wire: with the title and the layer of its rule. */
export function tracedLine(line: TraceLine, { book, layerOf }: RulesInForce) {
  const rule = book.find(line.rule);
  return {
    ...line,
    inputs: { ...line.inputs },
    title: rule?.title ?? line.rule,
    layer: rule ? layerOf(rule, line.version) : 'national',
  } as const;
}
