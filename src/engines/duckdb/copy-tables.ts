import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteTable } from '../../metrics/sql/identifiers';
import type { NewTable, TableWriter, TextRow } from '../table-writer';
import { declaredType } from './describe-table';

const ROWS_PER_INSERT = 5_000;

/** Copies all tables of a database to one of another engine, in parts, so that memory does not grow with them. */
export async function copyTables(connection: DuckDBConnection, writer: TableWriter): Promise<void> {
  for (const table of await tablesOf(connection)) {
    await writer.create(table);
    for await (const rows of partsOf(connection, table)) await writer.insert(table, rows);
  }
}

async function tablesOf(connection: DuckDBConnection): Promise<readonly NewTable[]> {
  const result = await connection.runAndReadAll(
    `select schema_name, table_name, list(column_name order by column_index), list(data_type order by column_index)
     from duckdb_columns()
     where database_name = current_database() and not internal group by all order by all`,
  );
  const rows = result.getRowsJson() as unknown as [string, string, string[], string[]][];
  return rows.map(([schema, name, columns, types]) => ({
    schema,
    name,
    columns: columns.map((column, i) => ({ name: column, declared: declaredType(types[i]!) ?? 'string' })),
  }));
}

/** By row numbers, which are dense in a table that nobody has deleted from. */
async function* partsOf(
  connection: DuckDBConnection,
  { schema, name, columns }: NewTable,
): AsyncGenerator<readonly TextRow[]> {
  const texts = columns.map((column) => `${quoteIdentifier(column.name)}::varchar`).join(', ');
  for (let from = 0; ; from += ROWS_PER_INSERT) {
    const result = await connection.runAndReadAll(
      `select ${texts} from ${quoteTable([schema, name])} where rowid >= ${from} and rowid < ${from + ROWS_PER_INSERT}`,
    );
    const rows = result.getRows() as unknown as readonly TextRow[];
    if (rows.length === 0) return;
    yield rows;
  }
}
