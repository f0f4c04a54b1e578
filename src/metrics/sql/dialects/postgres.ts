import type { LiteralValue } from '../../model/expression';
import { decimal, INTEGER, STRING, type ValueType } from '../../model/value-type';
import { bound, type Fragment, joined, sql, trusted } from '../fragment';
import type { Dialect, FunctionPrinter, PlanCall } from './dialect';
import { cast, TIME_FUNCTIONS } from './postgres-times';
import { infix, named } from './printers';
import { shortName } from './short-name';
import { sketchFunctions } from './sketch';

type Operand = PlanCall['args'][number];

/** What PostgreSQL makes of a name that is longer, in bytes: it cuts the rest off, whatever else is called so. */
const MAX_NAME_BYTES = 63;

/** Strings are compared by code point whatever the database's own collation is: each is marked where it comes from. */
const byCodePoint = (text: Fragment): Fragment => sql`(${text} collate "C")`;

function literal(value: LiteralValue, type: ValueType): Fragment {
  if (value === null) return type.kind === 'null' ? trusted('null') : cast(trusted('null'), type);
  switch (type.kind) {
    case 'boolean':
      return trusted(value === true ? 'true' : 'false');
    case 'integer':
      return /^-?\d{1,9}$/.test(String(value)) ? trusted(String(value)) : cast(bound(String(value)), type);
    case 'string':
      return byCodePoint(cast(bound(String(value)), type));
    case 'interval':
      return interval(String(value));
    case 'timestamptz':
    case 'timestamp':
    case 'date':
      return cast(bound(String(value).replace('T', ' ')), type);
    default:
      return cast(bound(String(value)), type);
  }
}

/** `1 month`, checked when the formula was read. There is no unit for quarters. */
function interval(text: string): Fragment {
  const [count, unit] = text.split(' ');
  return trusted(
    unit === 'quarter' ? `interval '${3 * Number(count)} month'` : `interval '${Number(count)} ${unit}'`,
  );
}

/** Columns and literals of 32 bits or fewer would be computed in 32 bits. */
const wide = (value: Fragment, { kind, type }: Operand): Fragment =>
  type.kind === 'integer' && (type.bits === 32 || kind === 'literal') ? cast(value, INTEGER) : value;

const wideAll = (args: readonly Fragment[], { args: operands }: PlanCall): readonly Fragment[] =>
  args.map((value, i) => wide(value, operands[i]!));

const arithmetic =
  (sign: string): FunctionPrinter =>
  (args, call) => {
    const [left, right] = call.args;
    if (left?.type.kind !== 'date') return infix(sign)(wideAll(args, call), call);
    if (right?.type.kind === 'date') return cast(infix(sign)(args, call), INTEGER);
    return sql`(${args[0]!} ${trusted(sign)} cast(${args[1]!} as integer))`;
  };

const isWide = ({ type }: PlanCall): boolean => type.kind === 'integer' && type.bits === 128;

const wholeDivision: FunctionPrinter = (args, call) => {
  const [a, b] = wideAll(args, call) as [Fragment, Fragment];
  return isWide(call) ? sql`div(${a}, nullif(${b}, 0))` : sql`(${a} / nullif(${b}, 0))`;
};

/** Doubles are rounded as decimals. */
const round: FunctionPrinter = ([value, places], call) => {
  const digits = places ? sql`cast(${places} as integer)` : trusted('0');
  const exact = call.type.kind === 'double' ? cast(value!, decimal(38, 12)) : sql`cast(${value!} as numeric)`;
  return cast(sql`round(${exact}, ${digits})`, call.type);
};

const toWhole =
  (name: string): FunctionPrinter =>
  ([value], call) =>
    call.type.kind === 'integer' ? value! : sql`${trusted(name)}(${value!})`;

/** Positions have 32 bits; no text reaches so far. NULL stays NULL. */
const position = (value: Fragment, { kind }: Operand): Fragment =>
  kind === 'literal'
    ? sql`cast(${value} as integer)`
    : sql`cast(case when ${value} > 1000000000 then 1000000000 when ${value} < -1000000000 then -1000000000 else ${value} end as integer)`;

const substring: FunctionPrinter = ([text, start, length], { args }) => {
  const from = position(start!, args[1]!);
  if (!length) return sql`substring(${text!}, ${from})`;
  const many = position(length, args[2]!);
  return sql`substring(${text!}, ${from}, case when ${many} < 0 then 0 else ${many} end)`;
};

/** The collation "C" knows the letters of ASCII alone. */
const letters =
  (name: string): FunctionPrinter =>
  ([text]) =>
    byCodePoint(sql`${trusted(name)}(${text!} collate "und-x-icu")`);

/** Every space of Unicode (category Zs); by itself PostgreSQL takes the ASCII one alone. */
const SPACES = trusted(
  String.raw`U&' \00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\202F\205F\3000'`,
);

/** A double as engines agreed on it: `1.0`, `0.1`, `1e+20`. PostgreSQL leaves `.0` out, and begins with exponents a digit earlier. */
function doubleText(value: Fragment): Fragment {
  const digits = sql`cast(cast(cast(${value} as text) as numeric) as text)`;
  const whole = sql`when abs(${value}) < 1e16 and ${value} = trunc(${value}) then ${digits} || '.0'`;
  return sql`case ${whole} when abs(${value}) >= 1e15 and abs(${value}) < 1e16 then ${digits} else cast(${value} as text) end`;
}

