import { Client } from 'pg';
import { Failure } from '../../base/failure';
import { quoteIdentifier, quoteTable } from '../../metrics/sql/identifiers';
import type { NewTable, TableWriter, TextRow } from '../table-writer';
import { readAddress } from './address';
import { arrayText } from './array-text';
import { openingFailure } from './failures';

/**
 * Writes tables into a PostgreSQL database in one transaction: readers see all of the old ones or all of the new.
 * @throws Failure ENGINE.UNAVAILABLE when it cannot be reached; else what the database or the work throws, and nothing is changed.
 */
export async function writePostgresTables<T>(
  address: string,
  work: (writer: TableWriter) => Promise<T>,
): Promise<T> {
  const { url, shown } = readAddress(address);
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC', application_name: 'tenet' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw openingFailure(error, shown);
  }
  try {
    await client.query('begin');
    const result = await work(writerOver(client));
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

function writerOver(client: Client): TableWriter {
  return {
    async create(table: NewTable): Promise<void> {
      const name = quoteTable([table.schema, table.name]);
      await refuseForeign(client, name);
      const columns = table.columns.map(
        (column) => `${quoteIdentifier(column.name)} ${typeOf(column.declared)}`,
      );
      await client.query(`create schema if not exists ${quoteIdentifier(table.schema)}`);
      await client.query(`drop table if exists ${name}`);
      await client.query(`create table ${name} (${columns.join(', ')})`);
      await client.query(`comment on table ${name} is '${MADE_BY_US}'`);
    },
    async insert({ schema, name, columns }: NewTable, rows: readonly TextRow[]): Promise<void> {
      const arrays = columns.map(({ declared }, i) => `$${i + 1}::${typeOf(declared)}[]`);
      await client.query(
        `insert into ${quoteTable([schema, name])} select * from unnest(${arrays.join(', ')})`,
        columns.map((_, i) => arrayText(rows.map((row) => row[i] ?? null))),
      );
    },
  };
}

const MADE_BY_US = 'Made by Tenet, which may make it anew.';

/** Only what carries our mark is written over. */
async function refuseForeign(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ foreign: boolean }>(
    `select obj_description(to_regclass($1), 'pg_class') is distinct from $2 as foreign where to_regclass($1) is not null`,
    [name, MADE_BY_US],
  );
  if (rows[0]?.foreign !== true) return;
  throw new Failure(
    'ENVIRONMENT.FILE',
    `The table ${name} was not made by Tenet, so it is not written over.`,
    {
      family: 'environment',
      hint: 'drop it yourself, or give another --database',
    },
  );
}

const TYPES: Readonly<Record<string, string>> = { string: 'text', double: 'double precision' };

const typeOf = (declared: string): string => TYPES[declared] ?? declared;
