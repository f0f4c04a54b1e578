const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The number where a double holds it exactly, else the bigint. */
export function smallestInteger(value: bigint): number | bigint {
  return value <= LARGEST_SAFE && value >= -LARGEST_SAFE ? Number(value) : value;
}

/** All digits of `scaled` ÷ 10^`scale`, with exactly `scale` decimals: -50, 2 → `-0.50`. */
export function decimalText(scaled: bigint, scale: number): string {
  if (scale === 0) return scaled.toString();
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The same number with `to` decimals instead of `from`; null where that would cost digits. */
export function rescale(scaled: bigint, from: number, to: number): bigint | null {
  if (to >= from) return scaled * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  return scaled % divisor === 0n ? scaled / divisor : null;
}
