import { Temporal } from 'temporal-polyfill';
import { Failure } from '../../base/failure';
import { parseTemporal } from '../language/literals';
import { GRAINS, type Grain, isFinerThanDay, isGrain } from '../model/grain';
import type { Period } from '../model/query';
import type { BoundPeriod } from './bound-query';
import type { LowerContext } from './lower';

/** A period with its ends worked out; null when it bounds nothing. @throws Failure. */
export function bindPeriod(period: Period | undefined, context: LowerContext): BoundPeriod | null {
  if (!period) return null;
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
      throw new Failure('TYPE.BAD_LITERAL', `"${text}" is not a date or time.`, {
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
function relative({ from, to, grain, running }: Period, last: number, context: LowerContext): BoundPeriod {
  if (from !== undefined || to !== undefined)
    throw new Failure('QUERY.INVALID', 'A period has `from` and `to`, or `last`, not both.', {
      path: 'period',
    });
  if (!Number.isSafeInteger(last) || last < 1 || last > 10_000)
    throw new Failure('QUERY.INVALID', '`last` is a whole number from 1 on.', { path: 'period.last' });
  if (grain === undefined || !isGrain(grain))
    throw new Failure('QUERY.INVALID', '`last` needs a grain.', {
      path: 'period.grain',
      hint: `one of ${GRAINS.join(', ')}`,
    });
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone);
  const current = startOf(now, grain, context);
  const start = current.subtract(duration(running ? last - 1 : last, grain));
  return { from: text(start, grain), to: running ? now.toInstant().toString() : text(current, grain) };
}

const duration = (count: number, grain: Grain): Temporal.DurationLike =>
  grain === 'quarter' ? { months: 3 * count } : { [`${grain}s`]: count };

const text = (moment: Temporal.ZonedDateTime, grain: Grain): string =>
  isFinerThanDay(grain) ? moment.toInstant().toString() : moment.toPlainDate().toString();

const FIRST_DAY = { monday: 1, saturday: 6, sunday: 7 } as const;

function startOf(now: Temporal.ZonedDateTime, grain: Grain, context: LowerContext): Temporal.ZonedDateTime {
  if (grain === 'hour' || grain === 'minute' || grain === 'second')
    return now.round({ smallestUnit: grain, roundingMode: 'floor' });
  const day = now.startOfDay();
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - FIRST_DAY[context.weekStart] + 7) % 7 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 });
    case 'year':
      return day.with({ day: 1, month: 1 });
  }
}
