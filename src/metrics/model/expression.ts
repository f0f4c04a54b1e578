import type { FunctionName } from '../language/functions';
import type { ValueType } from './value-type';

/**
 * A literal in canonical form: integers of any size and decimals as digit strings, dates as `YYYY-MM-DD`, timestamps as
 * `YYYY-MM-DDTHH:MM:SS[.ffffff]`, instants the same with `Z`, intervals as ISO 8601 (`P1M`).
 */
export type LiteralValue = string | boolean | number | null;

/**
 * A typed formula. One tree for columns, dimensions, metrics and plans; they differ only in what `R`, a reference, points to.
 * Operators, casts and date parts are calls too: the function table says all that there is to know about them.
 */
export type Expression<R> =
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly type: ValueType }
  | { readonly kind: 'reference'; readonly to: R; readonly type: ValueType }
  | {
      readonly kind: 'call';
      readonly fn: FunctionName;
      readonly args: readonly Expression<R>[];
      /** What is fixed at planning: the part of `extract`, the grain of `date_trunc`, a zone. Never user text. */
      readonly option?: string;
      readonly type: ValueType;
    }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expression<R>; readonly value: Expression<R> }[];
      readonly otherwise: Expression<R> | null;
      readonly type: ValueType;
    };

/** A column or dimension seen from a home dataset: the joins to walk, in order (none = the home itself), then the name. */
export interface FieldPath {
  readonly kind: 'column' | 'dimension';
  readonly path: readonly string[];
  /** The dataset at the end of the path. */
  readonly dataset: string;
  readonly name: string;
}

/** `per(customers, net_revenue)`: a metric of the entity that the path leads to, over all rows and all time (semantics 7). */
export interface PerReference {
  readonly kind: 'per';
  readonly path: readonly string[];
  readonly dataset: string;
  readonly formula: MetricExpression;
  readonly leaves: readonly Leaf[];
}

export type RowReference = FieldPath | PerReference;
export type RowExpression = Expression<RowReference>;

/** The position of a leaf aggregate in its metric's `leaves`. */
export interface LeafReference {
  readonly leaf: number;
}
export type MetricExpression = Expression<LeafReference>;

/** Aggregates that a formula can name; `kinds/aggregates.ts` says what each means. */
export type AggregateName =
  | 'sum'
  | 'count'
  | 'count_distinct'
  | 'approx_count_distinct'
  | 'avg'
  | 'min'
  | 'max'
  | 'percentile'
  | 'stddev'
  | 'variance';

/** One aggregate at its own dataset's grain: the unit of planning. */
export interface Leaf {
  /** Digest of everything below; equal ids are the same number. */
  readonly id: string;
  readonly home: string;
  readonly aggregate: AggregateName;
  readonly args: readonly RowExpression[];
  /** The fraction of a percentile, `0.9`; `discrete` picks a value that occurs. */
  readonly fraction?: number;
  readonly discrete?: boolean;
  /** The metric's `where` and the aggregate's `filter`, as one conjunction. */
  readonly where: RowExpression | null;
  readonly time: RowExpression | null;
  /** The value over no rows. */
  readonly empty: LiteralValue;
  readonly type: ValueType;
}
