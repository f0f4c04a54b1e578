import { Failure } from '../../base/failure';

/** Where a database is, and how it is called in messages: without user and password. */
export interface PostgresAddress {
  /** The URL, as the driver reads it. */
  readonly url: string;
  /** `host:port/database`. */
  readonly shown: string;
}

/** What Tenet sets itself in each session: an address that set it too would be half obeyed. */
const OURS = ['options', 'statement_timeout', 'application_name'];

/**
 * Reads `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=FILE`. The TLS parameters are `sslmode`
 * (`disable`, `require`, `verify-full`, `no-verify`), `sslrootcert`, `sslcert` and `sslkey`.
 * @throws Failure USAGE.INVALID, which never repeats a password.
 */
export function readAddress(address: string): PostgresAddress {
  const url = parsed(address);
  const taken = OURS.filter((name) => url.searchParams.has(name));
  if (taken.length > 0)
    throw refused(`must not set ${taken.join(', ')}: Tenet sets it for each of its sessions`);
  if (url.pathname.length < 2) throw refused('does not name a database');
  const host = url.hostname || url.searchParams.get('host') || 'localhost';
  return { url: address, shown: `${host}:${url.port || '5432'}${url.pathname}` };
}

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw refused('cannot be read as a URL');
  }
}

const refused = (why: string): Failure =>
  new Failure('USAGE.INVALID', `The address of the PostgreSQL database ${why}.`, {
    family: 'environment',
    hint: 'write postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  });
