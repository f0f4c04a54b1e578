import { Temporal } from 'temporal-polyfill';
import { parseTemporal, type TemporalLiteral } from '../language/literals';
import type { ValueType } from '../model/value-type';
import { remembering } from './remembering';

/** Wall time in a zone → instant, `…Z`. A time that the clocks skip counts by the offset before the gap, of two the later is meant: as engines do (semantics 24). */
export const toInstant = remembering((wall: string, zone: string): string =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' }).toInstant().toString(),
);

/** Instant → wall time in a zone, `YYYY-MM-DDTHH:MM:SS[.f]`. */
export const toWall = remembering((instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString(),
);

export const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

export const isZone = remembering((zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
});

/** How far a question's zone applies: `asked` is set when the question names one itself. */
export interface Zones {
  readonly company: string;
  /** The zone of buckets and bounds. */
  readonly zone: string;
  readonly asked: boolean;
}

/** Where a zone or a stretch of time leads out of the years 0001 to 9999: `+010000-01-01`, `0000-12-31T23:00:00Z`. */
const BEYOND = /^(?:[+-]\d{6}|0000)-\d{2}-\d{2}(T[\d:.]+(Z)?)?$/;

/** Reads what `parseTemporal` reads, and moments that we have worked out ourselves, of any year. */
export function readMoment(text: string): TemporalLiteral | null {
  const read = parseTemporal(text);
  if (read) return read;
  const beyond = BEYOND.exec(text);
  return beyond && { kind: beyond[2] ? 'instant' : beyond[1] ? 'wall' : 'date', text };
}

/** A moment as every engine reads it; before the year 1 there is no data, so that its beginning is as good a bound. */
export function readable(moment: string): string {
  if (moment.startsWith('+')) return moment.replace(/^\+0*/, '');
  if (!/^(?:-|0000)/.test(moment)) return moment;
  const [, clock] = moment.split('T');
  return clock === undefined ? '0001-01-01' : `0001-01-01T00:00:00${clock.endsWith('Z') ? 'Z' : ''}`;
}

/**
 * A moment given from outside (`2024-01-31`, a wall time, an instant) in the canonical text of a column's type, for use as a
 * bound: dates and wall times are local to the question's zone. For a date column a moment inside of a day counts as the next day,
 * since no earlier date of the column is at or after it.
 */
export function momentFor(text: string, type: ValueType, zones: Zones): string | null {
  const read = readMoment(text);
  const moment = read && momentIn(read, type, zones);
  return moment && readable(moment);
}

function momentIn(read: TemporalLiteral, type: ValueType, zones: Zones): string | null {
  if (type.kind === 'date' && read.kind === 'date') return read.text;
  const wall = read.kind === 'date' ? `${read.text}T00:00:00` : read.text;
  const instant = (): string => (read.kind === 'instant' ? read.text : toInstant(wall, zones.zone));
  switch (type.kind) {
    case 'timestamptz':
      return instant();
    case 'timestamp': {
      const own = type.zone ?? zones.company;
      return read.kind !== 'instant' && own === zones.zone ? wall : toWall(instant(), own);
    }
    case 'date': {
      const local = read.kind === 'instant' ? toWall(read.text, zones.zone) : wall;
      const [date, clock] = local.split('T');
      return /^00:00(:00(\.0+)?)?$/.test(clock!) ? date! : nextDay(date!);
    }
    default:
      return null;
  }
}
