import { decimalOf } from '../language/literals';
import { decimal, INTEGER, type Type, type ValueType } from '../model/value-type';
import type { Comparable } from './comparable';
import { lit } from './expressions';

const INT64 = 2n ** 63n;

/**
 * Exact digits against a column: in the column's own scale, so that no engine has to widen the column. Digits that the scale
 * cannot hold lie between two of its values; digits beyond its range become the first value outside of it.
 */
export function numberPoint(digits: string, type: Type<'integer' | 'decimal'>): Comparable {
  const scale = type.kind === 'decimal' ? type.scale : 0;
  const { units, exact } = unitsAt(digits, scale);
  const literalType: ValueType =
    type.kind === 'decimal' ? decimal(Math.min(38, type.precision + 1), scale) : integerType(units);
  const from = lit<never>(
    textOf(type.kind === 'decimal' ? clamp(units, type.precision) : units, scale),
    literalType,
  );
  return { from, to: exact ? null : from };
}

const integerType = (units: bigint): ValueType =>
  units >= -INT64 && units < INT64 ? INTEGER : { kind: 'integer', bits: 128 };

/** The least multiple of 10^−scale that is not below the digits. */
function unitsAt(digits: string, scale: number): { units: bigint; exact: boolean } {
  const [whole = '0', fraction = ''] = decimalOf(digits.replace('+', '')).value.split('.');
  const kept = BigInt(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}`);
  const exact = !/[1-9]/.test(fraction.slice(scale));
  return { units: exact || whole.startsWith('-') ? kept : kept + 1n, exact };
}

function clamp(units: bigint, precision: number): bigint {
  const beyond = 10n ** BigInt(precision) - (precision >= 38 ? 1n : 0n);
  return units > beyond ? beyond : units < -beyond ? -beyond : units;
}

function textOf(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return units < 0n ? `-${text}` : text;
}
