import { assertNever } from '../../base/assert-never';
import { parseTemporal } from '../language/literals';
import type { PlanExpression } from '../model/plan';
import type { Scalar } from '../model/query';
import { DOUBLE, STRING, type ValueType } from '../model/value-type';
import { digitsOf } from './bind-conditions';
import type { BoundTest, Operator } from './bound-query';
import { momentFor, nextDay, toWall, type Zones } from './calendar';
import type { Comparable } from './comparable';
import { allOf, anyOf, lit, test } from './expressions';
import { numberPoint } from './number-point';

/**
 * A test of the question on a field, as a two-valued condition: NULL fails every test but isNull, `ne` and `notIn` (semantics 4).
 * A date compared with a timestamp means that whole local day. `negated` gives the exact opposite.
 */
export function testExpression(
  { operator, values }: Pick<BoundTest<unknown>, 'operator' | 'values'>,
  field: PlanExpression,
  zones: Zones,
  negated: boolean,
): PlanExpression {
  const opposite = OPPOSITE[operator];
  if (negated && opposite) return positive(opposite, values, field, zones);
  if (operator === 'isNull') return test((values[0] === true) !== negated ? 'is_null' : 'is_not_null', field);
  const condition = positive(operator, values, field, zones);
  return negated ? anyOf([test('not', condition), test('is_null', field)]) : condition;
}

const OPPOSITE: Readonly<Partial<Record<Operator, Operator>>> = {
  eq: 'ne',
  ne: 'eq',
  in: 'notIn',
  notIn: 'in',
};

function positive(
  operator: Operator,
  values: readonly Scalar[],
  field: PlanExpression,
  zones: Zones,
): PlanExpression {
  const [first] = values;
  const value = (v: Scalar | undefined): Comparable => comparable(v ?? null, field.type, zones);
  switch (operator) {
    case 'eq':
      return oneOf(values, field, zones);
    case 'in':
      return oneOf(values, field, zones);
    case 'ne':
    case 'notIn':
      return noneOf(values, field, zones);
    case 'lt':
      return test('lt', field, value(first).from);
    case 'gte':
      return test('gte', field, value(first).from);
    case 'lte':
      return upTo(field, value(first));
    case 'gt': {
      const { from, to } = value(first);
      return to ? test('gte', field, to) : test('gt', field, from);
    }
    case 'between':
      return allOf([test('gte', field, value(first).from), upTo(field, value(values[1]))])!;
    case 'contains':
      return test('contains', field, lit(String(first), STRING));
    case 'startsWith':
      return test('starts_with', field, lit(String(first), STRING));
    case 'isNull':
      return test(first === true ? 'is_null' : 'is_not_null', field);
    default:
      return assertNever(operator);
  }
}

const upTo = (field: PlanExpression, { from, to }: Comparable): PlanExpression =>
  to ? test('lt', field, to) : test('lte', field, from);

function oneOf(values: readonly Scalar[], field: PlanExpression, zones: Zones): PlanExpression {
  const points: PlanExpression[] = [];
  const others: PlanExpression[] = [];
  for (const v of values) {
    if (v === null) others.push(test('is_null', field));
    else {
      const { from, to } = comparable(v, field.type, zones);
      if (to) others.push(allOf([test('gte', field, from), test('lt', field, to)])!);
      else points.push(from);
    }
  }
  if (points.length)
    others.unshift(points.length === 1 ? test('eq', field, points[0]!) : test('in', field, ...points));
  return anyOf(others);
}

/** Keeps NULL unless NULL itself is in the list. */
function noneOf(values: readonly Scalar[], field: PlanExpression, zones: Zones): PlanExpression {
  const present = values.filter((v) => v !== null);
  if (present.length === 0)
    return values.length ? test('is_not_null', field) : lit(true, { kind: 'boolean' });
  const not = test('not', oneOf(present, field, zones));
  return present.length < values.length
    ? allOf([not, test('is_not_null', field)])!
    : anyOf([not, test('is_null', field)]);
}

/** The same on a finished metric, three-valued: NULL is unknown to every test but isNull and a null that is named (semantics 39). */
export function metricTest(
  { operator, values }: Pick<BoundTest<unknown>, 'operator' | 'values'>,
  field: PlanExpression,
  zones: Zones,
): PlanExpression {
  if (operator !== 'ne' && operator !== 'notIn') return positive(operator, values, field, zones);
  const present = values.filter((v) => v !== null);
  const not = test('not', oneOf(present, field, zones));
  // A plain comparison is unknown for NULL by itself, also under `not`.
  return present.length > 0 && present.length === values.length
    ? not
    : allOf([not, test('is_not_null', field)])!;
}

function comparable(value: Scalar, type: ValueType, zones: Zones): Comparable {
  const point = (from: PlanExpression): Comparable => ({ from, to: null });
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return numberPoint(digitsOf(value as string | number), type);
    case 'double':
      return point(lit(Number(value), DOUBLE));
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return moment(String(value), type, zones);
    default:
      return point(lit(value, type));
  }
}

/** A moment; on a date column one inside of a day lies between that date and the next. */
function moment(text: string, type: ValueType, zones: Zones): Comparable {
  const at = (t: string): PlanExpression => lit(momentFor(t, type, zones), type);
  const isDay = parseTemporal(text)?.kind === 'date';
  if (type.kind !== 'date')
    return isDay ? { from: at(text), to: at(nextDay(text)) } : { from: at(text), to: null };
  return isDay || isMidnight(text, zones) ? { from: at(text), to: null } : { from: at(text), to: at(text) };
}

function isMidnight(text: string, zones: Zones): boolean {
  const read = parseTemporal(text)!;
  const wall = read.kind === 'instant' ? toWall(read.text, zones.zone) : read.text;
  return /T00:00(:00(\.0+)?)?$/.test(wall);
}
