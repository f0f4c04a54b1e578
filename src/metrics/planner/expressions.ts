import type { FunctionName } from '../language/functions';
import type { Expression, LiteralValue } from '../model/expression';
import { BOOLEAN, type ValueType } from '../model/value-type';

export const lit = <R>(value: LiteralValue, type: ValueType): Expression<R> => ({
  kind: 'literal',
  value,
  type,
});

export function call<R>(
  fn: FunctionName,
  args: readonly Expression<R>[],
  type: ValueType,
  option?: string,
): Expression<R> {
  return { kind: 'call', fn, args, type, ...(option === undefined ? {} : { option }) };
}

/** A comparison or test: a call that is true or false. */
export const test = <R>(fn: FunctionName, ...args: readonly Expression<R>[]): Expression<R> =>
  call(fn, args, BOOLEAN);

/** All of them; null for none. */
export function allOf<R>(conditions: readonly (Expression<R> | null)[]): Expression<R> | null {
  const present = conditions.flatMap((c) => (c?.kind === 'call' && c.fn === 'and' ? c.args : (c ?? [])));
  return present.length < 2 ? (present[0] ?? null) : call('and', present, BOOLEAN);
}

/** At least one of them. */
export function anyOf<R>(conditions: readonly Expression<R>[]): Expression<R> {
  return conditions.length === 1
    ? conditions[0]!
    : conditions.length
      ? call('or', conditions, BOOLEAN)
      : lit(false, BOOLEAN);
}
