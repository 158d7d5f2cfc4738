/** Every question alike: all missing facts at once, unknown facts told, a trace with articles (RUL-02). */
import { evaluators } from '@shared/domain/rules/evaluators';
import { describe, expect, test } from 'vitest';
import { answer, ask, refusalOf } from './support/ask';
import { SAMPLES } from './support/samples';

describe.each(evaluators.map((each) => [each.id, each] as const))('%s', (id, asked) => {
  const sample = SAMPLES[id] ?? {};

  test('asks for every fact that has no meaning when it is absent', () => {
    const needed = Object.entries(asked.facts).flatMap(([name, type]) => (type.absent ? [] : [name]));
    expect(refusalOf(id, {})).toEqual({ code: 'needs-facts', facts: needed });
    for (const name of needed)
      expect(refusalOf(id, Object.fromEntries(Object.entries(sample).filter(([key]) => key !== name)))).toEqual({
        code: 'needs-facts',
        facts: [name],
      });
  });

  test('answers with a trace that names rule, version and article, its own rule among them', () => {
    const { trace } = answer(id, sample);
    expect(trace.map((line) => line.rule)).toContain(id);
    for (const line of trace) {
      expect(line.version).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(line.article).toMatch(/\S \S/);
    }
  });

  test('tells a fact that it does not know, and refuses one of another kind', () => {
    expect(answer(id, { ...sample, colour: 'red' }).warnings).toContainEqual({ code: 'fact-unused', fact: 'colour' });
    for (const name of Object.keys(sample))
      expect(refusalOf(id, { ...sample, [name]: { odd: [] } })).toMatchObject({
        code: 'fact-invalid',
        facts: { fact: name },
      });
  });

  test('the same question has the same answer', () => {
    expect(ask(id, sample)).toEqual(ask(id, sample));
  });
});
