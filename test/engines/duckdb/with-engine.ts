import { type DuckdbOptions, openDuckdb } from '../../../src/engines/duckdb/open-duckdb';
import type { Engine, RunOptions } from '../../../src/engines/engine';
import type { Value } from '../../../src/metrics/model/answer';
import type { ValueType } from '../../../src/metrics/model/value-type';

/** A writable database in memory, closed after the tests of the file. */
export function inMemoryEngine(options: Partial<DuckdbOptions> = {}): () => Engine {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await openDuckdb({ path: ':memory:', readOnly: false, ...options });
  });
  afterAll(() => engine?.close());
  return () => {
    if (!engine) throw new Error('The engine is opened in beforeAll.');
    return engine;
  };
}

export const execute = (engine: Engine, sql: string) => engine.run({ sql, bindings: [] }, []);

/** The first column of the answer, in its planned type or, without one, in the engine's own. */
export async function firstColumn(
  engine: Engine,
  sql: string,
  type?: ValueType,
  options?: RunOptions,
): Promise<readonly Value[]> {
  const result = await engine.run({ sql, bindings: [] }, type ? [type] : [], options);
  return result.columns[0] ?? [];
}

/** What the promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was expected to be rejected.');
}

/** Some minutes of work for any machine, with nothing to store. */
export const ENDLESS =
  'SELECT sum(a.range * b.range) FROM range(3000000) a, range(3000000) b WHERE a.range % 7 = b.range % 5';
