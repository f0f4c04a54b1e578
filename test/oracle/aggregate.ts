import type { Decisions } from './decisions';
import { arithmetic, combine } from './numbers';
import {
  add,
  compare,
  floor,
  fromDouble,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  toDouble,
  ZERO,
} from './rational';
import { sketchEstimate } from './sketch';
import type { StaticType } from './static-type';
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

/** How far doubles are off, relative to the largest magnitude on the way. */
const DOUBLE_ERROR = 1e-14;

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

/** The least value of which at least the fraction of all are not greater. */
function discretePercentileOf(values: readonly NumberValue[], fraction: Rational): Value {
  const sorted = [...values].sort((a, b) => compare(a.is, b.is));
  const wanted = multiply(fraction, rational(BigInt(sorted.length)));
  const found = sorted.find((_, i) => compare(rational(BigInt(i + 1)), wanted) >= 0);
  return found ?? null;
}

/** The mean square distance from the mean, over one less than the values; what doubles cancel on the way is carried over. */
function varianceOf(values: readonly NumberValue[], decisions: Decisions): NumberValue | null {
  const count = BigInt(values.length);
  const less = decisions.spreadOfSample ? 1n : 0n;
  if (count === 0n) return null;
  if (count === less) return decisions.spreadOfOneIsNull ? null : inexact(ZERO);
  const sum = values.map(({ is }) => is).reduce(add, ZERO);
  const mean = multiply(sum, rational(1n, count));
  const squares = values
    .map(({ is }) => subtract(is, mean))
    .map((distance) => multiply(distance, distance))
    .reduce(add, ZERO);
  const largest = Math.max(...values.map(({ is, reach }) => Math.max(Math.abs(toDouble(is)), reach)));
  return inexact(multiply(squares, rational(1n, count - less)), {
    kind: 'number',
    is: ZERO,
    reach: largest * largest,
  });
}

function deviationOf(values: readonly NumberValue[], decisions: Decisions): Value {
  const variance = varianceOf(values, decisions);
  if (variance === null) return null;
  const root = Math.sqrt(toDouble(variance.is));
  // An error of the variance is halved and divided by the root, but never more than its own root.
  const error = variance.reach * DOUBLE_ERROR;
  const reach = Math.min(Math.sqrt(error), error / Math.max(root, Number.MIN_VALUE)) / DOUBLE_ERROR;
  return inexact(fromDouble(root), { kind: 'number', is: ZERO, reach });
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
export function aggregateRows(
  aggregate: Aggregate,
  rows: readonly Arguments[],
  type: StaticType,
  decisions: Decisions,
): Value {
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
      return aggregate.discrete && decisions.discretePicks
        ? discretePercentileOf(numbers, parseRational(aggregate.fraction ?? '') ?? ZERO)
        : percentileOf(numbers, parseRational(aggregate.fraction ?? '') ?? ZERO, decisions);
    case 'stddev':
      return deviationOf(numbers, decisions);
    case 'variance':
      return varianceOf(numbers, decisions);
    case 'approx_count_distinct':
      return decisions.sketchIsSketch ? integer(sketchEstimate(values, type)) : distinctOf(rows, decisions);
  }
}
