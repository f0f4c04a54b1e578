import type { Metric } from '../model/catalog';
import type { PlanExpression } from '../model/plan';
import type { BoundCondition } from './bound-query';
import type { Zones } from './calendar';
import { allOf, anyOf, lit, test } from './expressions';
import { metricTest } from './tests';

/**
 * A condition on finished metrics. A metric that is NULL makes every test but `isNull` unknown, also under `not`, and an
 * unknown row is hidden (semantics 39).
 */
export function havingCondition(
  condition: BoundCondition<Metric>,
  value: (metric: Metric) => PlanExpression,
  zones: Zones,
): PlanExpression {
  switch (condition.kind) {
    case 'and':
      return (
        allOf(condition.terms.map((t) => havingCondition(t, value, zones))) ?? lit(true, { kind: 'boolean' })
      );
    case 'or':
      return anyOf(condition.terms.map((t) => havingCondition(t, value, zones)));
    case 'not':
      return test('not', havingCondition(condition.term, value, zones));
    case 'formula':
      return lit(true, { kind: 'boolean' });
    case 'test':
      return metricTest(condition, value(condition.target), zones);
  }
}
