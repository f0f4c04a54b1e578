/** SQL on a database that is being built. */
export interface DatabaseBuilder {
  run(sql: string): Promise<void>;
  /** Rows as JSON values, numbers of 64 bits and more as strings. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
}
