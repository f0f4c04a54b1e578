import {
  bucketOfDay,
  DAY,
  dayOf,
  HOUR,
  MINUTE,
  modulo,
  nextBucket,
  parseDay,
  printDay,
  printWall,
  SECOND,
} from '../civil';
import type { Cell, ColumnType } from '../world';
import { changesOf, localDay, wallAt, ZONES } from '../zones';
import type { Random } from './random';

/** The moments and texts that one world is made of: few, so that groups meet, and close to where mistakes are made. */
export interface Pools {
  readonly zone: string;
  readonly days: readonly string[];
  /** Days for bounds and conditions: mostly those on which something happened, and those on which clocks change. */
  readonly bounds: readonly string[];
  /** Wall times, some of which the clocks of the zone skip or show twice. */
  readonly walls: readonly string[];
  readonly instants: readonly string[];
  /** Whole seconds, close to where buckets end: what the company's `now` and `asOf` are taken from. */
  readonly moments: readonly string[];
  /** Another zone than the company's, for columns and questions. */
  readonly otherZones: readonly string[];
  readonly strings: readonly string[];
}

/** Month and year ends, leap days, weeks across New Year, days long ago. */
const DAYS = [
  '2018-12-31',
  '2019-01-01',
  '2020-02-29',
  '2020-03-01',
  '2021-01-03',
  '2021-01-04',
  '2023-01-31',
  '2023-02-28',
  '2023-03-31',
  '2023-12-31',
  '2024-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-06-30',
  '2024-07-01',
  '2024-12-29',
  '2024-12-30',
  '2025-01-05',
].map((text) => parseDay(text) ?? 0);
const LONG_AGO = ['1899-12-31', '1900-02-28', '1969-12-31', '1970-01-01'];

const STRINGS = [
  '',
  'null',
  'NULL',
  'a',
  'A',
  'b',
  'Z',
  'z',
  ' a',
  'a%',
  'a_b',
  "O'Brien",
  'é',
  'ä',
  '\uff5e',
  '\u{1f642}',
  '"',
  '\\',
  'x--y',
  'a\nb',
];

/** Texts that share a register of the distinct-count sketch. */
const TWINS = [
  ['', 'lth'],
  ['null', 'fis'],
  ['a', 'osj'],
  ['A', 'kpt'],
  ['Z', 'jfs'],
  [' a', 'imy'],
  ['\u00e9', 'hev'],
  ['a%', 'bix'],
];

/** At least a year inside of the years whose clock changes are known: intervals lead from here to there. */
const isRecent = (instant: number): boolean =>
  instant >= (parseDay('2018-01-01') ?? 0) * DAY && instant < (parseDay('2026-01-01') ?? 0) * DAY;

/** Half an hour after the clocks of Lord Howe change has no hour that it could be called by. */
const isNameless = (zone: string, instant: number): boolean =>
  zone === 'Australia/Lord_Howe' &&
  changesOf(zone).some((change) => instant >= change && instant < change + 30 * MINUTE);

const AROUND = [
  -HOUR - SECOND,
  -HOUR,
  -30 * MINUTE,
  -SECOND,
  0,
  SECOND,
  29 * MINUTE,
  30 * MINUTE,
  59 * MINUTE,
  HOUR,
  90 * MINUTE,
  2 * HOUR,
];
const CLOCKS = [0, 1, SECOND, HOUR - 1, HOUR, 90 * MINUTE, 12 * HOUR, 23 * HOUR + 30 * MINUTE, DAY - 1];

/** A local midnight of the zone, or the first instant after it where midnight does not exist. */
function midnight(zone: string, day: number): number {
  let instant = day * DAY - wallAt(zone, day * DAY) + day * DAY;
  while (localDay(zone, instant - 30 * MINUTE) === day) instant -= 30 * MINUTE;
  while (localDay(zone, instant) < day) instant += 30 * MINUTE;
  return instant;
}

function instantsOf(
  random: Random,
  zone: string,
  changes: readonly number[],
  days: readonly number[],
): readonly number[] {
  const near = changes.flatMap((change) => random.some(AROUND, 6).map((shift) => change + shift));
  const edges = random
    .some(days, 4)
    .flatMap((day) => random.some([-1, 0, 1, HOUR], 2).map((shift) => midnight(zone, day) + shift));
  return [...near, ...edges].filter((instant) => !isNameless(zone, instant));
}

