import type { Diagnostic, Span } from '../../base/diagnostic';
import type { Leaf, MetricExpression, RowExpression } from './expression';
import type { Query } from './query';
import type { ValueType } from './value-type';

export interface Company {
  readonly name: string;
  /** IANA zone of the company's calendar. */
  readonly zone: string;
  readonly weekStart: 'monday' | 'sunday' | 'saturday';
  readonly currency: string | null;
  /** A fixed `now()` as an instant, for demos and tests; null = the clock. */
  readonly now: string | null;
  readonly limits: Limits;
}

/** What one request may cost, and all of them together. */
export interface Limits {
  readonly defaultRows: number;
  readonly maxRows: number;
  readonly maxInList: number;
  /** Of a whole request. */
  readonly deadlineMs: number;
  /** Fields in fields of a GraphQL operation. */
  readonly maxDepth: number;
  readonly maxTokens: number;
  readonly maxAliases: number;
  readonly maxBodyBytes: number;
  /** Statements that wait for the database. */
  readonly maxWaiting: number;
  /** Of what the process may use, for the embedded database. */
  readonly memoryPercent: number;
  /** What the embedded database may write to its temporary folder. */
  readonly maxTempBytes: number;
}

export interface Team {
  readonly name: string;
  readonly label: string;
  readonly owner: string | null;
  readonly description: string | null;
}

/** What every definition has: a name, words, a team and a place. */
export interface Definition {
  readonly name: string;
  readonly team: string;
  readonly label: string;
  readonly description: string | null;
  readonly at: Span;
}

export interface Column {
  readonly name: string;
  /** As declared: `bigint`, `decimal(12,2)`. */
  readonly declared: string;
  readonly type: ValueType;
}

/** A many-to-one link; `columns[i]` of this dataset equals `keys[i]` of the target. */
export interface Join {
  readonly name: string;
  readonly to: string;
  /** False for the default join, the one named like its target. */
  readonly role: boolean;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly at: Span;
}

export interface Dimension extends Definition {
  readonly dataset: string;
  /** Over columns of its own dataset only; other dimensions are inlined. */
  readonly formula: RowExpression;
  readonly formulaText: string;
  readonly type: ValueType;
}

export interface Dataset extends Definition {
  /** A table as identifier parts, `['shop', 'orders']`, or the one SELECT that a user may write. */
  readonly source:
    | { readonly kind: 'table'; readonly table: readonly string[] }
    | { readonly kind: 'query'; readonly sql: string };
  readonly key: readonly string[];
  /** The column that dates the rows unless a metric says otherwise. */
  readonly time: string | null;
  readonly columns: ReadonlyMap<string, Column>;
  readonly joins: ReadonlyMap<string, Join>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** Which first join leads to a dataset that several chains reach: target → join name. */
  readonly via: ReadonlyMap<string, string>;
}

export interface Metric extends Definition {
  readonly question: string | null;
  readonly decision: string | null;
  readonly unit: string | null;
  readonly format: string | null;
  readonly better: 'higher' | 'lower' | null;
  readonly formulaText: string;
  readonly whereText: string | null;
  /** Over its leaves; metrics named in the formula are inlined. */
  readonly formula: MetricExpression;
  readonly leaves: readonly Leaf[];
  readonly type: ValueType;
  /** Metrics named in the formula. */
  readonly uses: readonly string[];
}

/** A governed set of rows of one dataset. */
export interface Segment extends Definition {
  readonly of: string;
  readonly whereText: string;
  readonly where: RowExpression;
}

/** A question with a name, which is asked by it. */
export interface SavedQuery extends Definition {
  /** In words: what its answer tells. */
  readonly question: string | null;
  readonly query: Query;
}

/** All definitions, resolved. Frozen; a changed file makes a new one. */
export interface Catalog {
  /** Hash of everything in it. */
  readonly version: string;
  readonly company: Company;
  readonly teams: ReadonlyMap<string, Team>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly segments: ReadonlyMap<string, Segment>;
  readonly savedQueries: ReadonlyMap<string, SavedQuery>;
  /** Role name → target dataset. */
  readonly roles: ReadonlyMap<string, string>;
  /** Every name a question may use for a dimension (`customers.region`, `shipping_address.country`) → what it is. */
  readonly dimensions: ReadonlyMap<string, DimensionName>;
  /** Definitions that could not be read: `metric net_revenue` → why. */
  readonly broken: ReadonlyMap<string, readonly Diagnostic[]>;
  /**
   * Where broken definitions are served as they last were. They are in the maps above too, to be listed and shown; whoever plans
   * takes the catalog of `catalogFor` instead, in which everything was checked together.
   */
  readonly lastGood: LastGood | null;
}

/** What a catalog serves of earlier ones. */
export interface LastGood {
  /** What is sound now, and nothing else. */
  readonly sound: Catalog;
  /** `metric net_revenue`, `dataset orders`, `dimension orders.channel`, `segment high_value` → the catalog in which it last was sound. */
  readonly versions: ReadonlyMap<string, Catalog>;
  /** Names of dimensions, `shipping_address.country`, that are there only in an earlier catalog. */
  readonly dimensions: ReadonlyMap<string, Catalog>;
}

/** A dimension under the name that a question uses. */
export interface DimensionName {
  readonly name: string;
  /** `customers`, or a chain that starts with a role: `['shipping_address', 'countries']`. */
  readonly chain: readonly string[];
  readonly dimension: Dimension;
}
