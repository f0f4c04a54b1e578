import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../../../src/engines/duckdb/open-duckdb';
import type { Engine } from '../../../src/engines/engine';
import { execute, firstColumn, inMemoryEngine, rejection } from './with-engine';

let folder: string;
let reader: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenet-test-'));
  const path = join(folder, 'shop.duckdb');
  const writer = await openDuckdb({ path, readOnly: false });
  await execute(writer, 'CREATE TABLE orders AS SELECT 1 AS order_id');
  await writer.close();
  await writeFile(join(folder, 'secret.csv'), 'a,b\n1,2\n');
  reader = await openDuckdb({ path, readOnly: true });
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

const writable = inMemoryEngine();

const inFolder = (name: string): string => join(folder, name);

/** SQL that would read or write outside the database, load code or change a setting. */
const ESCAPES: readonly (readonly [what: string, sql: () => string])[] = [
  ['read a CSV file', () => `SELECT * FROM read_csv('${inFolder('secret.csv')}')`],
  ['read a text file', () => `SELECT * FROM read_text('${inFolder('secret.csv')}')`],
  ['read a blob', () => `SELECT * FROM read_blob('${inFolder('secret.csv')}')`],
  ['read a Parquet file', () => `SELECT * FROM read_parquet('${inFolder('secret.csv')}')`],
  ['read a file named as a table', () => `SELECT * FROM '${inFolder('secret.csv')}'`],
  ['list a folder', () => `SELECT * FROM glob('${folder}/*')`],
  ['write a file', () => `COPY (SELECT 1) TO '${inFolder('out.csv')}'`],
  ['load a file', () => `COPY orders FROM '${inFolder('secret.csv')}'`],
  ['attach a file', () => `ATTACH '${inFolder('other.duckdb')}' AS other`],
  ['export the database', () => `EXPORT DATABASE '${inFolder('export')}'`],
  ['install an extension', () => 'INSTALL httpfs'],
  ['load an extension', () => 'LOAD httpfs'],
  ['load an extension from a file', () => `LOAD '${inFolder('evil.duckdb_extension')}'`],
  ['change the optimizers', () => "SET disabled_optimizers = ''"],
  ['change the zone', () => "SET TimeZone = 'Europe/London'"],
  ['reset the zone', () => 'RESET TimeZone'],
  ['raise the memory', () => "SET memory_limit = '1TB'"],
  ['switch external access on', () => 'SET enable_external_access = true'],
  ['unlock the configuration', () => 'SET lock_configuration = false'],
];

test.each(ESCAPES)('a writable database cannot %s', async (_what, sql) => {
  expect(await rejection(execute(writable(), sql()))).toMatchObject({ family: 'engine' });
});

test.each(ESCAPES)('a read-only database cannot %s', async (_what, sql) => {
  expect(await rejection(execute(reader, sql()))).toMatchObject({ family: 'engine' });
});

test('nothing of that left a file', () => {
  for (const name of ['out.csv', 'other.duckdb', 'export']) expect(existsSync(inFolder(name))).toBe(false);
});

test.each([
  'INSERT INTO orders VALUES (2)',
  'UPDATE orders SET order_id = 2',
  'DELETE FROM orders',
  'DROP TABLE orders',
  'CREATE TABLE t (i INTEGER)',
  'CREATE TEMP TABLE t (i INTEGER)',
  "ATTACH ':memory:' AS scratch",
  'PRAGMA disable_optimizer',
  'PRAGMA enable_profiling',
  'CALL enable_logging()',
  'SET VARIABLE a = 1',
  'BEGIN TRANSACTION',
  'CHECKPOINT',
  'PREPARE p AS SELECT 1',
])('a read-only database refuses %s', async (sql) => {
  expect(await rejection(execute(reader, sql))).toMatchObject({ code: 'ENGINE.FAILED' });
  expect(await firstColumn(reader, 'SELECT order_id FROM orders')).toEqual([1]);
});

test('a read-only database explains and reads, with common tables too', async () => {
  expect((await execute(reader, 'EXPLAIN SELECT 1')).rowCount).toBe(1);
  expect(await firstColumn(reader, 'WITH a AS (FROM orders) SELECT count(*) FROM a')).toEqual([1]);
});

test('several statements in one text are refused, and none of them runs', async () => {
  const both = execute(writable(), 'CREATE TABLE smuggled (i INTEGER); SELECT 1');
  expect(await rejection(both)).toMatchObject({ code: 'ENGINE.FAILED' });
  expect(await writable().describe(['smuggled'])).toBeNull();
});

const EXPECTED = {
  disabled_optimizers: 'common_subplan',
  TimeZone: 'UTC',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_persistent_secrets: 'false',
  lock_configuration: 'true',
};

/** What the connection that runs the statement has in force. */
async function settings(engine: Engine): Promise<Record<string, unknown>> {
  const { columns } = await execute(engine, 'SELECT name, value FROM duckdb_settings()');
  return Object.fromEntries((columns[0] ?? []).map((name, row) => [String(name), columns[1]?.[row]]));
}

test('the guard against wrong sums and the lock-down are on in every connection', async () => {
  const engine = await openDuckdb({ path: ':memory:', readOnly: false, maxConcurrent: 3 });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => settings(engine)));
  // After a failure the connection is a new one.
  await rejection(execute(engine, 'SELECT nonsense'));
  answers.push(await settings(engine), await settings(reader));
  for (const answer of answers) expect(answer).toMatchObject(EXPECTED);
  await engine.close();
});

test('memory and temporary files are bounded', async () => {
  const engine = await openDuckdb({
    path: ':memory:',
    readOnly: false,
    memoryLimitBytes: 64 * 1024 ** 2,
    maxTempBytes: 16 * 1024 ** 2,
  });
  expect(await settings(engine)).toMatchObject({
    memory_limit: '64.0 MiB',
    max_temp_directory_size: '16.0 MiB',
  });
  const error = await rejection(
    execute(engine, 'CREATE TABLE big AS SELECT hash(range) AS h, range AS r FROM range(50000000)'),
  );
  expect(error).toMatchObject({ code: 'ENGINE.FAILED' });
  expect(String(error)).toContain('Out of Memory');
  expect(await firstColumn(engine, 'SELECT 1')).toEqual([1]);
  await engine.close();
});

test('the default memory is bounded and the temporary folder goes with the engine', async () => {
  const engine = await openDuckdb({ path: ':memory:', readOnly: false });
  const { memory_limit, temp_directory } = await settings(engine);
  expect(memory_limit).toMatch(/^[\d.]+ [KMGT]iB$/);
  expect(existsSync(String(temp_directory))).toBe(true);
  await engine.close();
  expect(existsSync(String(temp_directory))).toBe(false);
});
