/** The shipped packs: they load without a fault, and every question of the command line has a rule of its own (RUL-01, RUL-05). */

import { evaluators } from '@shared/domain/rules/evaluators';
import { addDays } from '@shared/kernel/calendarDate';
import { versionOn } from '@shared/rules/ruleBook';
import type { VersionHead } from '@shared/rules/ruleTypes';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../electron/rules/ruleShelf';

const { book, faults, sources } = new RuleShelf().current;

describe('shipped packs', () => {
  test('RUL-05 all files load without a fault', () => {
    expect(faults).toEqual([]);
    expect(book.rules.length).toBeGreaterThan(40);
  });

  test('RUL-01 every question has a rule of the same id', () => {
    expect(evaluators.map((each) => each.id).filter((id) => book.find(id) === null)).toEqual([]);
  });

  test.each(book.rules.map((rule) => [rule.id, rule] as const))(
    '%s: one version on each boundary date',
    (_, { versions }) => {
      const starts: readonly VersionHead[] = versions;
      const [first] = starts;
      expect(versionOn(starts, addDays(first?.from ?? '', -1))).toBeNull();
      starts.forEach((version, index) => {
        expect(versionOn(starts, version.from)).toBe(version);
        if (index > 0) expect(versionOn(starts, addDays(version.from, -1))).toBe(starts[index - 1]);
        if (version.ends === null) return;
        expect(versionOn(starts, version.ends)).toBe(version);
        expect(versionOn(starts, addDays(version.ends, 1))).toBeNull();
      });
    },
  );

  test('every gist is one sentence of our own', () => {
    const gists = book.rules.flatMap((rule) => rule.versions.map((version) => version.gist));
    expect(gists.filter((gist) => !/^[^。]{4,80}。$/.test(gist))).toEqual([]);
  });

  test('every index names rules that exist, or the reason why there is none', () => {
    for (const source of sources) expect(source.articles.length).toBeGreaterThan(0);
  });
});
