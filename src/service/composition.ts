import { Failure } from '../base/failure';
import { withoutPassword } from '../base/without-password';
import type { DatabaseBuilder } from '../engines/database-builder';
import { buildDuckdbFile } from '../engines/duckdb/build-file';
import { openDuckdb } from '../engines/duckdb/open-duckdb';
import type { Engine, EngineOptions } from '../engines/engine';
import type { PostgresOptions } from '../engines/postgres/open-postgres';
import type { TableWriter } from '../engines/table-writer';
import type { Limits } from '../metrics/model/catalog';

/**
 * The one place that knows concrete engines. An address is `duckdb:PATH`, `duckdb::memory:` or `postgres://…`.
 * @throws Failure USAGE.INVALID or ENGINE.UNAVAILABLE.
 */
export async function openEngine(address: string, options: EngineOptions = {}): Promise<Engine> {
  if (isPostgres(address)) return openPostgresLazily({ ...options, address });
  const path = /^duckdb:(.+)$/.exec(address)?.[1];
  if (path === undefined)
    throw new Failure('USAGE.INVALID', `"${withoutPassword(address)}" is not a database address.`, {
      family: 'environment',
      hint: 'write duckdb:PATH or postgres://USER@HOST:PORT/DATABASE',
    });
  return openDuckdb({ ...options, path, readOnly: path !== ':memory:' });
}

const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address);

/** Its driver costs 40 ms to load, and most start without it. */
function openPostgresLazily(options: PostgresOptions): Promise<Engine> {
  const { openPostgres } =
    require('../engines/postgres/open-postgres') as typeof import('../engines/postgres/open-postgres');
  return openPostgres(options);
}

/** How a company's limits bound a database. */
export const engineLimits = ({ maxWaiting, memoryPercent, maxTempBytes }: Limits): EngineOptions => ({
  maxWaiting,
  memoryPercent,
  maxTempBytes,
});

/** An empty database in memory, to be written to; it goes with its closing. */
export function openScratchEngine(): Promise<Engine> {
  return openDuckdb({ path: ':memory:', readOnly: false });
}

/** Builds a new database file of the embedded engine. */
export function buildDatabase<T>(path: string, work: (builder: DatabaseBuilder) => Promise<T>): Promise<T> {
  return buildDuckdbFile(path, work);
}

/** Writes tables into a database server, all of them or none. */
export function writeTables<T>(address: string, work: (writer: TableWriter) => Promise<T>): Promise<T> {
  const { writePostgresTables } =
    require('../engines/postgres/write-tables') as typeof import('../engines/postgres/write-tables');
  return writePostgresTables(address, work);
}
