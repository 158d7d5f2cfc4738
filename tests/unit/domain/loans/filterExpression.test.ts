/** The command line's EXPR (LOAN-05). */
import { parseFilterExpression } from '@shared/domain/loans/filterExpression';
import { describe, expect, it } from 'vitest';

const reasonOf = (expression: string) => {
  const decision = parseFilterExpression(expression);
  return decision.kind === 'refused' ? [decision.refusal.code, decision.refusal.facts?.reason] : decision;
};

describe('LOAN-05 filter expression', () => {
  it('reads fields in camelCase and kebab-case, money in yuan, dates and texts', () => {
    expect(
      parseFilterExpression('unit=青石分理处, five-level=损失,balance>=10000.5,dueDate<=2020-12-31,borrower~李'),
    ).toEqual({
      kind: 'granted',
      value: {
        conditions: [
          { column: 'unit', operator: '=', values: ['青石分理处'] },
          { column: 'fiveLevel', operator: '=', values: ['损失'] },
          { column: 'balance', operator: '>=', values: [1_000_050] },
          { column: 'dueDate', operator: '<=', values: ['2020-12-31'] },
          { column: 'borrower', operator: '~', values: ['李'] },
        ],
      },
    });
  });

  it('takes text as the search and an empty value as a missing one', () => {
    expect(parseFilterExpression('text~人民路12号,officer=')).toEqual({
      kind: 'granted',
      value: { text: '人民路12号', conditions: [{ column: 'officer', operator: '=', values: [''] }] },
    });
    expect(parseFilterExpression('')).toEqual({ kind: 'granted', value: { conditions: [] } });
  });

  it('refuses what it cannot read, saying which part and why', () => {
    expect(reasonOf('colour=red')).toEqual(['filter-invalid', 'field']);
    expect(reasonOf('idNumber=512226194403189114')).toEqual(['filter-invalid', 'field']);
    expect(reasonOf('balance')).toEqual(['filter-invalid', 'syntax']);
    expect(reasonOf('balance>=1万')).toEqual(['filter-invalid', 'amount']);
    expect(reasonOf('balance>=1.001')).toEqual(['filter-invalid', 'amount']);
    expect(reasonOf('balance~1')).toEqual(['filter-invalid', 'operator']);
    expect(reasonOf('officer>=a')).toEqual(['filter-invalid', 'operator']);
    expect(reasonOf('dueDate<=2021-02-29')).toEqual(['filter-invalid', 'date']);
    expect(reasonOf('text~a,text~b')).toEqual(['filter-invalid', 'text']);
  });
});
