import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBPreparedStatement,
  INTEGER,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import { Failure } from '../../base/failure';
import type { Statement } from '../engine';

/** Binds the values by position. Whole numbers become INTEGER or BIGINT, all others DOUBLE, whatever their size. */
export function bindAll(prepared: DuckDBPreparedStatement, bindings: Statement['bindings']): void {
  if (bindings.length !== prepared.parameterCount) {
    throw new Failure(
      'INTERNAL.ERROR',
      `A statement with ${prepared.parameterCount} parameters was given ${bindings.length} values.`,
      { family: 'internal' },
    );
  }
  bindings.forEach((value, index) => {
    bindOne(prepared, index + 1, value);
  });
}

function bindOne(
  prepared: DuckDBPreparedStatement,
  position: number,
  value: Statement['bindings'][number],
): void {
  if (value === null) prepared.bindValue(position, null, SQLNULL);
  else if (typeof value === 'string') prepared.bindValue(position, value, VARCHAR);
  else if (typeof value === 'boolean') prepared.bindValue(position, value, BOOLEAN);
  else if (value === (value | 0)) prepared.bindValue(position, value | 0, INTEGER);
  else if (Number.isSafeInteger(value)) prepared.bindValue(position, BigInt(value), BIGINT);
  else prepared.bindValue(position, value, DOUBLE);
}
