import type { Grain, WeekStart } from './civil';

/**
 * A small company as plain JSON: what its definition files would say, and every row of its tables. A failing case is stored in
 * this form, so everything here survives `JSON.stringify`.
 */
export interface World {
  readonly zone: string;
  readonly weekStart: WeekStart;
  /** The company's fixed `now` as an instant; absent = nothing in the world or its questions depends on it. */
  readonly now?: string;
  readonly datasets: readonly Dataset[];
  readonly metrics: readonly Metric[];
  readonly segments?: readonly Segment[];
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
  /** Of a naive timestamp: where its clock hangs, if not in the company's zone. */
  readonly zone?: string;
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

/**
 * A dataset that is a SELECT over its table. The rows of the dataset are the result, as the oracle sees it; the table has other
 * column names, rows that the SELECT filters out, and a column that says which.
 */
export interface QuerySource {
  readonly form: 'where' | 'not_in' | 'with' | 'union';
  /** One name of the table for each column of the dataset. */
  readonly names: readonly string[];
  readonly others: readonly (readonly Cell[])[];
}

export interface Dataset {
  readonly name: string;
  readonly team: string;
  /** As in the definition: `orders_table` or `shop.orders`. */
  readonly table: string;
  readonly query?: QuerySource;
  readonly key: readonly string[];
  readonly time: string | null;
  readonly columns: readonly Column[];
  readonly joins: readonly Join[];
  /** Which of its joins leads to a dataset that several chains lead to. */
  readonly via?: Readonly<Record<string, string>>;
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

/** The rows of one dataset of which a condition is true. */
export interface Segment {
  readonly name: string;
  readonly team: string;
  readonly of: string;
  readonly where: Formula;
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
export type IntervalUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
export type AggregateName =
  | 'sum'
  | 'count'
  | 'count_rows'
  | 'count_distinct'
  | 'avg'
  | 'min'
  | 'max'
  | 'median'
  | 'percentile'
  | 'stddev'
  | 'variance'
  | 'approx_count_distinct';
export type FunctionName =
  | 'abs'
  | 'round'
  | 'floor'
  | 'ceil'
  | 'div'
  | 'mod'
  | 'greatest'
  | 'least'
  | 'concat'
  | 'length'
  | 'lower'
  | 'upper'
  | 'trim'
  | 'substring'
  | 'starts_with'
  | 'contains';

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
  /** Of a percentile: a value that occurs. */
  readonly discrete?: boolean;
  readonly filter?: Formula;
}

/** `per(customers, net_revenue)`: a metric of the entity that the row belongs to, over all rows of that entity. */
export interface Per {
  readonly kind: 'per';
  /** The entity as seen from the row: a dataset, a role or a longer chain. */
  readonly entity: readonly string[];
  readonly of: Formula;
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
  /** A moment moved by an interval: `orders.paid_on + interval '1 month'`. */
  | { readonly kind: 'moved'; readonly of: Formula; readonly count: number; readonly unit: IntervalUnit }
  | { readonly kind: 'now' }
  | Per
  | { readonly kind: 'call'; readonly fn: FunctionName; readonly args: readonly Formula[] }
  | Aggregate
  | { readonly kind: 'metric'; readonly name: string };

// The question, in the shape of the API's JSON, but for formulas, which are trees here.

export type Scalar = string | number | boolean | null;

/** The words of the API for parts of a time. */
export type QuestionPart =
  | 'year'
  | 'quarter_of_year'
  | 'month_of_year'
  | 'week_of_year'
  | 'day_of_year'
  | 'day_of_month'
  | 'day_of_week'
  | 'hour_of_day'
  | 'minute_of_hour';

export type By =
  | { readonly time: Grain; readonly as?: string }
  | {
      readonly dimension: string;
      readonly grain?: Grain;
      readonly part?: QuestionPart;
      readonly as?: string;
    }
  | { readonly part: QuestionPart; readonly as?: string };

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

/** `onlyFor` stands at the top of `where` only. */
export type Condition = { readonly onlyFor?: readonly string[] } & (
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly formula: Formula }
  | ({ readonly dimension: string } & Test)
  | ({ readonly time: true } & Test)
);

export type Having =
  | { readonly and: readonly Having[] }
  | { readonly or: readonly Having[] }
  | { readonly not: Having }
  | ({ readonly metric: string } & Test);

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

export interface Question {
  readonly metrics: readonly string[];
  readonly by?: readonly By[];
  readonly where?: readonly Condition[];
  readonly segments?: readonly string[];
  readonly period?: Period;
  readonly complete?: boolean;
  readonly distinct?: boolean;
  readonly totals?: boolean;
  readonly having?: readonly Having[];
  readonly order?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
  readonly asOf?: string;
  readonly zone?: string;
}

/** A world and a question about it: what a stored failing case holds. */
export interface Case {
  readonly world: World;
  readonly question: Question;
}
