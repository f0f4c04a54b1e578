import type { Syntax } from '../language/syntax';
import type { DimensionName, Metric, Segment } from '../model/catalog';
import type { DatePart } from '../model/date-part';
import type { Grain } from '../model/grain';
import type { OrderKey } from '../model/plan';
import type { Scalar } from '../model/query';
import type { LowerContext } from './lower';

/** One column that the answer is split by. */
export interface BoundBy {
  /** Its name in the answer. */
  readonly name: string;
  /** Its name in the steps before: unique also for engines that fold case. */
  readonly field: string;
  readonly target: DimensionName | 'time' | EntityKey;
  readonly grain: Grain | null;
  readonly part: DatePart | null;
}

/** A key column of an entity, for values per entity; rows that reach no entity have none. */
export interface EntityKey {
  readonly entity: string;
  readonly column: string;
}

export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'notIn',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'contains',
  'startsWith',
  'isNull',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** One test of the question, not yet compared with a column: what `time` is differs from metric to metric. */
export interface BoundTest<T> {
  readonly kind: 'test';
  readonly target: T;
  readonly operator: Operator;
  readonly values: readonly Scalar[];
  /** Where it stands in the question, for errors: `where[0].or[1]`. */
  readonly path: string;
}

/** A formula of the question; it is bound anew from every home that it filters. */
export interface BoundFormula {
  readonly kind: 'formula';
  readonly syntax: Syntax;
  readonly text: string;
  readonly path: string;
}

export type BoundCondition<T> =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly BoundCondition<T>[] }
  | { readonly kind: 'not'; readonly term: BoundCondition<T> }
  | BoundFormula
  | BoundTest<T>;

export type RowCondition = BoundCondition<DimensionName | 'time'>;

export interface BoundPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** A question with every name looked up. */
export interface BoundQuery {
  readonly metrics: readonly Metric[];
  readonly by: readonly BoundBy[];
  /** Conditions on all metrics. */
  readonly where: readonly RowCondition[];
  /** Conditions on some metrics, by metric name. */
  readonly onlyFor: ReadonlyMap<string, readonly RowCondition[]>;
  readonly segments: readonly Segment[];
  readonly period: BoundPeriod | null;
  /** The time of a question without metrics. */
  readonly periodColumn: DimensionName | null;
  readonly having: readonly BoundCondition<Metric>[];
  readonly order: readonly OrderKey[];
  /** Rows to return; `limitIsAsked` when the question says so. */
  readonly limit: number | null;
  readonly limitIsAsked: boolean;
  readonly offset: number;
  readonly totals: boolean;
  readonly distinct: boolean;
  readonly context: LowerContext;
}
