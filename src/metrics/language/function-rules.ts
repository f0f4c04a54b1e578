import {
  BOOLEAN,
  DATE,
  DOUBLE,
  decimal,
  INTEGER,
  isNumeric,
  isTemporal,
  STRING,
  typeName,
  type ValueType,
} from '../model/value-type';
import { type Argument, asDecimal, unify, unifyAll } from './unify';

/** What a call accepts and gives: each argument is converted to its parameter type first. */
export interface Signature {
  readonly params: readonly ValueType[];
  readonly result: ValueType;
}
/** A signature, or why these arguments are refused. */
export type Ruling =
  | Signature
  | { readonly refuse: string; readonly code?: 'TYPE.DECIMAL_SCALE' | 'FORMULA.ARGUMENTS' };

/** Checks the arguments of a call. */
export type Rule = (args: readonly Argument[]) => Ruling;

const INTERVAL: ValueType = { kind: 'interval' };
const WALL: ValueType = { kind: 'timestamp', zone: null };

const refuse = (text: string): Ruling => ({ refuse: text });
const shown = (args: readonly Argument[]): string => args.map((a) => typeName(a.type)).join(', ');
const types = (args: readonly Argument[]): ValueType[] => args.map((a) => a.type);
const is = (kind: ValueType['kind'], arg: Argument | undefined): boolean =>
  arg?.type.kind === kind || arg?.type.kind === 'null';
const widen = (type: ValueType): ValueType => (type.kind === 'integer' && type.bits === 32 ? INTEGER : type);

export function fixed(params: readonly ValueType[], result: ValueType): Rule {
  return (args) => {
    if (args.length !== params.length)
      return {
        refuse: `takes ${params.length} argument${params.length === 1 ? '' : 's'}, not ${args.length}`,
        code: 'FORMULA.ARGUMENTS',
      };
    const fits = params.every((p, i) => {
      const arg = args[i]!;
      return (
        is(p.kind, arg) ||
        (p.kind === 'double' && isNumeric(arg.type)) ||
        (arg.literal && arg.type.kind === 'string')
      );
    });
    return fits ? { params, result } : refuse(`takes ${params.map(typeName).join(', ')}, not ${shown(args)}`);
  };
}

export const comparison: Rule = (args) => {
  const [a, b] = args;
  if (!a || !b || args.length !== 2) return refuse('compares two values');
  const type = unify(a, b);
  if (!type || type.kind === 'interval')
    return refuse(`cannot compare ${typeName(a.type)} with ${typeName(b.type)}`);
  return { params: [type, type], result: BOOLEAN };
};

export const booleans: Rule = (args) =>
  args.every((a) => is('boolean', a))
    ? { params: args.map(() => BOOLEAN), result: BOOLEAN }
    : refuse(`takes conditions, not ${shown(args)}`);

export function addition(args: readonly Argument[], sign: '+' | '-'): Ruling {
  const [a, b] = args;
  if (!a || !b) return refuse('takes two values');
  if (isTemporal(a.type) && b.type.kind === 'interval') {
    const result = a.type.kind === 'date' ? WALL : a.type;
    return { params: [result, INTERVAL], result };
  }
  if (sign === '-' && a.type.kind === 'date' && b.type.kind === 'date')
    return { params: [DATE, DATE], result: INTEGER };
  if (a.type.kind === 'date' && b.type.kind === 'integer') return { params: [DATE, INTEGER], result: DATE };
  const type = unify(a, b);
  if (!type || !(isNumeric(type) || type.kind === 'null'))
    return refuse(`cannot ${sign === '+' ? 'add' : 'subtract'} ${typeName(a.type)} and ${typeName(b.type)}`);
  if (type.kind === 'null') return { params: [INTEGER, INTEGER], result: INTEGER };
  const wide = type.kind === 'decimal' ? decimal(Math.min(38, type.precision + 1), type.scale) : widen(type);
  return { params: [wide, wide], result: wide };
}

