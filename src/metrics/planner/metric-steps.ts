import { AGGREGATE_KINDS } from '../kinds/aggregates';
import type { Metric } from '../model/catalog';
import type { Leaf } from '../model/expression';
import type { OutputColumn, PlanExpression, SelectStep, UnionStep } from '../model/plan';
import { INTEGER, type ValueType } from '../model/value-type';
import type { AskedLeaf, Branch } from './asked-leaf';
import type { BoundCondition, BoundQuery, RowCondition } from './bound-query';
import { branchStep } from './branch';
import { allOf, call, lit, test } from './expressions';
import { havingCondition } from './having';
import { lower } from './lower';
import { type PlanScope, selectStep } from './plan-scope';
import { folded, uniqueNames } from './unique-names';

/**
 * The steps of a question with metrics: one scan per home dataset and time, stitched on the asked dimensions, then arithmetic,
 * having, order and limit. Returns the last one, named `name`.
 * @throws Failure when some metric of the question cannot be split, filtered or dated as asked.
 */
export function metricSteps(scope: PlanScope, query: BoundQuery, name: string): SelectStep {
  const branches = branchesOf(query);
  const steps = branches.map((b) => branchStep(scope, query, b));
  const input = steps.length > 1 ? stitch(scope, query, steps) : steps[0]!;
  return answerStep(scope, query, branches, input, name);
}

const mentionsTime = (condition: RowCondition): boolean => {
  switch (condition.kind) {
    case 'test':
      return condition.target === 'time';
    case 'formula':
      return false;
    case 'not':
      return mentionsTime(condition.term);
    default:
      return condition.terms.some(mentionsTime);
  }
};

/** Metrics that a condition on finished values names. */
const metricsIn = (condition: BoundCondition<Metric>): readonly Metric[] => {
  switch (condition.kind) {
    case 'test':
      return [condition.target];
    case 'formula':
      return [];
    case 'not':
      return metricsIn(condition.term);
    default:
      return condition.terms.flatMap(metricsIn);
  }
};

/** The metrics to compute: those asked for, and those that only `having` looks at. */
const computed = (query: BoundQuery): readonly Metric[] => [
  ...new Set([...query.metrics, ...query.having.flatMap(metricsIn)]),
];

const leafKey = (query: BoundQuery, metric: Metric, leaf: Leaf): string => {
  const only = query.onlyFor.get(metric.name);
  return only ? JSON.stringify([leaf.id, only]) : leaf.id;
};

/** Groups the leaves into scans; equal leaves of several metrics are one. */
export function branchesOf(query: BoundQuery): readonly Branch[] {
  const conditions = [...query.where, ...[...query.onlyFor.values()].flat()];
  const needsTime =
    query.period !== null || query.by.some((b) => b.target === 'time') || conditions.some(mentionsTime);
  const naming = uniqueNames(folded(query.by.map((b) => b.field)));
  const groups = new Map<string, { branch: Branch; leaves: AskedLeaf[] }>();
  const seen = new Set<string>();
  for (const metric of computed(query)) {
    for (const [index, leaf] of metric.leaves.entries()) {
      const id = leafKey(query, metric, leaf);
      if (seen.has(id)) continue;
      seen.add(id);
      const time = needsTime ? leaf.time : null;
      const alone = AGGREGATE_KINDS[leaf.aggregate].gather ? id : null;
      const key = JSON.stringify([leaf.home, time, alone]);
      const leaves = groups.get(key)?.leaves ?? [];
      leaves.push({
        id,
        leaf,
        metric: metric.name,
        only: query.onlyFor.get(metric.name) ?? [],
        states: stateNames(leaf, metric, index, naming),
      });
      groups.set(key, { branch: { home: leaf.home, time, leaves }, leaves });
    }
  }
  return withCounts(
    query,
    [...groups.values()].map((g) => g.branch),
    naming,
  );
}

const isAsked = ({ metrics }: BoundQuery, { metric }: AskedLeaf): boolean =>
  metrics.some(({ name }) => name === metric);

/** Where some leaf is there for `having` only, every branch counts the rows for what is asked: by them a group is in the answer. */
function withCounts(
  query: BoundQuery,
  branches: readonly Branch[],
  unique: (name: string) => string,
): readonly Branch[] {
  const leaves = branches.flatMap((b) => b.leaves);
  if (query.by.length === 0 || leaves.every((l) => isAsked(query, l))) return branches;
  const counted = unique('counted');
  return branches.map((b) => (b.leaves.some((l) => isAsked(query, l)) ? { ...b, counted } : b));
}

