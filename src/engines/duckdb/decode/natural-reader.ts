import {
  type DuckDBDateValue,
  type DuckDBDecimalType,
  type DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  type DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  type DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';
import { ahead, splitDay, timestampText } from '../../decode/civil-time';
import { decimalText, smallestInteger } from '../../decode/number-text';
import type { NaturalReader as Reader } from '../../decode/planned-reader';
import { offsetText, zoneOffsets } from '../../decode/zone-offsets';
import { dateText, infiniteText } from './infinite';

type Present = NonNullable<DuckDBValue>;

type NaturalReader = Reader<Present>;

const BOOLEANS: NaturalReader = { kind: 'boolean', read: (value) => value === true };
const TEXTS: NaturalReader = { kind: 'string', read: String };
const OTHERS: NaturalReader = { kind: 'other', read: String };
/** Up to 32 bits, where values come as numbers. */
const SMALL_INTEGERS: NaturalReader = { kind: 'integer', read: Number };
const LARGE_INTEGERS: NaturalReader = {
  kind: 'integer',
  read: (value) => smallestInteger(value as bigint),
};
/** NaN and infinities are NULL (docs/semantics.md row 21); −0 is 0 (row 19). */
const DOUBLES: NaturalReader = {
  kind: 'double',
  read: (value) => (Number.isFinite(value) ? Number(value) + 0 : null),
};
const DATES: NaturalReader = { kind: 'date', read: (value) => dateText((value as DuckDBDateValue).days) };
const TIMESTAMPS: NaturalReader = { kind: 'timestamp', read: readTimestamp };

/** How values of an engine type are written when nothing else is planned; instants in `zone`. */
export function naturalReader(type: DuckDBType, zone: string): NaturalReader {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return BOOLEANS;
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
      return SMALL_INTEGERS;
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return LARGE_INTEGERS;
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return DOUBLES;
    case DuckDBTypeId.DECIMAL:
      return { kind: 'decimal', scale: type.scale, read: decimalReader(type) };
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
    case DuckDBTypeId.UUID:
      return TEXTS;
    case DuckDBTypeId.DATE:
      return DATES;
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
      return TIMESTAMPS;
    case DuckDBTypeId.TIMESTAMP_TZ:
      return { kind: 'timestamptz', read: instantReader(zone) };
    default:
      return OTHERS;
  }
}

function decimalReader(type: DuckDBDecimalType): NaturalReader['read'] {
  return (value) => decimalText((value as DuckDBDecimalValue).value, type.scale);
}

function readTimestamp(value: Present): string {
  if (value instanceof DuckDBTimestampValue) return textOf(value.micros, value.micros);
  if (value instanceof DuckDBTimestampMillisecondsValue) return textOf(value.millis, value.millis * 1000n);
  if (value instanceof DuckDBTimestampSecondsValue) return textOf(value.seconds, value.seconds * 1_000_000n);
  const { nanos } = value as DuckDBTimestampNanosecondsValue;
  const beyondMicros = ((nanos % 1000n) + 1000n) % 1000n;
  return textOf(nanos, (nanos - beyondMicros) / 1000n, Number(beyondMicros));
}

/** `ticks` is the value in the column's own unit, which alone tells infinity. */
function textOf(ticks: bigint, micros: bigint, nanos = 0): string {
  return infiniteText(ticks) ?? timestampText(splitDay(micros), nanos);
}

function instantReader(zone: string): NaturalReader['read'] {
  const offsets = zoneOffsets(zone);
  return (value) => {
    const { micros } = value as DuckDBTimestampTZValue;
    const infinite = infiniteText(micros);
    if (infinite !== null) return infinite;
    const utc = splitDay(micros);
    if (offsets.isUtc) return `${timestampText(utc)}Z`;
    const offset = offsets.at(utc.days * 86_400 + Math.floor(utc.micros / 1_000_000));
    return timestampText(ahead(utc, offset)) + offsetText(offset);
  };
}
