import type { FieldDef } from 'pg';
import { STRING } from '../../metrics/model/value-type';
import type { DescribedColumn, Engine, Statement } from '../engine';
import { arrayText } from './array-text';

/** The columns of a table or view, in order, or null where there is none; names mean what they mean in a quoted statement. */
export async function describeTable(
  engine: Engine,
  parts: readonly string[],
): Promise<readonly DescribedColumn[] | null> {
  const [table, schema = null, database = null, ...more] = [...parts].reverse();
  if (table === undefined || more.length > 0) return null;
  const described = await describedBy(engine, {
    sql: `select a.attname, format_type(a.atttypid, a.atttypmod)
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
where c.relname = $1 and n.nspname = coalesce($2, current_schema()) and current_database() = coalesce($3, current_database())
  and c.relkind in ('r', 'v', 'm', 'f', 'p') and a.attnum > 0 and not a.attisdropped
order by a.attnum`,
    bindings: [table, schema, database],
  });
  return described.length > 0 ? described : null;
}

/** The columns of a SELECT, which is planned and gives no rows. */
export async function describeQuery(
  engine: Engine,
  sql: string,
  fieldsOf: (statement: Statement) => Promise<readonly FieldDef[]>,
): Promise<readonly DescribedColumn[]> {
  // The line end closes a comment that the text may end in.
  const fields = await fieldsOf({ sql: `select * from (${sql}\n) as described limit 0`, bindings: [] });
  return describedBy(engine, {
    sql: `select f.name, format_type(f.type, f.modifier)
from unnest($1::text[], $2::oid[], $3::integer[]) with ordinality as f (name, type, modifier, place)
order by f.place`,
    bindings: [
      arrayText(fields.map(({ name }) => name)),
      arrayText(fields.map(({ dataTypeID }) => String(dataTypeID))),
      arrayText(fields.map(({ dataTypeModifier }) => String(dataTypeModifier))),
    ],
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

const DECLARED: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  smallint: 'smallint',
  integer: 'integer',
  bigint: 'bigint',
  real: 'double',
  'double precision': 'double',
  text: 'string',
  'character varying': 'string',
  character: 'string',
  citext: 'string',
  name: 'string',
  uuid: 'string',
  json: 'string',
  jsonb: 'string',
  date: 'date',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
};

/**
 * The name for `columns:` of a PostgreSQL type; null where Tenet has no such type, as for arrays, for enums, which are ordered by their
 * list and not by code point (semantics 20), and for a numeric without a scale, whose sums no type can hold.
 */
export function declaredType(engineType: string): string | null {
  const numeric = /^numeric\((\d+),(\d+)\)$/.exec(engineType);
  if (numeric) return decimalName(Number(numeric[1]), Number(numeric[2]));
  return DECLARED[engineType.replace(/\(\d+\)/, '')] ?? null;
}

const decimalName = (precision: number, scale: number): string | null =>
  precision <= 38 && scale <= precision ? `decimal(${precision},${scale})` : null;
