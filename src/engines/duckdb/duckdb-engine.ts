import type { DuckDBInstance } from '@duckdb/node-api';
import type { ValueType } from '../../metrics/model/value-type';
import type {
  DescribedColumn,
  Engine,
  EngineLoad,
  EngineResult,
  RunOptions,
  Statement,
  StatementReport,
} from '../engine';
import { type Cancellation, startCancellation, untilAborted } from './cancellation';
import { ConnectionPool } from './connection-pool';
import { describeQuery, describeTable } from './describe-table';
import { type Execution, execute } from './execute';
import { statementFailure, unavailable } from './failures';
import { QueryQueue, type QueueOptions } from './query-queue';

export interface DuckdbEngineOptions {
  readonly readOnly: boolean;
  readonly queue: QueueOptions;
  /** Told of each statement that has ended. */
  readonly onStatement?: ((report: StatementReport) => void) | undefined;
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
    this.queue = new QueryQueue(options.queue);
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
    const execution = {
      statement,
      types,
      zone: options.zone ?? 'UTC',
      readOnly: this.options.readOnly,
      signal: cancellation.signal,
    };
    const work = this.work(execution, options.caller ?? []);
    const ended = work
      .catch(() => undefined)
      .finally(() => {
        cancellation.dispose();
        this.active.delete(cancellation);
      });
    this.active.set(cancellation, ended);
    return untilAborted(work, cancellation.signal);
  }

  load(): EngineLoad {
    return this.queue.load();
  }

  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null> {
    return 'sql' in source ? describeQuery(this, source.sql) : describeTable(this, source);
  }

  /** Takes no more statements, waits for the running ones, cancels what the grace did not suffice for, and closes. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async work(execution: Execution, caller: readonly string[]): Promise<EngineResult> {
    const { signal } = execution;
    const arrived = performance.now();
    let began = arrived;
    let code: StatementReport['code'] = null;
    const inSlot = (room: AbortSignal): Promise<EngineResult> => {
      began = performance.now();
      return this.onConnection({ ...execution, signal: AbortSignal.any([signal, room]) });
    };
    try {
      return await this.queue.run(inSlot, signal, caller);
    } catch (error) {
      const failure = statementFailure(error, execution.statement);
      code = failure.code;
      throw failure;
    } finally {
      this.options.onStatement?.({ waitedMs: began - arrived, ranMs: performance.now() - began, code });
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
