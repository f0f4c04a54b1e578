import { types } from 'node:util';
import { DatabaseError } from 'pg';
import { Failure } from '../../base/failure';
import { firstLine, safeMessage } from '../database-message';
import type { Statement } from '../engine';
import { unavailable } from '../unavailable';

/** SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html */
const NUMBER_OUT_OF_RANGE = '22003';
const MOMENT_OUT_OF_RANGE = '22008';
const QUERY_CANCELED = '57014';
/** Connection exceptions, insufficient resources such as connections, and a server that is going down or coming up. */
const UNAVAILABLE = /^(08|53|57P)/;
const ABOUT_VALUES = /^(22|23)/;

/**
 * What the database said, as a Failure: without the SQL and without any value of the question or of the data, because messages reach
 * people who may not see those.
 */
export function statementFailure(error: unknown, { bindings }: Statement): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof DatabaseError)) return connectionFailure(error);
  const code = error.code ?? '';
  const message = safeMessage(error.message, ABOUT_VALUES.test(code), bindings);
  if (code === NUMBER_OUT_OF_RANGE || code === MOMENT_OUT_OF_RANGE) {
    return new Failure('ENGINE.OVERFLOW', `A number left the range of its type. ${message}`, {
      family: 'engine',
      hint: 'Declare a wider type, or round.',
    });
  }
  if (code === QUERY_CANCELED) {
    return new Failure('ENGINE.DEADLINE', 'The database ended the statement, which took too long.', {
      family: 'engine',
      hint: 'Ask for a shorter period or fewer splits.',
    });
  }
  if (UNAVAILABLE.test(code))
    return unavailable(`The database is away: ${message}`, 'Ask again in a moment.');
  return new Failure('ENGINE.FAILED', message, { family: 'engine' });
}

/** What is not the database's word: the network's or the driver's, or a fault of our own. */
function connectionFailure(error: unknown): Failure {
  if (isConnectionError(error))
    return unavailable('The connection to the database was lost.', 'Ask again in a moment.');
  return new Failure('INTERNAL.ERROR', 'An answer of the database could not be read.', {
    family: 'internal',
    cause: error,
  });
}

/** Errors of sockets have a code of the system; the driver says the rest in words. */
function isConnectionError(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  return 'syscall' in error || /connection|connect|timeout/i.test(error.message);
}

/** Why a database could not be opened. The address is the operator's own, so it is named, without user and password. */
export function openingFailure(error: unknown, shown: string): Failure {
  const said = types.isNativeError(error)
    ? ('code' in error && String(error.code)) || error.name
    : String(error);
  const words = types.isNativeError(error) && error.message ? firstLine(error.message) : said;
  return unavailable(
    `The PostgreSQL database at "${shown}" cannot be reached: ${words}.`,
    'Check that it runs, and the host, port, name, user and password of its address.',
  );
}
