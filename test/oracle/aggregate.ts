import type { Decisions } from './decisions';
import { arithmetic, combine } from './numbers';
import {
  add,
  compare,
  floor,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from './rational';
import {
  compareValues,
  exact,
  fold,
  inexact,
  integer,
  isNumber,
  keyOfAll,
  type NumberValue,
  type Value,
} from './value';
import type { Aggregate } from './world';

/** The arguments of an aggregate on one row that feeds the cell. */
export type Arguments = readonly Value[];

const isThere = (value: Value): boolean => value !== null;

function total(values: readonly NumberValue[], decisions: Decisions): NumberValue {
  let sum: NumberValue = exact(ZERO);
  for (const value of values) sum = combine(add(sum.is, value.is), [sum, value], decisions);
  return sum;
}

function sumOf(values: readonly NumberValue[], decisions: Decisions): Value {
  if (values.length === 0) return decisions.allNullIsEmpty ? null : integer(0);
  return total(values, decisions);
}

function averageOf(values: readonly NumberValue[], allRows: number, decisions: Decisions): Value {
  if (values.length === 0) return null;
  const rows = decisions.averageOfRowsWithValue ? values.length : allRows;
  return arithmetic('/', total(values, decisions), integer(rows), decisions);
}

/** Linear interpolation between the two values around the place `fraction × (n − 1)`, counted from 0. */
function percentileOf(values: readonly NumberValue[], fraction: Rational, decisions: Decisions): Value {
  const sorted = [...values].sort((a, b) => compare(a.is, b.is));
  const place = multiply(fraction, rational(BigInt(sorted.length - 1)));
  const below = floor(place);
  const [low, high] = [sorted[Number(below)], sorted[Number(below) + 1]];
  if (!low) return null;
  const rest = decisions.percentileInterpolates ? subtract(place, rational(below)) : ZERO;
  const is = high ? add(low.is, multiply(rest, subtract(high.is, low.is))) : low.is;
  return inexact(is, ...sorted.map((value) => inexact(value.is, value)));
}

function extremeOf(values: readonly Value[], sign: 1 | -1, decisions: Decisions): Value {
  const sorted = [...values].sort((a, b) => compareValues(fold(a, decisions), fold(b, decisions)) * sign);
  return sorted[0] ?? null;
}

/** Distinct rows of arguments; a row with any NULL in it is not counted. */
function distinctOf(rows: readonly Arguments[], decisions: Decisions): Value {
  const counted = decisions.distinctSkipsNull ? rows.filter((row) => row.every(isThere)) : rows;
  return integer(new Set(counted.map((row) => keyOfAll(row.map((value) => fold(value, decisions))))).size);
}

/** The value of an aggregate over at least one row; NULL where no row has a value, but for counts. */
export function aggregateRows(aggregate: Aggregate, rows: readonly Arguments[], decisions: Decisions): Value {
  const values = rows.map((row) => row[0] ?? null).filter(isThere);
  const numbers = values.filter(isNumber);
  switch (aggregate.fn) {
    case 'count_rows':
      return integer(rows.length);
    case 'count':
      return integer(values.length);
    case 'count_distinct':
      return distinctOf(rows, decisions);
    case 'sum':
      return sumOf(numbers, decisions);
    case 'avg':
      return averageOf(numbers, rows.length, decisions);
    case 'min':
      return extremeOf(values, 1, decisions);
    case 'max':
      return extremeOf(values, -1, decisions);
    case 'median':
      return percentileOf(numbers, rational(1n, 2n), decisions);
    case 'percentile':
      return percentileOf(numbers, parseRational(aggregate.fraction ?? '') ?? ZERO, decisions);
  }
}

export const isCount = (aggregate: Aggregate): boolean => aggregate.fn.startsWith('count');
