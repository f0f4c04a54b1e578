import {
  bucketOfDay,
  civilOf,
  DAY,
  dayOf,
  HOUR,
  MINUTE,
  parseDay,
  parseInstant,
  parseWall,
  printDay,
  printWall,
  SECOND,
  weekday,
} from './civil';
import {
  add,
  divide,
  fromDouble,
  parseRational,
  rational,
  roundHalfAway,
  toDouble,
  truncate,
} from './rational';
import { compareStrings } from './value';
import { changesOf, instantsOfWall, localDay, wallAt, ZONES } from './zones';

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const instant = (text: string): number => parseInstant(text)?.micros ?? Number.NaN;

describe('days', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1900-03-01', -25508],
    ['2000-02-29', 11016],
    ['2024-12-31', 20088],
  ])('%s is day %i', (text, number) => {
    expect(day(text)).toBe(number);
    expect(printDay(number)).toBe(text);
  });

  test('every day of four centuries has a date of its own', () => {
    const days = Array.from(
      { length: day('2200-01-01') - day('1800-01-01') },
      (_, i) => day('1800-01-01') + i,
    );
    expect(days.filter((number) => dayOf(civilOf(number)) !== number)).toEqual([]);
    expect(new Set(days.map(printDay)).size).toBe(days.length);
  });

  test('days that do not exist are refused', () => {
    expect([
      parseDay('2023-02-29'),
      parseDay('2024-04-31'),
      parseDay('1900-02-29'),
      parseDay('2024-1-1'),
    ]).toEqual([null, null, null, null]);
  });

  test('weeks, quarters and years begin where the calendar says', () => {
    expect(weekday(day('2024-02-29'))).toBe(3);
    expect(printDay(bucketOfDay(day('2021-01-03'), 'week', 'monday'))).toBe('2020-12-28');
    expect(printDay(bucketOfDay(day('2021-01-03'), 'week', 'sunday'))).toBe('2021-01-03');
    expect(printDay(bucketOfDay(day('2021-01-03'), 'week', 'saturday'))).toBe('2021-01-02');
    expect(printDay(bucketOfDay(day('1969-12-31'), 'quarter', 'monday'))).toBe('1969-10-01');
    expect(printDay(bucketOfDay(day('1899-12-31'), 'year', 'monday'))).toBe('1899-01-01');
  });
});

describe('zones', () => {
  // UTC bounds of changeover days, from the published rules
  test.each([
    ['Europe/London', '2024-03-31', '2024-03-31T00:00Z', 23],
    ['Europe/London', '2024-10-27', '2024-10-26T23:00Z', 25],
    ['America/New_York', '2024-03-10', '2024-03-10T05:00Z', 23],
    ['America/New_York', '2024-11-03', '2024-11-03T04:00Z', 25],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z', 23],
    ['America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00Z', 25],
    ['Australia/Lord_Howe', '2024-10-06', '2024-10-05T13:30Z', 23.5],
    ['Australia/Lord_Howe', '2024-04-07', '2024-04-06T13:00Z', 24.5],
  ])('in %s %s begins at %s and has %d hours', (zone, text, start, hours) => {
    const begin = instant(start);
    const end = begin + hours * HOUR;
    expect([
      localDay(zone, begin - 1),
      localDay(zone, begin),
      localDay(zone, end - 1),
      localDay(zone, end),
    ]).toEqual([day(text) - 1, day(text), day(text), day(text) + 1]);
  });

  test('midnight of 4 November 2018 did not exist in São Paulo', () => {
    expect(printWall(wallAt('America/Sao_Paulo', instant('2018-11-04T03:00Z')))).toBe('2018-11-04T01:00:00');
    expect(instantsOfWall('America/Sao_Paulo', parseWall('2018-11-04T00:30') ?? 0)).toEqual([]);
  });

  test('01:30 of the long day is two instants, an hour apart', () => {
    const [first = 0, second = 0] = instantsOfWall('Europe/London', parseWall('2024-10-27T01:30') ?? 0);
    expect([second - first, first]).toEqual([60 * MINUTE, instant('2024-10-27T00:30Z')]);
  });

  test.each(ZONES)(
    'the hand-written offsets of %s are those of the zone database of this machine',
    (zone) => {
      const format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
        hourCycle: 'h23',
      });
      const read = (at: number): string => {
        const [, d, m, y, clock] = /^(\d+)\/(\d+)\/(\d+), (.*)$/.exec(format.format(at / 1000)) ?? [];
        return `${y}-${m}-${d}T${clock}`;
      };
      const days = Array.from({ length: 400 }, (_, i) => instant('2016-01-01T00:10Z') + i * 10 * DAY);
      const near = changesOf(zone)
        .flatMap((change) => [change - SECOND, change])
        .filter((at) => at >= instant('2016-01-01T00:00Z'));
      for (const at of [...days, ...near]) expect(printWall(wallAt(zone, at))).toBe(read(at));
    },
  );
});

describe('numbers', () => {
  test('rationals are exact and in lowest terms', () => {
    expect(add(rational(1n, 3n), rational(1n, 6n))).toEqual(rational(1n, 2n));
    expect(parseRational('9007199254740993.01')).toEqual({ n: 900719925474099301n, d: 100n });
    expect(truncate(rational(-7n, 2n))).toBe(-3n);
    expect(divide(rational(7n), rational(-2n))).toEqual({ n: -7n, d: 2n });
  });

  test('halves round away from zero', () => {
    expect(
      ['0.5', '-0.5', '1.25', '2.449'].map((text) => roundHalfAway(parseRational(text) ?? rational(0n), 1)),
    ).toEqual([rational(1n, 2n), rational(-1n, 2n), rational(13n, 10n), rational(24n, 10n)]);
    expect([0.5, -0.5, 1.5].map((value) => roundHalfAway(fromDouble(value), 0).n)).toEqual([1n, -1n, 2n]);
  });

  test('the nearest double of a quotient is the one that a processor gives', () => {
    for (const [n, d] of [
      [1, 3],
      [-2, 3],
      [1, 10],
      [30, 7],
      [-1, 49],
      [9007199254740991, 3],
    ] as const) {
      expect(toDouble(rational(BigInt(n), BigInt(d)))).toBe(n / d);
    }
  });
});

test('strings compare by code point, not by the units of UTF-16', () => {
  expect(compareStrings('\uff5e', '\u{1f642}')).toBe(-1);
  expect('\uff5e' < '\u{1f642}').toBe(false);
  expect([compareStrings('', 'a'), compareStrings('Z', 'a'), compareStrings('a', 'a')]).toEqual([-1, -1, 0]);
});
