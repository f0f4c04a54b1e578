import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import type { Engine } from '../../src/engines/engine';
import type { FunctionName } from '../../src/metrics/language/functions';
import { columnTypes, type Plan, type PlanExpression } from '../../src/metrics/model/plan';
import { DATE, STRING, TIMESTAMPTZ, type ValueType } from '../../src/metrics/model/value-type';
import { call, lit, test as tested } from '../../src/metrics/planner/expressions';
import { zoneTables } from '../../src/metrics/planner/passes/zone-tables';
import { selectStep } from '../../src/metrics/planner/plan-scope';
import { transitionsOf } from '../../src/metrics/planner/zone-transitions';
import { printPlan } from '../../src/metrics/sql/print-plan';
import { randomFrom } from '../oracle/generate/random';
import committed from '../seed.json';

const seed = Number(process.env['TENET_SEED'] ?? committed.seed);
/** Half hours, quarters of an hour, midnights that do not exist, Ramadan, years with four changes, none at all. `TENET_ZONES=all` tries every zone; those fail whose rules the engine's and the process's zone data know differently. */
const ZONES: readonly string[] =
  process.env['TENET_ZONES'] === 'all'
    ? Intl.supportedValuesOf('timeZone')
    : [
        ...['Europe/London', 'Europe/Dublin', 'America/New_York', 'America/Sao_Paulo', 'America/Havana'],
        ...['Australia/Lord_Howe', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Kathmandu'],
        ...['Pacific/Chatham', 'Pacific/Apia', 'America/Asuncion', 'Asia/Tehran', 'Asia/Kolkata', 'UTC'],
      ];
const YEARS = ['2015-01-01T00:00:00Z', '2035-01-01T00:00:00Z'] as const;
const WALL: ValueType = { kind: 'timestamp', zone: null };

/** Instants in microseconds: around every change of a clock, around the ends of the table, and anywhere. */
function momentsOf(zone: string): readonly bigint[] {
  const random = randomFrom(`${seed}/${zone}`);
  const edges = [
    ...YEARS.map((at) => Date.parse(at)),
    ...transitionsOf(zone, ...YEARS).map(({ at }) => at.epochMilliseconds),
  ];
  const near = edges.flatMap((at) =>
    [-5_400_000, -1_800_000, -1, 0, 1, 1_800_000, 5_400_000].map((by) => at + by),
  );
  const anywhere = Array.from(
    { length: 200 },
    () => random.int(-2_200_000_000, 4_000_000_000) * 1000 + random.int(0, 999),
  );
  return [...near, ...anywhere].map((ms) => BigInt(ms) * 1000n + BigInt(random.int(0, 999)));
}

const EXTREMES = [
  '(null, null)',
  "(timestamptz '0001-01-01 00:00:00Z', timestamp '0001-01-01 00:00:00')",
  "(timestamptz '9999-12-31 23:59:59.999999Z', timestamp '9999-12-31 23:59:59.999999')",
  "(timestamptz '0044-03-15 (BC) 12:00:00Z', timestamp '0044-03-15 (BC) 12:00:00')",
];
/** Of these there are no hours. */
const INFINITE = [
  "(timestamptz 'infinity', timestamp 'infinity')",
  "(timestamptz '-infinity', timestamp '-infinity')",
];

let engine: Engine;
const folder = mkdtempSync(path.join(tmpdir(), 'tenet-times-'));
const tableOf = (zone: string): string => zone.toLowerCase().replace(/\W/g, '_');

beforeAll(async () => {
  const file = path.join(folder, 'times.duckdb');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  for (const zone of ZONES) {
    const rows = momentsOf(zone).map(
      (us) => `(make_timestamptz(${us}::bigint), make_timestamp(${us}::bigint))`,
    );
    await connection.run(
      `create table ${tableOf(zone)} as select * from (values ${[...EXTREMES, ...rows].join(', ')}) t (instant, wall)`,
    );
  }
  await connection.run(
    `create table infinite as select * from (values ${INFINITE.join(', ')}) t (instant, wall)`,
  );
  connection.closeSync();
  instance.closeSync();
  engine = await openDuckdb({ path: file, readOnly: true });
});
afterAll(async () => {
  await engine?.close();
  rmSync(folder, { recursive: true, force: true });
});

const INSTANT: PlanExpression = {
  kind: 'reference',
  to: { alias: 't', field: 'instant' },
  type: TIMESTAMPTZ,
};
const WALLS: PlanExpression = { kind: 'reference', to: { alias: 't', field: 'wall' }, type: WALL };
const asText = (e: PlanExpression): PlanExpression => call('cast', [e], STRING);

const converting = (zone: string) => {
  const make = (fn: FunctionName, of: PlanExpression, type: ValueType, option = zone): PlanExpression =>
    call(fn, [of], type, option);
  const local = make('local_time', INSTANT, WALL);
  const instant = make('local_instant', WALLS, TIMESTAMPTZ);
  return {
    whole: [local, call('bucket', [local], DATE, 'day'), call('bucket', [local], DATE, 'month')],
    parts: ['hour', 'minute', 'second'].map((grain) =>
      make('bucket_instant', INSTANT, TIMESTAMPTZ, `${grain} ${zone}`),
    ),
    walls: [instant, call('local_time', [instant], WALL, 'Asia/Tokyo')],
  } as const;
};

/** The conversions of all moments of a table, or of those that a condition leaves. */
const planOf = (
  table: string,
  values: readonly PlanExpression[],
  where: PlanExpression | null = null,
): Plan => ({
  steps: [
    selectStep({
      name: 'answer',
      comment: '',
      from: { kind: 'table', alias: 't', dataset: 't', table: [table] },
      where,
      columns: [INSTANT, WALLS, ...values].map((value, i) => ({ name: `c${i}`, value: asText(value) })),
      order: [
        { column: 'c0', direction: 'asc', nulls: 'last' },
        { column: 'c1', direction: 'asc', nulls: 'last' },
      ],
    }),
  ],
  answers: ['answer'],
});

async function rowsOf(plan: Plan): Promise<readonly string[]> {
  const types = columnTypes(plan.steps.at(-1)!);
  const { columns: values, rowCount } = await engine.run(printPlan(plan, engine.dialect).statement, types);
  return Array.from({ length: rowCount }, (_, row) => JSON.stringify(values.map((column) => column[row])));
}

const within = (from: string, to: string): PlanExpression =>
  call('and', [tested('gte', INSTANT, lit(from, TIMESTAMPTZ)), tested('lt', INSTANT, lit(to, TIMESTAMPTZ))], {
    kind: 'boolean',
  });

describe('the table of offsets of a zone', () => {
  test.each(ZONES)('gives what the engine gives: %s', async (zone) => {
    const { whole, parts, walls } = converting(zone);
    const plan = planOf(tableOf(zone), [...whole, ...parts, ...walls]);
    const tabled = zoneTables.run(plan);
    expect(JSON.stringify(tabled).includes('"local_time_by_table"')).toBe(true);
    const [plain, cheap] = await Promise.all([rowsOf(plan), rowsOf(tabled)]);
    expect(cheap.filter((row, i) => row !== plain[i])).toEqual([]);
    expect(plain.length).toBeGreaterThan(200);
  });

  test('leaves infinite moments to the engine', async () => {
    const { whole, walls } = converting('Europe/London');
    const plan = planOf('infinite', [...whole, ...walls]);
    expect(await rowsOf(zoneTables.run(plan))).toEqual(await rowsOf(plan));
  });

  test.each(ZONES.slice(0, 6))('is only as long as the period of the question: %s', async (zone) => {
    const { whole, parts } = converting(zone);
    const periods = [
      ['2019-03-01T00:00:00Z', '2020-11-15T00:00:00Z'],
      ['1995-01-01T00:00:00Z', '2008-01-01T00:00:00Z'],
    ] as const;
    let compared = 0;
    for (const [from, to] of periods) {
      const plan = planOf(tableOf(zone), [...whole, ...parts], within(from, to));
      const tabled = zoneTables.run(plan);
      expect(JSON.stringify(tabled).includes(YEARS[1])).toBe(false);
      const rows = await rowsOf(tabled);
      expect(rows).toEqual(await rowsOf(plan));
      compared += rows.length;
    }
    expect(compared).toBeGreaterThan(3);
  });
});

describe('buckets by days back', () => {
  const bucketed = (value: PlanExpression, grain: string): PlanExpression =>
    call('bucket', [value], DATE, grain);
  const DAYS = call('cast', [WALLS], DATE);

  test.each(['month', 'year'])('are those of date_trunc: %s', async (grain) => {
    const cheap = [bucketed(WALLS, grain), bucketed(DAYS, grain)];
    // Of a wall time as wall time: the engine's own way.
    const plain = [WALLS, call('cast', [DAYS], WALL)].map((e) =>
      call('cast', [call('bucket', [e], WALL, grain)], DATE),
    );
    for (const table of [tableOf('Europe/London'), 'infinite']) {
      const plan = planOf(table, [...cheap, ...plain]);
      expect(printPlan(plan, 'duckdb').statement.sql.match(/date_trunc/g)).toHaveLength(2);
      const rows = (await rowsOf(plan)).map((row) => JSON.parse(row) as (string | null)[]);
      expect(rows.filter(([, , a, b, c, d]) => a !== c || b !== d)).toEqual([]);
      expect(rows.length).toBeGreaterThan(1);
    }
  });
});
