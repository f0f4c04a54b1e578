import type { Catalog } from '../../metrics/model/catalog';
import type { Condition, Query } from '../../metrics/model/query';
import type { Door } from './door';
import { parseBy, parseOrder } from './parse-by';
import { type PeriodText, parsePeriod } from './parse-period';
import { parseHaving, parseWhere, type ReadWord } from './parse-where';
import { present } from './present';
import { metricWordReader, wordReader } from './read-word';

/** A condition as it is written: a test, or a formula; `onlyFor` names the metrics that it narrows. */
export interface ConditionText {
  readonly kind: 'where' | 'where-formula';
  readonly text: string;
  readonly onlyFor?: readonly string[];
}

/** A question in words, as options of the command line and parameters of a URL hold it. */
export interface QuestionText extends PeriodText {
  readonly metrics: readonly string[];
  /** `time:month`, `time@day_of_week`, `customers.region=region`. */
  readonly by?: readonly string[];
  readonly conditions?: readonly ConditionText[];
  /** `net_revenue > 100`. */
  readonly having?: readonly string[];
  readonly segment?: readonly string[];
  readonly complete?: boolean;
  readonly asOf?: string;
  readonly zone?: string;
  /** `-net_revenue`, `time:month nulls first`. */
  readonly order?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  readonly totals?: boolean;
  readonly distinct?: boolean;
}

/** Reads a question from its text; names are looked up only to learn the types of values. @throws Failure the door's code. */
export function readQuestionText(text: QuestionText, catalog: Catalog, door: Door): Query {
  const read = wordReader(catalog);
  const readMetric = metricWordReader(catalog);
  const { metrics, by, conditions, having, segment, order, complete, distinct } = text;
  const { zone, asOf, limit, offset, totals } = text;
  return {
    metrics,
    ...present({
      by: by?.map((item) => parseBy(item, door)),
      where: conditions?.map((item) => conditionOf(item, read, door)),
      having: having?.map((item) => parseHaving(item, readMetric, door)),
      segments: segment,
      period: parsePeriod(text, door),
      order: order?.map((item) => parseOrder(item, door)),
      ...{ complete, distinct, zone, asOf, limit, offset, totals },
    }),
  };
}

function conditionOf({ kind, text, onlyFor }: ConditionText, read: ReadWord, door: Door): Condition {
  const condition = kind === 'where' ? parseWhere(text, read, door) : { formula: text };
  return { ...condition, ...(onlyFor && { onlyFor }) };
}
