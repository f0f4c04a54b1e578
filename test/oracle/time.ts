import {
  bucketOfDay,
  DAY,
  type Grain,
  isShort,
  MINUTE,
  modulo,
  parseDay,
  parseInstant,
  parseWall,
  SHORT_GRAINS,
  type WeekStart,
} from './civil';
import { type Clock, instantOf, localDayOf, wallOf } from './clock';
import type { Decisions } from './decisions';
import { dateValue, isTime, type TimeValue, type Value } from './value';
import type { Question, World } from './world';
import { instantOfWall, wallAt, withinKnown } from './zones';

/** The calendar of a question: its zone, or else the company's, and the company's weeks. */
export interface Calendar extends Clock {
  readonly weekStart: WeekStart;
}

const EARLIER: Readonly<Record<WeekStart, WeekStart>> = {
  monday: 'sunday',
  sunday: 'saturday',
  saturday: 'monday',
};

export function calendarOf(world: World, question: Question, decisions: Decisions): Calendar {
  const zone = (decisions.questionZone ? question.zone : undefined) ?? world.zone;
  return {
    zone: decisions.companyZone ? zone : 'UTC',
    company: decisions.companyZone ? world.zone : 'UTC',
    weekStart: decisions.weekStartAsSet ? world.weekStart : EARLIER[world.weekStart],
    decisions,
  };
}

/** The instant at which the wall's second, minute or hour of an instant began, as its own offset counts. */
export function shortBucket(instant: number, unit: number, calendar: Calendar): number {
  const start = instant - modulo(wallAt(calendar.zone, instant), unit);
  if (calendar.decisions.hoursAreInstants) return start;
  const twin = [60, 30]
    .map((minutes) => start - minutes * MINUTE)
    .find((at) => wallAt(calendar.zone, at) === wallAt(calendar.zone, start));
  return twin ?? start;
}

/** The start of the bucket: a local date from day on; below, an instant, also for naive columns: that of their own wall. */
export function bucket(value: Value, grain: Grain, calendar: Calendar): Value {
  if (!isTime(value)) return null;
  const unit = SHORT_GRAINS[grain];
  if (unit === undefined)
    return dateValue(bucketOfDay(localDayOf(value, calendar), grain, calendar.weekStart));
  if (value.kind === 'date') return null;
  if (value.kind === 'timestamp') {
    const start = { ...value, at: value.at - modulo(value.at, unit) };
    return { kind: 'instant', at: instantOf(start, calendar) };
  }
  return { kind: 'instant', at: shortBucket(value.at, unit, calendar) };
}

/** A moment as a question writes it: a local day, a wall time in the question's zone, or an instant. */
export type Moment =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'wall'; readonly at: number }
  | { readonly kind: 'instant'; readonly at: number };

export function readMoment(text: string): Moment | null {
  const day = parseDay(text);
  if (day !== null) return { kind: 'day', day };
  const wall = parseWall(text);
  if (wall !== null) return { kind: 'wall', at: wall };
  const instant = parseInstant(text);
  return instant && { kind: 'instant', at: instant.micros };
}

export function instantOfMoment(moment: Moment, clock: Clock): number {
  if (moment.kind === 'instant') return moment.at;
  const wall = moment.kind === 'day' ? withinKnown(moment.day) * DAY : moment.at;
  return instantOfWall(clock.zone, wall, clock.decisions);
}

const wallOfMoment = (moment: Exclude<Moment, { kind: 'day' }>, clock: Clock): number =>
  moment.kind === 'wall' ? moment.at : wallAt(clock.zone, moment.at);

/**
 * −1, 0, 1: a time beside a written moment. A day is the whole of it, so every time on that day equals it; a date lies at its
 * midnight beside a moment inside of a day; wall times without a zone are compared on the wall, all others as instants.
 */
export function compareWithMoment(value: TimeValue, moment: Moment, clock: Clock): number {
  if (moment.kind === 'day' && !clock.decisions.dayIsWhole)
    return Math.sign(wallOf(value, clock) - moment.day * DAY);
  if (moment.kind === 'day') return Math.sign(localDayOf(value, clock) - moment.day);
  const onTheWall = value.kind === 'date' || (value.kind === 'timestamp' && value.zone === undefined);
  return onTheWall
    ? Math.sign(wallOf(value, clock) - wallOfMoment(moment, clock))
    : Math.sign(instantOf(value, clock) - instantOfMoment(moment, clock));
}

export interface Bounds {
  readonly from: Moment | null;
  readonly to: Moment | null;
}

/** Half-open: `from` belongs to it, `to` does not; a row without a time is in no period. */
export function isInPeriod(value: Value, { from, to }: Bounds, calendar: Calendar): boolean {
  if (!isTime(value)) return !calendar.decisions.nullTimeDroppedByPeriod;
  const { periodStartClosed, periodEndOpen } = calendar.decisions;
  const after = from === null ? 1 : compareWithMoment(value, from, calendar);
  const before = to === null ? -1 : compareWithMoment(value, to, calendar);
  return (periodStartClosed ? after >= 0 : after > 0) && (periodEndOpen ? before < 0 : before <= 0);
}

export const grainsAsked = ({ by = [] }: Question): readonly Grain[] =>
  by.flatMap((each) => ('time' in each ? [each.time] : []));

export const isLong = (grain: Grain): boolean => !isShort(grain);
