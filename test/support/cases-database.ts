import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { execute } from '../../src/engines/duckdb/execute';
import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import type { Engine } from '../../src/engines/engine';
import type { TypedColumn } from './cases-compare';

/** What DuckDB itself says to a statement: values as its JSON has them, decimals and wide integers as digits. */
export interface PlainResult {
  readonly columns: readonly TypedColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The data of one topic, three times: as the product opens it, without any optimizer, and for SQL written by hand. */
export class TopicDatabase {
  private constructor(
    readonly engine: Engine,
    /** The product's printing and decoding over a database whose optimizer is off. */
    readonly unoptimized: Engine,
    private readonly plain: DuckDBConnection,
    private readonly dispose: () => void,
  ) {}

  static async open(data: string): Promise<TopicDatabase> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-case-'));
    const file = path.join(folder, 'case.duckdb');
    const writing = await DuckDBInstance.create(file, ONE_THREAD);
    await load(await writing.connect(), data);
    writing.closeSync();
    const memory = await DuckDBInstance.create(':memory:', ONE_THREAD);
    const plain = await memory.connect();
    await load(plain, data);
    await plain.run("set disabled_optimizers = 'common_subplan'");
    const slow = await memory.connect();
    await slow.run("set TimeZone = 'UTC'");
    await slow.run('pragma disable_optimizer');
    const engine = await openDuckdb({ path: file, readOnly: true });
    return new TopicDatabase(engine, overConnection(slow), plain, () => {
      memory.closeSync();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Runs SQL as it stands. */
  async ask(sql: string): Promise<PlainResult> {
    const result = await this.plain.runAndReadAll(sql);
    const types = result.columnTypes();
    return {
      columns: result.columnNames().map((name, i) => ({ name, type: String(types[i]) })),
      rows: result.getRowsJson(),
    };
  }

  async close(): Promise<void> {
    await this.engine.close();
    this.dispose();
  }
}

/** Cases are a handful of rows; the cores are better left to the other tests. */
const ONE_THREAD = { threads: '1' };

async function load(connection: DuckDBConnection, data: string): Promise<void> {
  await connection.run("set TimeZone = 'UTC'");
  await connection.run(data);
}

/** An engine on one connection that keeps its settings; statements wait for each other. */
function overConnection(connection: DuckDBConnection): Engine {
  let last: Promise<unknown> = Promise.resolve();
  return {
    dialect: 'duckdb',
    dataVersion: null,
    load: () => ({ slots: 1, running: 0, waiting: 0, sentBack: 0 }),
    run: (statement, types, options = {}) => {
      const work = last.then(() =>
        execute(connection, {
          statement,
          types,
          zone: options.zone ?? 'UTC',
          readOnly: false,
          signal: new AbortController().signal,
        }),
      );
      last = work.catch(() => undefined);
      return work;
    },
    describe: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}
