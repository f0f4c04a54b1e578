import type { LiteralValue } from '../../model/expression';
import { decimal, type ValueType } from '../../model/value-type';
import { bound, type Fragment, joined, sql, trusted } from '../fragment';
import type { Dialect, FunctionPrinter, PlanCall } from './dialect';
import { cast, TIME_FUNCTIONS } from './duckdb-times';
import { infix, named } from './printers';
import { sketchFunctions } from './sketch';

function literal(value: LiteralValue, type: ValueType): Fragment {
  if (value === null) return type.kind === 'null' ? trusted('null') : cast(trusted('null'), type);
  switch (type.kind) {
    case 'boolean':
      return trusted(value === true ? 'true' : 'false');
    case 'integer':
      return /^-?\d{1,9}$/.test(String(value)) ? trusted(String(value)) : cast(bound(String(value)), type);
    case 'string':
      return bound(String(value));
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

/** `1 month`, checked when the formula was read. */
function interval(text: string): Fragment {
  const [count, unit] = text.split(' ');
  return trusted(`interval '${Number(count)} ${unit}'`);
}

/** DuckDB keeps decimals of up to 18 digits in 64 bits and overflows there: one wide operand makes it compute in 128. */
function wide(args: readonly Fragment[], { args: operands, type }: PlanCall): readonly Fragment[] {
  const [left, right] = operands;
  if (type.kind !== 'decimal' || type.precision <= 18 || !left || !right)
    return literalsAsBigint(args, operands);
  const narrow = [left, right].every((o) => o.type.kind === 'decimal' && o.type.precision <= 18);
  return narrow && left.type.kind === 'decimal'
    ? [cast(args[0]!, decimal(type.precision, left.type.scale)), args[1]!]
    : args;
}

/** Between literals alone DuckDB would compute in 32 bits. */
const literalsAsBigint = (args: readonly Fragment[], operands: PlanCall['args']): readonly Fragment[] =>
  operands.every((o) => o.kind === 'literal' && o.type.kind === 'integer')
    ? args.map((a) => cast(a, { kind: 'integer', bits: 64 }))
    : args;

const arithmetic =
  (sign: string): FunctionPrinter =>
  (args, call) =>
    sql`(${joined(wide(args, call), ` ${sign} `)})`;

const round: FunctionPrinter = ([value, places], call) => {
  const digits = places ?? trusted('0');
  if (call.type.kind !== 'double') return cast(sql`round(${value!}, ${digits})`, call.type);
  return cast(sql`round(cast(${value!} as decimal(38,12)), ${digits})`, call.type);
};

const toWhole =
  (name: string): FunctionPrinter =>
  ([value], call) =>
    call.type.kind === 'integer' ? value! : sql`${trusted(name)}(${value!})`;

/** PostgreSQL's rule: characters before the first one count against the length. */
const substring: FunctionPrinter = ([text, start, length], call) => {
  const first = call.args[1];
  if (first?.kind === 'literal' && Number(first.value) >= 1)
    return sql`substring(${joined([text!, start!, ...(length ? [sql`greatest(${length}, 0)`] : [])], ', ')})`;
  const from = sql`greatest(${start!}, 1)`;
  return length
    ? sql`substring(${text!}, ${from}, greatest(${start!} + ${length} - ${from}, 0))`
    : sql`substring(${text!}, ${from})`;
};

/**
 * Keeps a test from the statistics of row groups: beside another test of the same column under OR, they say of a group with nothing
 * but NULLs that no row can be distinct from a value (docs/duckdb.md).
 */
const unpruned = (test: Fragment): Fragment => sql`coalesce(${test}, false)`;

/** DuckDB's answers. Its `-0.0` equals `0.0` in groups and distinct counts; its string order is by code point. */
export const DUCKDB: Dialect = {
  name: 'duckdb',
  formatterLanguage: 'duckdb',
  traits: { sharesSteps: true, slowZones: true },
  nameOf: (name) => name,
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
    distinct_from: (args, call) => unpruned(infix('is distinct from')(args, call)),
    not_distinct_from: (args, call) => unpruned(infix('is not distinct from')(args, call)),
    in: ([value, ...list]) => sql`(${value!} in (${joined(list, ', ')}))`,
    is_null: ([a]) => sql`(${a!} is null)`,
    is_not_null: ([a]) => sql`(${a!} is not null)`,
    is_true: ([a]) => sql`coalesce(${a!}, false)`,
    is_false: ([a]) => sql`coalesce(not ${a!}, false)`,
    add: arithmetic('+'),
    subtract: arithmetic('-'),
    multiply: arithmetic('*'),
    divide: ([a, b]) => sql`(${a!} / nullif(${b!}, 0))`,
    div: infix('//'),
    mod: infix('%'),
    negate: ([a]) => sql`(- ${a!})`,
    abs: named('abs'),
    round,
    floor: toWhole('floor'),
    ceil: toWhole('ceil'),
    greatest: named('greatest'),
    least: named('least'),
    coalesce: named('coalesce'),
    nullif: named('nullif'),
    concat: infix('||'),
    lower: named('lower'),
    upper: named('upper'),
    trim: named('trim'),
    length: named('length'),
    substring,
    replace: named('replace'),
    starts_with: named('starts_with'),
    contains: named('contains'),
    like: ([a, b]) => sql`(${a!} like ${b!} escape '\\')`,
    now: () => trusted('now()'),
    row: named('row'),
    cast: ([a], call) => cast(a!, call.type),
    read: ([a], call) => (call.type.kind === 'double' ? sql`if(isfinite(${a!}), ${a!}, null)` : a!),
    ...TIME_FUNCTIONS,
    ...sketchFunctions(
      (value) => sql`cast(${value} as varchar)`,
      (number) => number,
    ),
  },
  aggregates: {
    sum: ([a]) => sql`sum(${a!})`,
    count: ([a]) => sql`count(${a!})`,
    count_distinct: ([a]) => sql`count(distinct ${a!})`,
    count_rows: () => trusted('count(*)'),
    sum_of_counts: ([a]) => sql`sum(${a!})`,
    min: ([a]) => sql`min(${a!})`,
    max: ([a]) => sql`max(${a!})`,
    stddev: ([a]) => sql`stddev_samp(${a!})`,
    variance: ([a]) => sql`var_samp(${a!})`,
    percentile: ([a], { fraction }) => sql`quantile_cont(${a!}, ${trusted(String(fraction))})`,
    percentile_discrete: ([a], { fraction }) => sql`quantile_disc(${a!}, ${trusted(String(fraction))})`,
    any: ([a]) => sql`max(${a!})`,
  },
  finished: (value, { fn, type }) =>
    fn === 'sum_of_counts' ? cast(sql`coalesce(${value}, 0)`, type) : value,
};
