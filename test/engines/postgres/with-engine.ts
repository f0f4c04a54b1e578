import type { Engine } from '../../../src/engines/engine';
import { openPostgres, type PostgresOptions } from '../../../src/engines/postgres/open-postgres';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-server';

export interface OpenDatabase {
  readonly engine: Engine;
  readonly database: TestDatabase;
}

/** A database of its own and an engine on it, for the tests of one `describe`. */
export function postgresEngine(options: Partial<PostgresOptions> = {}): () => OpenDatabase {
  let open: OpenDatabase | undefined;
  beforeAll(async () => {
    const database = await createTestDatabase();
    open = { database, engine: await openPostgres({ address: database.address, ...options }) };
  });
  afterAll(async () => {
    await open?.engine.close();
    await open?.database.drop();
  });
  return () => open!;
}

/** Some minutes of work for any machine, with nothing to store. */
export const ENDLESS =
  'select sum(a * b) from generate_series(1, 3000000) a, generate_series(1, 3000000) b where a % 7 = b % 5';
