import type { Temporal } from 'temporal-polyfill';
import type { Company } from '../model/catalog';
import type { Grain } from '../model/grain';

const FIRST_DAY: Readonly<Record<Company['weekStart'], number>> = { monday: 1, saturday: 6, sunday: 7 };

/** The start of the bucket that a moment lies in, in the moment's own zone. */
export function bucketOf(
  moment: Temporal.ZonedDateTime,
  grain: Grain,
  { weekStart }: Pick<Company, 'weekStart'>,
): Temporal.ZonedDateTime {
  if (grain === 'hour' || grain === 'minute' || grain === 'second')
    return moment.round({ smallestUnit: grain, roundingMode: 'floor' });
  const day = moment.startOfDay();
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - FIRST_DAY[weekStart] + 7) % 7 });
    case 'month':
      return day.with({ day: 1 }).startOfDay();
    case 'quarter':
      return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 }).startOfDay();
    case 'year':
      return day.with({ day: 1, month: 1 }).startOfDay();
  }
}

/** The start of a bucket that many buckets earlier; a negative count goes forward. */
export function stepBack(start: Temporal.ZonedDateTime, grain: Grain, count: number): Temporal.ZonedDateTime {
  const duration = grain === 'quarter' ? { months: 3 * count } : { [`${grain}s`]: count };
  return start.subtract(duration);
}
