import type { Temporal } from 'temporal-polyfill';
import type { Company } from '../model/catalog';
import { type FineGrain, type Grain, isFinerThanDay } from '../model/grain';

const FIRST_DAY: Readonly<Record<Company['weekStart'], number>> = { monday: 1, saturday: 6, sunday: 7 };

/** The start of the bucket that a moment lies in, in the moment's own zone. */
export function bucketOf(
  moment: Temporal.ZonedDateTime,
  grain: Grain,
  { weekStart }: Pick<Company, 'weekStart'>,
): Temporal.ZonedDateTime {
  if (isFinerThanDay(grain)) return moment.round({ smallestUnit: grain, roundingMode: 'floor' });
  return dateBucketOf(moment.toPlainDate(), grain, { weekStart }).toZonedDateTime(moment.timeZoneId);
}

/** The first day of the bucket that a day lies in. */
export function dateBucketOf(
  day: Temporal.PlainDate,
  grain: Exclude<Grain, FineGrain>,
  { weekStart }: Pick<Company, 'weekStart'>,
): Temporal.PlainDate {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - FIRST_DAY[weekStart] + 7) % 7 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 });
    case 'year':
      return day.with({ day: 1, month: 1 });
  }
}

/** That many buckets, as what is added to the start of one or taken from it. */
export const bucketsLong = (grain: Grain, count: number): Temporal.DurationLike =>
  grain === 'quarter' ? { months: 3 * count } : { [`${grain}s`]: count };
