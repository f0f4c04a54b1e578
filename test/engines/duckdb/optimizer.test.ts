/**
 * Evidence for the guard `disabled_optimizers = 'common_subplan'` (docs/duckdb.md): what this version of DuckDB answers with that
 * optimizer on. A fault that is gone makes these tests fail, and then the guard is to be thought over.
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Failure } from '../../../src/base/failure';
import { execute } from '../../../src/engines/duckdb/execute';
import type { Engine } from '../../../src/engines/engine';
import { parseQuery } from '../../../src/metrics/query/parse-query';
import { explainQuery } from '../../../src/service/ask';
import { loadCatalog, loadCatalogFrom } from '../../../src/service/load-catalog';
import { createTenet } from '../../../src/service/open';
import { differenceOfAnswers, type RecordedRows, recorded } from '../../support/cases-compare';
import { readGenerated } from '../../support/cases-files';
import { readTopics } from '../../support/cases-folders';
import { openTenet } from '../../support/in-memory-tenet';

const VERSION = 'v1.5.5';
const ON = "set disabled_optimizers = ''";
const GUARDED = "set disabled_optimizers = 'common_subplan'";
const OFF = 'pragma disable_optimizer';

/** A database in memory with one setting of the optimizer. */
async function database(setting: string, data: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  await connection.run(data);
  await connection.run(setting);
  return connection;
}

/** The engine's own binding and decoding over a connection; statements wait for each other. */
function engineOver(connection: DuckDBConnection): Engine {
  let last: Promise<unknown> = Promise.resolve();
  return {
    dialect: 'duckdb',
    dataVersion: null,
    load: () => ({ slots: 1, running: 0, waiting: 0, sentBack: 0 }),
    run: (statement, types, { zone = 'UTC' } = {}) => {
      const { signal } = new AbortController();
      const work = last.then(() => execute(connection, { statement, types, zone, readOnly: false, signal }));
      last = work.catch(() => undefined);
      return work;
    },
    describe: () => Promise.resolve(null),
    close: () => Promise.resolve(connection.closeSync()),
  };
}

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> =>
  (await connection.runAndReadAll(sql)).getRowsJson();

describe('two sub-queries over the same joins to one table in two roles', () => {
  const data = `
create table orders (amount integer, bill_id integer, ship_id integer);
insert into orders values (10, 1, 2), (20, 2, 1), (40, 1, 1);
create table places (id integer, name varchar, zone varchar);
insert into places values (1, 'north', 'n'), (2, 'south', 's');`;
  const joins = `orders o left join places b on o.bill_id = b.id left join places s on o.ship_id = s.id`;
  const sql = `
with by_zone as (select b.name as one, s.zone as other, sum(amount) as total from ${joins} group by 1, 2),
     by_name as (select s.name as one, b.name as other, sum(amount) as total from ${joins} group by 1, 2)
select 'by_zone', * from by_zone union all select 'by_name', * from by_name order by 1, 2, 3`;
  const zones = [
    ['by_zone', 'north', 'n', '40'],
    ['by_zone', 'north', 's', '10'],
    ['by_zone', 'south', 'n', '20'],
  ];
  const right = [
    ['by_name', 'north', 'north', '40'],
    ['by_name', 'north', 'south', '20'],
    ['by_name', 'south', 'north', '10'],
    ...zones,
  ];
  const wrong = [['by_name', 'north', 'north', '50'], ['by_name', 'south', 'south', '20'], ...zones];

  test.each([
    ['with common_subplan off', GUARDED, right],
    ['with the optimizer off', OFF, right],
    ['with common_subplan on, where both columns of the second sub-query come from one role', ON, wrong],
  ])('%s', async (_, setting, rows) => {
    const connection = await database(setting, data);
    expect(await rowsOf(connection, 'select version()')).toEqual([[VERSION]]);
    expect(await rowsOf(connection, sql)).toEqual(rows);
    connection.closeSync();
  });
});

