import { parseDay, parseInstant, parseWall, printDay, printWall } from './civil';
import type { Decisions } from './decisions';
import {
  compare,
  fromDouble,
  isZero,
  parseRational,
  type Rational,
  rational,
  toDouble,
  ZERO,
} from './rational';
import type { ColumnType } from './world';

/**
 * A number, exact. `reach` is 0 for integers and decimals; for what an engine computes in doubles it is the largest magnitude met
 * on the way, so that a difference of two large doubles may be off by what doubles are off at that size.
 */
export interface NumberValue {
  readonly kind: 'number';
  readonly is: Rational;
  readonly reach: number;
}

/** `at` counts days (date) or microseconds (timestamp: on the wall, instant: since the epoch). */
export interface TimeValue {
  readonly kind: 'date' | 'timestamp' | 'instant';
  readonly at: number;
  /** Of a timestamp: where its wall is, if not in the company's zone. */
  readonly zone?: string;
}

export type Value = null | boolean | string | NumberValue | TimeValue;

export const exact = (is: Rational): NumberValue => ({ kind: 'number', is, reach: 0 });
export const integer = (value: bigint | number): NumberValue => exact(rational(BigInt(value)));

/** What an engine holds as a double. */
export function inexact(is: Rational, ...from: readonly NumberValue[]): NumberValue {
  return {
    kind: 'number',
    is,
    reach: Math.max(Math.abs(toDouble(is)), Number.MIN_VALUE, ...from.map((value) => value.reach)),
  };
}

export const isNumber = (value: Value): value is NumberValue =>
  value !== null && typeof value === 'object' && value.kind === 'number';
export const isTime = (value: Value): value is TimeValue =>
  value !== null && typeof value === 'object' && value.kind !== 'number';

export const dateValue = (day: number): TimeValue => ({ kind: 'date', at: day });

function parseDouble(text: string, decisions: Decisions): Value {
  const value = Number(text);
  if (!Number.isFinite(value)) return decisions.notFiniteIsNull ? null : inexact(ZERO);
  return inexact(fromDouble(value === 0 ? 0 : value));
}

const required = <T>(value: T | null, text: string, type: string): T => {
  if (value === null) throw new TypeError(`${JSON.stringify(text)} is no ${type}`);
  return value;
};

/** A stored cell as the value that formulas see; `zone` is where the wall of a naive timestamp is. */
export function parseCell(text: string | null, type: ColumnType, decisions: Decisions, zone?: string): Value {
  if (text === null) return null;
  switch (type) {
    case 'boolean':
      return text === 'true';
    case 'string':
      return !decisions.emptyStringIsNotNull && text === '' ? null : text;
    case 'double':
      return parseDouble(text, decisions);
    case 'date':
      return dateValue(required(parseDay(text), text, type));
    case 'timestamp':
      return {
        kind: 'timestamp',
        at: required(parseWall(text), text, type),
        ...(zone !== undefined && decisions.columnZone ? { zone } : {}),
      };
    case 'timestamptz':
      return { kind: 'instant', at: required(parseInstant(text), text, type).micros };
    default:
      return exact(required(parseRational(text), text, type));
  }
}

/** −1, 0, 1 by Unicode code points; JavaScript's own `<` goes by UTF-16 units, which differs past U+FFFF. */
export function compareStrings(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left.length - right.length);
}

/** Compares two values of one type, neither of them NULL. */
export function compareValues(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return compare(a.is, b.is);
  if (isTime(a) && isTime(b) && a.kind === b.kind) return Math.sign(a.at - b.at);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  throw new TypeError(`the oracle cannot compare ${describe(a)} with ${describe(b)}`);
}

/**
 * Thrown where the oracle cannot say what is right, so that the question is not asked: a comparison that the rounding of doubles
 * decides, a moment of which it does not know the offset.
 */
export class Undecided extends Error {}

/** What `work` says; null where the oracle cannot say what is right. */
export function unlessUndecided<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

/** Less than what doubles of that size are off by, many times over. */
const DOUBLE_NOISE = 1e-12;

/** Refuses to say which of two numbers is larger when they differ by no more than doubles on the way may be off. */
export function assertDecided(a: NumberValue, b: NumberValue): void {
  const reach = Math.max(a.reach, b.reach);
  if (reach === 0 || compare(a.is, b.is) === 0) return;
  if (Math.abs(toDouble(a.is) - toDouble(b.is)) <= reach * DOUBLE_NOISE)
    throw new Undecided(`${describe(a)} beside ${describe(b)}`);
}

/** Folded as the flipped decision would have it: equal keys are equal values. */
export const fold = (value: Value, decisions: Decisions): Value =>
  typeof value === 'string' && !decisions.stringsByteWise ? value.toLowerCase() : value;

/** A text that is the same for equal values only; NULL, '' and 'null' differ. */
export function keyOf(value: Value): string {
  if (value === null) return '-';
  if (typeof value === 'string') return `s${JSON.stringify(value)}`;
  if (typeof value === 'boolean') return `b${value}`;
  return value.kind === 'number' ? `n${value.is.n}/${value.is.d}` : `${value.kind}${value.at}`;
}

export const keyOfAll = (values: readonly Value[]): string => values.map(keyOf).join(',');

/** For people: what a failing comparison prints. */
export function describe(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  switch (value.kind) {
    case 'date':
      return printDay(value.at);
    case 'timestamp':
      return printWall(value.at);
    case 'instant':
      return `${printWall(value.at)}Z`;
    case 'number':
      return describeNumber(value);
  }
}

function describeNumber({ is, reach }: NumberValue): string {
  if (reach > 0) return `~${isZero(is) ? 0 : toDouble(is)}`;
  if (is.d === 1n) return String(is.n);
  const places = is.d.toString().length + 18;
  const digits = ((is.n < 0n ? -is.n : is.n) * 10n ** BigInt(places)) / is.d;
  const text = digits.toString().padStart(places + 1, '0');
  return `${is.n < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places).replace(/0+$/, '')}`;
}
