import { stat } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine, EngineOptions } from '../engine';
import { unavailable } from '../unavailable';
import { DuckdbEngine } from './duckdb-engine';
import { openingFailure } from './failures';
import {
  type DuckdbLimits,
  defaultTempLimitBytes,
  instanceConfig,
  lockingStatements,
  memoryLimitBytes,
} from './instance-settings';
import { makeTempDirectory } from './temp-directory';

const IN_MEMORY = ':memory:';
const DEFAULT_CLOSE_GRACE_MS = 5000;

export interface DuckdbOptions extends EngineOptions {
  /** A file, or `:memory:`, which cannot be read-only. */
  readonly path: string;
  /** Opened for reading, a missing file is an error and every statement but a SELECT is refused. */
  readonly readOnly: boolean;
  /** Statements that run at once. Default: half of libuv's threads, which others need too. */
  readonly maxConcurrent?: number;
  /** Instead of a share. */
  readonly memoryLimitBytes?: number;
  /** Where the temporary folder is made. Default: the system's place for such. */
  readonly tempRoot?: string;
  /** How long `close` waits for running statements before it cancels them. Default 5,000. */
  readonly closeGraceMs?: number;
}

/**
 * Opens a DuckDB database, locked down: no other file can be read or written by SQL, no extension loaded, no setting
 * changed. @throws Failure ENGINE.UNAVAILABLE when there is no such database or it cannot be opened,
 * ENVIRONMENT.FILE when there is no place for temporary files.
 */
export async function openDuckdb(options: DuckdbOptions): Promise<Engine> {
  const { path, readOnly } = options;
  if (path === IN_MEMORY && readOnly) {
    throw unavailable('A database in memory cannot be opened for reading only: it would always be empty.');
  }
  const tempDirectory = await makeTempDirectory(options.tempRoot);
  const limits = {
    memoryLimitBytes: options.memoryLimitBytes ?? memoryLimitBytes(options.memoryPercent),
    tempLimitBytes: options.maxTempBytes ?? defaultTempLimitBytes(),
    tempDirectory: tempDirectory.path,
  };
  try {
    const before = await fileVersion(path);
    const instance = await DuckDBInstance.create(path, instanceConfig(readOnly, limits));
    const dataVersion = readOnly && before === (await fileVersion(path)) ? before : null;
    await lockConfiguration(instance, limits);
    return new DuckdbEngine(instance, {
      readOnly,
      dataVersion,
      queue: {
        slots: options.maxConcurrent ?? defaultConcurrency(),
        ...(options.maxWaiting === undefined ? {} : { maxWaiting: options.maxWaiting }),
      },
      onStatement: options.onStatement,
      closeGraceMs: options.closeGraceMs ?? DEFAULT_CLOSE_GRACE_MS,
      onClosed: tempDirectory.remove,
    });
  } catch (error) {
    await tempDirectory.remove();
    throw openingFailure(error, path);
  }
}

/**
 * Tells one file from what takes its name later: nobody writes to a file that is open, a new one is renamed over it. Null where
 * there is no file.
 */
async function fileVersion(path: string): Promise<string | null> {
  const file = await stat(path, { bigint: true }).catch(() => null);
  return file && [file.dev, file.ino, file.size, file.mtimeNs].join('-');
}

async function lockConfiguration(instance: DuckDBInstance, limits: DuckdbLimits): Promise<void> {
  const connection = await instance.connect();
  for (const statement of lockingStatements(limits)) await connection.run(statement);
  connection.disconnectSync();
}

const LIBUV_DEFAULT_THREADS = 4;

/** Half of the thread pool that `UV_THREADPOOL_SIZE` gave this process at its start. */
function defaultConcurrency(): number {
  const threads = Number(process.env['UV_THREADPOOL_SIZE']) || LIBUV_DEFAULT_THREADS;
  return Math.max(1, Math.floor(threads / 2));
}
