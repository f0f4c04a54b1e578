import type { Grain, WeekStart } from './civil';

/**
 * A small company as plain JSON: what its definition files would say, and every row of its tables. A failing case is stored in
 * this form, so everything here survives `JSON.stringify`.
 */
export interface World {
  readonly zone: string;
  readonly weekStart: WeekStart;
  readonly datasets: readonly Dataset[];
  readonly metrics: readonly Metric[];
}

/** `decimal(12,2)` or one of the plain names. */
export type ColumnType =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'string'
  | 'date'
  | 'timestamp'
  | 'timestamptz'
  | `decimal(${number},${number})`;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/**
 * A cell as text, so that no digit is lost: `12.50`, `9007199254740993`, `NaN`, `2024-01-31`, `2024-01-31T10:00:00`,
 * `2024-01-31T10:00:00Z`, `true`; strings as they are.
 */
export type Cell = string | null;

/** A many-to-one link: `by[i]` equals the i-th key column of `to`. The join named like its target is the default, others are roles. */
export interface Join {
  readonly name: string;
  readonly to: string;
  readonly by: readonly string[];
}

export interface Dimension {
  readonly name: string;
  /** Null = the column of that name. References have an empty chain: the dataset's own columns and dimensions. */
  readonly formula: Formula | null;
}

export interface Dataset {
  readonly name: string;
  readonly team: string;
  /** As in the definition: `orders_table` or `shop.orders`. */
  readonly table: string;
  readonly key: readonly string[];
  readonly time: string | null;
  readonly columns: readonly Column[];
  readonly joins: readonly Join[];
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Metric {
  readonly name: string;
  readonly team: string;
  readonly formula: Formula;
  readonly where?: Formula;
  readonly time?: Reference;
  /** Absent = the default of each aggregate; null = NULL also for counts. */
  readonly empty?: string | null;
  /** The reason why parts may be dated by different columns of one dataset. */
  readonly mixedTime?: string;
}

export type LiteralType =
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'string'
  | 'date'
  | 'timestamp'
  | 'timestamptz'
  | 'null';
export type CompareOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type DatePart = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'dow' | 'doy' | 'hour' | 'minute';
export type AggregateName =
  | 'sum'
  | 'count'
  | 'count_rows'
  | 'count_distinct'
  | 'avg'
  | 'min'
  | 'max'
  | 'median'
  | 'percentile';
export type FunctionName = 'abs' | 'round' | 'div' | 'mod' | 'greatest' | 'least' | 'concat' | 'length';

/** `orders.amount` is `{ chain: ['orders'], name: 'amount' }`; inside a dimension the chain is empty. A column or a dimension. */
export interface Reference {
  readonly kind: 'reference';
  readonly chain: readonly string[];
  readonly name: string;
}

export interface Aggregate {
  readonly kind: 'aggregate';
  readonly fn: AggregateName;
  /** For `count_rows`, the dataset counted. */
  readonly dataset?: string;
  /** One argument; several only for `count_distinct`, counted as one row value. */
  readonly args: readonly Formula[];
  /** Of a percentile, as written: `0.9`. */
  readonly fraction?: string;
  readonly filter?: Formula;
}

export interface Branch {
  readonly when: Formula;
  readonly take: Formula;
}

/** What a definition's formula says. One tree for dimensions (no aggregates), conditions and metrics. */
export type Formula =
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string | null }
  | Reference
  | {
      readonly kind: 'arithmetic';
      readonly op: ArithmeticOperator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'negate'; readonly of: Formula }
  | {
      readonly kind: 'compare';
      readonly op: CompareOperator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | {
      readonly kind: 'distinct_from';
      readonly left: Formula;
      readonly right: Formula;
      readonly negated: boolean;
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'is_null'; readonly of: Formula; readonly negated: boolean }
  | { readonly kind: 'is_true'; readonly of: Formula; readonly negated: boolean }
  | {
      readonly kind: 'in';
      readonly of: Formula;
      readonly list: readonly Formula[];
      readonly negated: boolean;
    }
  | { readonly kind: 'between'; readonly of: Formula; readonly low: Formula; readonly high: Formula }
  | { readonly kind: 'case'; readonly branches: readonly Branch[]; readonly otherwise: Formula | null }
  | { readonly kind: 'coalesce'; readonly of: readonly Formula[] }
  | { readonly kind: 'nullif'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'extract'; readonly part: DatePart; readonly of: Formula }
  | { readonly kind: 'call'; readonly fn: FunctionName; readonly args: readonly Formula[] }
  | Aggregate
  | { readonly kind: 'metric'; readonly name: string };

// The question, in the shape of the API's JSON.

export type Scalar = string | number | boolean | null;

export type By =
  | { readonly time: Grain; readonly as?: string }
  | { readonly dimension: string; readonly grain?: Grain; readonly as?: string };

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

export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | ({ readonly dimension: string } & Test)
  | ({ readonly time: true } & Test);

export interface Order {
  readonly metric?: string;
  readonly dimension?: string;
  readonly time?: Grain | true;
  readonly direction?: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}

export interface Question {
  readonly metrics: readonly string[];
  readonly by?: readonly By[];
  readonly where?: readonly Condition[];
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly totals?: boolean;
  readonly order?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
  readonly zone?: string;
}

/** A world and a question about it: what a stored failing case holds. */
export interface Case {
  readonly world: World;
  readonly question: Question;
}
