import { DuckDBInstance } from '@duckdb/node-api';
import type { DatabaseBuilder } from '../database-builder';
import { copyTables } from './copy-tables';

/** Builds a new DuckDB file; it is complete on disk when the promise is fulfilled. Throws what DuckDB or the work throws. */
export async function buildDuckdbFile<T>(
  path: string,
  work: (builder: DatabaseBuilder) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(path);
  try {
    const connection = await instance.connect();
    try {
      await connection.run("set timezone = 'UTC'");
      // This optimizer mixes up the columns of sibling sub-queries (DuckDB 1.5.5): wrong sums, silently.
      await connection.run("set disabled_optimizers = 'common_subplan'");
      const result = await work({
        run: async (sql) => {
          await connection.run(sql);
        },
        rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson(),
        copyTo: (writer) => copyTables(connection, writer),
      });
      await connection.run('checkpoint');
      return result;
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}
