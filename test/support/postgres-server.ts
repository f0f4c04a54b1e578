import { Client } from 'pg';

/** `postgres://USER@HOST:PORT/DATABASE` of a server for tests, whose user may create databases. */
export const POSTGRES = process.env['TENET_TEST_POSTGRES'];

/**
 * `describe` for tests that need PostgreSQL. Where there is none they are skipped, and said to be; with `CI=true` that is a failure.
 */
export function describePostgres(name: string, body: () => void): void {
  if (POSTGRES !== undefined) {
    describe(name, body);
    return;
  }
  const how =
    'set TENET_TEST_POSTGRES to postgres://USER@HOST:PORT/DATABASE of a server whose user may create databases';
  console.warn(`SKIPPED, no PostgreSQL to ask: ${name}. To run it, ${how}.`);
  if (process.env['CI'] === 'true') {
    test(name, () => {
      throw new Error(`PostgreSQL is missing: ${how}.`);
    });
  } else {
    describe.skip(`${name} (no PostgreSQL)`, body);
  }
}

export interface TestDatabase {
  /** For `openEngine`. */
  readonly address: string;
  /** Runs SQL as it stands, several statements at once. */
  run(sql: string): Promise<void>;
  drop(): Promise<void>;
}

let count = 0;

/** A new, empty database of one test file, with the server's own collation. */
export async function createTestDatabase(): Promise<TestDatabase> {
  count += 1;
  const name = `tenet_test_${process.pid}_${process.env['JEST_WORKER_ID'] ?? '0'}_${count}`;
  await onServer(`drop database if exists ${name}`);
  await onServer(`create database ${name} template template0`);
  const url = new URL(POSTGRES!);
  url.pathname = `/${name}`;
  const address = url.toString();
  return {
    address,
    run: (sql) => execute(address, sql),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

const onServer = (sql: string): Promise<void> => execute(POSTGRES!, sql);

async function execute(address: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
