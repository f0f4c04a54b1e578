import type { Code } from '../base/codes';
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
  /** Who asks, from the outside in: caller, operation. Those who wait take turns by it. */
  readonly caller?: readonly string[];
}

/** How much an engine has to do. */
export interface EngineLoad {
  /** Statements that may run at once. */
  readonly slots: number;
  readonly running: number;
  readonly waiting: number;
  /** How often a long statement had to make room for a short one, since the engine was opened. */
  readonly sentBack: number;
}

/** How an engine is opened. */
export interface EngineOptions {
  /** Statements that wait; more are refused. Default 200. */
  readonly maxWaiting?: number;
  /** Of the memory that this process may use, for an embedded database. Default 60. */
  readonly memoryPercent?: number;
  /** What statements larger than memory may write to the temporary folder. Default 4 GiB. */
  readonly maxTempBytes?: number;
  /** Told of each statement that has ended. */
  readonly onStatement?: (report: StatementReport) => void;
}

/** What became of one statement. */
export interface StatementReport {
  /** Until it began, or began again for the last time. */
  readonly waitedMs: number;
  /** From then on. */
  readonly ranMs: number;
  /** Null where it was answered. */
  readonly code: Code | null;
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
  load(): EngineLoad;
  /** `types` are the column types of the answer, by position: they choose the decoding. */
  run(statement: Statement, types: readonly ValueType[], options?: RunOptions): Promise<EngineResult>;
  /**
   * The columns of a table, or null where there is no such table; or those that a SELECT would give, which is not run.
   * @throws Failure ENGINE.FAILED when the database refuses the SELECT.
   */
  describe(source: readonly string[] | { readonly sql: string }): Promise<readonly DescribedColumn[] | null>;
  close(): Promise<void>;
}