/** A value as text, the same on every engine. */
function textOf(value: Fragment, { type }: Operand): Fragment {
  switch (type.kind) {
    case 'double':
      return byCodePoint(doubleText(value));
    case 'decimal':
      return byCodePoint(cast(cast(value, type), STRING));
    default:
      return byCodePoint(cast(value, STRING));
  }
}

function read(value: Fragment, { type }: PlanCall): Fragment {
  switch (type.kind) {
    case 'double':
      return sql`nullif(nullif(nullif(${value}, 'NaN'), 'Infinity'), '-Infinity')`;
    case 'decimal':
      return sql`nullif(${value}, 'NaN')`;
    case 'string':
      return byCodePoint(cast(value, type));
    default:
      return value;
  }
}

const asDouble = (value: Fragment): Fragment => cast(value, { kind: 'double' });

/** PostgreSQL's answers. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  formatterLanguage: 'postgresql',
  traits: { sharesSteps: true, slowZones: false },
  nameOf: (name) => shortName(name, MAX_NAME_BYTES),
  literal,
  functions: {
    and: infix('and'),
    or: infix('or'),
    not: ([a]) => sql`(not ${a!})`,
    eq: infix('='),
    ne: infix('<>'),
    lt: infix('<'),
    lte: infix('<='),
    gt: infix('>'),
    gte: infix('>='),
    distinct_from: infix('is distinct from'),
    not_distinct_from: infix('is not distinct from'),
    in: ([value, ...list]) => sql`(${value!} in (${joined(list, ', ')}))`,
    is_null: ([a]) => sql`(${a!} is null)`,
    is_not_null: ([a]) => sql`(${a!} is not null)`,
    is_true: ([a]) => sql`coalesce(${a!}, false)`,
    is_false: ([a]) => sql`coalesce(not ${a!}, false)`,
    add: arithmetic('+'),
    subtract: arithmetic('-'),
    multiply: (args, call) => infix('*')(wideAll(args, call), call),
    divide: ([a, b]) => sql`(${asDouble(a!)} / nullif(${asDouble(b!)}, 0))`,
    div: wholeDivision,
    mod: (args, call) => {
      const [a, b] = wideAll(args, call);
      return sql`(${a!} % nullif(${b!}, 0))`;
    },
    negate: ([a], { args }) => sql`(- ${wide(a!, args[0]!)})`,
    abs: ([a], { args }) => sql`abs(${wide(a!, args[0]!)})`,
    round,
    floor: toWhole('floor'),
    ceil: toWhole('ceil'),
    greatest: named('greatest'),
    least: named('least'),
    coalesce: named('coalesce'),
    nullif: named('nullif'),
    concat: infix('||'),
    lower: letters('lower'),
    upper: letters('upper'),
    trim: ([text]) => sql`btrim(${text!}, ${SPACES})`,
    length: ([a]) => cast(sql`length(${a!})`, INTEGER),
    substring,
    replace: named('replace'),
    starts_with: named('starts_with'),
    contains: ([a, b]) => sql`(strpos(${a!}, ${b!}) > 0)`,
    like: ([a, b]) => sql`(${a!} like ${b!} escape '\\')`,
    now: () => trusted('now()'),
    row: named('row'),
    cast: ([a], call) => (call.type.kind === 'string' ? textOf(a!, call.args[0]!) : cast(a!, call.type)),
    read: ([a], call) => read(a!, call),
    ...TIME_FUNCTIONS,
    ...sketchFunctions(textOf, asDouble),
  },
  aggregates: {
    sum: ([a]) => sql`sum(${a!})`,
    count: ([a]) => sql`count(${a!})`,
    count_distinct: ([a]) => sql`count(distinct ${a!})`,
    count_rows: () => trusted('count(*)'),
    sum_of_counts: ([a]) => sql`sum(${a!})`,
    min: ([a], { type }) => (type.kind === 'boolean' ? sql`bool_and(${a!})` : sql`min(${a!})`),
    max: ([a], { type }) => (type.kind === 'boolean' ? sql`bool_or(${a!})` : sql`max(${a!})`),
    stddev: ([a]) => sql`stddev_samp(${a!})`,
    variance: ([a]) => sql`var_samp(${a!})`,
    percentile: ([a], { fraction }) =>
      sql`percentile_cont(${trusted(String(fraction))}) within group (order by ${a!})`,
    percentile_discrete: ([a], { fraction }) =>
      sql`percentile_disc(${trusted(String(fraction))}) within group (order by ${a!})`,
    any: ([a], { type }) => (type.kind === 'boolean' ? sql`bool_or(${a!})` : sql`max(${a!})`),
  },
  // A sum of 32-bit integers has 64 bits here, and what is computed from it would overflow where others do not.
  finished: (value, { fn, type }) => {
    if (fn === 'sum_of_counts') return cast(sql`coalesce(${value}, 0)`, type);
    return type.kind === 'integer' && type.bits === 128 ? cast(value, type) : value;
  },
};
