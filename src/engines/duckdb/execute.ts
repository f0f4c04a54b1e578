import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import { StatementType } from '@duckdb/node-api';
import { Failure } from '../../base/failure';
import type { Value } from '../../metrics/model/answer';
import type { ValueType } from '../../metrics/model/value-type';
import type { EngineResult, Statement } from '../engine';
import { bindAll } from './bindings';
import { type ColumnDecoder, columnDecoder } from './decode/decode-column';

export interface Execution {
  readonly statement: Statement;
  readonly types: readonly ValueType[];
  readonly zone: string;
  readonly readOnly: boolean;
  readonly signal: AbortSignal;
}

/**
 * Runs one statement on a connection of its own and decodes the rows, chunk by chunk (2,048 rows), so that the event
 * loop turns in between. @throws the signal's reason when it was aborted, else whatever the database throws.
 */
export async function execute(connection: DuckDBConnection, execution: Execution): Promise<EngineResult> {
  const { statement, signal } = execution;
  const stopInterrupting = interruptOnAbort(connection, signal);
  let prepared: DuckDBPreparedStatement | undefined;
  try {
    prepared = await connection.prepare(statement.sql);
    if (execution.readOnly) refuseAllButReading(prepared);
    bindAll(prepared, statement.bindings);
    signal.throwIfAborted();
    return await decode(await prepared.run(), execution);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    stopInterrupting();
    prepared?.destroySync();
  }
}

const INTERRUPT_EVERY_MS = 10;

/**
 * Interrupts again and again until told to stop: DuckDB forgets an interrupt that comes just before a statement starts,
 * as between preparing and running it.
 */
function interruptOnAbort(connection: DuckDBConnection, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    connection.interrupt();
    timer = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  };
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  return () => {
    signal.removeEventListener('abort', start);
    clearInterval(timer);
  };
}

/** A file opened for reading refuses writes by itself; this also refuses ATTACH, PRAGMA, SET and CALL. */
function refuseAllButReading(prepared: DuckDBPreparedStatement): void {
  const type = prepared.statementType;
  if (type === StatementType.SELECT || type === StatementType.EXPLAIN) return;
  throw new Failure(
    'ENGINE.FAILED',
    `The database is open for reading only: ${StatementType[type]} is refused.`,
    {
      family: 'engine',
    },
  );
}

async function decode(result: DuckDBResult, execution: Execution): Promise<EngineResult> {
  const names = result.columnNames();
  const columns: Value[][] = names.map(() => []);
  const decoders = names.map((name, index) => decoderOf(result, name, index, execution));
  let rowCount = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    execution.signal.throwIfAborted();
    if (chunk === null || chunk.rowCount === 0) return { names, columns, rowCount };
    rowCount += chunk.rowCount;
    columns.forEach((values, index) => {
      decoders[index]?.(chunk.getColumnVector(index), values);
    });
  }
}

function decoderOf(result: DuckDBResult, name: string, index: number, execution: Execution): ColumnDecoder {
  return columnDecoder(result.columnType(index), execution.types[index], { name, zone: execution.zone });
}
