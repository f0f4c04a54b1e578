import type { ClientConfig, Pool, PoolClient } from 'pg';
import type { ValueType } from '../../metrics/model/value-type';
import type { DescribedColumn, Engine, EngineLoad, EngineResult, RunOptions, Statement } from '../engine';
import { Statements, type StatementsOptions } from '../statements';
import { cancelOnAbort } from './cancel-statement';
import { describeQuery, describeTable } from './describe';
import { decodeRows, type FetchLimits, fetchRows, type TextRows } from './execute';
import { statementFailure } from './failures';

export interface PostgresEngineOptions extends StatementsOptions {
  /** For connections beside the pool's, which cancel. */
  readonly config: ClientConfig;
}

/** A PostgreSQL database; made by `openPostgres`. */
export class PostgresEngine implements Engine {
  readonly dialect = 'postgres';
  /** The database does not tell whether its rows have changed. */
  readonly dataVersion = null;
  private readonly statements: Statements;

  constructor(
    private readonly pool: Pool,
    private readonly options: PostgresEngineOptions,
  ) {
    this.statements = new Statements(options);
  }

  /**
   * Runs one statement, which may only read. A deadline or an abort answers at once, while the connection stays taken until the server
   * has let go.
   * @throws Failure of family `engine`, or INTERNAL.ERROR when the rows do not fit the planned types.
   */
  run(statement: Statement, types: readonly ValueType[], options: RunOptions = {}): Promise<EngineResult> {
    const { deadlineMs, zone = 'UTC' } = options;
    return this.statements.run(options, {
      run: async (signal) => {
        const rows = await this.fetch(statement, { signal, deadlineMs });
        return decodeRows(rows, { types, zone, signal });
      },
      failure: (error) => statementFailure(error, statement),
    });
  }

  load(): EngineLoad {
    return this.statements.load();
  }

  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null> {
    return 'sql' in source
      ? describeQuery(this, source.sql, (statement) => this.fieldsOf(statement))
      : describeTable(this, source);
  }

  /** Takes no more statements, waits for the running ones, cancels what the grace did not suffice for, and closes. */
  close(): Promise<void> {
    return this.statements.end(() => this.pool.end());
  }

  private fieldsOf(statement: Statement): Promise<TextRows['fields']> {
    return this.statements.run(
      {},
      {
        run: async (signal) => (await this.fetch(statement, { signal, deadlineMs: undefined })).fields,
        failure: (error) => statementFailure(error, statement),
      },
    );
  }

  private async fetch(statement: Statement, limits: FetchLimits): Promise<TextRows> {
    const client = await this.pool.connect();
    const stopCancelling = cancelOnAbort(client, this.options.config, limits.signal);
    let healthy = false;
    try {
      const rows = await fetchRows(client, statement, limits);
      healthy = !limits.signal.aborted;
      return rows;
    } catch (error) {
      limits.signal.throwIfAborted();
      throw error;
    } finally {
      stopCancelling();
      this.give(client, healthy);
    }
  }

  /** A connection whose statement failed or was cancelled is closed, and replaced when next needed. */
  private give(client: PoolClient, healthy: boolean): void {
    client.release(!healthy);
  }
}
