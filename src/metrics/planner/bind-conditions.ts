import { Failure } from '../../base/failure';
import { parseTemporal } from '../language/literals';
import type { Catalog, DimensionName } from '../model/catalog';
import type { Condition, Scalar } from '../model/query';
import { isTemporal, typeName, type ValueType } from '../model/value-type';
import { type BoundCondition, type BoundTest, OPERATORS, type Operator } from './bound-query';
import { findDimension } from './find-dimension';

const MAX_DEPTH = 12;

/** Binds the question's conditions; a list is a conjunction. Null for none. */
export function bindConditions(catalog: Catalog, conditions: readonly Condition[]): BoundCondition | null {
  if (conditions.length === 0) return null;
  return { kind: 'and', terms: conditions.map((c, i) => bindCondition(catalog, c, `where[${i}]`, 0)) };
}

function bindCondition(catalog: Catalog, condition: Condition, path: string, depth: number): BoundCondition {
  if (depth > MAX_DEPTH)
    throw new Failure('QUERY.LIMIT', `Conditions are nested more than ${MAX_DEPTH} deep.`, { path });
  if ('and' in condition)
    return {
      kind: 'and',
      terms: condition.and.map((c, i) => bindCondition(catalog, c, `${path}.and[${i}]`, depth + 1)),
    };
  if ('or' in condition)
    return {
      kind: 'or',
      terms: condition.or.map((c, i) => bindCondition(catalog, c, `${path}.or[${i}]`, depth + 1)),
    };
  if ('not' in condition)
    return { kind: 'not', term: bindCondition(catalog, condition.not, `${path}.not`, depth + 1) };
  const target =
    'dimension' in condition ? findDimension(catalog, condition.dimension, `${path}.dimension`) : 'time';
  const tests = OPERATORS.filter((o) => condition[o] !== undefined).map((o) =>
    bindTest(catalog, target, o, condition[o]!, path),
  );
  if (tests.length === 0)
    throw new Failure('QUERY.INVALID', 'The condition tests nothing.', {
      path,
      hint: `add one of ${OPERATORS.join(', ')}`,
    });
  return tests.length === 1 ? tests[0]! : { kind: 'and', terms: tests };
}

function bindTest(
  catalog: Catalog,
  target: DimensionName | 'time',
  operator: Operator,
  value: Scalar | readonly Scalar[],
  path: string,
): BoundTest {
  const values = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  const at = `${path}.${operator}`;
  const { maxInList } = catalog.company.limits;
  if (values.length > maxInList)
    throw new Failure('QUERY.LIMIT', `The list has ${values.length} values; ${maxInList} are the limit.`, {
      path: at,
    });
  if (operator === 'between' && values.length !== 2)
    throw new Failure('QUERY.INVALID', '`between` takes two values.', { path: at });
  checkOperator(target, operator, values, at);
  for (const v of values) checkValue(target, operator, v, at);
  return { kind: 'test', target, operator, values, path };
}

const nameOf = (target: DimensionName | 'time'): string => (target === 'time' ? 'time' : target.name);

function checkOperator(
  target: DimensionName | 'time',
  operator: Operator,
  values: readonly Scalar[],
  path: string,
): void {
  const type = target === 'time' ? null : target.dimension.type;
  if ((operator === 'contains' || operator === 'startsWith') && type?.kind !== 'string')
    throw new Failure(
      'TYPE.MISMATCH',
      `\`${operator}\` looks into strings, but "${nameOf(target)}" is ${type ? typeName(type) : 'a time'}.`,
      { path },
    );
  if (operator === 'isNull' && typeof values[0] !== 'boolean')
    throw new Failure('TYPE.BAD_LITERAL', '`isNull` is true or false.', { path });
  const nullable = operator === 'eq' || operator === 'ne' || operator === 'in' || operator === 'notIn';
  if (!nullable && values.includes(null))
    throw new Failure('TYPE.BAD_LITERAL', `\`${operator}\` does not compare with null.`, {
      path,
      hint: 'test for missing values with isNull',
    });
}

function checkValue(target: DimensionName | 'time', operator: Operator, value: Scalar, path: string): void {
  if (value === null || operator === 'isNull') return;
  const type: ValueType = target === 'time' ? { kind: 'timestamptz' } : target.dimension.type;
  if (fits(value, type)) return;
  throw new Failure(
    'TYPE.BAD_LITERAL',
    `${JSON.stringify(value)} cannot be compared with "${nameOf(target)}", which is ${target === 'time' ? 'a time' : typeName(type)}.`,
    { path, hint: EXPECTED[type.kind] ?? `write a ${typeName(type)}` },
  );
}

const EXPECTED: Readonly<Partial<Record<ValueType['kind'], string>>> = {
  boolean: 'write true or false',
  integer: 'write a number',
  decimal: 'write a number, or its digits as a string',
  double: 'write a number',
  string: 'write a string in quotes',
  date: 'write "2024-01-31"',
  timestamp: 'write "2024-01-31" or "2024-01-31T09:30:00"',
  timestamptz: 'write "2024-01-31" or "2024-01-31T09:30:00Z"',
};

/** Digits without exponent, so that the value is exact. */
export const DIGITS = /^[+-]?(\d{1,38}(\.\d{1,38})?|\.\d{1,38})$/;

function fits(value: string | number | boolean, type: ValueType): boolean {
  if (type.kind === 'boolean') return typeof value === 'boolean';
  if (type.kind === 'string') return typeof value === 'string' && !value.includes('\0');
  if (isTemporal(type)) return typeof value === 'string' && parseTemporal(value) !== null;
  if (type.kind === 'double')
    return typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value === 'string' && DIGITS.test(value);
  return (typeof value === 'number' || typeof value === 'string') && DIGITS.test(digitsOf(value));
}

/** A number as plain digits: JSON numbers may come as 1e21. */
export function digitsOf(value: string | number): string {
  if (typeof value === 'string') return value;
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) < 1 ? value.toFixed(38).replace(/0+$/, '') : BigInt(value).toString();
}
