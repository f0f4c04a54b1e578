import type { DuckDBInstance } from '@duckdb/node-api';
import type { ValueType } from '../../metrics/model/value-type';
import type { DescribedColumn, Engine, EngineLoad, EngineResult, RunOptions, Statement } from '../engine';
import { Statements, type StatementsOptions } from '../statements';
import { ConnectionPool } from './connection-pool';
import { describeQuery, describeTable } from './describe-table';
import { type Execution, execute } from './execute';
import { statementFailure } from './failures';

export interface DuckdbEngineOptions extends StatementsOptions {
  readonly readOnly: boolean;
  readonly dataVersion: string | null;
  /** Called once, after the database is closed. */
  readonly onClosed: () => Promise<void>;
}

/** One DuckDB database in this process; made by `openDuckdb`. */
export class DuckdbEngine implements Engine {
  readonly dialect = 'duckdb';
  readonly dataVersion: string | null;
  private readonly statements: Statements;
  private readonly pool: ConnectionPool;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly options: DuckdbEngineOptions,
  ) {
    this.statements = new Statements(options);
    this.pool = new ConnectionPool(instance);
    this.dataVersion = options.dataVersion;
  }

  /**
   * Runs one statement. A deadline or an abort answers at once, while the slot stays taken until DuckDB has let go.
   * @throws Failure of family `engine`, or INTERNAL.ERROR when the rows do not fit the planned types.
   */
  run(statement: Statement, types: readonly ValueType[], options: RunOptions = {}): Promise<EngineResult> {
    const zone = options.zone ?? 'UTC';
    const { readOnly } = this.options;
    return this.statements.run(options, {
      run: (signal) => this.onConnection({ statement, types, zone, readOnly, signal }),
      failure: (error) => statementFailure(error, statement),
    });
  }

  load(): EngineLoad {
    return this.statements.load();
  }

  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null> {
    return 'sql' in source ? describeQuery(this, source.sql) : describeTable(this, source);
  }

  /** Takes no more statements, waits for the running ones, cancels what the grace did not suffice for, and closes. */
  close(): Promise<void> {
    return this.statements.end(async () => {
      this.pool.close();
      this.instance.closeSync();
      await this.options.onClosed();
    });
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
}
