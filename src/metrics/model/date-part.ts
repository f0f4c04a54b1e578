/** Parts of a date or time that repeat, as integers: day_of_week counts 1 = Monday … 7 (semantics 26). */
export const DATE_PARTS = [
  'year',
  'quarter_of_year',
  'month_of_year',
  'week_of_year',
  'day_of_year',
  'day_of_month',
  'day_of_week',
  'hour_of_day',
  'minute_of_hour',
] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export const isDatePart = (name: string): name is DatePart =>
  (DATE_PARTS as readonly string[]).includes(name);

/** The part of `extract(part from …)` that computes it. */
export const EXTRACT_PART: Readonly<Record<DatePart, string>> = {
  year: 'year',
  quarter_of_year: 'quarter',
  month_of_year: 'month',
  week_of_year: 'week',
  day_of_year: 'doy',
  day_of_month: 'day',
  day_of_week: 'dow',
  hour_of_day: 'hour',
  minute_of_hour: 'minute',
};
