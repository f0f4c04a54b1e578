import type { FieldDef, PoolClient, QueryArrayConfig } from 'pg';
import { Failure } from '../../base/failure';
import type { Value } from '../../metrics/model/answer';
import type { ValueType } from '../../metrics/model/value-type';
import { plannedReader } from '../decode/planned-reader';
import type { EngineResult, Statement } from '../engine';
import { naturalReader } from './decode/natural-reader';
import { beginning } from './session-settings';

/** How long a statement may run, and who may end it earlier. */
export interface FetchLimits {
  readonly deadlineMs: number | undefined;
  readonly signal: AbortSignal;
}

/** How rows are read. */
interface Reading {
  readonly types: readonly ValueType[];
  readonly zone: string;
  readonly signal: AbortSignal;
}

/** What came back, as text, and what its columns are. */
export interface TextRows {
  readonly fields: readonly FieldDef[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Runs one statement in a transaction that may only read. @throws what the database throws, or the signal's reason. */
export async function fetchRows(
  client: PoolClient,
  statement: Statement,
  { deadlineMs, signal }: FetchLimits,
): Promise<TextRows> {
  signal.throwIfAborted();
  await client.query(beginning(deadlineMs));
  signal.throwIfAborted();
  const result = await client.query<(string | null)[]>(textQuery(statement));
  await client.query('commit');
  return result;
}

/** The driver's own reading loses digits and zones: everything is read from PostgreSQL's text. */
function textQuery({ sql, bindings }: Statement): QueryArrayConfig {
  return {
    text: sql,
    values: bindings.map((value) => withoutNul(value)),
    rowMode: 'array',
    types: { getTypeParser: () => (text: unknown) => text },
  };
}

/** PostgreSQL's texts hold every character but this one, so that no value of the data can equal such a text. */
function withoutNul<T>(value: T): T {
  if (typeof value !== 'string' || !value.includes('\0')) return value;
  throw new Failure(
    'ENGINE.FAILED',
    'A text holds the character NUL, which no text of this database can hold.',
    {
      family: 'engine',
      hint: 'leave the character out',
    },
  );
}

const ROWS_PER_TURN = 2_000;

/** Rows as columns of canonical values; the event loop turns in between. @throws the signal's reason when it was aborted. */
export async function decodeRows({ fields, rows }: TextRows, reading: Reading): Promise<EngineResult> {
  const readers = fields.map((field, index) => readerOf(field, reading.types[index], reading.zone));
  const columns: Value[][] = fields.map(() => []);
  for (let start = 0; start < rows.length; start += ROWS_PER_TURN) {
    if (start > 0) await new Promise(setImmediate);
    reading.signal.throwIfAborted();
    const turn = rows.slice(start, start + ROWS_PER_TURN);
    columns.forEach((values, index) => {
      const read = readers[index]!;
      for (const row of turn) values.push(readCell(row[index], read));
    });
  }
  return { names: fields.map(({ name }) => name), columns, rowCount: rows.length };
}

const readCell = (text: string | null | undefined, read: (text: string) => Value): Value =>
  text === null || text === undefined ? null : read(text);

function readerOf(
  { name, dataTypeID }: FieldDef,
  planned: ValueType | undefined,
  zone: string,
): (text: string) => Value {
  const natural = naturalReader(dataTypeID, zone);
  if (planned === undefined) return natural.read;
  return plannedReader(natural, planned, { name, engineType: `type ${dataTypeID}` });
}
