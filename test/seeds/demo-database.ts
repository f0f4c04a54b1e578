import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';
import type { Value } from '../../src/metrics/model/answer';
import { type Scale, seedDemo } from '../../src/service/seed';

const INTEGERS = new Set([DuckDBTypeId.INTEGER, DuckDBTypeId.BIGINT, DuckDBTypeId.HUGEINT]);

/** A demo company in a folder of its own, open for reading. */
export class DemoDatabase {
  private constructor(
    private readonly folder: string,
    readonly file: string,
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  static async open(scale: Scale): Promise<DemoDatabase> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-demo-'));
    const target = path.join(folder, 'demo.duckdb');
    await seedDemo(target, scale);
    const instance = await DuckDBInstance.create(target, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    await connection.run("set disabled_optimizers = 'common_subplan'");
    return new DemoDatabase(folder, target, instance, connection);
  }

  /** Rows as objects; decimals as digits, integers as numbers. */
  async rows(sql: string): Promise<Record<string, Value>[]> {
    const result = await this.connection.runAndReadAll(sql);
    const types = result.columnTypes();
    const names = result.columnNames();
    return result.getRowsJson().map((row) =>
      Object.fromEntries(
        row.map((value, i) => {
          const whole = value !== null && INTEGERS.has(types[i]!.typeId);
          return [names[i]!, (whole ? Number(value) : value) as Value];
        }),
      ),
    );
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
