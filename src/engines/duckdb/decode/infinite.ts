import { civilDate } from '../../decode/civil-time';

/** DuckDB's marks for `infinity` and `-infinity`: the largest value of the type and its negative. */
const INFINITE_DAYS = 2 ** 31 - 1;
const INFINITE_TICKS = 2n ** 63n - 1n;

/** `YYYY-MM-DD`, as `civilDate` writes it, or `infinity`. */
export function dateText(daysSinceEpoch: number): string {
  if (daysSinceEpoch === INFINITE_DAYS) return 'infinity';
  if (daysSinceEpoch === -INFINITE_DAYS) return '-infinity';
  return civilDate(daysSinceEpoch);
}

/** `infinity` or `-infinity` where the ticks, of whatever unit, mean that; null for a point in time. */
export function infiniteText(ticks: bigint): string | null {
  if (ticks === INFINITE_TICKS) return 'infinity';
  return ticks === -INFINITE_TICKS ? '-infinity' : null;
}
