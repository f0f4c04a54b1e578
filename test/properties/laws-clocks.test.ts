/** Law 3: on days when clocks change, the hours add up to the day, and the day is 23, 24 or 25 hours long. */
import fc from 'fast-check';
import { aggregate, countRows } from '../oracle/build';
import { parseInstant, printWall } from '../oracle/civil';
import type { World } from '../oracle/world';
import { unitsOf } from './law-answers';
import { type Answered, ask, openLawWorld, SEED } from './law-worlds';

/** A local day with its bounds by hand, from the published rules, and how many hours it has; null = it is cut at half an hour. */
interface ChangeDay {
  readonly zone: string;
  readonly day: string;
  readonly next: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number | null;
}

const DAYS: readonly ChangeDay[] = [
  {
    zone: 'Europe/London',
    day: '2024-03-31',
    next: '2024-04-01',
    from: '2024-03-31T00:00:00Z',
    to: '2024-03-31T23:00:00Z',
    hours: 23,
  },
  {
    zone: 'Europe/London',
    day: '2024-10-27',
    next: '2024-10-28',
    from: '2024-10-26T23:00:00Z',
    to: '2024-10-28T00:00:00Z',
    hours: 25,
  },
  // South of the equator, by thirty minutes.
  {
    zone: 'Australia/Lord_Howe',
    day: '2024-10-06',
    next: '2024-10-07',
    from: '2024-10-05T13:30:00Z',
    to: '2024-10-06T13:00:00Z',
    hours: null,
  },
  {
    zone: 'Australia/Lord_Howe',
    day: '2024-04-07',
    next: '2024-04-08',
    from: '2024-04-06T13:00:00Z',
    to: '2024-04-07T13:30:00Z',
    hours: null,
  },
  // Midnight does not exist on the one day, and comes twice at the end of the other.
  {
    zone: 'America/Sao_Paulo',
    day: '2018-11-04',
    next: '2018-11-05',
    from: '2018-11-04T03:00:00Z',
    to: '2018-11-05T02:00:00Z',
    hours: 23,
  },
  {
    zone: 'America/Sao_Paulo',
    day: '2018-02-17',
    next: '2018-02-18',
    from: '2018-02-17T02:00:00Z',
    to: '2018-02-18T03:00:00Z',
    hours: 25,
  },
];

const MINUTE = 60_000_000;
const EVERY = 15 * MINUTE;
const AROUND = 3 * 60 * MINUTE;
const micros = (instant: string): number => parseInstant(instant)?.micros ?? Number.NaN;

/** A reading every quarter of an hour and at the last microsecond before it, from before the day to after it. */
function instantsAround({ from, to }: ChangeDay): readonly number[] {
  const found: number[] = [];
  for (let at = micros(from) - AROUND; at <= micros(to) + AROUND; at += EVERY) found.push(at - 1, at);
  return found;
}

function companyOf(day: ChangeDay, instants: readonly number[], cents: readonly number[]): World {
  const amount = (i: number): string => ((cents[i % cents.length] ?? 0) / 100).toFixed(2);
  return {
    zone: day.zone,
    weekStart: 'monday',
    datasets: [
      {
        name: 'readings',
        team: 'sales',
        table: 'readings',
        key: [],
        time: 'at',
        columns: [
          { name: 'at', type: 'timestamptz' },
          { name: 'amount', type: 'decimal(12,2)' },
        ],
        joins: [],
        dimensions: [],
        rows: instants.map((at, i) => [`${printWall(at)}Z`, amount(i)]),
      },
    ],
    metrics: [
      { name: 'amount', team: 'sales', formula: aggregate('sum', 'readings.amount') },
      { name: 'readings_taken', team: 'sales', formula: countRows('readings') },
    ],
  };
}

const columnSum = ({ rows }: Answered, column: number): bigint =>
  rows.reduce((sum, row) => sum + unitsOf(row[column] ?? '0', 2), 0n);

describe.each(DAYS)('$day in $zone', (change) => {
  const instants = instantsAround(change);
  const [cents = []] = fc.sample(
    fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 50, maxLength: 50 }),
    {
      seed: SEED,
      numRuns: 1,
    },
  );
  const metrics = ['amount', 'readings_taken'];
  const period = { from: change.day, to: change.next };

  test('the hours add up to the day, which begins and ends at the instants written by hand', async () => {
    const opened = await openLawWorld(companyOf(change, instants, cents));
    const day = await ask(opened, { metrics, by: [{ time: 'day' }], period });
    const hours = await ask(opened, { metrics, by: [{ time: 'hour' }], period });
    const unbounded = await ask(opened, { metrics, by: [{ time: 'day' }] });
    await opened.close();
    if (!day || !hours || !unbounded) throw new Error('one of the questions was refused');
    const inside = instants.filter((at) => at >= micros(change.from) && at < micros(change.to));
    expect(day.rows.map((row) => [row[0], row[2]])).toEqual([[change.day, inside.length]]);
    expect(unbounded.rows.find((row) => row[0] === change.day)).toEqual(day.rows[0]);
    expect(columnSum(hours, 1)).toBe(columnSum(day, 1));
    expect(columnSum(hours, 2)).toBe(columnSum(day, 2));
    expect(new Set(hours.rows.map((row) => row[0])).size).toBe(hours.rows.length);
    if (change.hours !== null) expect(hours.rows).toHaveLength(change.hours);
  });
});
