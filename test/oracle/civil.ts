/**
 * The calendar by counting: a day is the number of days since 1970-01-01 in the proleptic Gregorian calendar, a wall time
 * the number of microseconds since 1970-01-01 00:00:00 on the same wall. No JS `Date`, no library, no zone in here.
 */
export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
export type WeekStart = 'monday' | 'sunday' | 'saturday';

export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Civil {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  /** 1 … 31 */
  readonly day: number;
}

/** The rest of division toward minus infinity: always in `[0, divisor)`. Exact below 2^53. */
export const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;
export const floorDivide = (value: number, divisor: number): number =>
  (value - modulo(value, divisor)) / divisor;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days from 0001-01-01 to the first day of a year. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

const EPOCH = daysBeforeYear(1970);

export function dayOf({ year, month, day }: Civil): number {
  let days = daysBeforeYear(year) - EPOCH;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days + day - 1;
}

export function civilOf(day: number): Civil {
  let year = 1970 + Math.floor(day / 366);
  while (dayOf({ year: year + 1, month: 1, day: 1 }) <= day) year++;
  while (dayOf({ year, month: 1, day: 1 }) > day) year--;
  let rest = day - dayOf({ year, month: 1, day: 1 });
  let month = 1;
  while (rest >= daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  return { year, month, day: rest + 1 };
}

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => modulo(day + 3, 7);

const WEEK_OFFSET: Readonly<Record<WeekStart, number>> = { monday: 0, sunday: 6, saturday: 5 };

/** The first day of the week, month, quarter or year that holds the day. */
export function bucketOfDay(day: number, grain: Grain, weekStart: WeekStart): number {
  const { year, month } = civilOf(day);
  switch (grain) {
    case 'week':
      return day - modulo(weekday(day) - WEEK_OFFSET[weekStart], 7);
    case 'month':
      return dayOf({ year, month, day: 1 });
    case 'quarter':
      return dayOf({ year, month: month - modulo(month - 1, 3), day: 1 });
    case 'year':
      return dayOf({ year, month: 1, day: 1 });
    default:
      return day;
  }
}

/** The first day of the bucket after the one that begins on `start`. */
export function nextBucket(start: number, grain: Grain): number {
  const { year, month } = civilOf(start);
  const months = { month: 1, quarter: 3, year: 12 }[grain as string];
  if (months === undefined) return start + (grain === 'week' ? 7 : 1);
  const next = month - 1 + months;
  return dayOf({ year: year + floorDivide(next, 12), month: modulo(next, 12) + 1, day: 1 });
}

export const SHORT_GRAINS: Readonly<Record<string, number>> = { second: SECOND, minute: MINUTE, hour: HOUR };
export const isShort = (grain: Grain): boolean => grain in SHORT_GRAINS;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export function printDay(day: number): string {
  const civil = civilOf(day);
  return `${pad(civil.year, 4)}-${pad(civil.month)}-${pad(civil.day)}`;
}

/** `2024-03-31T01:30:00`, with six decimal places where they are not all zero. */
export function printWall(micros: number): string {
  const rest = modulo(micros, DAY);
  const clock = [HOUR, MINUTE, SECOND].map((unit, i) => pad(Math.floor(rest / unit) % (i === 0 ? 24 : 60)));
  const fraction = rest % SECOND;
  return `${printDay(floorDivide(micros, DAY))}T${clock.join(':')}${fraction === 0 ? '' : `.${pad(fraction, 6)}`}`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const WALL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?$/;

/** Reads `2024-01-31`; null when there is no such day. */
export function parseDay(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real =
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month);
  return real ? dayOf(civil) : null;
}

/** Reads a wall time without offset; null when it is none. */
export function parseWall(text: string): number | null {
  const match = WALL.exec(text);
  const day = match ? parseDay(match[1] ?? '') : null;
  if (!match || day === null) return null;
  const micros = Number((match[5] ?? '').padEnd(6, '0'));
  return (
    day * DAY +
    Number(match[2]) * HOUR +
    Number(match[3]) * MINUTE +
    Number(match[4] ?? '0') * SECOND +
    micros
  );
}

/** Reads an instant with `Z` or an offset as microseconds since the epoch, with its offset in minutes. */
export function parseInstant(text: string): { readonly micros: number; readonly offset: number } | null {
  const match = /^(.*?)(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/.exec(text);
  const wall = match ? parseWall((match[1] ?? '').trim()) : null;
  if (!match || wall === null) return null;
  const size = Number(match[3] ?? '0') * 60 + Number(match[4] ?? '0');
  const offset = match[2] === '-' ? -size : size;
  return { micros: wall - offset * MINUTE, offset };
}
