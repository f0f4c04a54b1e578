import { assertNever } from '../../base/assert-never';
import { Failure } from '../../base/failure';
import type { Value } from '../../metrics/model/answer';
import { type TypeKind, typeName, type ValueType } from '../../metrics/model/value-type';
import { decimalText, rescale, smallestInteger } from './number-text';

/** What a column is in Tenet's types, and how one of its values `T` that is not NULL is written. */
export interface NaturalReader<T> {
  /** `other` = a type Tenet does not have, such as INTERVAL or a list, written as the database's own text. */
  readonly kind: Exclude<TypeKind, 'interval' | 'null'> | 'other';
  /** Of decimals: how many decimals each value has; absent where they may have any number. */
  readonly scale?: number;
  readonly read: (value: T) => Value;
}

/** Another kind's canonical value in the planned kind; undefined where that would change it. */
type Conversion = (value: NonNullable<Value>) => Value | undefined;

/** A column's name, and its type as the engine calls it: for messages. */
interface EngineColumn {
  readonly name: string;
  readonly engineType: string;
}

/**
 * How a column is read so that its values have the planned type, whatever type the engine chose for them: a sum of
 * integers may come as a decimal, a truncated timestamp as a date. Nothing is rounded to make it fit.
 * @throws Failure INTERNAL.ERROR (from the reader) at a value that cannot be written in the planned type without changing it.
 */
export function plannedReader<T>(
  natural: NaturalReader<T>,
  planned: ValueType,
  column: EngineColumn,
): (value: T) => Value {
  if (isNatural(natural, planned)) return natural.read;
  const convert = conversion(natural.kind, planned);
  return (value) => {
    const canonical = natural.read(value);
    if (canonical === null) return null;
    const converted = convert(canonical);
    if (converted === undefined) throw mismatch(planned, column);
    return converted;
  };
}

function isNatural({ kind, scale }: NaturalReader<never>, planned: ValueType): boolean {
  if (planned.kind === 'null' || planned.kind === 'interval') return true;
  if (planned.kind !== kind) return false;
  return planned.kind !== 'decimal' || scale === planned.scale;
}

function conversion(from: NaturalReader<never>['kind'], planned: ValueType): Conversion {
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

function mismatch(planned: ValueType, { name, engineType }: EngineColumn): Failure {
  return new Failure(
    'INTERNAL.ERROR',
    `Column "${name}" was planned as ${typeName(planned)}, but came as ${engineType}, which cannot be read as that without a change.`,
    { family: 'internal' },
  );
}
