import type { Expression } from './expression';
import type { ValueType } from './value-type';

/** A column of a step's input: the alias of the input, the name in it. */
export interface FieldReference {
  readonly alias: string;
  readonly field: string;
}
export type PlanExpression = Expression<FieldReference>;

/**
 * Aggregates that every dialect can print. `any` picks the one non-NULL value of a stitched group; `sum_of_counts` adds finished
 * counts and is 0 over none.
 */
export type PlanAggregateName =
  | 'sum'
  | 'count'
  | 'count_distinct'
  | 'count_rows'
  | 'sum_of_counts'
  | 'min'
  | 'max'
  | 'percentile'
  | 'percentile_discrete'
  | 'stddev'
  | 'variance'
  | 'any';

export interface PlanAggregate {
  readonly kind: 'aggregate';
  readonly fn: PlanAggregateName;
  readonly args: readonly PlanExpression[];
  readonly fraction?: number;
  readonly filter: PlanExpression | null;
  readonly type: ValueType;
}

export interface OrderKey {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

/** The place of a row when the input is sorted so, from 1; the keys are columns of `from`. */
export interface PlanPosition {
  readonly kind: 'position';
  readonly order: readonly OrderKey[];
  readonly type: ValueType;
}

export interface OutputColumn {
  readonly name: string;
  readonly value: PlanExpression | PlanAggregate | PlanPosition;
}

/** What a step reads: a table of the database, or an earlier step. */
export type Source =
  | {
      readonly kind: 'table';
      readonly alias: string;
      readonly dataset: string;
      readonly table: readonly string[];
    }
  | { readonly kind: 'query'; readonly alias: string; readonly dataset: string; readonly sql: string }
  | { readonly kind: 'step'; readonly alias: string; readonly step: string };

/** A left join to at most one row: `on` pairs are equal, NULL matches nothing. */
export interface PlanJoin {
  readonly source: Source;
  readonly on: readonly { readonly left: PlanExpression; readonly right: PlanExpression }[];
}

/** One SELECT: everything a step does, in the order of SQL's own evaluation. */
export interface SelectStep {
  readonly kind: 'select';
  readonly name: string;
  /** Why the step exists, for readers of the SQL and of `explain`. */
  readonly comment: string;
  readonly from: Source;
  readonly joins: readonly PlanJoin[];
  readonly where: PlanExpression | null;
  /** Names of output columns that are grouped by; null = no grouping, [] = one group of everything. */
  readonly groupBy: readonly string[] | null;
  readonly columns: readonly OutputColumn[];
  readonly order: readonly OrderKey[];
  readonly limit: number | null;
  readonly offset: number | null;
  /** True for a scan that other steps read too: the engine computes it once. */
  readonly shared?: true;
}

/** Rows of several steps one after the other; a column that an input lacks is NULL. */
export interface UnionStep {
  readonly kind: 'union';
  readonly name: string;
  readonly comment: string;
  readonly inputs: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
}

export type PlanStep = SelectStep | UnionStep;

/** Named steps, each reading only earlier ones. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  /** The steps that answer, one for each question; of one question it is the last. */
  readonly answers: readonly string[];
}

/** The types of a step's columns, in order. */
export const columnTypes = (step: PlanStep): readonly ValueType[] =>
  step.kind === 'select' ? step.columns.map((c) => c.value.type) : step.columns.map((c) => c.type);
