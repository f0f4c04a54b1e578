import type { Value } from '../metrics/model/answer';
import type { ValueType } from '../metrics/model/value-type';

/** A column as the database has it. `declared` is its name for `columns:`, null where Tenet has no such type. */
export interface DatabaseColumn {
  readonly name: string;
  readonly engineType: string;
  readonly declared: string | null;
}

export interface DatabaseRunOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
  /** IANA zone in which instants are written. */
  readonly zone?: string;
}

/** What a proof on data asks of a database; every engine is one. Trust knows no engine. */
export interface Database {
  run(
    statement: { readonly sql: string; readonly bindings: readonly [] },
    types: readonly ValueType[],
    options?: DatabaseRunOptions,
  ): Promise<{ readonly columns: readonly (readonly Value[])[] }>;
  /** The columns of a table, or null where there is none; or those that a SELECT would give. */
  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DatabaseColumn[] | null>;
}
