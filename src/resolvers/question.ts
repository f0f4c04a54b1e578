import type { Query } from '../metrics/model/query';
import { parseQuery } from '../metrics/query/parse-query';
import type { MetricQueryArgs } from '../schema/metric-query-args';
import type { ByInput, ConditionInput, HavingInput, OrderInput } from '../schema/question-inputs';

/** Where null says "not given", as GraphQL has it. In a test null is a value: `eq: null`. */
const given = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));

const byItem = (by: ByInput): unknown => given(by);
const orderKey = (order: OrderInput): unknown => given(order);

function condition({ and, or, not, formula, onlyFor, dimension, time, ...test }: ConditionInput): unknown {
  const tree = {
    and: and?.map(condition),
    or: or?.map(condition),
    not: not && condition(not),
    formula,
    onlyFor,
    dimension,
    time,
  };
  return { ...given(tree), ...test };
}

function having({ and, or, not, metric, ...test }: HavingInput): unknown {
  const tree = { and: and?.map(having), or: or?.map(having), not: not && having(not), metric };
  return { ...given(tree), ...test };
}

/**
 * The question that the arguments ask, checked like one from any other door.
 * @throws Failure with the place of the first mistake, such as `by[1]`.
 */
export function questionOf({ numbers: _, ...args }: MetricQueryArgs): Query {
  const { by, where, period, order, having: conditions } = args;
  return parseQuery(
    given({
      ...args,
      by: by?.map(byItem),
      where: where?.map(condition),
      having: conditions?.map(having),
      period: period && given(period),
      order: order?.map(orderKey),
    }),
  );
}
