import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { declaredType } from '../../src/engines/duckdb/describe-table';
import { execute } from '../../src/engines/duckdb/execute';
import { writePostgresTables } from '../../src/engines/postgres/write-tables';
import type { NewTable, TextRow } from '../../src/engines/table-writer';
import { STRING } from '../../src/metrics/model/value-type';

/** Makes tables by DuckDB's statements and copies them to a PostgreSQL database. */
export async function copyStatements(statements: string, address: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  await connection.run(statements);
  await copyTables(connection, address);
  instance.closeSync();
}

/** Copies all tables of a DuckDB database to a PostgreSQL database; those of `main` become tables of `public`. */
async function copyTables(connection: DuckDBConnection, address: string): Promise<void> {
  const tables = await tablesOf(connection);
  await writePostgresTables(address, async (writer) => {
    for (const { schema, table } of tables) {
      await writer.create(table);
      const rows = await textsOf(connection, schema, table);
      if (rows.length > 0) await writer.insert(table, rows);
    }
  });
}

interface Found {
  readonly schema: string;
  readonly table: NewTable;
}

async function tablesOf(connection: DuckDBConnection): Promise<readonly Found[]> {
  const result = await connection.runAndReadAll(
    `select schema_name, table_name, column_name, data_type from duckdb_columns()
     where database_name = current_database() and not internal order by schema_name, table_oid, column_index`,
  );
  const found = new Map<
    string,
    Found & { readonly table: NewTable & { columns: { name: string; declared: string }[] } }
  >();
  for (const [schema, name, column, type] of result.getRowsJson() as string[][]) {
    const key = JSON.stringify([schema, name]);
    if (!found.has(key)) {
      found.set(key, {
        schema: schema!,
        table: { schema: schema === 'main' ? 'public' : schema!, name: name!, columns: [] },
      });
    }
    found.get(key)!.table.columns.push({ name: column!, declared: typeFor(type!) });
  }
  return [...found.values()];
}

/** FLOAT stays narrow: its values are others as doubles. */
const typeFor = (type: string): string => (type === 'FLOAT' ? 'real' : (declaredType(type) ?? 'text'));

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function textsOf(
  connection: DuckDBConnection,
  schema: string,
  { name, columns }: NewTable,
): Promise<readonly TextRow[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::varchar`);
  // Read as the product reads: the package's own reading swallows a leading byte order mark.
  const { columns: read, rowCount } = await execute(connection, {
    statement: { sql: `select ${texts.join(', ')} from ${quoted(schema)}.${quoted(name)}`, bindings: [] },
    types: columns.map(() => STRING),
    zone: 'UTC',
    readOnly: true,
    signal: new AbortController().signal,
  });
  return Array.from({ length: rowCount }, (_, row) =>
    read.map((values) => plain(values[row] as string | null)),
  );
}

const plain = (text: string | null): string | null =>
  text === null ? null : text.replace(/^(\d+-\d\d-\d\d.*) \(BC\)/, '$1 BC');
