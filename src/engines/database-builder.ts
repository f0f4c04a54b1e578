import type { TableWriter } from './table-writer';

/** SQL on a database that is being built. */
export interface DatabaseBuilder {
  run(sql: string): Promise<void>;
  /** Rows as JSON values, numbers of 64 bits and more as strings. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** Copies all tables to a database of another engine. */
  copyTo(writer: TableWriter): Promise<void>;
}