export const multiplication: Rule = (args) => {
  const [a, b] = args;
  if (!a || !b) return refuse('takes two values');
  const type = unify(a, b);
  if (!type || !isNumeric(type))
    return type?.kind === 'null'
      ? { params: [INTEGER, INTEGER], result: INTEGER }
      : refuse(`cannot multiply ${typeName(a.type)} and ${typeName(b.type)}`);
  if (type.kind !== 'decimal') return { params: [widen(type), widen(type)], result: widen(type) };
  const [left, right] = [asDecimal(a.type) ?? type, asDecimal(b.type) ?? type];
  const scale = left.scale + right.scale;
  if (scale > 18)
    return { refuse: `would have ${scale} decimal places; 18 are the limit`, code: 'TYPE.DECIMAL_SCALE' };
  return { params: [left, right], result: decimal(Math.min(38, left.precision + right.precision), scale) };
};

export const division: Rule = (args) =>
  args.length === 2 && args.every((a) => isNumeric(a.type) || a.type.kind === 'null')
    ? { params: [DOUBLE, DOUBLE], result: DOUBLE }
    : refuse(`cannot divide ${shown(args).replace(', ', ' by ')}`);

export const wholeNumbers: Rule = (args) => {
  if (args.length !== 2 || !args.every((a) => is('integer', a)))
    return refuse(`takes two integers, not ${shown(args)}`);
  const type = widen(unify(args[0]!, args[1]!) ?? INTEGER);
  return { params: [type, type], result: type };
};

export const sameNumber: Rule = (args) => {
  const type = args[0] && args.length === 1 ? widen(args[0].type) : null;
  return type && (isNumeric(type) || type.kind === 'null')
    ? { params: [type], result: type }
    : refuse(`takes one number, not ${shown(args)}`);
};

export const toWhole: Rule = (args) => {
  const type = args[0]?.type;
  if (args.length !== 1 || !type || !isNumeric(type)) return refuse(`takes one number, not ${shown(args)}`);
  if (type.kind === 'decimal')
    return { params: [type], result: decimal(Math.min(38, type.precision - type.scale + 1), 0) };
  return { params: [widen(type)], result: widen(type) };
};

/** `digits` is read from the literal by the binder and kept as the call's option; here it is only a whole number. */
export const rounding: Rule = (args) => {
  const type = args[0]?.type;
  if (!type || args.length > 2 || !isNumeric(type))
    return refuse(`takes a number and how many decimal places, not ${shown(args)}`);
  if (args[1] && !is('integer', args[1])) return refuse('takes a whole number of decimal places');
  const wide = widen(type);
  // 9.99 rounds to 10.0: one digit more.
  const result = wide.kind === 'decimal' ? decimal(Math.min(38, wide.precision + 1), wide.scale) : wide;
  return { params: args[1] ? [wide, INTEGER] : [wide], result };
};

export const alike: Rule = (args) => {
  const type = unifyAll(args);
  if (!args.length || !type) return refuse(`takes values of one type, not ${shown(args)}`);
  return { params: args.map(() => type), result: type };
};

export const membership: Rule = (args) => {
  const type = unifyAll(args);
  return type && args.length > 1
    ? { params: args.map(() => type), result: BOOLEAN }
    : refuse(`cannot look for ${shown(args.slice(0, 1))} among ${shown(args.slice(1))}`);
};

export const anyOne: Rule = (args) =>
  args.length === 1 ? { params: types(args), result: BOOLEAN } : refuse('takes one value');

export const nullIf: Rule = (args) => {
  const ruling = comparison(args);
  return 'refuse' in ruling ? ruling : { params: ruling.params, result: ruling.params[0]! };
};

export const substring: Rule = (args) =>
  args.length >= 2 &&
  args.length <= 3 &&
  is('string', args[0]) &&
  args.slice(1).every((a) => is('integer', a))
    ? { params: [STRING, INTEGER, INTEGER].slice(0, args.length), result: STRING }
    : refuse(`takes a string, a start and a length, not ${shown(args)}`);

export const datePart: Rule = (args) =>
  args.length === 1 && isTemporal(args[0]!.type)
    ? { params: types(args), result: INTEGER }
    : refuse(`takes a date or timestamp, not ${shown(args)}`);

export const truncation: Rule = (args) => {
  const type = args[0]?.type;
  return type && args.length === 1 && isTemporal(type)
    ? { params: [type], result: type }
    : refuse(`takes a date or timestamp, not ${shown(args)}`);
};

export const conversion: Rule = (args) => ({ params: types(args), result: args[0]!.type });

export const onlyCounted: Rule = () => refuse('stands only in count(distinct row(…))');
