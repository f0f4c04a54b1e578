import type { Metric, Segment } from '../model/catalog';
import type { PerReference } from '../model/expression';
import type { OutputColumn } from '../model/plan';
import type { BoundBy, BoundQuery } from './bound-query';
import { allOf, test } from './expressions';
import { JoinTree } from './join-tree';
import { lower } from './lower';
import { metricSteps } from './metric-steps';
import { type PlanScope, selectStep, type ValueStep } from './plan-scope';

const keyNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `key_${i + 1}`);

/**
 * A metric per entity: over all rows and all time, blind to the question (semantics 7). An entity without rows is not in it.
 */
export function perStep(scope: PlanScope, { dataset, formula, leaves }: PerReference): ValueStep {
  const { key } = scope.catalog.datasets.get(dataset)!;
  const keys = keyNames(key.length);
  const step = scope.steps.once(JSON.stringify(['per', dataset, formula, leaves]), () => {
    const by = key.map(
      (column, i): BoundBy => ({
        name: keys[i]!,
        field: keys[i]!,
        target: { entity: dataset, column },
        grain: null,
        part: null,
      }),
    );
    const metric = { name: 'value', formula, leaves, type: formula.type } as Metric;
    return metricSteps(scope, questionOf(scope, metric, by), `per_${dataset}`);
  });
  return { step, keys, value: 'value' };
}

/** A question that nothing narrows. */
const questionOf = (scope: PlanScope, metric: Metric, by: readonly BoundBy[]): BoundQuery => ({
  metrics: [metric],
  by,
  where: [],
  onlyFor: new Map(),
  segments: [],
  period: null,
  periodColumn: null,
  having: [],
  order: [],
  limit: null,
  limitIsAsked: true,
  offset: 0,
  totals: false,
  distinct: true,
  context: scope.context,
});

/** The keys of a segment's members: one set per question, whatever else it asks (semantics 6). */
export function memberStep(scope: PlanScope, segment: Segment): ValueStep {
  const { key } = scope.catalog.datasets.get(segment.of)!;
  const keys = keyNames(key.length);
  const step = scope.steps.once(JSON.stringify(['segment', segment.name]), () => {
    const tree = new JoinTree(scope, segment.of);
    const values = key.map((column) => tree.key([], segment.of, column));
    const columns = values.map((value, i): OutputColumn => ({ name: keys[i]!, value }));
    const present = values.map((value) => test('is_not_null', value));
    const where = allOf([lower(segment.where, tree.field, scope.context), ...present]);
    const name = scope.steps.name(segment.name);
    return scope.steps.add(
      selectStep({
        name,
        comment: `the members of the segment ${segment.name}`,
        from: tree.from,
        joins: tree.joins,
        where,
        columns,
      }),
    );
  });
  return { step, keys, value: keys[0]! };
}
