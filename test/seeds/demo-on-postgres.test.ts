/** The demo company in PostgreSQL: seeded, checked, described and asked as in its file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '../../src/service/composition';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import { seedDemo, seedServer } from '../../src/service/seed';
import type { Tenet } from '../../src/service/tenet';
import { rejection } from '../engines/duckdb/with-engine';
import { differenceOfAnswers, recorded } from '../support/cases-compare';
import { createTestDatabase, describePostgres, type TestDatabase } from '../support/postgres-server';

const DEFINITIONS = path.join(__dirname, '../../definitions');

describePostgres('the demo company on PostgreSQL', () => {
  let database: TestDatabase;
  let folder: string;
  let onFile: Tenet;
  let onServer: Tenet;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'tenet-demo-'));
    const file = path.join(folder, 'demo.duckdb');
    const reports = [await seedDemo(file, 'tiny'), await seedServer(database.address, 'tiny')];
    expect(reports[1]!.tables).toEqual(reports[0]!.tables);
    const resolved = await loadCatalogFrom(DEFINITIONS);
    onFile = createTenet(resolved, await openEngine(`duckdb:${file}`));
    onServer = createTenet(resolved, await openEngine(database.address));
  }, 120_000);
  afterAll(async () => {
    await onFile?.close();
    await onServer?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('every metric has the same value in every month', async () => {
    const different: string[] = [];
    let asked = 0;
    for (const name of onFile.catalog.metrics.keys()) {
      const question = { metrics: [name], by: [{ time: 'month' as const }], totals: true };
      const want = await onFile.ask(question).then(recorded, (error: unknown) => String(error));
      const got = await onServer.ask(question).then(recorded, (error: unknown) => String(error));
      asked += 1;
      if (typeof want === 'string' || typeof got === 'string') {
        if (want !== got) different.push(`${name}: ${JSON.stringify(got)}`);
      } else {
        const difference = differenceOfAnswers(want, got);
        if (difference !== null) different.push(`${name}: ${difference}`);
      }
    }
    expect(different).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  }, 120_000);

  test('every dataset has the columns that are declared', async () => {
    for (const { source } of onServer.catalog.datasets.values()) {
      if (source.kind !== 'table') continue;
      const declared = async ({ engine }: Tenet) =>
        (await engine.describe(source.table))?.map(({ name, declared: type }) => ({ name, type }));
      expect(await declared(onServer)).toEqual(await declared(onFile));
    }
  });

  test('seeding again makes the tables anew, and leaves tables of others alone', async () => {
    expect((await seedServer(database.address, 'tiny')).scale).toBe('tiny');
    await database.run('comment on table shop.orders is null');
    expect(await rejection(seedServer(database.address, 'tiny'))).toMatchObject({ code: 'ENVIRONMENT.FILE' });
  }, 60_000);
});
