/** Reads the texts in which engines hand times over (`metrics/model/answer.ts`) back into counts since 1970. */

const SECONDS_PER_DAY = 86_400;
const TEXT =
  /^([+-]?\d{4,7})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d)(?::(\d\d))?)?)?$/;

/** What Arrow's own readers take for a time without an end: the last value of the type, and its negative. */
const endless = <N>(text: string, last: N, first: N): N | null =>
  text === 'infinity' ? last : text === '-infinity' ? first : null;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function daysOf(text: string): number {
  const [, year, month, day] = TEXT.exec(text) ?? [];
  return endless(text, 2 ** 31 - 1, -(2 ** 31 - 1)) ?? daysOfDate(Number(year), Number(month), Number(day));
}

/** Microseconds since 1970 of a wall-clock time, or since 1970 in UTC of an instant with its offset; finer digits are cut. */
export function microsOf(text: string): bigint {
  const last = 2n ** 63n - 1n;
  const forever = endless(text, last, -last);
  if (forever !== null) return forever;
  const [, year, month, day, hour, minute, second, fraction = '', sign, ...offset] = TEXT.exec(text) ?? [];
  const days = daysOfDate(Number(year), Number(month), Number(day));
  const [hours = 0, minutes = 0, seconds = 0] = offset.map((part) => Number(part ?? 0));
  const ahead = (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const whole = BigInt(days * SECONDS_PER_DAY + clock - ahead);
  return whole * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}

/** After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil). */
function daysOfDate(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
