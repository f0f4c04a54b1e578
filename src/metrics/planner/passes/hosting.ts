import type { PlanAggregate, PlanAggregateName, PlanExpression } from '../../model/plan';
import type { Scan } from './scan';

/** A scan that takes its part from another one: under `extra` conditions, in coarser groups where `regroups`. */
export interface Guest {
  readonly scan: Scan;
  readonly extra: readonly PlanExpression[];
  readonly regroups: boolean;
}

/** How a scan could be a guest of `host`, beside the guests that are there; null where it cannot or where it is no gain. */
export function hosting(host: Scan, scan: Scan, others: readonly Scan[]): Guest | null {
  if (host.source !== scan.source || !joinsFit(scan, [host, ...others])) return null;
  if ([...host.where.keys()].some((term) => !scan.where.has(term))) return null;
  if ([...scan.keys.keys()].some((key) => !host.keys.has(key))) return null;
  const extra = [...scan.where].flatMap(([text, term]) => (host.where.has(text) ? [] : [term]));
  const regroups = scan.keys.size < host.keys.size;
  const all = (test: (aggregate: PlanAggregate) => boolean): boolean =>
    scan.aggregates.every(({ value }) => test(value));
  if (regroups && !all(mergesExactly)) return null;
  if (extra.length > 0 && (extra.some(mayLeaveBlocksUnread) || !all(isCheapUnderFilter))) return null;
  return { scan, extra, regroups };
}

/** One alias, one join. Each finds at most one row, so that a join more changes no number. */
const joinsFit = (scan: Scan, others: readonly Scan[]): boolean =>
  others.every(({ joins }) => [...scan.joins].every(([alias, join]) => (joins.get(alias) ?? join) === join));

/** Aggregates that can be taken from those of finer groups, to the last digit: sums of doubles depend on their order. */
const mergesExactly = ({ fn, type }: PlanAggregate): boolean =>
  MERGES[fn] !== null && !(fn === 'sum' && type.kind === 'double');

/** The aggregate that makes one state of several; null where rows are needed (guarantee 4). */
export const MERGES: Readonly<Record<PlanAggregateName, PlanAggregateName | null>> = {
  sum: 'sum',
  count: 'sum_of_counts',
  count_rows: 'sum_of_counts',
  sum_of_counts: 'sum_of_counts',
  min: 'min',
  max: 'max',
  any: 'any',
  count_distinct: null,
  percentile: null,
  percentile_discrete: null,
  stddev: null,
  variance: null,
};

/** Aggregates that keep their rows cost more under a filter than in a scan of their own (measured: 1.4 times). */
const isCheapUnderFilter = ({ fn }: PlanAggregate): boolean =>
  fn !== 'count_distinct' && fn !== 'percentile' && fn !== 'percentile_discrete';

const RANGES: ReadonlySet<string> = new Set(['lt', 'lte', 'gt', 'gte']);
const POINTS: ReadonlySet<string> = new Set(['eq', 'in', 'not_distinct_from']);

/** A condition by which an engine may pass over most of a table, where a scan for others would read all of it: a stretch of time, a key. */
function mayLeaveBlocksUnread(e: PlanExpression): boolean {
  switch (e.kind) {
    case 'call':
      return (
        RANGES.has(e.fn) ||
        (POINTS.has(e.fn) && e.args[0]!.type.kind !== 'string' && e.args[0]!.type.kind !== 'boolean') ||
        e.args.some(mayLeaveBlocksUnread)
      );
    case 'case':
      return e.branches.some((b) => mayLeaveBlocksUnread(b.when) || mayLeaveBlocksUnread(b.value));
    default:
      return false;
  }
}
