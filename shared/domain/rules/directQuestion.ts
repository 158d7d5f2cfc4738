/** A question to a rule itself, for rules that no evaluator of their own stands for: the try-out bench asks them too. */

import { present } from '../../kernel/assert';
import { rateText, toFen, whole } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, date, type FactType, type FactTypes, money, oneOf } from '../../rules/facts';
import type { Cell, Rule, TableInput } from '../../rules/ruleTypes';

const number: FactType<number> = {
  expected: 'number',
  read: (raw) => {
    const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  },
};

function factType({ type, values }: TableInput): FactType<Cell> {
  switch (type) {
    case 'number':
      return number;
    case 'money':
      return money;
    case 'date':
      return date;
    case 'boolean':
      return bool;
    case 'enum':
      return oneOf(...values);
  }
}

/** The facts are the table's inputs, the tariff's amount, a day of the calendar, or only the day of the question. */
export function directQuestion(rule: Rule): Evaluator {
  const asOf = { asOf: date };
  switch (rule.kind) {
    case 'table': {
      const inputs = Object.entries(rule.inputs).map(([name, input]) => [name, factType(input)] as const);
      const facts: FactTypes = { ...Object.fromEntries(inputs), ...asOf };
      return evaluator(rule.id, facts, (inquiry, given) => {
        const cells = given as Readonly<Record<string, Cell>>;
        return { rows: inquiry.table(rule.id, String(cells.asOf), cells).map(({ gives }) => gives) };
      });
    }
    case 'tiers':
      return evaluator(rule.id, { [rule.input]: money, ...asOf } as FactTypes, (inquiry, given) => {
        const fen = present(given[rule.input], 'the amount was read') as number;
        const inputs = { [rule.input]: yuanText(fen) };
        const { amount, slices } = inquiry.tiers(rule.id, String(given.asOf), whole(fen), inputs);
        const tiers = slices.map((slice) => ({ row: slice.row.label, rate: rateText(slice.row.rate) }));
        return { amount: yuanText(toFen(amount)), tiers };
      });
    case 'value':
      return evaluator(rule.id, asOf, (inquiry, given) => {
        const found = inquiry.values(rule.id, given.asOf);
        const names = new Set(found.layers.flatMap((layer) => Object.keys(layer.values)));
        return Object.fromEntries([...names].map((name) => [name, found.text(name)]));
      });
    case 'checklist':
      return evaluator(rule.id, asOf, (inquiry, given) => ({ items: [...inquiry.items(rule.id, given.asOf)] }));
    case 'calendar':
      return evaluator(rule.id, { date }, (inquiry, given) => ({ restDay: inquiry.isRestDay(given.date) }));
  }
}
