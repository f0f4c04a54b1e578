import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openingFailure } from '../../../src/engines/duckdb/failures';
import { openDuckdb } from '../../../src/engines/duckdb/open-duckdb';
import { execute, firstColumn, rejection } from './with-engine';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenet-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('what one engine wrote another reads', async () => {
  const path = join(folder, 'written.duckdb');
  const writer = await openDuckdb({ path, readOnly: false });
  await execute(writer, 'CREATE TABLE t AS SELECT 42 AS a');
  await writer.close();
  const readers = await Promise.all([
    openDuckdb({ path, readOnly: true }),
    openDuckdb({ path, readOnly: true }),
  ]);
  for (const reader of readers) expect(await firstColumn(reader, 'SELECT a FROM t')).toEqual([42]);
  await Promise.all(readers.map((reader) => reader.close()));
});

test('a missing file is named, and nothing stays behind', async () => {
  const path = join(folder, 'missing.duckdb');
  const tempRoot = await mkdtemp(join(folder, 'temp-'));
  const error = await rejection(openDuckdb({ path, readOnly: true, tempRoot }));
  expect(error).toMatchObject({ code: 'ENGINE.UNAVAILABLE', family: 'engine' });
  expect(String(error)).toContain(`There is no database at "${path}".`);
  expect(await readdir(tempRoot)).toEqual([]);
});

test('what is spilled lies in a folder that only this user can read and that goes with the engine', async () => {
  const tempRoot = await mkdtemp(join(folder, 'temp-'));
  const engine = await openDuckdb({
    path: ':memory:',
    readOnly: false,
    tempRoot,
    memoryLimitBytes: 64 * 1024 ** 2,
  });
  await execute(engine, 'CREATE TABLE big AS SELECT hash(range) AS h FROM range(20000000)');
  const [name] = await readdir(tempRoot);
  const spilled = join(tempRoot, String(name));
  expect((await stat(spilled)).mode & 0o077).toBe(0);
  expect(await readdir(spilled)).not.toEqual([]);
  await engine.close();
  expect(await readdir(tempRoot)).toEqual([]);
});

test('a place for temporary files that does not exist is named', async () => {
  const tempRoot = join(folder, 'nowhere');
  const error = await rejection(openDuckdb({ path: ':memory:', readOnly: false, tempRoot }));
  expect(error).toMatchObject({ code: 'ENVIRONMENT.FILE', family: 'environment' });
  expect(String(error)).toContain(tempRoot);
});

test('a folder that does not exist cannot take a new database', async () => {
  const path = join(folder, 'nowhere', 'new.duckdb');
  expect(await rejection(openDuckdb({ path, readOnly: false }))).toMatchObject({
    code: 'ENGINE.UNAVAILABLE',
  });
});

test('a file that is no database is refused', async () => {
  const path = join(folder, 'notes.txt');
  await writeFile(path, 'not a database, but long enough to have a header'.repeat(1000));
  const error = await rejection(openDuckdb({ path, readOnly: true }));
  expect(error).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
  expect(String(error)).toContain('is not a DuckDB database');
});

test('a file that another process writes to is refused with the reason', async () => {
  const path = join(folder, 'busy.duckdb');
  const writer = await openDuckdb({ path, readOnly: false });
  const script = `
    const { DuckDBInstance } = require(${JSON.stringify(require.resolve('@duckdb/node-api'))});
    DuckDBInstance.create(${JSON.stringify(path)}, { access_mode: 'READ_ONLY' }).catch((error) => console.log(error.message));`;
  const message = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  await writer.close();
  expect(openingFailure(new Error(message), path).message).toContain('open for writing in another process');
});

test('a database in memory cannot be read-only', async () => {
  expect(await rejection(openDuckdb({ path: ':memory:', readOnly: true }))).toMatchObject({
    code: 'ENGINE.UNAVAILABLE',
  });
});

test('every engine in memory is a database of its own', async () => {
  const [one, other] = await Promise.all([
    openDuckdb({ path: ':memory:', readOnly: false }),
    openDuckdb({ path: ':memory:', readOnly: false }),
  ]);
  await execute(one, 'CREATE TABLE t (i INTEGER)');
  expect(await other.describe(['t'])).toBeNull();
  await Promise.all([one.close(), other.close()]);
});
