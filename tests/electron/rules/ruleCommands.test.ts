/** rule list, show, eval: no data folder, no sign-in; exit codes and JSON as the command line promises (RUL-02). */
import { existsSync } from 'node:fs';
import { evaluators } from '@shared/domain/rules/evaluators';
import { describe, expect, test } from 'vitest';
import { cli, cliFolder } from '../../support/runCli';

const { path, write } = cliFolder();
const data = ['--data', path('nowhere')];
const FACTS = { claimAmount: '12345.00', acceptedOn: '2024-05-10' };

/** The ids that are part of the interface. */
const IDS =
  `court-fee/acceptance court-fee/preservation court-fee/enforcement court-fee/payment-order court-fee/bankruptcy
interest/delayed-performance interest/simple interest/penalty limitation/action limitation/guarantee limitation/enforcement
deadline/days seizure/expiry classification/five-level classification/four-level provision/specific ratio/migration
ratio/coverage litigation/responsible-person litigation/filing-level dunning/first-due reward/recovery reward/contract
liability/shares identifier/id-number identifier/credit-code identifier/case-number format/rmb-capitals`.split(/\s+/);

describe('qingshou rule', () => {
  test('knows every id of the interface, and no other', () => {
    expect(evaluators.map((each) => each.id).toSorted()).toEqual(IDS.toSorted());
  });

  test('eval answers one question, and leaves no data folder behind', async () => {
    const facts = write('facts.json', FACTS);
    const outcome = await cli('rule', 'eval', 'court-fee/acceptance', '--facts', facts, '--json', ...data);
    expect(outcome.code).toBe(0);
    expect(outcome.json()).toMatchObject({ result: { amount: '108.63' }, warnings: [], provisional: false });
    expect(existsSync(path('nowhere'))).toBe(false);
  });

  test('eval refuses with exit 1 and the missing facts', async () => {
    const facts = write('some.json', { claimAmount: '1.00' });
    const outcome = await cli('rule', 'eval', 'court-fee/acceptance', '--facts', facts, '--json', ...data);
    expect(outcome.code).toBe(1);
    expect(outcome.json().refusal).toMatchObject({ code: 'needs-facts', facts: ['acceptedOn'] });
    expect(outcome.err).toContain('acceptedOn');
  });

  test('asOf beside the facts means the same as among them', async () => {
    const facts = write('four.json', { dueDate: '2025-10-31' });
    const beside = await cli(
      'rule',
      'eval',
      'classification/four-level',
      '--facts',
      facts,
      '--as-of',
      '2026-10-31',
      '--json',
    );
    const among = write('five.json', { dueDate: '2025-10-31', asOf: '2026-10-31' });
    const inside = await cli('rule', 'eval', 'classification/four-level', '--facts', among, '--json');
    expect(beside.json()).toEqual(inside.json());
    expect(beside.json().result).toMatchObject({ form: '呆滞' });
  });

  test('--batch answers in order, refusals in their place', async () => {
    const batch = write('batch.json', [
      { id: 'court-fee/acceptance', facts: FACTS },
      { id: 'no/such-rule', facts: {} },
      { id: 'classification/four-level', facts: { dueDate: '2025-10-31' }, asOf: '2026-10-30' },
      'nonsense',
    ]);
    const outcome = await cli('rule', 'eval', '--batch', batch, '--json', ...data);
    expect(outcome.code).toBe(0);
    const [fee, unknown, form, nonsense] = JSON.parse(outcome.out);
    expect(fee.result).toEqual({ amount: '108.63' });
    expect(unknown.refusal.code).toBe('rule-unknown');
    expect(form.result.form).toBe('逾期');
    expect(nonsense.refusal.code).toBe('question-invalid');
  });

  test.each([
    [['rule', 'eval', 'court-fee/acceptance'], 2],
    [['rule', 'eval', 'court-fee/acceptance', '--facts', 'missing.json'], 2],
    [['rule', 'eval', 'court-fee/acceptance', '--batch', 'missing.json'], 2],
    [['rule', 'show', 'no/such-rule'], 1],
  ])('%j ends with %i', async (args, code) => {
    expect((await cli(...args, '--json', ...data)).code).toBe(code);
  });

  test('list and show tell versions, articles and status', async () => {
    const list = JSON.parse((await cli('rule', 'list', '--json', ...data)).out) as { id: string }[];
    expect(IDS.filter((id) => !list.some((rule) => rule.id === id))).toEqual([]);
    const shown = (await cli('rule', 'show', 'court-fee/acceptance', '--json', ...data)).json();
    expect(shown).toMatchObject({
      id: 'court-fee/acceptance',
      versions: [
        { from: '1989-09-01', until: '2007-03-31', status: 'secondary' },
        { from: '2007-04-01', until: null, article: '第十三条', status: 'verified' },
      ],
    });
  });
});
