import { type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * A log of one JSON object a line. Nothing in it is a bound value or SQL: only names of the catalog, codes, places and counts.
 * @param write takes a line without its end.
 */
export function openLog(level: LogLevel, write: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, { write: (line) => write(line.trimEnd()) });
}
