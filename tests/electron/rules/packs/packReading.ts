/** Reads one figure of a rule on a day, the way the tests of the packs ask for it. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type RuleBook, versionOn } from '@shared/rules/ruleBook';
import type { Cell, Rule, Scalar } from '@shared/rules/ruleTypes';

/** The version that holds on `day`; a missing rule or version fails the test with its name. */
export function versionAt(book: RuleBook, id: string, day: CalendarDate): Rule['versions'][number] {
  const rule = book.find(id);
  const version = rule ? versionOn<Rule['versions'][number]>(rule.versions, day) : null;
  if (version === null) throw new Error(`no version of ${id} on ${day}`);
  return version;
}

/** A value of a value rule, or what the rows of a table that fit `facts` give for `name` (first row only). */
export function figureAt(
  book: RuleBook,
  id: string,
  day: CalendarDate,
  name: string,
  facts: Readonly<Record<string, Cell>> = {},
): Scalar | undefined {
  const version = versionAt(book, id, day);
  if ('values' in version) return version.values[name];
  if (!('rows' in version)) return undefined;
  for (const row of version.rows) {
    if (!('when' in row)) continue;
    if (Object.entries(row.when).every(([fact, condition]) => condition.fits(facts[fact] as Cell)))
      return row.gives[name];
  }
  return undefined;
}

/** The ids of a checklist's items, in order. */
export function itemsAt(book: RuleBook, id: string, day: CalendarDate): readonly string[] {
  const version = versionAt(book, id, day);
  return 'items' in version ? version.items.map((item) => item.id) : [];
}
