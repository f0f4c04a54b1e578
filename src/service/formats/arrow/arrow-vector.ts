import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Decimal,
  Float64,
  Int64,
  makeData,
  Null,
  TimestampMicrosecond,
  Utf8,
} from 'apache-arrow';
import type { Value } from '../../../metrics/model/answer';
import type { ValueType } from '../../../metrics/model/value-type';
import { daysOf, microsOf } from './instants';

/** The Arrow type of a column; it depends on the column's type only, so that every answer to a question has the same schema. */
export function arrowType(type: ValueType, zone: string): DataType {
  switch (type.kind) {
    case 'boolean':
      return new Bool();
    case 'integer':
      // Sums are exact beyond 64 bits, and Arrow has no wider integer than that.
      return type.bits === 128 ? new Decimal(0, 38, 128) : new Int64();
    case 'decimal':
      return new Decimal(type.scale, type.precision, 128);
    case 'double':
      return new Float64();
    case 'date':
      return new DateDay();
    case 'timestamp':
      return new TimestampMicrosecond();
    case 'timestamptz':
      return new TimestampMicrosecond(zone);
    case 'null':
      return new Null();
    case 'string':
    case 'interval':
      return new Utf8();
  }
}

/** The values in Arrow's layout for `type`, which `arrowType` made. */
export function arrowData(values: readonly Value[], type: DataType): Data {
  const length = values.length;
  if (type instanceof Null) return makeData({ type, length });
  const { nullBitmap, nullCount } = validity(values);
  const common = { length, nullCount, nullBitmap };
  if (type instanceof Utf8) return makeData({ type, ...common, ...texts(values) });
  if (type instanceof Bool) return makeData({ type, ...common, data: bits(values) });
  if (type instanceof Float64)
    return makeData({ type, ...common, data: Float64Array.from(values, (value) => Number(value ?? 0)) });
  if (type instanceof DateDay) {
    const data = Int32Array.from(values, (value) => (value === null ? 0 : daysOf(String(value))));
    return makeData({ type, ...common, data });
  }
  if (type instanceof TimestampMicrosecond) {
    const data = BigInt64Array.from(values, (value) => (value === null ? 0n : microsOf(String(value))));
    return makeData({ type, ...common, data });
  }
  if (type instanceof Decimal) return makeData({ type, ...common, data: decimals(values, type.scale) });
  const data = BigInt64Array.from(values, (value) => BigInt((value ?? 0) as number | bigint));
  return makeData({ type: type as Int64, ...common, data });
}

/** One bit a value, 1 where it is not NULL. */
function validity(values: readonly Value[]): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  values.forEach((value, index) => {
    if (value === null) nullCount++;
    else setBit(nullBitmap, index);
  });
  return { nullBitmap, nullCount };
}

function bits(values: readonly Value[]): Uint8Array {
  const data = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (value === true) setBit(data, index);
  });
  return data;
}

const setBit = (bitmap: Uint8Array, index: number): void => {
  bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
};

function texts(values: readonly Value[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(values.length + 1);
  const encoded = values.map((value) => Buffer.from(value === null ? '' : String(value), 'utf8'));
  let offset = 0;
  encoded.forEach((bytes, index) => {
    offset += bytes.length;
    valueOffsets[index + 1] = offset;
  });
  return { valueOffsets, data: Buffer.concat(encoded) };
}

/** Two's complement in 128 bits, low half first. */
function decimals(values: readonly Value[], scale: number): Uint32Array {
  const halves = new BigUint64Array(values.length * 2);
  values.forEach((value, index) => {
    const unscaled = value === null ? 0n : unscaledOf(String(value), scale);
    halves[index * 2] = BigInt.asUintN(64, unscaled);
    halves[index * 2 + 1] = BigInt.asUintN(64, unscaled >> 64n);
  });
  return new Uint32Array(halves.buffer);
}

/** `-12.5` at scale 2 → -1250n. */
function unscaledOf(text: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
}
