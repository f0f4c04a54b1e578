import { Client } from 'pg';
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
  await client.connect().catch((error: unknown) => {
    throw openingFailure(error, shown);
  });
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
    async create({ schema, name, columns }: NewTable): Promise<void> {
      const table = quoteTable([schema, name]);
      const list = columns.map((column) => `${quoteIdentifier(column.name)} ${typeOf(column.declared)}`);
      await client.query(`create schema if not exists ${quoteIdentifier(schema)}`);
      await client.query(`drop table if exists ${table}`);
      await client.query(`create table ${table} (${list.join(', ')})`);
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

const TYPES: Readonly<Record<string, string>> = { string: 'text', double: 'double precision' };

const typeOf = (declared: string): string => TYPES[declared] ?? declared;
