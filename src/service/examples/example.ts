import type { Diagnostic } from '../../base/diagnostic';
import type { RawDefinition, RawMetric, ValuePath } from '../../metrics/definitions/raw';
import type { Catalog, DimensionName, Metric } from '../../metrics/model/catalog';
import type { LiteralValue } from '../../metrics/model/expression';

/**
 * A worked example of a metric, as authors write it under `examples:`.
 *
 * ```yaml
 * examples:
 *   - story: a paid order and a test order
 *     orders:                                   # a dataset, joined ones too, and its rows
 *       - { status: completed, amount: 120, tax: 20, is_test: false }
 *       - { status: completed, amount: 60, tax: 10, is_test: true }
 *     answer: 100                               # the metric over these rows, all time, no condition
 *   - story: a customer from the north, and a guest
 *     customers: [{ region: North }]            # customer_id, a key, is numbered: 1
 *     orders:
 *       - { customer_id: 1, status: completed, amount: 12, tax: 2, is_test: false }
 *       - { status: completed, amount: 24, tax: 4, is_test: false }
 *     by: customers.region                      # one dimension or a list
 *     answer:                                   # then one row per group; a dimension not mentioned is NULL
 *       - { customers.region: North, net_revenue: 10 }
 *       - { net_revenue: 20 }
 * ```
 *
 * A column that a row does not mention is NULL, except those of the key: they are numbered 1, 2, 3 … past the numbers that other
 * rows give; dates from 2000-01-01 on. A dataset that is not mentioned has no rows. A dataset that is a `query:` is given by its
 * columns like any other. Times without offset are in the company's zone. Doubles are equal to one part in a thousand million.
 */
export interface Example {
  /** Its position in the list. */
  readonly index: number;
  readonly story: string;
  /** By dataset. */
  readonly rows: ReadonlyMap<string, readonly ExampleRow[]>;
  readonly by: readonly DimensionName[];
  /** Without `by` one row without keys. */
  readonly answer: readonly AnswerRow<LiteralValue>[];
}

/** Column → value in canonical form; a column that is not there is NULL. */
export type ExampleRow = ReadonlyMap<string, LiteralValue>;

/** One group of an answer: the values of `by`, in order, and the metric's. */
export interface AnswerRow<V> {
  readonly keys: readonly V[];
  readonly value: V;
}

/** What the reading of one metric's examples needs, and where its findings go. */
export interface ExampleScope {
  readonly catalog: Catalog;
  readonly metric: Metric;
  readonly definition: RawDefinition<RawMetric>;
  readonly report: (
    code: Diagnostic['code'],
    at: ValuePath,
    message: string,
    options?: { readonly hint?: string | undefined; readonly key?: boolean },
  ) => void;
}
