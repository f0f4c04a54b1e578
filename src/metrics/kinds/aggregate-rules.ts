import type { AggregateName } from '../model/expression';
import { DOUBLE, decimal, INTEGER, isNumeric, typeName, type ValueType } from '../model/value-type';

/** What an aggregate of the formula language accepts and gives. */
export interface AggregateRule {
  readonly usage: string;
  readonly doc: string;
  readonly example: string;
  /** Result type, or why this argument is refused. No argument: `count(orders)`. */
  readonly result: (arg: ValueType | null) => ValueType | { readonly refuse: string; readonly hint?: string };
}

const total = (arg: ValueType): ValueType =>
  arg.kind === 'decimal'
    ? decimal(38, arg.scale)
    : arg.kind === 'integer'
      ? { kind: 'integer', bits: 128 }
      : DOUBLE;

const numbersOnly =
  (name: string, result: (arg: ValueType) => ValueType): AggregateRule['result'] =>
  (arg) => {
    if (arg && isNumeric(arg)) return result(arg);
    return arg?.kind === 'boolean'
      ? {
          refuse: `${name}() takes a number, not boolean`,
          hint: 'count the rows where it is true: count(dataset) filter (where …)',
        }
      : { refuse: `${name}() takes a number, not ${arg ? typeName(arg) : 'a dataset'}` };
  };

const anyOrdered: AggregateRule['result'] = (arg) =>
  arg && arg.kind !== 'interval' ? arg : { refuse: 'min() and max() take a value that can be ordered' };

/** The aggregates, one entry each; `aggregates.ts` says how each is computed. */
export const AGGREGATE_RULES: Readonly<Record<AggregateName, AggregateRule>> = {
  sum: {
    usage: 'sum(x)',
    doc: 'The exact total; NULLs are left out.',
    example: 'sum(orders.amount)',
    result: numbersOnly('sum', total),
  },
  count: {
    usage: 'count(dataset) or count(x)',
    doc: 'How many rows, or how many values that are not NULL.',
    example: 'count(orders)',
    result: () => INTEGER,
  },
  count_distinct: {
    usage: 'count(distinct x)',
    doc: 'How many different values; NULL is not counted.',
    example: 'count(distinct orders.customer_id)',
    result: (arg) =>
      arg
        ? INTEGER
        : {
            refuse: 'count(distinct …) takes a column, not a dataset',
            hint: 'name the column that tells the rows apart',
          },
  },
  avg: {
    usage: 'avg(x)',
    doc: 'sum(x) / count(x), divided once, as a double.',
    example: 'avg(orders.amount)',
    result: numbersOnly('avg', () => DOUBLE),
  },
  min: {
    usage: 'min(x)',
    doc: 'The least value; strings by code point.',
    example: 'min(orders.ordered_at)',
    result: anyOrdered,
  },
  max: {
    usage: 'max(x)',
    doc: 'The greatest value; strings by code point.',
    example: 'max(orders.ordered_at)',
    result: anyOrdered,
  },
  percentile: {
    usage: 'percentile(x, fraction) or median(x)',
    doc: 'The value below which the fraction lies, interpolated; `discrete => true` takes a value that occurs, and keeps its type.',
    example: 'percentile(orders.amount, 0.9)',
    result: numbersOnly('percentile', () => DOUBLE),
  },
  stddev: {
    usage: 'stddev(x)',
    doc: 'The sample standard deviation as a double; NULL for a single value.',
    example: 'stddev(orders.amount)',
    result: numbersOnly('stddev', () => DOUBLE),
  },
  variance: {
    usage: 'variance(x)',
    doc: 'The sample variance as a double; NULL for a single value.',
    example: 'variance(orders.amount)',
    result: numbersOnly('variance', () => DOUBLE),
  },
  approx_count_distinct: {
    usage: 'approx_count_distinct(x)',
    doc: 'About how many different values: a HyperLogLog sketch of 4,096 registers (standard error 1.6 %), the same on every engine.',
    example: 'approx_count_distinct(orders.customer_id)',
    result: (arg) => {
      if (!arg) return { refuse: 'approx_count_distinct() takes a column, not a dataset' };
      return arg.kind === 'double'
        ? {
            refuse: 'approx_count_distinct() takes no doubles: equal ones may differ in their last digit',
            hint: 'convert first: x::decimal(18,2)',
          }
        : INTEGER;
    },
  },
};
