import { AGGREGATE_KINDS } from '../kinds/aggregates';
import type { Catalog, Leaf, Metric } from '../model/catalog';
import type { OutputColumn, Plan, PlanExpression, PlanStep, SelectStep, UnionStep } from '../model/plan';
import type { ValueType } from '../model/value-type';
import type { BoundCondition, BoundQuery } from './bound-query';
import { type AskedLeaf, type Branch, branchStep } from './branch';
import { call, lit } from './expressions';
import { lower } from './lower';
import { uniqueNames } from './unique-names';

/**
 * The plan of a question: one scan per home dataset and time, stitched on the asked dimensions, then arithmetic, order and limit.
 * @throws Failure when some metric of the question cannot be split, filtered or dated as asked.
 */
export function buildPlan(catalog: Catalog, query: BoundQuery): Plan {
  const branches = branchesOf(query);
  const steps: PlanStep[] = branches.map((b) => branchStep(catalog, query, b));
  const last = branches.length > 1 ? stitch(query, steps as SelectStep[]) : [];
  const input = last.at(-1)?.name ?? steps[0]!.name;
  return {
    steps: [
      ...steps,
      ...last,
      answerStep(
        query,
        branches,
        input,
        typesOf(last.length ? [last[1] as SelectStep] : (steps as SelectStep[])),
      ),
    ],
  };
}

/** The question without its groups: totals are computed anew from the rows, never added up (semantics 38). */
export function totalsOf(query: BoundQuery): BoundQuery {
  return { ...query, by: [], order: [], limit: 1, limitIsAsked: true, offset: 0, totals: false };
}

const mentionsTime = (condition: BoundCondition | null): boolean => {
  switch (condition?.kind) {
    case undefined:
      return false;
    case 'test':
      return condition.target === 'time';
    case 'not':
      return mentionsTime(condition.term);
    default:
      return condition!.terms.some(mentionsTime);
  }
};

/** Groups the leaves into scans; equal leaves of several metrics are one. */
export function branchesOf(query: BoundQuery): Branch[] {
  const needsTime =
    query.period !== null || query.by.some((b) => b.kind === 'time') || mentionsTime(query.where);
  const naming = uniqueNames(query.by.map((b) => b.name));
  const groups = new Map<string, { leaf: Leaf; leaves: AskedLeaf[] }>();
  const seen = new Set<string>();
  for (const metric of query.metrics) {
    metric.leaves.forEach((leaf, i) => {
      if (seen.has(leaf.id)) return;
      seen.add(leaf.id);
      const key = JSON.stringify([leaf.home, needsTime ? leaf.time : null]);
      const group = groups.get(key) ?? { leaf, leaves: [] };
      groups.set(key, group);
      group.leaves.push({ leaf, metric: metric.name, states: stateNames(leaf, metric, i, naming) });
    });
  }
  const steps = uniqueNames([]);
  return [...groups.values()].map(({ leaf, leaves }) => ({
    name: steps(`${leaf.home}_facts`),
    home: leaf.home,
    time: leaf.time,
    leaves,
  }));
}

/** State columns are named after the metric that first needs them. */
function stateNames(
  leaf: Leaf,
  metric: Metric,
  index: number,
  unique: (name: string) => string,
): readonly string[] {
  const dummy = leaf.args.map((a): PlanExpression => lit(null, a.type));
  const count = AGGREGATE_KINDS[leaf.aggregate].states(leaf, dummy, null).length;
  const base = metric.leaves.length > 1 ? `${metric.name}_${index + 1}` : metric.name;
  return Array.from({ length: count }, (_, s) =>
    unique(count > 1 ? `${base}_${String.fromCharCode(97 + s)}` : base),
  );
}

/** A union of the branches, grouped once: no group is lost, NULL groups meet, and no row meets another's (guarantee 3). */
function stitch(query: BoundQuery, branches: readonly SelectStep[]): [UnionStep, SelectStep] {
  const keys = query.by.map((b) => b.name);
  const columns = new Map<string, ValueType>();
  for (const branch of branches) for (const c of branch.columns) columns.set(c.name, c.value.type);
  const union: UnionStep = {
    kind: 'union',
    name: 'all_facts',
    comment: 'the groups of every dataset, one after the other',
    inputs: branches.map((b) => b.name),
    columns: [...columns].map(([name, type]) => ({ name, type })),
  };
  const field = (name: string, type: ValueType): PlanExpression => ({
    kind: 'reference',
    to: { alias: union.name, field: name },
    type,
  });
  const stitched: SelectStep = {
    kind: 'select',
    name: 'stitched',
    comment: 'one row per group, NULL equal to NULL',
    from: { kind: 'step', alias: union.name, step: union.name },
    joins: [],
    where: null,
    groupBy: keys,
    columns: [...columns].map(
      ([name, type]): OutputColumn =>
        keys.includes(name)
          ? { name, value: field(name, type) }
          : { name, value: { kind: 'aggregate', fn: 'any', args: [field(name, type)], filter: null, type } },
    ),
    order: [],
    limit: null,
    offset: null,
  };
  return [union, stitched];
}

const typesOf = (steps: readonly SelectStep[]): ReadonlyMap<string, ValueType> =>
  new Map(steps.flatMap((s) => s.columns.map((c) => [c.name, c.value.type] as const)));

/** Finishes the leaves, computes the metrics, sorts and cuts. */
function answerStep(
  query: BoundQuery,
  branches: readonly Branch[],
  input: string,
  types: ReadonlyMap<string, ValueType>,
): SelectStep {
  const field = (name: string): PlanExpression => ({
    kind: 'reference',
    to: { alias: input, field: name },
    type: types.get(name)!,
  });
  const leaves = new Map(branches.flatMap((b) => b.leaves.map((l) => [l.leaf.id, l.states] as const)));
  const value = (leaf: Leaf): PlanExpression =>
    withEmpty(leaf, AGGREGATE_KINDS[leaf.aggregate].finish(leaf, leaves.get(leaf.id)!.map(field)));
  return {
    kind: 'select',
    name: 'answer',
    comment: 'the metrics of each group',
    from: { kind: 'step', alias: input, step: input },
    joins: [],
    where: null,
    groupBy: null,
    columns: [
      ...query.by.map((b): OutputColumn => ({ name: b.name, value: field(b.name) })),
      ...query.metrics.map(
        (m): OutputColumn => ({
          name: m.name,
          value: lower(m.formula, ({ leaf }) => value(m.leaves[leaf]!), query.context),
        }),
      ),
    ],
    order: query.order,
    // One row more than returned tells whether there are more.
    limit: query.limitIsAsked ? query.limit : query.limit + 1,
    offset: query.offset || null,
  };
}

function withEmpty(leaf: Leaf, value: PlanExpression): PlanExpression {
  return leaf.empty === null ? value : call('coalesce', [value, lit(leaf.empty, leaf.type)], leaf.type);
}
