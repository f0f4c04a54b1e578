import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { isScale, seedDemo } from '../../src/service/seed';

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-seed-'));
  target = path.join(folder, 'demo.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function seedsWith(sql: string): string {
  const seeds = path.join(folder, 'seeds');
  mkdirSync(seeds);
  writeFileSync(path.join(seeds, '10-things.sql'), sql);
  return seeds;
}

test('a reader of the old file goes on while a new one takes its place', async () => {
  const seeds = seedsWith('create table things as select 7 as seven');
  await seedDemo(target, 'tiny', { folder: seeds });
  const instance = await DuckDBInstance.create(target, { access_mode: 'READ_ONLY' });
  const reader = await instance.connect();

  await seedDemo(target, 'tiny');

  const seen = await reader.runAndReadAll('select seven from things');
  expect(seen.getRowsJson()).toEqual([[7]]);
  reader.closeSync();
  instance.closeSync();
  const renewed = await DuckDBInstance.create(target, { access_mode: 'READ_ONLY' });
  const again = await renewed.connect();
  expect((await again.runAndReadAll('select count(*)::integer from shop.orders')).getRowsJson()).toEqual([
    [200],
  ]);
  again.closeSync();
  renewed.closeSync();
});

test('a seed that fails leaves the old file and no draft behind', async () => {
  writeFileSync(target, 'the old file');
  const seeds = seedsWith('create table things as select 1 / nothing as broken');
  await expect(seedDemo(target, 'tiny', { folder: seeds })).rejects.toMatchObject({
    code: 'INTERNAL.ERROR',
    message: expect.stringContaining('"10-things.sql"'),
  });
  expect(readFileSync(target, 'utf8')).toBe('the old file');
  expect(readdirSync(folder).sort()).toEqual(['demo.duckdb', 'seeds']);
});

test('a log of the old file is not replayed into the new one', async () => {
  writeFileSync(`${target}.wal`, 'left over');
  await seedDemo(target, 'tiny', { folder: seedsWith('create table things as select 7 as seven') });
  expect(readdirSync(folder).sort()).toEqual(['demo.duckdb', 'seeds']);
});

test('a place that cannot be written to is named', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const impossible = path.join(folder, 'file', 'demo.duckdb');
  await expect(seedDemo(impossible, 'tiny')).rejects.toMatchObject({
    code: 'ENVIRONMENT.FILE',
    family: 'environment',
    message: expect.stringContaining(impossible),
  });
});

test('the checksum tells rows apart, not their order', async () => {
  const seeds = seedsWith(`
    create table forward  as select * from (values (1, 'a', null), (2, '', 'b')) as t(x, y, z);
    create table backward as select * from (values (2, '', 'b'), (1, 'a', null)) as t(x, y, z);
    create table swapped  as select * from (values (1, 'a', ''), (2, null, 'b')) as t(x, y, z);
    create table doubled  as select * from forward union all from forward;
    create table nothing  as select * from forward where false`);
  const report = await seedDemo(target, 'tiny', { folder: seeds });
  const sums = Object.fromEntries(
    report.tables.map(({ name, checksum }) => [name.replace('main.', ''), checksum]),
  );
  expect(sums['forward']).toBe(sums['backward']);
  expect(new Set([sums['forward'], sums['swapped'], sums['doubled'], sums['nothing']]).size).toBe(4);
  expect(report.tables.map(({ rows }) => rows)).toEqual([2, 4, 2, 0, 2]);
});

test('scales are known by their names', () => {
  expect(['tiny', 'small', '1m', '10m'].map(isScale)).toEqual([true, true, true, true]);
  expect(['huge', 'toString', ''].map(isScale)).toEqual([false, false, false]);
});
