/**
 * Which measures fit a household, and why or why not (REC-01): the tables of B1 §12, A9 §14 and the thirty methods of A10 are
 * asked, and what law says of each method today stands beside it. A blocked method is named with the article and never offered.
 */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry, TraceLine } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { Cell, TableRow, TableRule, TableVersion } from '../../rules/ruleTypes';
import { ACTS } from '../contacts/conduct';

export const SOURCES = ['team', 'legal', 'thirty'] as const;
export type MeasureSource = (typeof SOURCES)[number];

const TABLE_OF: Readonly<Record<MeasureSource, string>> = {
  team: 'measures/team-measures-fit',
  legal: 'measures/legal-measures-fit',
  thirty: 'measures/thirty-methods-fit',
};

export const STANDINGS = ['allow', 'record', 'warn', 'block'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface ConditionSeen {
  readonly fact: string;
  readonly written: string;
  readonly given: Cell;
  readonly holds: boolean;
}

/** One situation in which the measure fits; all its conditions must hold. */
export interface Situation {
  readonly label: string;
  readonly article: string;
  readonly holds: boolean;
  readonly conditions: readonly ConditionSeen[];
}

export interface MeasureVerdict {
  readonly measure: string;
  readonly source: MeasureSource;
  readonly suits: boolean;
  readonly situations: readonly Situation[];
  readonly standing: Standing;
  /** What the law says, and where; null where it says nothing. */
  readonly limit: { readonly reason: string; readonly article: string } | null;
  /** Level that has to agree, as the regulation words it; null for none. */
  readonly approval: string | null;
  readonly trace: readonly TraceLine[];
}

function situationOf(row: TableRow, version: TableVersion, facts: Readonly<Record<string, Cell>>): Situation {
  const conditions = Object.entries(row.when).map(([fact, condition]): ConditionSeen => {
    const given = present(facts[fact], `the household's state has the fact ${fact}`);
    return { fact, written: condition.written, given, holds: condition.fits(given) };
  });
  const article = row.article ?? `${version.document} ${version.article}`;
  return { label: row.label, article, holds: conditions.every(({ holds }) => holds), conditions };
}

interface Law {
  readonly standing: Standing;
  readonly limit: MeasureVerdict['limit'];
  readonly approval: string | null;
}

/** What law says of the act behind a measure today. */
function lawOf(inquiry: Inquiry, act: string, asOf: CalendarDate): Pick<Law, 'standing' | 'limit'> {
  const { gives, article } = inquiry.row(ACTS, asOf, { act });
  return { standing: gives.limit as Standing, limit: { reason: String(gives.reason), article } };
}

/** The thirty methods have a standing of their own; where an act is behind it, the act's article speaks. */
function standingOf(inquiry: Inquiry, method: string, asOf: CalendarDate): Law {
  const { gives, article } = inquiry.row('measures/thirty-methods-standing', asOf, { method });
  const standing = gives.standing as Standing;
  const reason = typeof gives.reason === 'string' ? gives.reason : null;
  const behind = typeof gives.act === 'string' ? lawOf(inquiry, gives.act, asOf).limit : null;
  const limit = reason === null ? behind : { reason, article: behind?.article ?? article };
  return { standing, limit, approval: null };
}

function approvalOf(inquiry: Inquiry, measure: string, asOf: CalendarDate): string | null {
  const { gives } = inquiry.row('measures/team-measures', asOf, { measure });
  return gives.approval === 'none' ? null : String(gives.approval);
}

function lawOn(
  inquiry: Inquiry,
  source: MeasureSource,
  measure: string,
  rows: readonly TableRow[],
  asOf: CalendarDate,
): Law {
  if (source === 'thirty') return standingOf(inquiry, measure, asOf);
  const approval = source === 'team' ? approvalOf(inquiry, measure, asOf) : null;
  const act = rows.find(({ gives }) => typeof gives.act === 'string')?.gives.act;
  if (act === undefined) return { standing: 'allow', limit: null, approval };
  return { ...lawOf(inquiry, String(act), asOf), approval };
}

function verdictsOf(
  inquiryOf: () => Inquiry,
  source: MeasureSource,
  facts: Readonly<Record<string, Cell>>,
  asOf: CalendarDate,
): MeasureVerdict[] {
  const id = TABLE_OF[source];
  const rule = inquiryOf().book.find(id) as TableRule | null;
  const version = rule && versionOn<TableVersion>(rule.versions, asOf);
  if (!version) return [];
  const byMeasure = Map.groupBy(version.rows, ({ gives }) => String(gives.measure));
  return [...byMeasure].map(([measure, rows]) => {
    const inquiry = inquiryOf();
    const labels = new Set(rows.map(({ label }) => label));
    inquiry.table(id, asOf, facts);
    const own = inquiry.trace.filter(({ row }) => row !== undefined && labels.has(row));
    const law = inquiryOf();
    const situations = rows.map((row) => situationOf(row, version, facts));
    const found = lawOn(law, source, measure, rows, asOf);
    const suits = situations.some(({ holds }) => holds);
    return { measure, source, suits, situations, ...found, trace: [...own, ...law.trace] };
  });
}

/** Every measure of the catalogue: what suits and may be done first, what suits and is blocked next, the rest last. */
export function suggestMeasures(
  inquiryOf: () => Inquiry,
  facts: Readonly<Record<string, Cell>>,
  asOf: CalendarDate,
): MeasureVerdict[] {
  const all = SOURCES.flatMap((source) => verdictsOf(inquiryOf, source, facts, asOf));
  const rank = ({ suits, standing }: MeasureVerdict) => (suits ? (standing === 'block' ? 1 : 0) : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
