import { parseTemporal } from '../../metrics/language/literals';
import type { Value } from '../../metrics/model/answer';
import type { LiteralValue } from '../../metrics/model/expression';
import type { ValueType } from '../../metrics/model/value-type';
import { plainDigits } from './digits';
import type { AnswerRow } from './example';

const RELATIVE = 1e-9;

/** Whether two values of a type are the same: exactly, doubles to one part in a thousand million. */
export function sameValue(a: LiteralValue | Value, b: LiteralValue | Value, type: ValueType): boolean {
  if (a === null || b === null) return a === b;
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return plainDigits(String(a)) === plainDigits(String(b));
    case 'double': {
      const [x, y] = [Number(a), Number(b)];
      return x === y || Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y));
    }
    case 'timestamp':
    case 'timestamptz':
      return moment(String(a)) === moment(String(b));
    default:
      return a === b;
  }
}

const moment = (text: string): string => parseTemporal(text)?.text ?? text;

/** What the columns of an answer are. */
export interface AnswerTypes {
  readonly keys: readonly ValueType[];
  readonly value: ValueType;
}

/** A group and its value on both sides; null where one side lacks it. */
export interface Difference<A, B> {
  readonly left: AnswerRow<A> | null;
  readonly right: AnswerRow<B> | null;
}

/** The first group on which two answers differ; null when they are the same, in any order. */
export function firstDifference<A extends LiteralValue | Value, B extends LiteralValue | Value>(
  left: readonly AnswerRow<A>[],
  right: readonly AnswerRow<B>[],
  types: AnswerTypes,
): Difference<A, B> | null {
  const rest = [...right];
  for (const row of left) {
    const at = rest.findIndex((other) =>
      row.keys.every((key, i) => sameValue(key, other.keys[i]!, types.keys[i]!)),
    );
    const [found] = at < 0 ? [] : rest.splice(at, 1);
    if (!found) return { left: row, right: null };
    if (!sameValue(row.value, found.value, types.value)) return { left: row, right: found };
  }
  return rest[0] ? { left: null, right: rest[0] } : null;
}
