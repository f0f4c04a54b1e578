import type { Value } from '../metrics/model/answer';
import type { ValueType } from '../metrics/model/value-type';

/** A printed statement with its bound values, in order. */
export interface Statement {
  readonly sql: string;
  readonly bindings: readonly (string | number | boolean | null)[];
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds from now; past it the statement is cancelled and `ENGINE.DEADLINE` thrown. */
  readonly deadlineMs?: number;
  /** IANA zone in which `timestamptz` values are written; default UTC. */
  readonly zone?: string;
}

/** Columnar result in the canonical value form of `metrics/model/answer.ts`. */
export interface EngineResult {
  readonly names: readonly string[];
  readonly columns: readonly (readonly Value[])[];
  readonly rowCount: number;
}

/** A column as the database describes it. `declared` is the name for `columns:`, null where Tenet has no such type. */
export interface DescribedColumn {
  readonly name: string;
  readonly engineType: string;
  readonly declared: string | null;
}

/** A database: something with a life. All it does is run SQL, cancel, and decode to one form. */
export interface Engine {
  /** Which dialect its SQL is printed in: a key of `metrics/sql/dialects`. */
  readonly dialect: string;
  /** Another text whenever the data may have changed; null where the database cannot tell. */
  readonly dataVersion: string | null;
  /** `types` are the column types of the answer, by position: they choose the decoding. */
  run(statement: Statement, types: readonly ValueType[], options?: RunOptions): Promise<EngineResult>;
  /**
   * The columns of a table, or null where there is no such table; or those that a SELECT would give, which is not run.
   * @throws Failure ENGINE.FAILED when the database refuses the SELECT.
   */
  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null>;
  close(): Promise<void>;
}
