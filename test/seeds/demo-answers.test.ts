/**
 * Hand-written SQL, independent of the compiler, gives the rows of expected-tiny.json at scale tiny, and the rows of Tenet's answers
 * at scales tiny and small.
 * After a deliberate change of seeds/: `TENET_SEED_RECORD=1 npx jest test/seeds/demo-answers`, then `npx biome check --write test/seeds`,
 * then read the difference.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, Value } from '../../src/metrics/model/answer';
import { openTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';
import { demoCases, EXPECTED, handWrittenSql } from './demo-cases';
import { DemoDatabase } from './demo-database';

const cases = demoCases();

let demo: DemoDatabase;
beforeAll(async () => {
  demo = await DemoDatabase.open('tiny');
});
afterAll(async () => {
  if (process.env['TENET_SEED_RECORD'] === '1') await record();
  demo.close();
});

async function record(): Promise<void> {
  const recorded = [];
  for (const one of cases) recorded.push({ ...one, rows: await demo.rows(handWrittenSql(one.name)) });
  writeFileSync(EXPECTED, `${JSON.stringify(recorded, null, 2)}\n`);
}

/** Doubles agree to ten significant digits; everything else is exact. */
const comparable = (rows: readonly Readonly<Record<string, Value>>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'number' ? Number(value.toPrecision(10)) : value,
      ]),
    ),
  );

describe.each([
  ['without common_subplan', "set disabled_optimizers = 'common_subplan'"],
  ['without any optimizer', 'pragma disable_optimizer'],
])('%s', (_, setting) => {
  beforeAll(async () => {
    await demo.connection.run(setting);
  });

  test.each(cases)('hand-written SQL answers $name', async ({ name, rows }) => {
    expect(comparable(await demo.rows(handWrittenSql(name)))).toEqual(comparable(rows));
  });
});

const rowsOf = ({ columns, data, rowCount }: Answer): Record<string, Value>[] =>
  Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map(({ name }, i) => [name, data[i]![row] ?? null])),
  );

describe.each(['tiny', 'small'] as const)('at scale %s', (scale) => {
  let database: DemoDatabase;
  let tenet: Tenet;
  beforeAll(async () => {
    database = await DemoDatabase.open(scale);
    tenet = await openTenet({ definitions: 'definitions', database: `duckdb:${database.file}` });
  });
  afterAll(async () => {
    await tenet.close();
    database.close();
  });

  test.each(cases)('Tenet answers $name as hand-written SQL does', async ({ name, question }) => {
    const expected = comparable(await database.rows(handWrittenSql(name)));
    expect(expected).not.toEqual([]);
    expect(comparable(rowsOf(await tenet.ask(question)))).toEqual(expected);
  });
});

test('every saved query of the demo company has an answer at scale small', async () => {
  const database = await DemoDatabase.open('small');
  const tenet = await openTenet({ definitions: 'definitions', database: `duckdb:${database.file}` });
  for (const { name, query } of tenet.catalog.savedQueries.values()) {
    const answer = await tenet.ask(query);
    const numbers = answer.columns.flatMap(({ role }, i) => (role === 'METRIC' ? [answer.data[i]!] : []));
    const empty = numbers.filter((column) => column.every((value) => value === null));
    expect({ name, rows: answer.rowCount > 0, empty }).toEqual({ name, rows: true, empty: [] });
  }
  await tenet.close();
  database.close();
});

test('every hand-written answer has a question', () => {
  const files = readdirSync(path.join(__dirname, 'answers')).map((file) => path.basename(file, '.sql'));
  expect(cases.map(({ name }) => name).sort()).toEqual(files.sort());
});
