import type { Grain } from './grain';

/** A value in a condition: checked against the dimension's type when the question is bound. */
export type Scalar = string | number | boolean | null;

export type By =
  | { readonly time: Grain; readonly as?: string }
  | { readonly dimension: string; readonly grain?: Grain; readonly as?: string };

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

export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | ({ readonly dimension: string } & Test)
  | ({ readonly time: true } & Test);

/** Half-open: `from` belongs to it, `to` does not. Dates are local days, or instants with offset. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
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
  readonly totals?: boolean;
  readonly order?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
  /** IANA zone for buckets and bounds; default the company's. */
  readonly zone?: string;
}
