import { totalmem } from 'node:os';

/** How much of the machine one database may take. */
export interface DuckdbLimits {
  readonly memoryLimitBytes: number;
  readonly tempLimitBytes: number;
  readonly tempDirectory: string;
}

const DEFAULT_MEMORY_PERCENT = 60;
const DEFAULT_TEMP_BYTES = 4 * 1024 ** 3;

/** A share of what this process may use: the container's limit where there is one, else the machine's memory. */
export function memoryLimitBytes(percent = DEFAULT_MEMORY_PERCENT): number {
  const constrained = process.constrainedMemory();
  const available = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.floor((available * percent) / 100);
}

export const defaultTempLimitBytes = (): number => DEFAULT_TEMP_BYTES;

/**
 * What is fixed at opening, for the whole instance: connections inherit all of it.
 * The order counts: after `enable_external_access` is off, DuckDB refuses a temp directory.
 */
export function instanceConfig(readOnly: boolean, limits: DuckdbLimits): Record<string, string> {
  return {
    access_mode: readOnly ? 'READ_ONLY' : 'READ_WRITE',
    // DuckDB 1.5 maps columns wrongly when sibling subqueries share a join tree, which is the shape of every
    // question over several facts: sums come out wrong without an error.
    disabled_optimizers: 'common_subplan',
    memory_limit: kibibytes(limits.memoryLimitBytes),
    temp_directory: limits.tempDirectory,
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_external_access: 'false',
  };
}

/**
 * What can only be set once the instance is open, the lock last: past it no statement changes a setting.
 * The limit of the temporary folder is accepted at opening too, shown as set, and not kept. TimeZone belongs to the
 * bundled ICU, which is not there yet while the configuration is read.
 */
export const lockingStatements = (limits: DuckdbLimits): readonly string[] => [
  `SET GLOBAL max_temp_directory_size = '${kibibytes(limits.tempLimitBytes)}'`,
  "SET GLOBAL TimeZone = 'UTC'",
  'SET GLOBAL lock_configuration = true',
];

const kibibytes = (bytes: number): string => `${Math.max(1, Math.floor(bytes / 1024))}KiB`;
