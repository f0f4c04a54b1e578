import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { assertNever } from '../../../base/assert-never';
import { Failure } from '../../../base/failure';
import type { Value } from '../../../metrics/model/answer';
import { typeName, type ValueType } from '../../../metrics/model/value-type';
import { type NaturalReader, naturalReader } from './natural-reader';
import { decimalText, rescale, smallestInteger } from './number-text';

/** Turns one value that is not NULL into its canonical form. */
export type Reader = (value: NonNullable<DuckDBValue>) => Value;

/** Another kind's canonical value in the planned kind; undefined where that would change it. */
type Conversion = (value: NonNullable<Value>) => Value | undefined;

/**
 * How a column is read so that its values have the planned type, whatever type the engine chose for them: a sum of
 * integers may come as a decimal, a truncated timestamp as a date. Nothing is rounded to make it fit.
 */
export function plannedReader(
  engineType: DuckDBType,
  planned: ValueType,
  column: string,
  zone: string,
): Reader {
  const natural = naturalReader(engineType, zone);
  if (isNatural(natural, engineType, planned)) return natural.read;
  const convert = conversion(natural.kind, planned);
  return (value) => {
    const canonical = natural.read(value);
    if (canonical === null) return null;
    const converted = convert(canonical);
    if (converted === undefined) throw mismatch(engineType, planned, column);
    return converted;
  };
}

function isNatural(natural: NaturalReader, engineType: DuckDBType, planned: ValueType): boolean {
  if (planned.kind === 'null' || planned.kind === 'interval') return true;
  if (planned.kind !== natural.kind) return false;
  return planned.kind !== 'decimal' || ('scale' in engineType && engineType.scale === planned.scale);
}

function conversion(from: NaturalReader['kind'], planned: ValueType): Conversion {
  switch (planned.kind) {
    case 'integer':
      return from === 'decimal' || from === 'double' ? integerFrom : impossible;
    case 'decimal':
      return from === 'integer' || from === 'decimal' ? decimalFrom(planned.scale) : impossible;
    case 'double':
      return from === 'integer' || from === 'decimal' ? Number : impossible;
    case 'string':
      return String;
    case 'date':
      return from === 'timestamp' ? dateFromMidnight : impossible;
    case 'timestamp':
      return from === 'date' ? midnight : impossible;
    case 'boolean':
    case 'timestamptz':
    case 'interval':
    case 'null':
      return impossible;
    default:
      return assertNever(planned);
  }
}

const impossible: Conversion = () => undefined;

const integerFrom: Conversion = (value) => {
  if (typeof value === 'number') return Number.isInteger(value) ? smallestInteger(BigInt(value)) : undefined;
  const { scaled, scale } = digitsOf(String(value));
  const whole = rescale(scaled, scale, 0);
  return whole === null ? undefined : smallestInteger(whole);
};

const decimalFrom =
  (scale: number): Conversion =>
  (value) => {
    const digits = digitsOf(String(value));
    const scaled = rescale(digits.scaled, digits.scale, scale);
    return scaled === null ? undefined : decimalText(scaled, scale);
  };

const MIDNIGHT = 'T00:00:00';

const dateFromMidnight: Conversion = (value) => {
  const text = String(value);
  if (!text.includes('T')) return text;
  return text.endsWith(MIDNIGHT) ? text.slice(0, -MIDNIGHT.length) : undefined;
};

const midnight: Conversion = (value) => {
  const text = String(value);
  return text.endsWith('infinity') ? text : text + MIDNIGHT;
};

function digitsOf(text: string): { scaled: bigint; scale: number } {
  const point = text.indexOf('.');
  return { scaled: BigInt(text.replace('.', '')), scale: point === -1 ? 0 : text.length - point - 1 };
}

function mismatch(engineType: DuckDBType, planned: ValueType, column: string): Failure {
  return new Failure(
    'INTERNAL.ERROR',
    `Column "${column}" was planned as ${typeName(planned)}, but came as ${engineType}, which cannot be read as that without a change.`,
    { family: 'internal' },
  );
}
