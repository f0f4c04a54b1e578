import { civilDays, type DayTime } from '../../decode/civil-time';

/** A date or timestamp as PostgreSQL writes it with `DateStyle` ISO: `2024-01-31 10:00:00.5`, `10000-01-01`, `0044-03-15 BC`. */
const MOMENT = /^(\d{4,})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?(?:[+-]00)?( BC)?$/;

/** Days since 1970 and microseconds in the day; null for `infinity` and `-infinity`. Instants must be written in UTC. */
export function readMoment(text: string): DayTime | null {
  const match = MOMENT.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const civilYear = match[8] ? 1 - Number(year) : Number(year);
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return {
    days: civilDays(civilYear, Number(month), Number(day)),
    micros: seconds * 1_000_000 + Number(fraction.padEnd(6, '0')),
  };
}
