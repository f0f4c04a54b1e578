import { createHash } from 'node:crypto';
import { compare, multiply, rational, truncate } from './rational';
import type { StaticType } from './static-type';
import { describe, isNumber, type NumberValue, type Value } from './value';

/**
 * The documented sketch of approx_count_distinct, computed by itself: HyperLogLog (Flajolet et al., 2007) over the MD5 of each
 * value's text. The first three hexadecimal digits name the register, the rank is 1 + the leading zero bits of the next twelve.
 */
const REGISTERS = 4096;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** Digits with as many places as the type has: `10.50` of decimal(12,2). */
function numberText({ is }: NumberValue, scale: number): string {
  const unit = 10n ** BigInt(scale);
  const digits = String(truncate(multiply(is, rational(unit))))
    .replace('-', '')
    .padStart(scale + 1, '0');
  const sign = compare(is, rational(0n)) < 0 ? '-' : '';
  return `${sign}${digits.slice(0, digits.length - scale)}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

function textOf(value: Value, type: StaticType): string {
  if (typeof value === 'string') return value;
  return isNumber(value) ? numberText(value, type.kind === 'decimal' ? type.scale : 0) : describe(value);
}

function leadingZeros(digits: string): number {
  const bits = [...digits].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const first = bits.indexOf('1');
  return first === -1 ? bits.length : first;
}

/** About how many different values; NULLs must not be among them. */
export function sketchEstimate(values: readonly Value[], type: StaticType): number {
  const ranks = new Map<string, number>();
  for (const value of values) {
    const hash = createHash('md5').update(textOf(value, type), 'utf8').digest('hex');
    const register = hash.slice(0, 3);
    ranks.set(register, Math.max(ranks.get(register) ?? 0, 1 + leadingZeros(hash.slice(3, 15))));
  }
  const empty = REGISTERS - ranks.size;
  let sum = empty;
  for (const rank of ranks.values()) sum += 2 ** -rank;
  const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
  const isSmall = raw <= 2.5 * REGISTERS && empty > 0;
  return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : raw);
}
