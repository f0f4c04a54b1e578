import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Answer, Value } from '../../src/metrics/model/answer';
import type { Query } from '../../src/metrics/model/query';
import { openTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';
import { tenet as runTenet } from '../cli/captured-io';

const FLIGHTS = path.join(__dirname, '../../examples/flights');
const DATABASE = path.join(FLIGHTS, '.data/flights.duckdb');

/** Fetches and loads when something is missing; some milliseconds when nothing is. */
const loaded = spawnSync(process.execPath, [path.join(FLIGHTS, 'load.cjs')], { encoding: 'utf8' });
const mustRun = process.env['CI'] === 'true';
if (loaded.status !== 0 && !mustRun) {
  process.stderr.write(`SKIPPED: the flights are not here and cannot be fetched. ${loaded.stderr}`);
}
const suite = loaded.status === 0 || mustRun ? describe : describe.skip;

interface Case {
  readonly name: string;
  readonly question: Query;
  /** Written by hand from the words of the definitions; the same columns in the same order. */
  readonly sql: string;
}

const CASES: readonly Case[] = [
  {
    name: 'flights, delays and the late share by month',
    question: {
      metrics: ['flights', 'average_delay', 'p90_delay', 'median_delay', 'late_share'],
      by: [{ time: 'month' }],
      period: { to: '2001-07-01' },
    },
    sql: `select strftime(date, '%Y-%m-01') as month, count(*), avg(delay), quantile_cont(delay, 0.9), median(delay),
            avg(case when delay > 15 then 1.0 else 0.0 end)
          from flights where date < timestamp '2001-07-01' group by month order by month`,
  },
  {
    name: 'flights and delay by hour of the day',
    question: { metrics: ['flights', 'average_delay'], by: [{ dimension: 'flights.hour_of_day' }] },
    sql: 'select hour(date) as h, count(*), avg(delay) from flights group by h order by h',
  },
  {
    name: 'states at both ends: one table of airports in two roles',
    question: {
      metrics: ['flights', 'average_distance', 'late_flights'],
      by: [{ dimension: 'origin_airport.state' }, { dimension: 'destination_airport__state' }],
      order: [{ metric: 'flights', direction: 'DESC' }],
      limit: 200,
    },
    sql: `select nullif(o.state, 'NA') as origin, nullif(d.state, 'NA') as destination, count(*) as n, avg(f.distance),
            count(*) filter (f.delay > 15)
          from flights f join airports o on o.iata = f.origin join airports d on d.iata = f.destination
          group by all order by n desc, origin nulls last, destination nulls last limit 200`,
  },
  {
    name: 'late share by route, of one origin and a period',
    question: {
      metrics: ['late_share', 'flights'],
      by: [{ dimension: 'flights.route' }],
      where: [{ dimension: 'flights.origin', eq: 'ORD' }],
      period: { from: '2001-01-01', to: '2001-04-01' },
    },
    sql: `select 'ORD-' || destination as route, sum((delay > 15)::int) / count(*), count(*) from flights
          where origin = 'ORD' and month(date) between 1 and 3 and year(date) = 2001 group by route order by route`,
  },
  {
    name: 'distance and distinct routes by city of departure',
    question: {
      metrics: ['total_distance', 'routes_flown'],
      by: [{ dimension: 'origin_airport.city' }],
      order: [{ metric: 'total_distance', direction: 'DESC' }],
    },
    sql: `with known as (select f.distance, f.origin, f.destination, a.city from flights f left join airports a on a.iata = f.origin)
          select city, sum(distance)::bigint as miles, (select count(*) from
            (select distinct origin, destination from known k where k.city is not distinct from known.city))
          from known group by city order by miles desc, city nulls last`,
  },
  {
    name: 'flights by day into airports without a known state',
    question: {
      metrics: ['flights', 'total_distance'],
      by: [{ time: 'day' }],
      where: [{ dimension: 'destination_airport.state', isNull: true }],
    },
    sql: `select strftime(date, '%Y-%m-%d') as day, count(*), sum(distance)::bigint from flights
          where destination in (select iata from airports where state = 'NA') group by day order by day`,
  },
  {
    name: 'a disjunction over both roles',
    question: {
      metrics: ['flights', 'average_delay'],
      where: [
        {
          or: [
            { dimension: 'origin_airport.state', eq: 'HI' },
            { not: { dimension: 'destination_airport.state', ne: 'AK' } },
          ],
        },
      ],
    },
    sql: `select count(*), avg(delay) from flights
          where origin in (select iata from airports where state = 'HI') or destination in (select iata from airports where state = 'AK')`,
  },
];

/** Integers and texts exactly, doubles to a relative 1e-9 (docs/semantics.md, row 15). */
function expectSame(answer: Answer, rows: readonly (readonly unknown[])[]): void {
  expect(answer.rowCount).toBe(rows.length);
  rows.forEach((row, index) => {
    const asked = answer.data.map((column) => column[index] ?? null);
    row.forEach((expected, column) => {
      if (answer.columns[column]?.type.kind === 'double')
        expectClose(asked[column] ?? null, Number(expected));
      else expect(String(asked[column])).toBe(String(expected));
    });
  });
}

function expectClose(value: Value, expected: number): void {
  expect(typeof value).toBe('number');
  expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

suite('three million flights', () => {
  let tenet: Tenet;
  let plain: DuckDBInstance;

  const rowsOf = async (sql: string): Promise<unknown[][]> => {
    const connection = await plain.connect();
    const result = await connection.runAndReadAll(sql);
    connection.closeSync();
    return result.getRows();
  };

  beforeAll(async () => {
    expect(loaded.stderr).not.toContain('could not');
    tenet = await openTenet({
      definitions: path.join(FLIGHTS, 'definitions'),
      database: `duckdb:${DATABASE}`,
    });
    plain = await DuckDBInstance.create(DATABASE, { access_mode: 'READ_ONLY' });
  });

  afterAll(async () => {
    await tenet.close();
    plain.closeSync();
  });

  test('the definitions have no findings', () => {
    expect(tenet.diagnostics).toEqual([]);
  });

  test.each(CASES)('$name: the numbers of plain SQL', async ({ question, sql }) => {
    const rows = await rowsOf(sql);
    expect(rows.length).toBeGreaterThan(0);
    expectSame(await tenet.ask(question), rows);
  });

  test('totals are those of the same question without a split', async () => {
    const question: Query = { metrics: ['flights', 'p90_delay', 'late_share', 'routes_flown'], totals: true };
    const split = await tenet.ask({ ...question, by: [{ dimension: 'origin_airport.state' }] });
    const [row = []] = await rowsOf(`select null, count(*), quantile_cont(delay, 0.9), avg((delay > 15)::int),
      count(distinct origin || '-' || destination) from flights`);
    expect(split.rowCount).toBeGreaterThan(50);
    expect(split.totals?.[1]).toBe(Number(row[1]));
    expectClose(split.totals?.[2] ?? null, Number(row[2]));
    expectClose(split.totals?.[3] ?? null, Number(row[3]));
    expect(split.totals?.[4]).toBe(Number(row[4]));
  });

  test('flights cannot be split by airports without a role', async () => {
    await expect(
      tenet.ask({ metrics: ['flights'], by: [{ dimension: 'airports.state' }] }),
    ).rejects.toMatchObject({
      code: 'DIMENSION.UNREACHABLE',
      suggestions: ['destination_airport.state', 'origin_airport.state'],
    });
  });

  /** The command of each block of README.md, and what README.md says that it prints. */
  const readme = readFileSync(path.join(FLIGHTS, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```console\n\$ tenet (.*)\n([\s\S]*?)```/g)];

  test.each(blocks.map(([, line = '', printed = '']) => ({ line, printed })))(
    'README: tenet $line',
    async ({ line, printed }) => {
      const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const run = await runTenet(words, { cwd: FLIGHTS, env: { TENET_DATABASE: `duckdb:${DATABASE}` } });
      const untimed = (text: string): string => text.replace(/ in \d+ ms$/m, '');
      expect(run.code).toBe(0);
      expect(untimed(run.out)).toBe(untimed(printed));
      expect(printed).not.toBe('');
    },
  );

  test('README shows at least six answers', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(6);
  });
});
