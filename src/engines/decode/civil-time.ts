/** Texts of the proleptic Gregorian calendar, as ISO 8601 writes them. */

const MICROS_PER_DAY = 86_400_000_000;
/** A point in time as the days since 1970, UTC or on some wall, and the microseconds in that day. */
export interface DayTime {
  readonly days: number;
  readonly micros: number;
}

/** Splits microseconds since 1970; exact over the full 64 bits. */
export function splitDay(microsSinceEpoch: bigint): DayTime {
  const total = Number(microsSinceEpoch);
  if (!Number.isSafeInteger(total)) return splitFarDay(microsSinceEpoch);
  const rest = total % MICROS_PER_DAY;
  const micros = rest < 0 ? rest + MICROS_PER_DAY : rest;
  return { days: (total - micros) / MICROS_PER_DAY, micros };
}

/** The same point on a wall that is `seconds`, less than a day, ahead. */
export function ahead(time: DayTime, seconds: number): DayTime {
  const micros = time.micros + seconds * 1_000_000;
  if (micros < 0) return { days: time.days - 1, micros: micros + MICROS_PER_DAY };
  if (micros >= MICROS_PER_DAY) return { days: time.days + 1, micros: micros - MICROS_PER_DAY };
  return { days: time.days, micros };
}

/** `YYYY-MM-DDTHH:MM:SS[.ffffff]`, with nine decimals where there are nanoseconds. `nanos` is 0 to 999. */
export function timestampText(time: DayTime, nanos = 0): string {
  return `${civilDate(time.days)}T${timeOfDay(time.micros, nanos)}`;
}

function splitFarDay(microsSinceEpoch: bigint): DayTime {
  const day = BigInt(MICROS_PER_DAY);
  const rest = microsSinceEpoch % day;
  const micros = rest < 0n ? rest + day : rest;
  return { days: Number((microsSinceEpoch - micros) / day), micros: Number(micros) };
}

/**
 * `YYYY-MM-DD`; beyond the years 0 to 9999 the expanded form `+012345-01-31`, where year 0 is 1 BC.
 *
 * Days to year, month and day, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
 */
export function civilDate(daysSinceEpoch: number): string {
  const shifted = daysSinceEpoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Days since 1970 of a year (0 is 1 BC), month and day, after the same source (days_from_civil). */
export function civilDays(year: number, month: number, day: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function timeOfDay(micros: number, nanos: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const hour = twoDigits(Math.floor(seconds / 3600));
  const minute = twoDigits(Math.floor(seconds / 60) % 60);
  return `${hour}:${minute}:${twoDigits(seconds % 60)}${fraction(micros % 1_000_000, nanos)}`;
}

function fraction(micros: number, nanos: number): string {
  if (micros === 0 && nanos === 0) return '';
  const six = String(micros).padStart(6, '0');
  return nanos === 0 ? `.${six}` : `.${six}${String(nanos).padStart(3, '0')}`;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));
