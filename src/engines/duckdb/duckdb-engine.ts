import type { DuckDBInstance } from '@duckdb/node-api';
import type { ValueType } from '../../metrics/model/value-type';
import type { DescribedColumn, Engine, EngineResult, RunOptions, Statement } from '../engine';
import { type Cancellation, startCancellation, untilAborted } from './cancellation';
import { ConnectionPool } from './connection-pool';
import { describeQuery, describeTable } from './describe-table';
import { type Execution, execute } from './execute';
import { statementFailure, unavailable } from './failures';
import { QueryQueue } from './query-queue';

export interface DuckdbEngineOptions {
  readonly readOnly: boolean;
  readonly maxConcurrent: number;
  readonly closeGraceMs: number;
  readonly dataVersion: string | null;
  /** Called once, after the database is closed. */
  readonly onClosed: () => Promise<void>;
}

/** One DuckDB database in this process; made by `openDuckdb`. */
export class DuckdbEngine implements Engine {
  readonly dialect = 'duckdb';
  readonly dataVersion: string | null;
  private readonly queue: QueryQueue;
  private readonly pool: ConnectionPool;
  /** What has not ended yet, waiting or running, and how to end it. */
  private readonly active = new Map<Cancellation, Promise<unknown>>();
  private closing: Promise<void> | null = null;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly options: DuckdbEngineOptions,
  ) {
    this.queue = new QueryQueue(options.maxConcurrent);
    this.pool = new ConnectionPool(instance);
    this.dataVersion = options.dataVersion;
  }

  /**
   * Runs one statement. A deadline or an abort answers at once, while the slot stays taken until DuckDB has let go.
   * @throws Failure of family `engine`, or INTERNAL.ERROR when the rows do not fit the planned types.
   */
  async run(
    statement: Statement,
    types: readonly ValueType[],
    options: RunOptions = {},
  ): Promise<EngineResult> {
    if (this.closing) throw closed();
    const cancellation = startCancellation(options);
    const work = this.work({
      statement,
      types,
      zone: options.zone ?? 'UTC',
      readOnly: this.options.readOnly,
      signal: cancellation.signal,
    });
    const ended = work
      .catch(() => undefined)
      .finally(() => {
        cancellation.dispose();
        this.active.delete(cancellation);
      });
    this.active.set(cancellation, ended);
    return untilAborted(work, cancellation.signal);
  }

  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null> {
    return 'sql' in source ? describeQuery(this, source.sql) : describeTable(this, source);
  }

  /** Takes no more statements, waits for the running ones, cancels what the grace did not suffice for, and closes. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async work(execution: Execution): Promise<EngineResult> {
    const release = await this.queue.acquire(execution.signal);
    try {
      return await this.onConnection(execution);
    } catch (error) {
      throw statementFailure(error, execution.statement);
    } finally {
      release();
    }
  }

  private async onConnection(execution: Execution): Promise<EngineResult> {
    const connection = await this.pool.take();
    let healthy = false;
    try {
      const result = await execute(connection, execution);
      healthy = true;
      return result;
    } finally {
      this.pool.give(connection, healthy);
    }
  }

  private async shutDown(): Promise<void> {
    const grace = setTimeout(() => {
      for (const cancellation of this.active.keys()) cancellation.cancel(closed());
    }, this.options.closeGraceMs);
    await Promise.all(this.active.values());
    clearTimeout(grace);
    this.pool.close();
    this.instance.closeSync();
    await this.options.onClosed();
  }
}

const closed = () => unavailable('The database is being closed.');
