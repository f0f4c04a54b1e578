import { Failure } from '../../../base/failure';
import type { Dialect } from './dialect';
import { DUCKDB } from './duckdb';
import { POSTGRES } from './postgres';

/** Every dialect, one line each. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  [DUCKDB.name]: DUCKDB,
  [POSTGRES.name]: POSTGRES,
};

export function dialectOf(name: string): Dialect {
  const dialect = DIALECTS[name];
  if (!dialect) throw new Failure('INTERNAL.ERROR', `There is no dialect "${name}".`, { family: 'internal' });
  return dialect;
}
