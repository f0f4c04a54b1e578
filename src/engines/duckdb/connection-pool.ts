import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * Idle connections of one instance. A connection serves one statement at a time, because an interrupt stops
 * whatever runs on it; a new one costs some 26 µs, so a doubtful one is thrown away rather than mended.
 */
export class ConnectionPool {
  private readonly idle: DuckDBConnection[] = [];
  private closed = false;

  constructor(private readonly instance: DuckDBInstance) {}

  async take(): Promise<DuckDBConnection> {
    return this.idle.pop() ?? (await this.instance.connect());
  }

  /** Takes a connection back; one whose statement failed or was cancelled is replaced when next needed. */
  give(connection: DuckDBConnection, healthy: boolean): void {
    if (healthy && !this.closed) this.idle.push(connection);
    else connection.disconnectSync();
  }

  close(): void {
    this.closed = true;
    for (const connection of this.idle.splice(0)) connection.disconnectSync();
  }
}
