/**
 * What is set in every session, whatever the server's, the database's or the user's own settings are: answers are decoded from text,
 * and a name in SQL means the same table everywhere.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  default_transaction_read_only: 'on',
  // Temporary tables last: by default they would come first and could stand in for any table.
  search_path: 'public,pg_temp',
};

/** The settings as the `options` of a connection. */
export const sessionOptions = (): string =>
  Object.entries(SETTINGS)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** How long after its deadline the server itself ends a statement, should its cancelling be lost. */
const TIMEOUT_GRACE_MS = 2_000;
/** Without a deadline: nothing runs for ever because a process that waited for it is gone. */
const LONGEST_STATEMENT_MS = 600_000;
/** The server's setting has 31 bits. */
const LARGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Opens the transaction of one statement: it may only read, and the server ends it by itself after that time. */
export function beginning(deadlineMs: number | undefined): string {
  const timeoutMs =
    deadlineMs === undefined ? LONGEST_STATEMENT_MS : Math.ceil(deadlineMs) + TIMEOUT_GRACE_MS;
  return `begin read only; set local statement_timeout = ${Math.min(timeoutMs, LARGEST_TIMEOUT_MS)}`;
}
