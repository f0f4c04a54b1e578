import type { Answered } from './law-worlds';

/** Equal, or doubles that are equal but for rounding. */
export function isSameCell(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  return a === b;
}

const textOf = (value: unknown): string =>
  (typeof value === 'bigint' ? `${value}n` : JSON.stringify(value)) ?? 'undefined';

/** A group's key as a text that tells NULL from 'null' and 1 from '1'. */
export const keyOf = (values: readonly unknown[]): string => values.map(textOf).join(', ');

/** Groups of an answer by their key; the first `bys` columns are the key. */
export const groupsOf = ({ rows }: Answered, bys: number): ReadonlyMap<string, readonly unknown[]> =>
  new Map(rows.map((row) => [keyOf(row.slice(0, bys)), row.slice(bys)]));

/** A number that is neither double nor NULL, in units of its last digit of `scale`. */
export function unitsOf(value: unknown, scale: number): bigint {
  const [whole = '0', fraction = ''] = String(value).split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
}

/** How two answers differ, whatever the order of their rows; null when they hold the same. */
export function differenceOfAnswers(want: Answered, got: Answered, bys: number): string | null {
  const [a, b] = [groupsOf(want, bys), groupsOf(got, bys)];
  if (want.rows.length !== got.rows.length)
    return `${want.rows.length} rows became ${got.rows.length}: ${[...a.keys()].join(' | ')} became ${[...b.keys()].join(' | ')}`;
  for (const [key, cells] of a) {
    const others = b.get(key);
    if (!others) return `the group (${key}) is gone`;
    const wrong = cells.findIndex((cell, i) => !isSameCell(cell, others[i]));
    if (wrong !== -1) return `(${key}): ${textOf(cells[wrong])} became ${textOf(others[wrong])}`;
  }
  return null;
}

/** Rows that an answer has and the other has not, or with other cells; null when each is there as it was. */
export function differenceOfRemaining(all: Answered, remaining: Answered, bys: number): string | null {
  const groups = groupsOf(all, bys);
  for (const row of remaining.rows) {
    const key = keyOf(row.slice(0, bys));
    const cells = groups.get(key);
    if (!cells) return `the group (${key}) is new`;
    const wrong = row.slice(bys).findIndex((cell, i) => !isSameCell(cell, cells[i]));
    if (wrong !== -1) return `(${key}): ${textOf(cells[wrong])} became ${textOf(row[bys + wrong])}`;
  }
  return null;
}

/** How two rows of totals differ. */
export function differenceOfTotals(want: Answered, got: Answered): string | null {
  const [a, b] = [want.totals ?? [], got.totals ?? []];
  const wrong = a.findIndex((cell, i) => !isSameCell(cell, b[i]));
  return wrong === -1 ? null : `a total: ${textOf(a[wrong])} became ${textOf(b[wrong])}`;
}
