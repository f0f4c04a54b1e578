/** The calendar of the laws: local days as `YYYY-MM-DD`, with the arithmetic of JavaScript's UTC dates, which have no zones. */

const MS_PER_DAY = 86_400_000;
const WEEK_STARTS = { monday: 1, sunday: 0, saturday: 6 } as const;

export type WeekStart = keyof typeof WEEK_STARTS;
export type DayGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  textOf(new Date(dateOf(day).getTime() + days * MS_PER_DAY));

/** 1 = Monday … 7 = Sunday. */
export const dayOfWeek = (day: string): number => dateOf(day).getUTCDay() || 7;

/** The first day of the bucket that holds a day. */
export function bucketOf(day: string, grain: DayGrain, weekStart: WeekStart): string {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((date.getUTCDay() - WEEK_STARTS[weekStart] + 7) % 7));
    case 'month':
      return textOf(new Date(Date.UTC(year, month, 1)));
    case 'quarter':
      return textOf(new Date(Date.UTC(year, month - (month % 3), 1)));
    case 'year':
      return textOf(new Date(Date.UTC(year, 0, 1)));
  }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the bucket that lies `count` buckets after the one that starts on `day`; `count` may be negative. */
export function bucketAfter(day: string, grain: DayGrain, count = 1): string {
  if (grain === 'day' || grain === 'week') return addDays(day, count * (grain === 'day' ? 1 : 7));
  const date = dateOf(day);
  return textOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * MONTHS[grain], 1)));
}
