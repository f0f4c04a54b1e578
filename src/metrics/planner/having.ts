import type { Metric } from '../model/catalog';
import type { PlanExpression } from '../model/plan';
import type { BoundCondition } from './bound-query';
import { allOf, anyOf, lit, test } from './expressions';
import { literalFor } from './tests';

/**
 * A condition on finished metrics. A metric that is NULL makes every test but `isNull` unknown, also under `not`, and an
 * unknown row is hidden (semantics 39).
 */
export function havingCondition(
  condition: BoundCondition<Metric>,
  value: (metric: Metric) => PlanExpression,
): PlanExpression {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.terms.map((t) => havingCondition(t, value))) ?? lit(true, { kind: 'boolean' });
    case 'or':
      return anyOf(condition.terms.map((t) => havingCondition(t, value)));
    case 'not':
      return test('not', havingCondition(condition.term, value));
    case 'formula':
      return lit(true, { kind: 'boolean' });
    case 'test': {
      const field = value(condition.target);
      // Its value is true or false, whatever the metric's type.
      if (condition.operator === 'isNull')
        return test(condition.values[0] === true ? 'is_null' : 'is_not_null', field);
      const literals = condition.values.filter((v) => v !== null).map((v) => literalFor(v, field.type));
      const [first, second] = literals;
      const among = literals.length ? test('in', field, ...literals) : lit<never>(false, { kind: 'boolean' });
      const hasNull = condition.values.includes(null);
      switch (condition.operator) {
        case 'in':
        case 'eq':
          return hasNull ? anyOf([among, test('is_null', field)]) : among;
        case 'notIn':
        case 'ne':
          return allOf([test('not', among), test('is_not_null', field)])!;
        case 'between':
          return allOf([test('gte', field, first!), test('lte', field, second!)])!;
        case 'contains':
          return test('contains', field, first!);
        case 'startsWith':
          return test('starts_with', field, first!);
        default:
          return test(condition.operator, field, first!);
      }
    }
  }
}
