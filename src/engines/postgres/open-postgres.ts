import { Pool, type PoolConfig } from 'pg';
import type { Engine, EngineOptions } from '../engine';
import { readAddress } from './address';
import { openingFailure } from './failures';
import { PostgresEngine } from './postgres-engine';
import { sessionOptions } from './session-settings';

const DEFAULT_CONNECTIONS = 8;
const DEFAULT_CLOSE_GRACE_MS = 5000;
const CONNECT_TIMEOUT_MS = 5000;

export interface PostgresOptions extends EngineOptions {
  /** `postgres://…`; see `readAddress`. */
  readonly address: string;
  /** Connections, and so statements that run at once; the rest wait in order. Default 8. */
  readonly maxConcurrent?: number;
  /** How long `close` waits for running statements before it cancels them. Default 5,000. */
  readonly closeGraceMs?: number;
}

/**
 * Opens a PostgreSQL database for reading: every statement runs in a read-only transaction with a time limit of the server's own.
 * @throws Failure ENGINE.UNAVAILABLE when it cannot be reached, USAGE.INVALID when the address cannot be read.
 */
export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const { url, shown } = readAddress(options.address);
  const maxConcurrent = options.maxConcurrent ?? DEFAULT_CONNECTIONS;
  const config: PoolConfig = {
    connectionString: url,
    options: sessionOptions(),
    application_name: 'tenet',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
  const pool = new Pool({ ...config, max: maxConcurrent });
  // An idle connection that breaks is dropped by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw openingFailure(error, shown);
  }
  const closeGraceMs = options.closeGraceMs ?? DEFAULT_CLOSE_GRACE_MS;
  const waiting = options.maxWaiting === undefined ? {} : { maxWaiting: options.maxWaiting };
  return new PostgresEngine(pool, {
    config,
    closeGraceMs,
    queue: { slots: maxConcurrent, ...waiting },
    onStatement: options.onStatement,
  });
}
