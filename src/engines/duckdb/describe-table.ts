import { STRING } from '../../metrics/model/value-type';
import type { DescribedColumn, Engine, Statement } from '../engine';

/** Where a table may be: every part but the table's name may be left to the connection's own. */
interface Place {
  readonly database: string | null;
  readonly schema: string | null;
  readonly table: string;
}

/**
 * The columns of a table or view, in order, or null where there is none; found as DuckDB finds it in a statement:
 * names regardless of case, one part in the current schema, two parts as schema and table or else as database and table.
 */
export async function describeTable(
  engine: Engine,
  parts: readonly string[],
): Promise<readonly DescribedColumn[] | null> {
  for (const place of placesOf(parts)) {
    const described = await describedBy(engine, columnsOf(place));
    if (described.length > 0) return described;
  }
  return null;
}

/** The columns of a SELECT, which is planned and not run. */
export function describeQuery(engine: Engine, sql: string): Promise<readonly DescribedColumn[]> {
  // The line end closes a comment that the text may end in.
  return describedBy(engine, {
    sql: `SELECT column_name, column_type FROM (DESCRIBE ${sql}\n)`,
    bindings: [],
  });
}

/** Reads what a statement says of columns: their names and their types. */
async function describedBy(engine: Engine, statement: Statement): Promise<readonly DescribedColumn[]> {
  const { columns } = await engine.run(statement, [STRING, STRING]);
  return (columns[0] ?? []).map((name, row) => {
    const engineType = String(columns[1]?.[row]);
    return { name: String(name), engineType, declared: declaredType(engineType) };
  });
}

function placesOf(parts: readonly string[]): readonly Place[] {
  const [first, second, third] = parts;
  if (first === undefined || parts.length > 3) return [];
  if (second === undefined) return [{ database: null, schema: null, table: first }];
  if (third !== undefined) return [{ database: first, schema: second, table: third }];
  return [
    { database: null, schema: first, table: second },
    { database: first, schema: 'main', table: second },
  ];
}

function columnsOf(place: Place): Statement {
  return {
    sql: `SELECT column_name, data_type
FROM duckdb_columns()
WHERE lower(database_name) = lower(coalesce(?, current_database()))
  AND lower(schema_name) = lower(coalesce(?, current_schema()))
  AND lower(table_name) = lower(?)
ORDER BY column_index`,
    bindings: [place.database, place.schema, place.table],
  };
}

const DECLARED: Readonly<Record<string, string>> = {
  BOOLEAN: 'boolean',
  TINYINT: 'smallint',
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  UTINYINT: 'smallint',
  USMALLINT: 'integer',
  UINTEGER: 'bigint',
  // Wider than bigint; sums of them stay exact. UHUGEINT is left out: DuckDB sums it as a double.
  UBIGINT: 'decimal(20,0)',
  HUGEINT: 'decimal(38,0)',
  FLOAT: 'double',
  DOUBLE: 'double',
  VARCHAR: 'string',
  UUID: 'string',
  JSON: 'string',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
};

/** The name for `columns:` of a DuckDB type; null where Tenet has no such type, as for lists,
 * structs, and ENUM, which is ordered by its list and not by code point (semantics 20). */
export function declaredType(engineType: string): string | null {
  const declared = DECLARED[engineType];
  if (declared !== undefined) return declared;
  if (/^DECIMAL\(\d+,\d+\)$/.test(engineType)) return engineType.toLowerCase();
  return null;
}
