import { AGGREGATE_KINDS } from '../kinds/aggregates';
import type { OutputColumn, PlanExpression, SelectStep } from '../model/plan';
import { INTEGER } from '../model/value-type';
import { sameTree } from '../same-tree';
import type { AskedLeaf, Branch } from './asked-leaf';
import type { BoundQuery } from './bound-query';
import { BranchFields } from './branch-fields';
import { allOf, anyOf } from './expressions';
import { type PlanScope, selectStep } from './plan-scope';

/** One scan: joins, conditions, groups, and the states of every leaf. */
export function branchStep(scope: PlanScope, query: BoundQuery, branch: Branch): SelectStep {
  const fields = new BranchFields(scope, query, branch);
  const keys = query.by.map((by, i): OutputColumn => ({ name: by.field, value: fields.key(by, `by[${i}]`) }));
  const [first] = branch.leaves;
  if (first && AGGREGATE_KINDS[first.leaf.aggregate].gather)
    return gatheredStep(scope, fields, first, keys, query, branch);
  const shared = hasSharedFilter(branch.leaves);
  const states = branch.leaves.flatMap((asked) =>
    statesOf(
      asked,
      asked.leaf.args.map((a) => fields.row(a)),
      shared ? null : fields.leafCondition(asked),
    ),
  );
  const where = branchCondition(fields, branch);
  return scope.steps.add(
    selectStep({
      name: scope.steps.name(`${branch.home}_facts`),
      comment: `one row per group of ${branch.home}`,
      from: fields.joins.from,
      joins: fields.joins.joins,
      where,
      groupBy: keys.map((k) => k.name),
      columns: [...keys, ...states, ...countedRows(fields, query, branch)],
    }),
  );
}

function statesOf(
  { leaf, states }: AskedLeaf,
  args: readonly PlanExpression[],
  filter: PlanExpression | null,
): OutputColumn[] {
  return AGGREGATE_KINDS[leaf.aggregate]
    .states(leaf, args, filter)
    .map((value, i) => ({ name: states[i]!, value }));
}

/** Two scans: rows gathered into finer groups, then those groups into the asked ones. */
function gatheredStep(
  scope: PlanScope,
  fields: BranchFields,
  asked: AskedLeaf,
  keys: readonly OutputColumn[],
  query: BoundQuery,
  { counted }: Branch,
): SelectStep {
  const { key, value } = AGGREGATE_KINDS[asked.leaf.aggregate].gather!(
    asked.leaf.args.map((a) => fields.row(a)),
  );
  const name = scope.steps.name(`${fields.home}_registers`);
  const [register, kept] = [`${asked.states[0]}_register`, `${asked.states[0]}_rank`];
  const where = allOf([fields.leafCondition(asked), fields.question(), fields.period()]);
  const columns = [...keys, { name: register, value: key }, { name: kept, value }];
  scope.steps.add(
    selectStep({
      name,
      comment: 'the registers of a distinct-count sketch',
      from: fields.joins.from,
      joins: fields.joins.joins,
      where,
      groupBy: [...keys.map((k) => k.name), register],
      columns,
    }),
  );
  const field = (column: OutputColumn): PlanExpression => ({
    kind: 'reference',
    to: { alias: name, field: column.name },
    type: column.value.type,
  });
  const states = statesOf(asked, [field({ name: register, value: key }), field({ name: kept, value })], null);
  return scope.steps.add(
    selectStep({
      name: scope.steps.name(`${fields.home}_facts`),
      comment: `one row per group of ${fields.home}`,
      from: { kind: 'step', alias: name, step: name },
      groupBy: query.by.map((b) => b.field),
      columns: [
        ...keys.map((k): OutputColumn => ({ name: k.name, value: field(k) })),
        ...states,
        ...(counted === undefined ? [] : [{ name: counted, value: rowCount(null) }]),
      ],
    }),
  );
}

const rowCount = (filter: PlanExpression | null): OutputColumn['value'] => ({
  kind: 'aggregate',
  fn: 'count_rows',
  args: [],
  filter,
  type: INTEGER,
});

/** How many rows of a group count for a metric that is asked for, where the branch is to say so. */
function countedRows(
  fields: BranchFields,
  { metrics }: BoundQuery,
  { leaves, counted }: Branch,
): OutputColumn[] {
  if (counted === undefined) return [];
  const asked = leaves.filter((l) => metrics.some(({ name }) => name === l.metric));
  return [{ name: counted, value: rowCount(anyLeaf(asked.map((l) => fields.leafCondition(l)))) }];
}

/** The rows that count: for at least one leaf, under the question's conditions, in its period. */
export function branchCondition(fields: BranchFields, { leaves }: Branch): PlanExpression | null {
  const own = hasSharedFilter(leaves)
    ? fields.leafCondition(leaves[0]!)
    : anyLeaf(leaves.map((l) => fields.leafCondition(l)));
  return allOf([own, fields.question(), fields.period()]);
}

/** True when all leaves count the same rows. */
function hasSharedFilter([first, ...others]: readonly AskedLeaf[]): boolean {
  if (!first) return false;
  return others.every(
    ({ leaf, only }) => sameTree(leaf.where, first.leaf.where) && sameTree(only, first.only),
  );
}

/** A row that counts for no leaf must not make a group (guarantee 6: a group is there for its metrics, not for their companions). */
function anyLeaf(filters: readonly (PlanExpression | null)[]): PlanExpression | null {
  const present = filters.filter((f) => f !== null);
  return present.length < filters.length ? null : anyOf(present);
}