/** State columns are named after the metric that first needs them. */
function stateNames(
  leaf: Leaf,
  metric: Metric,
  index: number,
  unique: (name: string) => string,
): readonly string[] {
  const kind = AGGREGATE_KINDS[leaf.aggregate];
  const dummies = kind.gather
    ? [lit<never>(null, leaf.type), lit<never>(null, leaf.type)]
    : leaf.args.map((a) => lit<never>(null, a.type));
  const count = kind.states(leaf, dummies, null).length;
  const base = metric.leaves.length > 1 ? `${metric.name}_${index + 1}` : metric.name;
  return Array.from({ length: count }, (_, s) =>
    unique(count > 1 ? `${base}_${String.fromCharCode(97 + s)}` : base),
  );
}

/** A union of the branches, grouped once: no group is lost, NULL groups meet, and no row meets another's (guarantee 3). */
function stitch(scope: PlanScope, query: BoundQuery, branches: readonly SelectStep[]): SelectStep {
  const keys = query.by.map((b) => b.field);
  const columns = new Map<string, ValueType>();
  for (const branch of branches) for (const c of branch.columns) columns.set(c.name, c.value.type);
  const union: UnionStep = scope.steps.add({
    kind: 'union',
    name: scope.steps.name('all_facts'),
    comment: 'the groups of every dataset, one after the other',
    inputs: branches.map((b) => b.name),
    columns: [...columns].map(([name, type]) => ({ name, type })),
  });
  const column = ([name, type]: [string, ValueType]): OutputColumn => {
    const value: PlanExpression = { kind: 'reference', to: { alias: union.name, field: name }, type };
    return {
      name,
      value: keys.includes(name)
        ? value
        : { kind: 'aggregate', fn: 'any', args: [value], filter: null, type },
    };
  };
  return scope.steps.add(
    selectStep({
      name: scope.steps.name('stitched'),
      comment: 'one row per group, NULL equal to NULL',
      from: { kind: 'step', alias: union.name, step: union.name },
      groupBy: keys,
      columns: [...columns].map(column),
    }),
  );
}

/** Finishes the leaves, computes the metrics, hides what `having` hides, sorts and cuts. */
function answerStep(
  scope: PlanScope,
  query: BoundQuery,
  branches: readonly Branch[],
  input: SelectStep,
  name: string,
): SelectStep {
  const types = new Map(input.columns.map((c) => [c.name, c.value.type] as const));
  const field = (column: string): PlanExpression => ({
    kind: 'reference',
    to: { alias: input.name, field: column },
    type: types.get(column)!,
  });
  const states = new Map(branches.flatMap((b) => b.leaves.map((l) => [l.id, l.states] as const)));
  const leafValue = (metric: Metric, leaf: Leaf): PlanExpression =>
    withEmpty(
      leaf,
      AGGREGATE_KINDS[leaf.aggregate].finish(leaf, states.get(leafKey(query, metric, leaf))!.map(field)),
    );
  const value = (metric: Metric): PlanExpression =>
    lower(metric.formula, ({ leaf }) => leafValue(metric, metric.leaves[leaf]!), scope.context);
  // An entity key that reaches nothing is no entity (semantics 7).
  const entities = query.by.map((b) =>
    b.target !== 'time' && 'entity' in b.target
      ? call('is_not_null', [field(b.field)], { kind: 'boolean' })
      : null,
  );
  const counted = branches.find((b) => b.counted !== undefined)?.counted;
  const present = counted === undefined ? null : test('gt', field(counted), lit('0', INTEGER));
  return scope.steps.add(
    selectStep({
      name: scope.steps.name(name),
      comment: 'the metrics of each group',
      from: { kind: 'step', alias: input.name, step: input.name },
      where: allOf([
        ...entities,
        present,
        ...query.having.map((h) => havingCondition(h, value, scope.context)),
      ]),
      columns: [
        ...query.by.map((b): OutputColumn => ({ name: b.name, value: field(b.field) })),
        ...query.metrics.map((m): OutputColumn => ({ name: m.name, value: value(m) })),
      ],
      order: query.order,
      // One row more than returned tells whether there are more.
      limit: query.limit === null || query.limitIsAsked ? query.limit : query.limit + 1,
      offset: query.offset || null,
    }),
  );
}

function withEmpty(leaf: Leaf, value: PlanExpression): PlanExpression {
  return leaf.empty === null ? value : call('coalesce', [value, lit(leaf.empty, leaf.type)], leaf.type);
}
