import { type Civil, civilOf, DAY, dayOf, daysInMonth, floorDivide, HOUR, MINUTE, modulo } from './civil';
import type { Decisions } from './decisions';
import { isTime, type TimeValue, type Value } from './value';
import type { IntervalUnit } from './world';
import { instantOfWall, wallAt } from './zones';

/** Where the clocks hang that a question reads. */
export interface Clock {
  /** The zone of local days: the question's, or else the company's. */
  readonly zone: string;
  /** The zone of wall times that name none. */
  readonly company: string;
  readonly decisions: Decisions;
}

/** The wall time of a date (its midnight), of a naive timestamp (as it is, unless its clock hangs elsewhere) or of an instant. */
export function wallOf(value: TimeValue, clock: Clock): number {
  switch (value.kind) {
    case 'date':
      return value.at * DAY;
    case 'timestamp':
      return value.zone === undefined ? value.at : wallAt(clock.zone, instantOf(value, clock));
    case 'instant':
      return wallAt(clock.zone, value.at);
  }
}

/** The instant of a value; a date is its local midnight. */
export function instantOf(value: TimeValue, clock: Clock): number {
  switch (value.kind) {
    case 'date':
      return instantOfWall(clock.zone, value.at * DAY, clock.decisions);
    case 'timestamp':
      return instantOfWall(value.zone ?? clock.company, value.at, clock.decisions);
    case 'instant':
      return value.at;
  }
}

export const localDayOf = (value: TimeValue, clock: Clock): number => floorDivide(wallOf(value, clock), DAY);

const ELAPSED: Readonly<Partial<Record<IntervalUnit, number>>> = { minute: MINUTE, hour: HOUR };
const DAYS: Readonly<Partial<Record<IntervalUnit, number>>> = { day: 1, week: 7 };

function monthLater({ year, month, day }: Civil, months: number, { decisions }: Clock): number {
  const count = year * 12 + month - 1 + months;
  const there = { year: floorDivide(count, 12), month: modulo(count, 12) + 1 };
  const last = decisions.monthEndClamped ? Math.min(day, daysInMonth(there.year, there.month)) : day;
  return dayOf({ ...there, day: 1 }) + last - 1;
}

/** A wall time moved by days or months, its time of day kept. */
function wallLater(wall: number, count: number, unit: IntervalUnit, clock: Clock): number {
  const day = floorDivide(wall, DAY);
  const days = DAYS[unit];
  const there =
    days === undefined
      ? monthLater(civilOf(day), unit === 'year' ? count * 12 : count, clock)
      : day + count * days;
  return there * DAY + modulo(wall, DAY);
}

/** A moment moved by an interval: days and longer on the local calendar, hours and finer elapsed (docs/semantics.md, 25). */
export function moved(value: Value, count: number, unit: IntervalUnit, clock: Clock): Value {
  if (!isTime(value)) return null;
  const elapsed = ELAPSED[unit];
  if (value.kind !== 'instant') {
    const wall = value.kind === 'date' ? value.at * DAY : value.at;
    const at = elapsed === undefined ? wallLater(wall, count, unit, clock) : wall + count * elapsed;
    return { ...value, kind: 'timestamp', at };
  }
  if (elapsed !== undefined) return { kind: 'instant', at: value.at + count * elapsed };
  const days = DAYS[unit];
  if (!clock.decisions.daysAreLocal && days !== undefined)
    return { kind: 'instant', at: value.at + count * days * DAY };
  const wall = wallLater(wallAt(clock.zone, value.at), count, unit, clock);
  return { kind: 'instant', at: instantOfWall(clock.zone, wall, clock.decisions) };
}
