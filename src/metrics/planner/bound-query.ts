import type { DimensionName, Metric } from '../model/catalog';
import type { Grain } from '../model/grain';
import type { OrderKey } from '../model/plan';
import type { Period, Scalar } from '../model/query';
import type { LowerContext } from './lower';

export type BoundBy =
  | { readonly kind: 'time'; readonly name: string; readonly grain: Grain }
  | {
      readonly kind: 'dimension';
      readonly name: string;
      readonly dimension: DimensionName;
      readonly grain: Grain | null;
    };

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
export interface BoundTest {
  readonly kind: 'test';
  readonly target: DimensionName | 'time';
  readonly operator: Operator;
  readonly values: readonly Scalar[];
  /** Where it stands in the question, for errors: `where[0].or[1]`. */
  readonly path: string;
}

export type BoundCondition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly BoundCondition[] }
  | { readonly kind: 'not'; readonly term: BoundCondition }
  | BoundTest;

/** A question with every name looked up. */
export interface BoundQuery {
  readonly metrics: readonly Metric[];
  readonly by: readonly BoundBy[];
  readonly where: BoundCondition | null;
  readonly period: Period | null;
  readonly order: readonly OrderKey[];
  /** Rows to return; `explicit` when the question says so. */
  readonly limit: number;
  readonly limitIsAsked: boolean;
  readonly offset: number;
  readonly totals: boolean;
  readonly context: LowerContext;
}
