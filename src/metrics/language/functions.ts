import {
  BOOLEAN,
  DATE,
  DOUBLE,
  decimal,
  INTEGER,
  isNumeric,
  isTemporal,
  STRING,
  TIMESTAMPTZ,
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

export interface FunctionEntry {
  /** How users write it; null for what only Tenet itself builds. */
  readonly usage: string | null;
  readonly doc: string;
  readonly example: string | null;
  /** NULL in any argument gives NULL. */
  readonly strict: boolean;
  readonly rule: (args: readonly Argument[]) => Ruling;
}

const INTERVAL: ValueType = { kind: 'interval' };
const WALL: ValueType = { kind: 'timestamp', zone: null };

const refuse = (text: string): Ruling => ({ refuse: text });
const shown = (args: readonly Argument[]): string => args.map((a) => typeName(a.type)).join(', ');
const types = (args: readonly Argument[]): ValueType[] => args.map((a) => a.type);
const is = (kind: ValueType['kind'], arg: Argument | undefined): boolean =>
  arg?.type.kind === kind || arg?.type.kind === 'null';
const widen = (type: ValueType): ValueType => (type.kind === 'integer' && type.bits === 32 ? INTEGER : type);

function fixed(params: readonly ValueType[], result: ValueType): FunctionEntry['rule'] {
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

const comparison: FunctionEntry['rule'] = (args) => {
  const [a, b] = args;
  if (!a || !b || args.length !== 2) return refuse('compares two values');
  const type = unify(a, b);
  if (!type || type.kind === 'interval')
    return refuse(`cannot compare ${typeName(a.type)} with ${typeName(b.type)}`);
  return { params: [type, type], result: BOOLEAN };
};

const booleans: FunctionEntry['rule'] = (args) =>
  args.every((a) => is('boolean', a))
    ? { params: args.map(() => BOOLEAN), result: BOOLEAN }
    : refuse(`takes conditions, not ${shown(args)}`);

function addition(args: readonly Argument[], sign: '+' | '-'): Ruling {
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

const multiplication: FunctionEntry['rule'] = (args) => {
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

const division: FunctionEntry['rule'] = (args) =>
  args.length === 2 && args.every((a) => isNumeric(a.type) || a.type.kind === 'null')
    ? { params: [DOUBLE, DOUBLE], result: DOUBLE }
    : refuse(`cannot divide ${shown(args).replace(', ', ' by ')}`);

const wholeNumbers: FunctionEntry['rule'] = (args) => {
  if (args.length !== 2 || !args.every((a) => is('integer', a)))
    return refuse(`takes two integers, not ${shown(args)}`);
  const type = widen(unify(args[0]!, args[1]!) ?? INTEGER);
  return { params: [type, type], result: type };
};

const sameNumber: FunctionEntry['rule'] = (args) => {
  const type = args[0] && args.length === 1 ? widen(args[0].type) : null;
  return type && (isNumeric(type) || type.kind === 'null')
    ? { params: [type], result: type }
    : refuse(`takes one number, not ${shown(args)}`);
};

const toWhole: FunctionEntry['rule'] = (args) => {
  const type = args[0]?.type;
  if (args.length !== 1 || !type || !isNumeric(type)) return refuse(`takes one number, not ${shown(args)}`);
  if (type.kind === 'decimal')
    return { params: [type], result: decimal(Math.min(38, type.precision - type.scale + 1), 0) };
  return { params: [widen(type)], result: widen(type) };
};

/** `digits` is read from the literal by the binder and kept as the call's option; here it is only a whole number. */
const rounding: FunctionEntry['rule'] = (args) => {
  const type = args[0]?.type;
  if (!type || args.length > 2 || !isNumeric(type))
    return refuse(`takes a number and how many decimal places, not ${shown(args)}`);
  if (args[1] && !is('integer', args[1])) return refuse('takes a whole number of decimal places');
  return { params: args[1] ? [widen(type), INTEGER] : [widen(type)], result: widen(type) };
};

const alike: FunctionEntry['rule'] = (args) => {
  const type = unifyAll(args);
  if (!args.length || !type) return refuse(`takes values of one type, not ${shown(args)}`);
  return { params: args.map(() => type), result: type };
};

const membership: FunctionEntry['rule'] = (args) => {
  const type = unifyAll(args);
  return type && args.length > 1
    ? { params: args.map(() => type), result: BOOLEAN }
    : refuse(`cannot look for ${shown(args.slice(0, 1))} among ${shown(args.slice(1))}`);
};

const anyOne: FunctionEntry['rule'] = (args) =>
  args.length === 1 ? { params: types(args), result: BOOLEAN } : refuse('takes one value');

const nullIf: FunctionEntry['rule'] = (args) => {
  const ruling = comparison(args);
  return 'refuse' in ruling ? ruling : { params: ruling.params, result: ruling.params[0]! };
};

const substring: FunctionEntry['rule'] = (args) =>
  args.length >= 2 &&
  args.length <= 3 &&
  is('string', args[0]) &&
  args.slice(1).every((a) => is('integer', a))
    ? { params: [STRING, INTEGER, INTEGER].slice(0, args.length), result: STRING }
    : refuse(`takes a string, a start and a length, not ${shown(args)}`);

const datePart: FunctionEntry['rule'] = (args) =>
  args.length === 1 && isTemporal(args[0]!.type)
    ? { params: types(args), result: INTEGER }
    : refuse(`takes a date or timestamp, not ${shown(args)}`);

const truncation: FunctionEntry['rule'] = (args) => {
  const type = args[0]?.type;
  return type && args.length === 1 && isTemporal(type)
    ? { params: [type], result: type }
    : refuse(`takes a date or timestamp, not ${shown(args)}`);
};

const conversion: FunctionEntry['rule'] = (args) => ({ params: types(args), result: args[0]!.type });

const fn = (
  usage: string | null,
  doc: string,
  example: string | null,
  strict: boolean,
  rule: FunctionEntry['rule'],
): FunctionEntry => ({ usage, doc, example, strict, rule });

/** Every operator and function of the formula language; a dialect has one printer for each. */
export const FUNCTIONS = {
  and: fn(
    'a and b',
    'True when all are true; three-valued.',
    "orders.status = 'paid' and not orders.is_test",
    false,
    booleans,
  ),
  or: fn(
    'a or b',
    'True when one is true; three-valued.',
    "orders.channel = 'web' or orders.channel = 'app'",
    false,
    booleans,
  ),
  not: fn('not a', 'The opposite; NULL stays NULL.', 'not orders.is_test', true, booleans),
  eq: fn(
    'a = b',
    'Equal; strings compare by code point, case and spaces count.',
    "orders.status = 'paid'",
    true,
    comparison,
  ),
  ne: fn('a <> b', 'Different.', "orders.status <> 'paid'", true, comparison),
  lt: fn('a < b', 'Less.', 'orders.amount < 10', true, comparison),
  lte: fn('a <= b', 'Less or equal.', 'orders.amount <= 10', true, comparison),
  gt: fn('a > b', 'Greater.', 'orders.amount > 10', true, comparison),
  gte: fn('a >= b', 'Greater or equal.', 'orders.amount >= 10', true, comparison),
  distinct_from: fn(
    'a is distinct from b',
    'Different, where NULL equals NULL.',
    "orders.channel is distinct from 'web'",
    false,
    comparison,
  ),
  not_distinct_from: fn(
    'a is not distinct from b',
    'Equal, where NULL equals NULL.',
    "orders.channel is not distinct from 'web'",
    false,
    comparison,
  ),
  in: fn('a in (b, c)', 'Equal to one of the list.', "orders.channel in ('web', 'app')", false, membership),
  is_null: fn('a is null', 'True when there is no value.', 'orders.gift_message is null', false, anyOne),
  is_not_null: fn(
    'a is not null',
    'True when there is a value.',
    'orders.gift_message is not null',
    false,
    anyOne,
  ),
  is_true: fn(
    'a is true',
    'True only when a is true; NULL counts as not true.',
    'orders.is_test is true',
    false,
    booleans,
  ),
  is_false: fn(
    'a is false',
    'True only when a is false; NULL counts as not false.',
    'orders.is_test is false',
    false,
    booleans,
  ),
  add: fn(
    'a + b',
    'Sum; exact for integers and decimals. A date plus an integer moves by days.',
    'orders.amount + orders.tax',
    true,
    (args) => addition(args, '+'),
  ),
  subtract: fn(
    'a - b',
    'Difference; exact for integers and decimals. Two dates give days.',
    'orders.amount - orders.tax',
    true,
    (args) => addition(args, '-'),
  ),
  multiply: fn(
    'a * b',
    'Product; decimals keep all places, up to 18.',
    'order_lines.quantity * order_lines.price',
    true,
    multiplication,
  ),
  divide: fn(
    'a / b',
    'True division as a double; NULL when b is zero or NULL.',
    'orders.amount / orders.items',
    false,
    division,
  ),
  div: fn(
    'div(a, b)',
    'Whole division, truncated toward zero; NULL when b is zero.',
    'div(orders.items, 2)',
    false,
    wholeNumbers,
  ),
  mod: fn(
    'mod(a, b)',
    'The rest of whole division, with the sign of a; NULL when b is zero. Also a % b.',
    'mod(orders.items, 2)',
    false,
    wholeNumbers,
  ),
  negate: fn('-a', 'The negative.', '-orders.amount', true, sameNumber),
  abs: fn('abs(a)', 'The value without its sign.', 'abs(orders.amount)', true, sameNumber),
  round: fn('round(a, places)', 'Rounded half away from zero.', 'round(orders.amount, 1)', true, rounding),
  floor: fn('floor(a)', 'The greatest whole number not above a.', 'floor(orders.amount)', true, toWhole),
  ceil: fn('ceil(a)', 'The least whole number not below a.', 'ceil(orders.amount)', true, toWhole),
  greatest: fn(
    'greatest(a, b)',
    'The greatest value; NULLs are ignored.',
    'greatest(orders.amount, 0)',
    false,
    alike,
  ),
  least: fn('least(a, b)', 'The least value; NULLs are ignored.', 'least(orders.amount, 100)', false, alike),
  coalesce: fn(
    'coalesce(a, b)',
    'The first value that is not NULL.',
    "coalesce(orders.channel, 'unknown')",
    false,
    alike,
  ),
  nullif: fn('nullif(a, b)', 'NULL when a equals b, else a.', "nullif(orders.channel, '')", false, nullIf),
  concat: fn(
    'a || b',
    'Two strings joined; NULL when one is NULL.',
    "origin_airport.iata || '-' || destination_airport.iata",
    true,
    fixed([STRING, STRING], STRING),
  ),
  lower: fn('lower(a)', 'In lower case.', 'lower(orders.channel)', true, fixed([STRING], STRING)),
  upper: fn('upper(a)', 'In upper case.', 'upper(orders.channel)', true, fixed([STRING], STRING)),
  trim: fn('trim(a)', 'Without spaces at both ends.', 'trim(orders.channel)', true, fixed([STRING], STRING)),
  length: fn(
    'length(a)',
    'How many characters (code points).',
    'length(orders.gift_message)',
    true,
    fixed([STRING], INTEGER),
  ),
  substring: fn(
    'substring(a, start, length)',
    'Part of a string; the first character is 1.',
    'substring(orders.postcode, 1, 2)',
    true,
    substring,
  ),
  replace: fn(
    'replace(a, from, to)',
    'Every occurrence of `from` replaced.',
    "replace(orders.channel, '_', ' ')",
    true,
    fixed([STRING, STRING, STRING], STRING),
  ),
  starts_with: fn(
    'starts_with(a, b)',
    'True when a begins with b.',
    "starts_with(orders.postcode, 'SW')",
    true,
    fixed([STRING, STRING], BOOLEAN),
  ),
  contains: fn(
    'contains(a, b)',
    'True when b occurs in a.',
    "contains(orders.gift_message, 'birthday')",
    true,
    fixed([STRING, STRING], BOOLEAN),
  ),
  like: fn(
    'a like pattern',
    'True when the whole of a matches; % any text, _ one character.',
    "orders.postcode like 'SW%'",
    true,
    fixed([STRING, STRING], BOOLEAN),
  ),
  extract: fn(
    'extract(part from t)',
    'A part of a date or timestamp as an integer: year, quarter, month, week, day, dow (1 = Monday), doy, hour, minute, second.',
    'extract(hour from orders.ordered_at)',
    true,
    datePart,
  ),
  date_trunc: fn(
    "date_trunc('month', t)",
    'The start of the second, minute, hour, day, week, month, quarter or year.',
    "date_trunc('month', orders.ordered_at)",
    true,
    truncation,
  ),
  now: fn(
    'now()',
    "The question's instant: its asOf, else the company's fixed now, else the clock.",
    'orders.ordered_at < now()',
    true,
    fixed([], TIMESTAMPTZ),
  ),
  row: fn(
    'row(a, b)',
    'Several values counted as one: only in count(distinct row(…)).',
    'count(distinct row(orders.customer_id, orders.channel))',
    true,
    (args) => ({ params: types(args), result: STRING }),
  ),
  cast: fn('a::type', 'Converted to another type.', 'orders.ordered_at::date', true, conversion),
  // Built by the planner, never written by users.
  read: fn(
    null,
    'A table column in the canonical form of its type: NaN and infinities are NULL.',
    null,
    true,
    conversion,
  ),
  local_time: fn(null, 'The wall time of an instant in the zone of the option.', null, true, conversion),
  local_instant: fn(null, 'The instant of a wall time in the zone of the option.', null, true, conversion),
  bucket: fn(null, 'The start of the grain of the option; a date from day on.', null, true, conversion),
  bucket_instant: fn(
    null,
    'The instant at which the local second, minute or hour began; option `grain zone`.',
    null,
    true,
    conversion,
  ),
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof FUNCTIONS;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);
