import { types } from 'node:util';
import { Failure } from '../../base/failure';
import { firstLine, safeMessage } from '../database-message';
import type { Statement } from '../engine';
import { unavailable } from '../unavailable';

/** Kinds whose messages quote the value that failed. */
const ABOUT_VALUES = /^(Conversion|Out of Range|Invalid Input|Constraint|Mismatch Type) Error/;
const OUT_OF_RANGE =
  /^Out of Range Error|out of range|could not cast value .* to DECIMAL|not in timestamp range/i;
const UNAVAILABLE = /^(IO|FATAL|Connection) Error/;
const OUT_OF_MEMORY = /^Out of Memory Error/;

/**
 * What the database said, as a Failure: its first line only, without the SQL below it and without any value of the
 * question or of the data, because messages reach people who may not see those.
 */
export function statementFailure(error: unknown, statement: Statement): Failure {
  if (error instanceof Failure) return error;
  if (!isDatabaseError(error)) {
    return new Failure('INTERNAL.ERROR', 'An answer of the database could not be read.', {
      family: 'internal',
      cause: error,
    });
  }
  const text = messageOf(error);
  const message = safeMessage(saidIn(text), ABOUT_VALUES.test(text), statement.bindings);
  if (OUT_OF_RANGE.test(text)) {
    return new Failure('ENGINE.OVERFLOW', `A number left the range of its type. ${message}`, {
      family: 'engine',
      hint: 'Declare a wider type, or round.',
    });
  }
  if (UNAVAILABLE.test(text)) return new Failure('ENGINE.UNAVAILABLE', message, { family: 'engine' });
  const hint = OUT_OF_MEMORY.test(text) ? 'Ask for a shorter period or fewer splits.' : undefined;
  return new Failure('ENGINE.FAILED', message, { family: 'engine', ...(hint === undefined ? {} : { hint }) });
}

/** Why a database could not be opened. The path is the operator's own, so it is named. */
export function openingFailure(error: unknown, path: string): Failure {
  const text = messageOf(error);
  if (/database does not exist|No such file or directory/.test(text)) {
    return unavailable(`There is no database at "${path}".`, 'Check the path, or load the data first.');
  }
  if (/Could not set lock|Conflicting lock/.test(text)) {
    return unavailable(
      `The database "${path}" is open for writing in another process.`,
      'Close that process; readers share a file, a writer shuts out all others.',
    );
  }
  if (/not a valid DuckDB database file/.test(text)) {
    return unavailable(`"${path}" is not a DuckDB database.`, 'Check the path.');
  }
  return unavailable(`The database "${path}" cannot be opened: ${firstLine(text)}`, 'Check the path.');
}

/** The package throws plain errors; a TypeError and its like are faults of our own. */
const isDatabaseError = (error: unknown): boolean => types.isNativeError(error) && error.name === 'Error';

const messageOf = (error: unknown): string => (types.isNativeError(error) ? error.message : String(error));

/** What comes before the excerpt of the SQL, if there is one. */
function saidIn(text: string): string {
  const excerpt = text.lastIndexOf('\n\nLINE ');
  return excerpt === -1 ? text : text.slice(0, excerpt);
}
