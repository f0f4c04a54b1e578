import { Failure } from '../../base/failure';
import { isPlainText, shorten } from '../../base/plain-text';
import { decimalOf, parseTemporal } from '../language/literals';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import type { Condition, Having, Scalar } from '../model/query';
import { isTemporal, typeName, type ValueType } from '../model/value-type';
import { parseQueryFormula } from './bind-row-formula';
import { type BoundCondition, OPERATORS, type Operator, type RowCondition } from './bound-query';
import { findDimension } from './find-dimension';
import { findMetric } from './find-metric';

const MAX_DEPTH = 12;

/** What the names in a condition mean. */
type Names<T> = {
  readonly catalog: Catalog;
  /** The target of a test; a failure when the item names none. */
  readonly target: (
    item: Loose,
    path: string,
  ) => { readonly target: T; readonly name: string; readonly type: ValueType };
  readonly formula: ((text: string, path: string) => BoundCondition<T>) | null;
};

/** A condition as it came in, before it is known which form it has. */
type Loose = Readonly<Record<string, unknown>>;

/** Conditions on rows: dimensions, `time`, formulas. */
export function bindRowCondition(catalog: Catalog, condition: Condition, path: string): RowCondition {
  return bindCondition<DimensionName | 'time'>(condition as Loose, path, 0, {
    catalog,
    target: (item, at) => {
      if (item['time'] === true) return { target: 'time', name: 'time', type: { kind: 'timestamptz' } };
      const dimension = findDimension(catalog, String(item['dimension'] ?? ''), `${at}.dimension`);
      return { target: dimension, name: dimension.name, type: dimension.dimension.type };
    },
    formula: (text, at) => ({ kind: 'formula', text, syntax: parseQueryFormula(text, at), path: at }),
  });
}

/** Conditions on finished metrics. */
export function bindHaving(catalog: Catalog, condition: Having, path: string): BoundCondition<Metric> {
  return bindCondition<Metric>(condition as Loose, path, 0, {
    catalog,
    target: (item, at) => {
      const metric = findMetric(catalog, String(item['metric'] ?? ''), `${at}.metric`);
      return { target: metric, name: metric.name, type: metric.type };
    },
    formula: null,
  });
}

function bindCondition<T>(item: Loose, path: string, depth: number, names: Names<T>): BoundCondition<T> {
  if (depth > MAX_DEPTH)
    throw new Failure('QUERY.LIMIT', `Conditions are nested more than ${MAX_DEPTH} deep.`, { path });
  if (depth > 0 && item['onlyFor'] !== undefined)
    throw new Failure('QUERY.INVALID', '`onlyFor` stands at the top of `where` only.', {
      path: `${path}.onlyFor`,
    });
  for (const kind of ['and', 'or'] as const) {
    const terms = item[kind];
    if (Array.isArray(terms))
      return {
        kind,
        terms: terms.map((t: Loose, i) => bindCondition(t, `${path}.${kind}[${i}]`, depth + 1, names)),
      };
  }
  if (item['not'] !== undefined)
    return { kind: 'not', term: bindCondition(item['not'] as Loose, `${path}.not`, depth + 1, names) };
  if (typeof item['formula'] === 'string' && names.formula)
    return names.formula(item['formula'], `${path}.formula`);
  const { target, name, type } = names.target(item, path);
  const tests = OPERATORS.filter((o) => item[o] !== undefined).map((operator): BoundCondition<T> => {
    const value = item[operator] as Scalar | readonly Scalar[];
    const values: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
    checkTest(
      { name, type, isTime: (target as unknown) === 'time' },
      operator,
      values,
      `${path}.${operator}`,
      names.catalog.company.limits.maxInList,
    );
    return { kind: 'test', target, operator, values, path };
  });
  if (tests.length === 0)
    throw new Failure('QUERY.INVALID', 'The condition tests nothing.', {
      path,
      hint: `add one of ${OPERATORS.join(', ')}`,
    });
  return tests.length === 1 ? tests[0]! : { kind: 'and', terms: tests };
}

interface Tested {
  readonly name: string;
  readonly type: ValueType;
  readonly isTime: boolean;
}

function checkTest(
  tested: Tested,
  operator: Operator,
  values: readonly Scalar[],
  path: string,
  maxInList: number,
): void {
  if (values.length > maxInList)
    throw new Failure('QUERY.LIMIT', `The list has ${values.length} values; ${maxInList} are the limit.`, {
      path,
    });
  if (operator === 'between' && values.length !== 2)
    throw new Failure('QUERY.INVALID', '`between` takes two values.', { path });
  checkOperator(tested, operator, values, path);
  for (const v of values) checkValue(tested, operator, v, path);
}

function checkOperator(
  { name, type, isTime }: Tested,
  operator: Operator,
  values: readonly Scalar[],
  path: string,
): void {
  if ((operator === 'contains' || operator === 'startsWith') && (isTime || type.kind !== 'string')) {
    throw new Failure(
      'TYPE.MISMATCH',
      `\`${operator}\` looks into strings, but "${name}" is ${isTime ? 'a time' : typeName(type)}.`,
      { path },
    );
  }
  if (operator === 'isNull' && typeof values[0] !== 'boolean')
    throw new Failure('TYPE.BAD_LITERAL', '`isNull` is true or false.', { path });
  const nullable = operator === 'eq' || operator === 'ne' || operator === 'in' || operator === 'notIn';
  if (!nullable && values.includes(null)) {
    throw new Failure('TYPE.BAD_LITERAL', `\`${operator}\` does not compare with null.`, {
      path,
      hint: 'test for missing values with isNull',
    });
  }
}

function checkValue({ name, type, isTime }: Tested, operator: Operator, value: Scalar, path: string): void {
  if (value === null || operator === 'isNull' || fits(value, type)) return;
  if (typeof value === 'string' && !isPlainText(value.replaceAll('\0', ''))) {
    throw new Failure('TYPE.BAD_LITERAL', 'The value holds one half of a character.', {
      path,
      hint: 'remove it: no database keeps it as it is',
    });
  }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const hint = `write the digits as text: "${digitsOf(value)}"`;
    throw new Failure('TYPE.BAD_LITERAL', 'A number beyond 2^53 loses digits on its way here.', {
      path,
      hint,
    });
  }
  const what = isTime ? 'a time' : typeName(type);
  throw new Failure(
    'TYPE.BAD_LITERAL',
    `${typeof value === 'string' ? JSON.stringify(shorten(value)) : value} cannot be compared with "${name}", which is ${what}.`,
    { path, hint: EXPECTED[type.kind] ?? `write a ${what}` },
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
  if (type.kind === 'string') return typeof value === 'string' && isPlainText(value);
  if (isTemporal(type)) return typeof value === 'string' && parseTemporal(value) !== null;
  if (type.kind === 'double')
    return typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value === 'string' && DIGITS.test(value);
  if (typeof value === 'boolean' || !DIGITS.test(digitsOf(value))) return false;
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  const { type: own } = decimalOf(digitsOf(value).replace('+', ''));
  return own.kind === 'decimal' && own.precision <= 38;
}

/** A number as plain digits: JSON numbers may come as 1e21. */
export function digitsOf(value: string | number): string {
  if (typeof value === 'string') return value;
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) < 1 ? value.toFixed(38).replace(/0+$/, '') : BigInt(value).toString();
}
