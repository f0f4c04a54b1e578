import type { Diagnostic } from '../base/diagnostic';
import type { Engine, Statement } from '../engines/engine';
import type { Answer } from '../metrics/model/answer';
import type { Catalog } from '../metrics/model/catalog';
import type { Plan } from '../metrics/model/plan';
import type { Query } from '../metrics/model/query';
import type { DimensionValues, ValuesQuestion } from '../metrics/planner/dimension-values';
import type { JoinChoice } from '../metrics/planner/join-choices';

export interface AskOptions {
  /** A Failure as its reason is what the question fails with. */
  readonly signal?: AbortSignal;
  /** Shortens the company's deadline; it cannot be lengthened. */
  readonly deadlineMs?: number;
  /** Who asks, from the outside in: caller, operation. Where the database is busy, they take turns. */
  readonly caller?: readonly string[];
}

/** How a question is answered, without answering it. */
export interface Explanation {
  readonly plan: Plan;
  /** The joins of datasets that it makes, and why. */
  readonly joins: readonly JoinChoice[];
  /** Readable SQL with its bound values inlined as literals, for people; never executed. */
  readonly sql: string;
  /** What is executed. */
  readonly statement: Statement;
}

/** One statement of an operation. */
export interface SharedExplanation extends Explanation {
  /** What it answers: the place of the question in the operation, and its rows or its totals. */
  readonly answers: readonly { readonly question: number; readonly part: 'rows' | 'totals' }[];
}

/** The front door: every process edge (GraphQL, command line, HTTP) goes through it. */
export interface Tenet {
  readonly catalog: Catalog;
  /** The database behind it, for `check --data` and `columns`. */
  readonly engine: Engine;
  /** All findings of the catalog's files, errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Answers a question. @throws Failure with family `request` or `engine`. */
  ask(query: Query, options?: AskOptions): Promise<Answer>;
  /** The values of a dimension, with counts. @throws Failure with family `request` or `engine`. */
  values(asked: ValuesQuestion, options?: AskOptions): Promise<DimensionValues>;
  /** Answers the questions of one operation together, each as if it were alone. Never rejects. */
  askTogether(
    queries: readonly Query[],
    options?: AskOptions,
  ): Promise<readonly PromiseSettledResult<Answer>[]>;
  /** @throws Failure with family `request`. */
  explain(query: Query): Explanation;
  /** The statements of an operation. @throws Failure with family `request`. */
  explainTogether(queries: readonly Query[]): readonly SharedExplanation[];
  close(): Promise<void>;
}
