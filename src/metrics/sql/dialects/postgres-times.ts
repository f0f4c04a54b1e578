import type { FunctionName } from '../../language/functions';
import type { ValueType } from '../../model/value-type';
import { type Fragment, sql, trusted } from '../fragment';
import type { FunctionPrinter, PlanCall } from './dialect';
import { datePart, zoneName } from './printers';

type Operand = PlanCall['args'][number];

function typeName(type: ValueType): Fragment {
  switch (type.kind) {
    case 'integer':
      return trusted(type.bits === 128 ? 'numeric' : 'bigint');
    case 'decimal':
      return trusted(`numeric(${type.precision},${type.scale})`);
    case 'string':
      return trusted('text');
    case 'double':
      return trusted('double precision');
    default:
      return trusted(type.kind);
  }
}

export const cast = (value: Fragment, type: ValueType): Fragment => sql`cast(${value} as ${typeName(type)})`;

const inZone = (moment: Fragment, name: string | undefined): Fragment =>
  sql`timezone(${zoneName(name)}, ${moment})`;
const localTime: FunctionPrinter = ([instant], { option }) => inZone(instant!, option);
const localInstant: FunctionPrinter = ([wall], { option }) => inZone(wall!, option);

/** A date would become an instant of the session's zone. */
const asWall = (value: Fragment, operand: Operand | undefined): Fragment =>
  operand?.type.kind === 'date' ? sql`cast(${value} as timestamp)` : value;

const truncate = (grain: string | undefined, value: Fragment, operand?: Operand): Fragment =>
  sql`date_trunc('${datePart(grain)}', ${asWall(value, operand)})`;

const bucketInstant: FunctionPrinter = ([instant], call) => {
  const [grain, name] = (call.option ?? '').split(' ');
  const local = inZone(instant!, name);
  return sql`(${instant!} - (${local} - ${truncate(grain, local)}))`;
};

const bucket: FunctionPrinter = ([value], call) =>
  call.type.kind === 'date' && call.option === 'day'
    ? cast(value!, call.type)
    : cast(truncate(call.option, value!, call.args[0]), call.type);

const extract: FunctionPrinter = ([value], { args, option }) => {
  const part = datePart(option === 'dow' ? 'isodow' : option);
  return sql`cast(floor(extract(${part} from ${asWall(value!, args[0])})) as bigint)`;
};

/** How PostgreSQL cuts, moves and takes apart dates and times. */
export const TIME_FUNCTIONS = {
  extract,
  date_trunc: ([a], call) => cast(truncate(call.option, a!, call.args[0]), call.type),
  local_time: localTime,
  local_instant: localInstant,
  bucket,
  bucket_instant: bucketInstant,
  // Zones are cheap here: no table of offsets is ever asked for.
  local_time_by_table: localTime,
  local_instant_by_table: localInstant,
  bucket_instant_by_table: bucketInstant,
} satisfies Partial<Record<FunctionName, FunctionPrinter>>;
