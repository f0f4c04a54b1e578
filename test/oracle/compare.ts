import type { Expected, ExpectedAnswer, ExpectedColumn } from './answer';
import { parseDay, parseInstant, parseWall } from './civil';
import { AS_DECIDED } from './decisions';
import { compareBy } from './order';
import { compare, fromDouble, parseRational, type Rational, toDouble } from './rational';
import type { StaticType } from './static-type';
import { describe, isNumber, isTime, keyOf, keyOfAll, type NumberValue, type Value } from './value';
import { offsetAt } from './zones';

/** What the product answered: values as engines hand them over (docs/semantics.md, and the answer contract of the service). */
export type Given =
  | {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
      readonly totals: readonly unknown[] | null;
    }
  | { readonly refused: string };

const shown = (value: unknown): string =>
  (typeof value === 'bigint' ? `${value}n` : JSON.stringify(value)) ?? 'undefined';

/** Doubles agree to a relative 1e-9, or as far as doubles of the size met on the way can. */
function isNear(want: NumberValue, got: number): boolean {
  const exact = toDouble(want.is);
  return Math.abs(exact - got) <= Math.max(1e-9 * Math.abs(exact), 1e-14 * want.reach, Number.MIN_VALUE);
}

function exactNumber(type: StaticType, given: unknown): Rational | null {
  if (typeof given === 'bigint') return { n: given, d: 1n };
  if (typeof given === 'number')
    return type.kind === 'integer' && Number.isSafeInteger(given) ? fromDouble(given) : null;
  return typeof given === 'string' && type.kind === 'decimal' ? parseRational(given) : null;
}

/** The right instant, written with the offset that its zone has then. */
function isSameInstant(at: number, given: string, zone: string): boolean {
  const read = parseInstant(given);
  return read !== null && read.micros === at && read.offset === offsetAt(zone, at);
}

function isSameTime(want: Value, given: string, zone: string): boolean {
  if (!isTime(want)) return false;
  switch (want.kind) {
    case 'date':
      return parseDay(given) === want.at;
    case 'timestamp':
      return parseWall(given) === want.at;
    case 'instant':
      return isSameInstant(want.at, given, zone);
  }
}

/** Is a given value the wanted one? Keys, strings, booleans, dates, integers and decimals exactly; doubles nearly. */
export function isSame({ type, zone }: ExpectedColumn, want: Value, given: unknown): boolean {
  if (want === null || given === null) return want === given;
  if (isNumber(want)) {
    if (type.kind === 'double') return typeof given === 'number' && isNear(want, given);
    const number = exactNumber(type, given);
    return number !== null && compare(number, want.is) === 0;
  }
  return isTime(want) ? typeof given === 'string' && isSameTime(want, given, zone) : want === given;
}

/** What differs, in one sentence; null when the answer is right. */
export function difference(want: Expected, given: Given): string | null {
  if ('refused' in want) {
    const codes = want.refused.join(' or ');
    if (!('refused' in given)) return `should be refused with ${codes}, but was answered`;
    return want.refused.includes(given.refused)
      ? null
      : `should be refused with ${codes}, not with ${given.refused}`;
  }
  if ('refused' in given) return `should be answered, but was refused with ${given.refused}`;
  const at = want.columns.map(({ name }) => given.columns.indexOf(name));
  if (at.includes(-1) || given.columns.length !== want.columns.length) {
    return `should have the columns ${want.columns.map(({ name }) => name).join(', ')}, not ${given.columns.join(', ')}`;
  }
  const arranged = (row: readonly unknown[]): readonly unknown[] => at.map((i) => row[i]);
  return (
    differenceOfRows(want, given.rows.map(arranged)) ??
    differenceOfTotals(want, given.totals && arranged(given.totals))
  );
}

function differenceOfTotals(want: ExpectedAnswer, given: readonly unknown[] | null): string | null {
  if (want.totals === null || given === null)
    return want.totals === given ? null : 'totals should be there if asked, and only then';
  return differenceInRow(want.columns, want.totals, given, 'the totals');
}

function differenceInRow(
  columns: readonly ExpectedColumn[],
  want: readonly Value[],
  given: readonly unknown[],
  where: string,
): string | null {
  const wrong = columns.findIndex((column, i) => !isSame(column, want[i] ?? null, given[i]));
  if (wrong === -1) return null;
  return `"${columns[wrong]?.name}" of ${where} should be ${describe(want[wrong] ?? null)}, not ${shown(given[wrong])}`;
}

function differenceOfRows(want: ExpectedAnswer, given: readonly (readonly unknown[])[]): string | null {
  const expected = want.rows.slice(want.offset, want.offset + want.limit);
  const by = want.columns.filter(({ role }) => role === 'by');
  const seen = new Map<string, number>();
  for (const [i, row] of given.entries()) {
    const same = (candidate: readonly Value[]): boolean =>
      by.every((column, c) => isSame(column, candidate[c] ?? null, row[c]));
    const place = expected[i];
    const found = place && same(place) ? place : want.rows.find(same);
    const label = `row ${i} (${row.map(shown).join(', ')})`;
    if (!found || !place)
      return `${label} should not be there${place ? `; expected ${place.map(describe).join(', ')}` : ''}`;
    if (found !== place && !isNearTie(want, found, place)) {
      return `${label} should come elsewhere; expected ${place.map(describe).join(', ')}`;
    }
    const key = keyOfAll(found.slice(0, by.length));
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if ((seen.get(key) ?? 0) > want.rows.filter(same).length) return `${label} is there too often`;
    const wrong = differenceInRow(want.columns, found, row, label);
    if (wrong !== null) return wrong;
  }
  const missing = expected[given.length];
  return missing ? `row ${given.length} (${missing.map(describe).join(', ')}) is missing` : null;
}

/** Two rows whose place depends on doubles that are equal but for rounding: either may come first. */
function isNearTie(want: ExpectedAnswer, a: readonly Value[], b: readonly Value[]): boolean {
  for (const key of want.order) {
    const isDouble = want.columns[key.column]?.type.kind === 'double';
    const [x, y] = [a[key.column] ?? null, b[key.column] ?? null];
    if (isNumber(x) && isNumber(y) && isDouble && (isNear(x, toDouble(y.is)) || isNear(y, toDouble(x.is))))
      return true;
    if (compareBy(key, x, y, AS_DECIDED) !== 0) return false;
  }
  return false;
}

/** A text that is the same for answers that nobody could tell apart: what the coverage counter compares. */
export function fingerprint(expected: Expected): string {
  if ('refused' in expected) return `refused ${expected.refused.join()}`;
  const rows = expected.rows.slice(expected.offset, expected.offset + expected.limit);
  const text = (value: Value): string =>
    isNumber(value) && value.reach > 0 ? toDouble(value.is).toPrecision(10) : keyOf(value);
  return [...rows, expected.totals ?? []].map((row) => row.map(text).join(',')).join(';');
}
