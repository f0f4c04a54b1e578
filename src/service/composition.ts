import { Failure } from '../base/failure';
import type { DatabaseBuilder } from '../engines/database-builder';
import { buildDuckdbFile } from '../engines/duckdb/build-file';
import { openDuckdb } from '../engines/duckdb/open-duckdb';
import type { Engine, EngineOptions } from '../engines/engine';
import type { Limits } from '../metrics/model/catalog';

/** The one place that knows concrete engines. An address is `duckdb:PATH` or `duckdb::memory:`. @throws Failure USAGE.INVALID or ENGINE.UNAVAILABLE. */
export async function openEngine(address: string, options: EngineOptions = {}): Promise<Engine> {
  const match = /^duckdb:(.+)$/.exec(address);
  if (!match)
    throw new Failure('USAGE.INVALID', `"${address}" is not a database address.`, {
      family: 'environment',
      hint: 'write duckdb:PATH',
    });
  const path = match[1]!;
  return openDuckdb({ ...options, path, readOnly: path !== ':memory:' });
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
