/** TEAM-03 the nine steps: none is passed over without a reason, and the dots tell what was done. */
import {
  between,
  decideStep,
  dotsOf,
  STEPS,
  type Step,
  type StepFacts,
  type StepRecord,
  stateOf,
} from '@shared/domain/targets/steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-22';
const facts: StepFacts = { today: TODAY, awaitsApproval: false, hasAssignment: true, hasPlan: true, received: 1 };
const done = (...steps: Step[]): StepRecord[] => steps.map((step) => ({ step, on: '2026-01-05', skipped: false }));
const ask = (to: Step, reason = '') => ({ to, on: TODAY, reason });
const code = (history: StepRecord[], to: Step, more: Partial<StepFacts> = {}, reason = '', on = TODAY) => {
  const decision = decideStep(history, { to, on, reason }, { ...facts, ...more });
  return decision.kind === 'refused' ? decision.refusal.code : 'granted';
};

describe('TEAM-03 decideStep', () => {
  const upTo = (step: Step) => done(...STEPS.slice(0, STEPS.indexOf(step) + 1));

  it('goes through all nine, one after the other', () => {
    for (const [place, step] of STEPS.entries()) {
      const next = STEPS[place + 1];
      if (next) expect(code(upTo(step), next, {}, next === 'closed' ? '本息收回' : '')).toBe('granted');
    }
  });

  it.each<[string, StepRecord[], Step, Partial<StepFacts>, string]>([
    ['nothing follows the end', done('proposed', 'closed'), 'planned', {}, 'target-closed'],
    ['the same step', done('proposed'), 'proposed', {}, 'step-same'],
    ['without the deputy head', done('proposed'), 'in-ledger', { awaitsApproval: true }, 'approval-missing'],
    ['back before the work', upTo('planned'), 'in-ledger', {}, 'step-backward'],
    ['without a group', upTo('in-ledger'), 'planned', { hasAssignment: false }, 'step-needs-group'],
    ['without a plan of measures', upTo('assigned'), 'planned', { hasPlan: false }, 'step-facts-missing'],
    ['without money', upTo('following'), 'recovered', { received: 0 }, 'step-facts-missing'],
    ['skipping without a reason', upTo('following'), 'recovered', {}, 'step-reason-missing'],
    ['back without a reason', upTo('recovered'), 'following', {}, 'step-reason-missing'],
    ['closing without a reason', upTo('recovered'), 'closed', {}, 'step-reason-missing'],
  ])('refuses: %s', (_, history, to, more, refusal) => expect(code(history, to, more)).toBe(refusal));

  it('dates lie between the last step and today', () => {
    expect(code(done('proposed'), 'in-ledger', {}, '', '2026-11-23')).toBe('step-future');
    expect(code(done('proposed'), 'in-ledger', {}, '', '2026-01-04')).toBe('step-before-last');
    expect(code(done('proposed'), 'in-ledger', {}, '', '2026-01-05')).toBe('granted');
  });

  it('what was not consented to may only be closed', () => {
    expect(code(done('proposed'), 'closed', { awaitsApproval: true }, '分管领导不同意')).toBe('granted');
  });

  it('every granted step skips exactly what lies between, with a reason', () => {
    const anyStep = fc.constantFrom(...STEPS);
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), anyStep, fc.boolean(), (moves, to, withReason) => {
        const history: StepRecord[] = done('proposed');
        for (const move of moves) {
          const decision = decideStep(history, ask(move, '按实际情况'), facts);
          if (decision.kind !== 'granted') continue;
          history.push(...decision.value.map((step) => ({ step, on: TODAY, skipped: true })));
          history.push({ step: move, on: TODAY, skipped: false });
        }
        const from = stateOf(history);
        const decision = decideStep(history, ask(to, withReason ? '按实际情况' : ''), facts);
        expect(dotsOf(history).filter((dot) => dot === 'current')).toHaveLength(1);
        if (decision.kind !== 'granted') return;
        expect(decision.value).toEqual(STEPS.indexOf(to) > STEPS.indexOf(from) ? between(from, to) : []);
        if (!withReason) expect(decision.value).toEqual([]);
      }),
    );
  });
});

describe('TEAM-03 dotsOf', () => {
  it('tells done, passed over, now and to come; after going back the rest is to be done again', () => {
    const history: StepRecord[] = [
      ...done('proposed', 'in-ledger'),
      { step: 'assigned', on: TODAY, skipped: true },
      ...done('planned'),
    ];
    expect(dotsOf(history)).toEqual([
      ...['done', 'done', 'skipped', 'current'],
      ...['todo', 'todo', 'todo', 'todo', 'todo'],
    ]);
    expect(dotsOf([...history, ...done('recovered', 'planned')]).slice(4)).toEqual(Array(5).fill('todo'));
  });
});
