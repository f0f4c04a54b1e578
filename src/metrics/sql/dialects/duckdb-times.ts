import type { FunctionName } from '../../language/functions';
import type { ValueType } from '../../model/value-type';
import { type Fragment, sql, trusted } from '../fragment';
import type { FunctionPrinter, PlanCall } from './dialect';
import { datePart, zoneName } from './printers';

function typeName(type: ValueType): Fragment {
  switch (type.kind) {
    case 'integer':
      return trusted(type.bits === 128 ? 'hugeint' : 'bigint');
    case 'decimal':
      return trusted(`decimal(${type.precision},${type.scale})`);
    case 'string':
      return trusted('varchar');
    default:
      return trusted(type.kind);
  }
}

export const cast = (value: Fragment, type: ValueType): Fragment => sql`cast(${value} as ${typeName(type)})`;

const localInstant: FunctionPrinter = ([wall], { option }) => sql`timezone(${zoneName(option)}, ${wall!})`;

const localTime = (instant: Fragment, name: string | undefined): Fragment =>
  sql`timezone(${zoneName(name)}, ${instant})`;

const truncate = (grain: string | undefined, value: Fragment): Fragment =>
  sql`date_trunc('${datePart(grain)}', ${value})`;

const bucketInstant: FunctionPrinter = ([instant], call) => {
  const [grain, name] = (call.option ?? '').split(' ');
  const local = localTime(instant!, name);
  return sql`(${instant!} - (${local} - ${truncate(grain, local)}))`;
};

const bucket: FunctionPrinter = ([value], call) => {
  if (call.type.kind !== 'date') return truncate(call.option, value!);
  if (call.option === 'day') return cast(value!, call.type);
  return cheapBucket(value!, call) ?? cast(truncate(call.option, value!), call.type);
};

/** How many days of a bucket are over before a day. */
const DAYS_BEFORE: Readonly<Record<string, string>> = { month: 'day', year: 'dayofyear' };
/** An argument is printed three times: a longer one would cost more than it saves. */
const MAX_REPEATED = 500;

/** By counting days back, half the price of `date_trunc` (quarters and weeks gain nothing). Infinite dates have no days to count. */
function cheapBucket(value: Fragment, { option, args }: PlanCall): Fragment | null {
  const part = DAYS_BEFORE[option ?? ''];
  if (part === undefined || value.sql.length > MAX_REPEATED) return null;
  const day = args[0]!.type.kind === 'date' ? value : cast(value, { kind: 'date' });
  return sql`coalesce(${day} - cast(${trusted(part)}(${day}) - 1 as integer), ${day})`;
}

/** By an offset where the table of offsets holds, else by the engine's own zones. Calendar libraries cost ten times as much. */
const byTable =
  (
    byOffset: (value: Fragment, micros: Fragment, call: PlanCall) => Fragment,
    byZone: FunctionPrinter,
  ): FunctionPrinter =>
  ([value, offset, from, to], call) => {
    const cheap = byOffset(value!, sql`${offset!} * cast(1000000 as bigint)`, call);
    if (!from || !to) return cheap;
    return sql`case when ${value!} >= ${from} and ${value!} < ${to} then ${cheap} else ${byZone([value!], call)} end`;
  };

const GRAIN_MICROS: Readonly<Record<string, string>> = {
  second: '1000000',
  minute: '60000000',
  hour: '3600000000',
};

/** The instant less what has passed of its local bucket; the remainder of a moment before 1970 is negative. */
function bucketByOffset(instant: Fragment, micros: Fragment, { option }: PlanCall): Fragment {
  const grain = trusted(GRAIN_MICROS[(option ?? '').split(' ')[0]!]!);
  return sql`make_timestamptz(epoch_us(${instant}) - (((epoch_us(${instant}) + ${micros}) % ${grain}) + ${grain}) % ${grain})`;
}

/** How DuckDB cuts, moves and takes apart dates and times. */
export const TIME_FUNCTIONS = {
  extract: ([a], call) =>
    sql`extract(${datePart(call.option === 'dow' ? 'isodow' : call.option)} from ${a!})`,
  date_trunc: ([a], call) => cast(truncate(call.option, a!), call.type),
  local_time: ([a], call) => localTime(a!, call.option),
  local_instant: localInstant,
  bucket,
  bucket_instant: bucketInstant,
  local_time_by_table: byTable(
    (instant, micros) => sql`make_timestamp(epoch_us(${instant}) + ${micros})`,
    ([instant], { option }) => localTime(instant!, option),
  ),
  local_instant_by_table: byTable(
    (wall, micros) => sql`make_timestamptz(epoch_us(${wall}) - ${micros})`,
    localInstant,
  ),
  bucket_instant_by_table: byTable(bucketByOffset, bucketInstant),
} satisfies Partial<Record<FunctionName, FunctionPrinter>>;
