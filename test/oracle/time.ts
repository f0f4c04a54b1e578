import {
  bucketOfDay,
  DAY,
  floorDivide,
  type Grain,
  isShort,
  MINUTE,
  modulo,
  nextBucket,
  parseDay,
  parseInstant,
  parseWall,
  printDay,
  printWall,
  SHORT_GRAINS,
  type WeekStart,
} from './civil';
import type { Decisions } from './decisions';
import { wallOf } from './functions';
import { dateValue, isTime, type TimeValue, type Value } from './value';
import { instantsOfWall, wallAt } from './zones';

/** The calendar of a question: its zone, or else the company's, and the company's weeks. */
export interface Calendar {
  readonly zone: string;
  readonly weekStart: WeekStart;
  readonly decisions: Decisions;
}

const EARLIER: Readonly<Record<WeekStart, WeekStart>> = {
  monday: 'sunday',
  sunday: 'saturday',
  saturday: 'monday',
};

export function calendarOf(zone: string, weekStart: WeekStart, decisions: Decisions): Calendar {
  return {
    zone: decisions.companyZone ? zone : 'UTC',
    weekStart: decisions.weekStartAsSet ? weekStart : EARLIER[weekStart],
    decisions,
  };
}

export const localDayOf = (value: TimeValue, calendar: Calendar): number =>
  floorDivide(wallOf(value, calendar.zone), DAY);

/** The instant at which the wall's second, minute or hour of an instant began, as its own offset counts. */
function shortBucket(instant: number, unit: number, calendar: Calendar): number {
  const start = instant - modulo(wallAt(calendar.zone, instant), unit);
  if (calendar.decisions.hoursAreInstants) return start;
  const twin = [60, 30]
    .map((minutes) => start - minutes * MINUTE)
    .find((at) => wallAt(calendar.zone, at) === wallAt(calendar.zone, start));
  return twin ?? start;
}

/**
 * The instant of a naive column's wall time. Which of two it is, or what a skipped time means, is not decided: such a time is
 * never asked by the hour.
 */
function instantOfWall(wall: number, calendar: Calendar): number {
  const [instant, second] = instantsOfWall(calendar.zone, wall);
  if (instant === undefined || second !== undefined)
    throw new RangeError(`no one instant has the wall time ${printWall(wall)}`);
  return instant;
}

/** The start of the bucket: a local date from day on; below, an instant, also for naive columns. */
export function bucket(value: Value, grain: Grain, calendar: Calendar): Value {
  if (!isTime(value)) return null;
  const unit = SHORT_GRAINS[grain];
  if (unit === undefined)
    return dateValue(bucketOfDay(localDayOf(value, calendar), grain, calendar.weekStart));
  if (value.kind === 'date') return null;
  if (value.kind === 'timestamp') {
    return { kind: 'instant', at: instantOfWall(value.at - modulo(value.at, unit), calendar) };
  }
  return { kind: 'instant', at: shortBucket(value.at, unit, calendar) };
}

/**
 * −1, 0, 1: a time beside a written moment. A date is a whole local day, so every time on that day equals it; a full timestamp is
 * compared as a wall time with wall times and, with its offset, as an instant with instants. Null = cannot be compared.
 */
export function compareWithMoment(value: TimeValue, moment: string, calendar: Calendar): number | null {
  const day = parseDay(moment);
  if (day !== null) return Math.sign(localDayOf(value, calendar) - day);
  const at =
    value.kind === 'timestamp'
      ? parseWall(moment)
      : value.kind === 'instant'
        ? parseInstant(moment)?.micros
        : null;
  return at === null || at === undefined ? null : Math.sign(value.at - at);
}

export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** Half-open: `from` belongs to it, `to` does not; a row without a time is in no period. */
export function isInPeriod(value: Value, period: Period, calendar: Calendar): boolean {
  if (!isTime(value)) return !calendar.decisions.nullTimeDroppedByPeriod;
  const { periodStartClosed, periodEndOpen } = calendar.decisions;
  const after = period.from === undefined ? 1 : (compareWithMoment(value, period.from, calendar) ?? 0);
  const before = period.to === undefined ? -1 : (compareWithMoment(value, period.to, calendar) ?? 0);
  return (periodStartClosed ? after >= 0 : after > 0) && (periodEndOpen ? before < 0 : before <= 0);
}

/** The flipped decision: whole buckets instead of the exact period. */
export function widened(period: Period, grain: Grain | undefined, calendar: Calendar): Period {
  if (calendar.decisions.periodExact || grain === undefined || isShort(grain)) return period;
  return {
    ...widenedBound('from', period.from, grain, calendar),
    ...widenedBound('to', period.to, grain, calendar),
  };
}

function widenedBound(
  key: 'from' | 'to',
  text: string | undefined,
  grain: Grain,
  calendar: Calendar,
): Period {
  if (text === undefined) return {};
  const day = parseDay(text);
  if (day === null) return { [key]: text };
  const start = bucketOfDay(day, grain, calendar.weekStart);
  return { [key]: printDay(key === 'from' || start === day ? start : nextBucket(start, grain)) };
}
