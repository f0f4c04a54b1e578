/** An exact number in lowest terms, `d` > 0. The oracle has no other arithmetic: no sum can overflow, round or cancel. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `n / d` in lowest terms; `d` must not be zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('a rational needs a divisor other than zero');
  const common = greatestCommonDivisor(n, d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

export const ZERO = rational(0n);

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const absolute = (a: Rational): Rational => ({ n: magnitude(a.n), d: a.d });
export const isZero = (a: Rational): boolean => a.n === 0n;

export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole part, toward zero. */
export const truncate = (a: Rational): bigint => a.n / a.d;

/** The greatest whole number not above. */
export function floor(a: Rational): bigint {
  const whole = a.n / a.d;
  return a.n < 0n && whole * a.d !== a.n ? whole - 1n : whole;
}

/** Rounded to `places` decimal places, halves away from zero. */
export function roundHalfAway(a: Rational, places: number): Rational {
  const unit = 10n ** BigInt(places);
  const scaled = magnitude(a.n) * unit * 2n + a.d;
  const whole = scaled / (a.d * 2n);
  return rational(a.n < 0n ? -whole : whole, unit);
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Reads `12`, `-0.50`, `1.5e3` exactly; null when it is no number. */
export function parseRational(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '0') + fraction);
  const power = Number(match[4] ?? '0') - fraction.length;
  const value =
    power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
  return match[1] === '-' ? negate(value) : value;
}

/** The exact value of a finite double. */
export function fromDouble(value: number): Rational {
  let [whole, scale] = [value, 1n];
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale *= 2n;
  }
  return rational(BigInt(whole), scale);
}

const bits = (value: bigint): number => magnitude(value).toString(2).length;

/** The nearest double. */
export function toDouble(a: Rational): number {
  if (a.n === 0n) return 0;
  const shift = bits(a.d) - bits(a.n) + 64;
  const size = magnitude(a.n);
  const [n, d] = shift >= 0 ? [size << BigInt(shift), a.d] : [size, a.d << BigInt(-shift)];
  // The last of 64 bits only has to say on which side of a tie the value lies.
  const sticky = n % d === 0n ? 0n : 1n;
  return Number((n / d) | sticky) * 2 ** -shift * (a.n < 0n ? -1 : 1);
}
