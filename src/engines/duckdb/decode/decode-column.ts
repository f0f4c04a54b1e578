import {
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  DuckDBVarCharVector,
  type DuckDBVector,
} from '@duckdb/node-api';
import type { Value } from '../../../metrics/model/answer';
import type { ValueType } from '../../../metrics/model/value-type';
import { plannedReader } from '../../decode/planned-reader';
import { naturalReader } from './natural-reader';

export interface ColumnContext {
  readonly name: string;
  /** IANA zone in which instants are written. */
  readonly zone: string;
}

/** Appends the values of one chunk's column to `into`. */
export type ColumnDecoder = (vector: DuckDBVector, into: Value[]) => void;

/**
 * Chooses, once per column, how its vectors become canonical values. `declared` is the type that was planned; without
 * one the engine's own type decides. @throws Failure INTERNAL.ERROR (from the decoder) at a value that cannot be
 * written in the planned type without changing it.
 */
export function columnDecoder(
  engineType: DuckDBType,
  declared: ValueType | undefined,
  context: ColumnContext,
): ColumnDecoder {
  const natural = naturalReader(engineType, context.zone);
  const column = { name: context.name, engineType: String(engineType) };
  const read = declared === undefined ? natural.read : plannedReader(natural, declared, column);
  return (vector, into) => {
    const valueAt = itemReader(engineType, vector);
    const count = vector.itemCount;
    for (let row = 0; row < count; row += 1) {
      const value = valueAt(row);
      into.push(value === null ? null : read(value));
    }
  };
}

function itemReader(engineType: DuckDBType, vector: DuckDBVector): (row: number) => DuckDBValue {
  if (engineType.typeId === DuckDBTypeId.VARCHAR && vector instanceof DuckDBVarCharVector) {
    return textReader(vector);
  }
  return (row) => vector.getItem(row);
}

const STRING_BYTES = 16;
const LENGTH_BYTES = 4;
/** Up to this length the text itself stands behind its length; beyond, its first four bytes and a pointer. */
const INLINE_BYTES = 12;
const BYTE_ORDER_MARK = 0xbf_bb_ef;

/**
 * Reads strings with every character. The package's own way swallows a leading U+FEFF, so that two different strings
 * would look equal, and takes three times as long for short ones.
 */
function textReader(vector: DuckDBVarCharVector): (row: number) => DuckDBValue {
  const view: DataView = vector['dataView'];
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return (row) => {
    const start = row * STRING_BYTES;
    const length = view.getUint32(start, true);
    const text = start + LENGTH_BYTES;
    if (length > INLINE_BYTES) {
      const item = vector.getItem(row);
      return item !== null && startsWithMark(view, text) ? `\uFEFF${item}` : item;
    }
    return vector['validity'].itemValid(row) ? bytes.toString('utf8', text, text + length) : null;
  };
}

const startsWithMark = (view: DataView, at: number): boolean =>
  (view.getUint32(at, true) & 0xff_ff_ff) === BYTE_ORDER_MARK;
