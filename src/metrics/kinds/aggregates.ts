import type { AggregateName, Leaf } from '../model/expression';
import type { PlanAggregate, PlanAggregateName, PlanExpression } from '../model/plan';
import { BOOLEAN, DOUBLE, decimal, INTEGER, STRING, type ValueType } from '../model/value-type';

/** How an aggregate is computed: the states that are taken from rows, and the value made of them at the end. */
export interface AggregateKind {
  readonly states: (
    leaf: Leaf,
    args: readonly PlanExpression[],
    filter: PlanExpression | null,
  ) => readonly PlanAggregate[];
  readonly finish: (leaf: Leaf, states: readonly PlanExpression[]) => PlanExpression;
  /**
   * Rows that are first gathered into finer groups: the key of those groups and what is kept of each. The states are then
   * taken from these two columns, and the leaf needs a scan of its own.
   */
  readonly gather?: (args: readonly PlanExpression[]) => {
    readonly key: PlanExpression;
    readonly value: PlanAggregate;
  };
}

const aggregate = (
  fn: PlanAggregateName,
  args: readonly PlanExpression[],
  filter: PlanExpression | null,
  type: ValueType,
  fraction?: number,
): PlanAggregate => ({
  kind: 'aggregate',
  fn,
  args,
  filter,
  type,
  ...(fraction === undefined ? {} : { fraction }),
});

const first = (_: Leaf, states: readonly PlanExpression[]): PlanExpression => states[0]!;
const call = (
  fn: 'divide' | 'gt' | 'cast' | 'is_not_null' | 'row',
  args: readonly PlanExpression[],
  type: ValueType,
): PlanExpression => ({ kind: 'call', fn, args, type });

const asDouble = (e: PlanExpression): PlanExpression =>
  e.type.kind === 'double' ? e : call('cast', [e], DOUBLE);

const simple = (fn: 'min' | 'max'): AggregateKind => ({
  states: (leaf, args, filter) => [aggregate(fn, args, filter, leaf.type)],
  finish: first,
});

/** A count over no rows is 0; where `empty` says otherwise, the number of rows tells the two apart. */
const counting = (
  count: (args: readonly PlanExpression[], filter: PlanExpression | null) => PlanAggregate,
): AggregateKind => ({
  states: (leaf, args, filter) =>
    leaf.empty === '0'
      ? [count(args, filter)]
      : [count(args, filter), aggregate('count_rows', [], filter, INTEGER)],
  finish: (leaf, [value, rows]) => ofRows(leaf, value!, rows),
});

/** A count, NULL where the number of rows is known to be 0. */
const ofRows = (leaf: Leaf, value: PlanExpression, rows: PlanExpression | undefined): PlanExpression =>
  rows
    ? {
        kind: 'case',
        branches: [
          { when: call('gt', [rows, { kind: 'literal', value: '0', type: INTEGER }], BOOLEAN), value },
        ],
        otherwise: null,
        type: leaf.type,
      }
    : value;

/** Several columns count as one value; a row with any NULL in it is not counted (semantics 19). */
function distinctValue(args: readonly PlanExpression[]): PlanExpression {
  if (args.length === 1) return args[0]!;
  const present = args.map((a) => call('is_not_null', [a], BOOLEAN));
  return {
    kind: 'case',
    branches: [
      { when: { kind: 'call', fn: 'and', args: present, type: BOOLEAN }, value: call('row', args, STRING) },
    ],
    otherwise: null,
    type: STRING,
  };
}

const sumType = (type: ValueType): ValueType =>
  type.kind === 'decimal'
    ? decimal(38, type.scale)
    : type.kind === 'integer'
      ? { kind: 'integer', bits: 128 }
      : DOUBLE;

const spread = (fn: 'stddev' | 'variance'): AggregateKind => ({
  states: (_, args, filter) => [aggregate(fn, [asDouble(args[0]!)], filter, DOUBLE)],
  finish: first,
});

type SketchFunction = 'sketch_register' | 'sketch_rank' | 'sketch_weight' | 'sketch_estimate';
const internal = (
  fn: SketchFunction,
  args: readonly PlanExpression[],
  type: ValueType = INTEGER,
): PlanExpression => ({ kind: 'call', fn, args, type });

/** One entry per aggregate of the language; an average is a sum and a count, divided once (semantics 15). */
export const AGGREGATE_KINDS: Readonly<Record<AggregateName, AggregateKind>> = {
  sum: { states: (leaf, args, filter) => [aggregate('sum', args, filter, leaf.type)], finish: first },
  count: counting((args, filter) =>
    args.length ? aggregate('count', args, filter, INTEGER) : aggregate('count_rows', [], filter, INTEGER),
  ),
  count_distinct: counting((args, filter) =>
    aggregate('count_distinct', [distinctValue(args)], filter, INTEGER),
  ),
  avg: {
    states: (_, args, filter) => [
      aggregate('sum', args, filter, sumType(args[0]!.type)),
      aggregate('count', args, filter, INTEGER),
    ],
    finish: (_, [sum, count]) => call('divide', [sum!, count!], DOUBLE),
  },
  min: simple('min'),
  max: simple('max'),
  percentile: {
    states: (leaf, args, filter) => [
      leaf.discrete
        ? aggregate('percentile_discrete', args, filter, leaf.type, leaf.fraction ?? 0.5)
        : aggregate('percentile', [asDouble(args[0]!)], filter, DOUBLE, leaf.fraction ?? 0.5),
    ],
    finish: first,
  },
  stddev: spread('stddev'),
  variance: spread('variance'),
  // HyperLogLog: rows are gathered by register, of each the highest rank is kept; sketches merge by max.
  approx_count_distinct: {
    gather: ([value]) => ({
      key: internal('sketch_register', [value!]),
      value: aggregate('max', [internal('sketch_rank', [value!])], null, INTEGER),
    }),
    states: (leaf, [register, rank]) => [
      aggregate('count', [register!], null, INTEGER),
      aggregate('sum', [internal('sketch_weight', [rank!], DOUBLE)], null, DOUBLE),
      ...(leaf.empty === '0' ? [] : [aggregate('count_rows', [], null, INTEGER)]),
    ],
    finish: (leaf, [registers, weight, rows]) =>
      ofRows(leaf, internal('sketch_estimate', [registers!, weight!]), rows),
  },
};
