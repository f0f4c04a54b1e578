import type { DatePart } from './date-part';
import type { Grain } from './grain';

/** A value in a condition: checked against the dimension's type when the question is bound. */
export type Scalar = string | number | boolean | null;

/** What the answer is split by: `time` or a dimension, in buckets of a grain or by a part (day of week, hour of day); `as` renames. */
export type By =
  | { readonly time: Grain; readonly as?: string }
  | { readonly dimension: string; readonly grain?: Grain; readonly part?: DatePart; readonly as?: string }
  | { readonly part: DatePart; readonly as?: string };

/** One test; exactly one operator per test, several are a conjunction. */
export interface Test {
  readonly eq?: Scalar;
  readonly ne?: Scalar;
  readonly in?: readonly Scalar[];
  readonly notIn?: readonly Scalar[];
  readonly lt?: Scalar;
  readonly lte?: Scalar;
  readonly gt?: Scalar;
  readonly gte?: Scalar;
  readonly between?: readonly [Scalar, Scalar];
  readonly contains?: string;
  readonly startsWith?: string;
  readonly isNull?: boolean;
}

/** `onlyFor` narrows a condition to some of the metrics; it stands at the top of `where` only. */
export type Condition = { readonly onlyFor?: readonly string[] } & (
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  /** In the language of definitions: three-valued, `per(…)` allowed. */
  | { readonly formula: string }
  | ({ readonly dimension: string } & Test)
  | ({ readonly time: true } & Test)
);

/** A condition on finished metrics, asked for or not; a metric that is NULL fails every test but `isNull`. */
export type Having =
  | { readonly and: readonly Having[] }
  | { readonly or: readonly Having[] }
  | { readonly not: Having }
  | ({ readonly metric: string } & Test);

/**
 * Half-open: `from` belongs to it, `to` does not; local days, wall times, or instants with offset. Or relative to now:
 * `last: 3, grain: month` are the last three complete months, with `running` the current one and the two before.
 */
export interface Period {
  readonly from?: string;
  readonly to?: string;
  readonly last?: number;
  readonly grain?: Grain;
  readonly running?: boolean;
  /** The time dimension that is meant when no metric is asked for. */
  readonly column?: string;
}

export interface Order {
  readonly metric?: string;
  readonly dimension?: string;
  readonly time?: Grain | true;
  readonly direction?: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}

/** A question, as every door (GraphQL, command line, HTTP) builds it. Names in either spelling: `orders.channel`, `orders__channel`. */
export interface Query {
  readonly metrics: readonly string[];
  readonly by?: readonly By[];
  /** A list is a conjunction. */
  readonly where?: readonly Condition[];
  readonly period?: Period;
  /** Leaves out buckets of time that the period cuts, and the one that is still running. */
  readonly complete?: boolean;
  readonly totals?: boolean;
  readonly order?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
  readonly having?: readonly Having[];
  /** Names of segments; a row counts when its entity is in all of them. */
  readonly segments?: readonly string[];
  /** False keeps repeated rows of a question without metrics; default true. */
  readonly distinct?: boolean;
  /** The moment that `now()` and relative periods mean, as an instant; default the company's now, else the clock. */
  readonly asOf?: string;
  /** IANA zone for buckets and bounds; default the company's. */
  readonly zone?: string;
}