/** The last and first days of weeks, months and years around a day. */
const neighbours = (day: number): readonly number[] => [
  day - 1,
  day + 1,
  bucketOfDay(day, 'week', 'monday'),
  nextBucket(bucketOfDay(day, 'month', 'monday'), 'month'),
];

export function makePools(random: Random): Pools {
  const zone = random.pick(ZONES);
  const changes = random.some(changesOf(zone).filter(isRecent), random.int(1, 2));
  const changeDays = changes.map((change) => localDay(zone, change));
  const anchors = [...changeDays, ...random.some(DAYS, random.int(2, 4))];
  const days = [...new Set([...anchors, ...random.some(anchors.flatMap(neighbours), 3)])].filter(
    (day) => day > dayOf({ year: 2018, month: 1, day: 3 }),
  );
  const walls = [
    ...days.flatMap((day) => random.some(CLOCKS, 2).map((clock) => day * DAY + clock)),
    ...changes.flatMap((change) => random.some(AROUND, 4).map((shift) => wallAt(zone, change) + shift)),
  ];
  const instants = instantsOf(random, zone, changes, days);
  const moments = instants.map((instant) => instant - modulo(instant, SECOND));
  return {
    zone,
    days: [...days.map(printDay), ...(random.chance(0.2) ? random.some(LONG_AGO, 2) : [])],
    bounds: [...days, ...instants.map((each) => localDay(zone, each)), ...changeDays, ...changeDays].map(
      printDay,
    ),
    walls: walls.map(printWall),
    instants: instants.map((instant) => `${printWall(instant)}Z`),
    moments: moments.map((instant) => `${printWall(instant)}Z`),
    otherZones: ZONES.filter((other) => other !== zone),
    strings: [
      ...new Set([
        ...(random.chance(0.4) ? random.pick(TWINS) : []),
        ...random.some(STRINGS, random.int(3, 5)),
      ]),
    ],
  };
}

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  smallint: ['0', '1', '2', '3', '7', '268', '-7', '-1', '32767', '-32768'],
  // 7 and 268, 5 and 1959, 12 and 442, -2 and 1685 share a register of the distinct-count sketch.
  integer: ['0', '1', '2', '3', '5', '7', '-7', '-2', '12', '268', '442', '1959', '1685', '2147483647'],
  bigint: [
    '0',
    '1',
    '7',
    '-7',
    '9007199254740993',
    '-9007199254740993',
    '4000000000000000001',
    '-4000000000000000001',
  ],
  double: ['0.5', '-0.25', '0', '-0', '3', '-7', '2.5', '0.125', '1048576', 'NaN', 'Infinity', '-Infinity'],
  'decimal(12,2)': [
    '0.00',
    '0.05',
    '0.50',
    '1.50',
    '2.50',
    '-0.50',
    '-7.00',
    '7.00',
    '10.10',
    '99.99',
    '3.33',
    '9999999999.99',
    '-9999999999.99',
  ],
  'decimal(18,2)': [
    '0.01',
    '0.00',
    '-0.01',
    '1234567890123456.78',
    '9999999999999999.99',
    '-9999999999999999.99',
    '0.05',
  ],
  'decimal(9,4)': ['0.0000', '0.0050', '1.2345', '-1.0000', '0.3333', '2.5000', '99999.9999', '-99999.9999'],
  'decimal(6,0)': ['0', '1', '7', '-7', '100'],
  'decimal(18,6)': [
    '0.000001',
    '-0.000001',
    '0.500000',
    '2.500000',
    '123456789012.345678',
    '999999999999.999999',
    '-999999999999.999999',
  ],
};

export const NUMBER_TYPES = Object.keys(NUMBERS) as readonly ColumnType[];

/** Types whose values leave no room for products. */
export const isHuge = (type: ColumnType): boolean =>
  type === 'bigint' || type === 'decimal(18,2)' || type === 'decimal(18,6)';

/** A cell of a type, never NULL. */
export function cellOf(random: Random, type: ColumnType, pools: Pools): NonNullable<Cell> {
  switch (type) {
    case 'boolean':
      return random.pick(['true', 'false']);
    case 'string':
      return random.pick(pools.strings);
    case 'date':
      return random.pick(pools.days);
    case 'timestamp':
      return random.pick(pools.walls);
    case 'timestamptz':
      return random.pick(pools.instants);
    default:
      return random.pick(NUMBERS[type] ?? ['0']);
  }
}
