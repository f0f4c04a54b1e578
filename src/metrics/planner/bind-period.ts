import { Temporal } from 'temporal-polyfill';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import { parseTemporal } from '../language/literals';
import { GRAINS, type Grain, isFinerThanDay } from '../model/grain';
import type { Period, Query } from '../model/query';
import type { BoundBy, BoundPeriod } from './bound-query';
import { bucketOf, bucketsLong, dateBucketOf } from './buckets';
import { readMoment } from './calendar';
import { findGrain } from './find-grain';
import type { LowerContext } from './lower';

/** A period with its ends worked out; null when it bounds nothing. @throws Failure. */
export function bindPeriod(query: Query, by: readonly BoundBy[], context: LowerContext): BoundPeriod | null {
  const period = query.period ? ends(query.period, context) : null;
  return query.complete ? completeOnly(period, by, context) : period;
}

function ends(period: Period, context: LowerContext): BoundPeriod | null {
  if (period.last !== undefined) return relative(period, period.last, context);
  if (period.grain !== undefined || period.running !== undefined) {
    throw new Failure('QUERY.INVALID', '`grain` and `running` belong to `last`.', {
      path: 'period',
      hint: 'write { last: 3, grain: month }',
    });
  }
  for (const end of ['from', 'to'] as const) {
    const text = period[end];
    if (text !== undefined && !parseTemporal(text)) {
      throw new Failure('TYPE.BAD_LITERAL', `"${shorten(text)}" is not a date or time.`, {
        path: `period.${end}`,
        hint: 'write 2024-01-31 or 2024-01-31T09:30:00Z',
      });
    }
  }
  return period.from === undefined && period.to === undefined
    ? null
    : { from: period.from ?? null, to: period.to ?? null };
}

/** The last complete buckets before the one that now lies in; `running` = that one up to now, and those before it (semantics 29). */
function relative(
  { from, to, grain: named, running }: Period,
  last: number,
  context: LowerContext,
): BoundPeriod {
  if (from !== undefined || to !== undefined)
    throw new Failure('QUERY.INVALID', 'A period has `from` and `to`, or `last`, not both.', {
      path: 'period',
    });
  if (!Number.isSafeInteger(last) || last < 1 || last > 10_000)
    throw new Failure('QUERY.INVALID', '`last` is a whole number from 1 to 10,000.', { path: 'period.last' });
  if (named === undefined)
    throw new Failure('QUERY.INVALID', '`last` needs a grain.', {
      path: 'period.grain',
      hint: `one of ${GRAINS.join(', ')}`,
    });
  const grain = findGrain(named, 'period.grain');
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone);
  const before = bucketsLong(grain, running ? last - 1 : last);
  if (isFinerThanDay(grain)) {
    const current = bucketOf(now, grain, context);
    return { from: text(current.subtract(before), grain), to: text(running ? now : current, grain) };
  }
  const current = dateBucketOf(now.toPlainDate(), grain, context);
  const end = running ? now.toInstant() : current;
  return { from: current.subtract(before).toString(), to: end.toString() };
}

const text = (moment: Temporal.ZonedDateTime, grain: Grain): string =>
  isFinerThanDay(grain) ? moment.toInstant().toString() : moment.toPlainDate().toString();

/** Moves the ends of a period inward to whole buckets of the coarsest grain asked, none of them still running (semantics 29). */
function completeOnly(
  period: BoundPeriod | null,
  by: readonly BoundBy[],
  context: LowerContext,
): BoundPeriod {
  const grain = coarsestGrain(by);
  if (!grain)
    throw new Failure(
      'QUERY.INVALID',
      '`complete` leaves out partial buckets, but the question asks for no time by grain.',
      { path: 'complete', hint: 'add { time: month } to `by`' },
    );
  const now = momentOf(context.now, context);
  const to = period?.to ? momentOf(period.to, context) : now;
  const end = bucketOf(Temporal.ZonedDateTime.compare(to, now) < 0 ? to : now, grain, context);
  return {
    from: period?.from ? text(nextStart(momentOf(period.from, context), grain, context), grain) : null,
    to: text(end, grain),
  };
}

export function coarsestGrain(by: readonly BoundBy[]): Grain | null {
  const asked = by.filter((b) => b.target === 'time' && b.grain).map((b) => GRAINS.indexOf(b.grain!));
  return asked.length ? GRAINS[Math.max(...asked)]! : null;
}

/** A date, wall time or instant of a period as a moment in the question's zone. */
export function momentOf(end: string, context: LowerContext): Temporal.ZonedDateTime {
  const read = readMoment(end)!;
  if (read.kind === 'instant') return Temporal.Instant.from(read.text).toZonedDateTimeISO(context.zone);
  return Temporal.PlainDateTime.from(read.text).toZonedDateTime(context.zone, { disambiguation: 'later' });
}

function nextStart(
  moment: Temporal.ZonedDateTime,
  grain: Grain,
  context: LowerContext,
): Temporal.ZonedDateTime {
  const start = bucketOf(moment, grain, context);
  return start.equals(moment) ? start : start.add(bucketsLong(grain, 1));
}
