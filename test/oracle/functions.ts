import { civilOf, DAY, dayOf, floorDivide, HOUR, MINUTE, modulo, weekday } from './civil';
import { type Clock, wallOf } from './clock';
import type { Decisions } from './decisions';
import { magnitude, rounded, whole, wholeDivision } from './numbers';
import { truncate } from './rational';
import { compareValues, integer, isNumber, isTime, type Value } from './value';
import type { DatePart, FunctionName } from './world';

/** ISO week: week 1 is the one with the year's first Thursday. */
function isoWeek(day: number): number {
  const thursday = day - weekday(day) + 3;
  const { year } = civilOf(thursday);
  return Math.floor((thursday - dayOf({ year, month: 1, day: 1 })) / 7) + 1;
}

/** The flipped decision: week 1 begins on 1 January. */
const plainWeek = (day: number): number =>
  Math.floor((day - dayOf({ year: civilOf(day).year, month: 1, day: 1 })) / 7) + 1;

/** A part of a date or time as a whole number; of instants, as the clock on the wall of the zone shows it. */
export function datePart(part: DatePart, value: Value, clock: Clock): Value {
  if (!isTime(value)) return null;
  const { decisions } = clock;
  const wall = wallOf(value, clock);
  const day = floorDivide(wall, DAY);
  const civil = civilOf(day);
  switch (part) {
    case 'year':
      return integer(civil.year);
    case 'quarter':
      return integer(floorDivide(civil.month - 1, 3) + 1);
    case 'month':
      return integer(civil.month);
    case 'week':
      return integer(decisions.weekNumberIsIso ? isoWeek(day) : plainWeek(day));
    case 'day':
      return integer(civil.day);
    case 'dow':
      return integer((decisions.mondayIsFirst ? weekday(day) : modulo(weekday(day) + 1, 7)) + 1);
    case 'doy':
      return integer(day - dayOf({ year: civil.year, month: 1, day: 1 }) + 1);
    case 'hour':
      return integer(floorDivide(modulo(wall, DAY), HOUR));
    case 'minute':
      return integer(floorDivide(modulo(wall, HOUR), MINUTE));
  }
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (value !== null && (best === null || compareValues(value, best) * sign > 0)) best = value;
  }
  return best;
}

const places = (value: Value | undefined): number =>
  value && isNumber(value) ? Number(truncate(value.is)) : 0;

/** A function of the formula language: NULL in, NULL out, but for `greatest` and `least`, which skip NULLs. */
export function call(fn: FunctionName, args: readonly Value[], decisions: Decisions): Value {
  const [first = null, second = null] = args;
  switch (fn) {
    case 'abs':
      return magnitude(first);
    case 'round':
      return rounded(first, places(args[1]), decisions);
    case 'div':
    case 'mod':
      return wholeDivision(fn, first, second, decisions);
    case 'floor':
    case 'ceil':
      return whole(fn, first);
    case 'greatest':
      return extreme(args, 1);
    case 'least':
      return extreme(args, -1);
    default:
      return typeof first === 'string' ? textCall(fn, first, args.slice(1)) : null;
  }
}

type TextFunction =
  | 'concat'
  | 'length'
  | 'lower'
  | 'upper'
  | 'trim'
  | 'substring'
  | 'starts_with'
  | 'contains';

/** A function of a text; characters are code points, the first is 1, and `trim` takes spaces only. */
function textCall(fn: TextFunction, text: string, [second = null, third]: readonly Value[]): Value {
  const isPair = typeof second === 'string';
  switch (fn) {
    case 'length':
      return integer([...text].length);
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'trim':
      return text.replace(/^ +| +$/g, '');
    case 'substring':
      return [...text].slice(places(second) - 1, places(second) - 1 + places(third)).join('');
    case 'concat':
      return isPair ? text + second : null;
    case 'starts_with':
      return isPair ? text.startsWith(second) : null;
    case 'contains':
      return isPair ? text.includes(second) : null;
  }
}
