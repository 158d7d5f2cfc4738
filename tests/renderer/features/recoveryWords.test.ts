/** Every code of contacts, measures and the work list has its word in each language (APP-01). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONTACT_ACTS, EVIDENCE } from '@shared/domain/contacts/acts';
import { CONDUCT_CODES } from '@shared/domain/contacts/conduct';
import * as contact from '@shared/domain/contacts/contact';
import { PROMISE_STATES } from '@shared/domain/contacts/promises';
import { STEP_ACTS } from '@shared/domain/measures/conductSteps';
import { BORROWER_STATES, LIMITATION_STATES } from '@shared/domain/measures/householdState';
import { MEASURE_STATES, REOPENING_CAUSES } from '@shared/domain/measures/plan';
import { SOURCES, STANDINGS } from '@shared/domain/measures/suggest';
import { SPANS, WORK_KINDS } from '@shared/domain/workbench/workItem';
import { expect, it } from 'vitest';
import { shipped } from '../../unit/rules/support/ask';

const under = (space: string, words: readonly string[]) => words.map((word) => `${space}.${word}`);

const tables = ['measures/team-measures-fit', 'measures/legal-measures-fit', 'measures/thirty-methods-fit'].flatMap(
  (id) => {
    const rule = shipped.book.find(id);
    return rule?.kind === 'table' ? [rule] : [];
  },
);
const measures = tables.flatMap(({ versions }) =>
  versions.flatMap(({ rows }) => rows.map(({ gives }) => String(gives.measure))),
);
const facts = tables.flatMap(({ inputs }) => Object.keys(inputs));

const WORDS: Readonly<Record<string, readonly string[]>> = {
  contacts: [
    ...under('kind', contact.CONTACT_KINDS),
    ...under('initiative', contact.INITIATIVES),
    ...under('counterpart', contact.COUNTERPARTS),
    ...under('purpose', contact.PURPOSES),
    ...under('basis', contact.BASES),
    ...under('result', contact.CONTACT_RESULTS),
    ...under('consent', contact.CONSENTS),
    ...under('attitude', contact.ATTITUDES),
    ...under('ability', contact.ABILITIES),
    ...under('observed', contact.OBSERVATIONS),
    ...under('act', [...CONTACT_ACTS, 'guarantor-requested']),
    ...under('evidence', EVIDENCE),
    ...under('conduct', CONDUCT_CODES),
    ...under('promise', PROMISE_STATES),
  ],
  measures: [
    ...under('name', measures),
    ...under('source', SOURCES),
    ...under('standing', STANDINGS),
    ...under('state', MEASURE_STATES),
    ...under('cause', REOPENING_CAUSES),
    ...under('act', STEP_ACTS),
    ...under('level', ['asset-preservation', 'branch']),
  ],
  workbench: [...under('span', SPANS), ...under('kind', WORK_KINDS)],
  rules: [...under('fact', facts), ...under('word', [...BORROWER_STATES, ...LIMITATION_STATES])],
};

const wordAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);

it.each(['zh-CN', 'zh-TW', 'en'])('in %s', (language) => {
  const root = resolve(import.meta.dirname, `../../../resources/locales/${language}`);
  const silent = Object.entries(WORDS).flatMap(([space, keys]) => {
    const tree: unknown = JSON.parse(readFileSync(resolve(root, `${space}.json`), 'utf8'));
    return keys.filter((key) => typeof wordAt(tree, key) !== 'string').map((key) => `${space}:${key}`);
  });
  expect(silent).toEqual([]);
});