describe('a question of Tenet with that shape: two metrics dated by one role, split by the other', () => {
  const data = [
    'create table orders (amount bigint, bill_id bigint, ship_id bigint)',
    'insert into orders values (10, 1, 2), (20, 2, 1), (40, 1, 1)',
    'create table places (id bigint, opened_on date, closed_on date)',
    "insert into places values (1, '2024-01-01', '2024-03-03'), (2, '2024-02-02', '2024-04-04')",
  ];
  const files = [
    { path: 'company.yaml', text: 'name: Optimizer\nzone: UTC\n' },
    { path: 'sales/team.yaml', text: 'label: Sales\n' },
    {
      path: 'sales/orders.yaml',
      text: `
datasets:
  orders:
    description: Orders.
    table: orders
    columns: { amount: bigint, bill_id: bigint, ship_id: bigint }
    joins: { billing: { to: places, by: bill_id }, shipping: { to: places, by: ship_id } }
  places:
    description: Places.
    table: places
    key: id
    columns: { id: bigint, opened_on: date, closed_on: date }
    dimensions: { opened_on: {} }
metrics:
  by_closing: { question: How much by closing day?, formula: sum(orders.amount), time: shipping.closed_on }
  by_opening: { question: How much by opening day?, formula: sum(orders.amount), time: shipping.opened_on }
`,
    },
  ];
  const question = {
    metrics: ['by_closing', 'by_opening'],
    by: [{ dimension: 'billing.opened_on' }, { time: 'month' }],
  } as const;
  const right = [
    ['2024-01-01', '2024-01-01', null, 40],
    ['2024-01-01', '2024-02-01', null, 10],
    ['2024-01-01', '2024-03-01', 40, null],
    ['2024-01-01', '2024-04-01', 10, null],
    ['2024-02-02', '2024-01-01', null, 20],
    ['2024-02-02', '2024-03-01', 20, null],
  ];
  const wrong = [
    ['2024-01-01', '2024-01-01', null, 50],
    ['2024-01-01', '2024-03-01', 40, null],
    ['2024-01-01', '2024-04-01', 10, null],
    ['2024-02-02', '2024-02-01', null, 20],
    ['2024-02-02', '2024-03-01', 20, null],
  ];

  test('as shipped it is right', async () => {
    const opened = await openTenet({ files, statements: data });
    expect(await opened.ask(question)).toMatchObject({ rows: right });
    await opened.close();
  });

  test.each([
    ['with the optimizer off it is right', OFF, right],
    ['with common_subplan on it is wrong, without an error', ON, wrong],
  ])('%s', async (_, setting, rows) => {
    const resolved = await loadCatalog(files);
    const tenet = createTenet(resolved, engineOver(await database(setting, data.join(';'))));
    expect(explainQuery(question, tenet.catalog, 'duckdb').sql).toContain('union all');
    const { data: columns } = await tenet.ask(question);
    expect(columns[0]?.map((_cell, row) => columns.map((column) => column[row]))).toEqual(rows);
    await tenet.close();
  });
});

/** A statement that fails is a wrong answer too; a refusal is not the engine's doing. */
function ofTheEngine(error: unknown): null {
  if (error instanceof Failure && error.family === 'request') throw error;
  return null;
}

/** Golden cases that common_subplan answers wrongly; `topic/case`, as docs/duckdb.md lists them. */
const KNOWN: readonly string[] = [];

test('the golden cases that go wrong with common_subplan on are those that docs/duckdb.md names', async () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const { name, definitions, data, cases } of readTopics()) {
    const tenet = createTenet(await loadCatalogFrom(definitions), engineOver(await database(ON, data)));
    for (const each of cases) {
      const rows = readGenerated(each.folder, 'rows.json');
      if (rows === undefined) continue;
      asked += 1;
      const answer = await tenet.ask(parseQuery(each.question)).then(recorded).catch(ofTheEngine);
      const difference = answer && differenceOfAnswers(JSON.parse(rows) as RecordedRows, answer);
      if (answer === null || difference) wrong.push(`${name}/${each.name}`);
    }
    await tenet.close();
  }
  expect(asked).toBeGreaterThan(50);
  expect(wrong).toEqual(KNOWN);
});
