import type { Engine, Statement } from '../../engines/engine';
import type { Dataset } from '../../metrics/model/catalog';
import type { LiteralValue } from '../../metrics/model/expression';
import type { Dialect } from '../../metrics/sql/dialects/dialect';
import { dialectOf } from '../../metrics/sql/dialects/registry';
import { type Fragment, identifier, joined, sql, trusted } from '../../metrics/sql/fragment';
import type { ExampleRow } from './example';

/** A table to make: the columns of its dataset, and the rows, each under the number of its example. */
export interface ExampleTable {
  readonly dataset: Dataset;
  readonly number: string;
  readonly rows: readonly { readonly example: number; readonly row: ExampleRow }[];
}

/** Statements have a bounded number of values. */
const MAX_VALUES = 10_000;

/** Makes a table anew in its schema, and fills it. Values are bound, names quoted. */
export async function loadTable(engine: Engine, table: ExampleTable): Promise<void> {
  const dialect = dialectOf(engine.dialect);
  await engine.run(statementOf(creation(table, dialect)), []);
  const mentioned = [...new Set(table.rows.flatMap(({ row }) => [...row.keys()]))];
  const size = Math.max(1, Math.floor(MAX_VALUES / (mentioned.length + 1)));
  for (let from = 0; from < table.rows.length; from += size) {
    const rows = table.rows.slice(from, from + size);
    await engine.run(statementOf(insertion({ ...table, rows }, mentioned, dialect)), []);
  }
}

export const createSchema = (name: string): Statement => statementOf(sql`create schema ${identifier(name)}`);

const tableName = ({ dataset: { source, name } }: ExampleTable): Fragment =>
  identifier(...(source.kind === 'table' ? source.table : [name]));

/** No rows, but columns of the declared types. */
function creation(table: ExampleTable, dialect: Dialect): Fragment {
  const columns = [...table.dataset.columns.values()].map(
    ({ name, type }) => sql`${dialect.literal(null, type)} as ${identifier(name)}`,
  );
  return sql`create or replace table ${tableName(table)} as select ${joined(columns, ', ')} where false`;
}

function insertion(table: ExampleTable, mentioned: readonly string[], dialect: Dialect): Fragment {
  const columns = mentioned.map((name) => table.dataset.columns.get(name)!);
  const value = (cell: LiteralValue | undefined, index: number): Fragment =>
    cell === undefined || cell === null ? trusted('null') : dialect.literal(cell, columns[index]!.type);
  const rows = table.rows.map(
    ({ example, row }) =>
      sql`(${joined([trusted(String(example)), ...mentioned.map((name, i) => value(row.get(name), i))], ', ')})`,
  );
  const names = [table.number, ...mentioned].map((name) => identifier(name));
  return sql`insert into ${tableName(table)} (${joined(names, ', ')}) values ${joined(rows, ', ')}`;
}

/** Numbers the placeholders; a question mark of a name is escaped. */
function statementOf({ sql: text, bindings }: Fragment): Statement {
  let n = 0;
  return { sql: text.replace(/\\\?|\?/g, (sign) => (sign === '?' ? `$${++n}` : '?')), bindings };
}
