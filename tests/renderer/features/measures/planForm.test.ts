/** A version of the plan as it is typed: begun from the newest one, sent only when every chosen measure is complete (REC-01). */
import { describe, expect, it } from 'vitest';
import { begunFrom, planOf, withMeasure } from '../../../../renderer/features/measures/planForm';

const NEWEST = {
  version: 2,
  reason: '修订',
  risk: '核对债务',
  loss: '分期',
  recovery: '每月还',
  by: '王经办',
  at: 'x',
};

describe('REC-01 the form of the plan', () => {
  it('begins with the principles as they were judged before, and with none for the first', () => {
    expect(begunFrom({ versions: [NEWEST] })).toMatchObject({ version: 2, reason: '', risk: '核对债务' });
    expect(begunFrom({ versions: [] })).toMatchObject({ version: 0, risk: '' });
  });

  it('takes each measure once', () => {
    const form = withMeasure(begunFrom({ versions: [] }), 'm20', '化整为零法');
    expect(withMeasure(form, 'm20', '化整为零法')).toBe(form);
    expect(form.add).toHaveLength(1);
  });

  it('is no message while a measure lacks its person or its day', () => {
    const form = withMeasure(begunFrom({ versions: [NEWEST] }), 'm20', '分期');
    expect(planOf(7, form)).toBeNull();
    const [item] = form.add;
    const complete = {
      ...form,
      add: [{ ...item!, responsible: 3, dueOn: '2026-12-01' }],
      drop: { 5: ' 不再需要 ', 6: ' ' },
    };
    expect(planOf(7, complete)).toMatchObject({
      household: 7,
      version: 2,
      add: [{ measure: 'm20', what: '分期', responsible: 3, dueOn: '2026-12-01', basis: null }],
      drop: [{ item: 5, why: '不再需要' }],
    });
  });
});
