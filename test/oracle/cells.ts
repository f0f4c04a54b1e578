import { type Arguments, aggregateRows, isCount } from './aggregate';
import type { Asking } from './asking';
import { type Fed, rowsFeeding } from './feeding';
import { evaluate } from './formula';
import { type AskedMetric, emptyValue, type Leaf, leavesOf } from './leaves';
import { valueOnRow } from './rows';
import type { Value } from './value';
import type { Aggregate } from './world';

/** Computes cells of an answer; the rows that feed each leaf are found once. */
export interface Cells {
  feeding(leaf: Leaf): readonly Fed[];
  /** The value of a metric over the rows that `belongs` lets in: those of a group, or all for the totals. */
  value(asked: AskedMetric, belongs: (fed: Fed) => boolean): Value;
}

export function cellsOf(asking: Asking): Cells {
  const found = new Map<Leaf, readonly Fed[]>();
  const feeding = (leaf: Leaf): readonly Fed[] => {
    const rows = found.get(leaf) ?? rowsFeeding(asking, leaf);
    found.set(leaf, rows);
    return rows;
  };
  const leafValue = (leaf: Leaf, belongs: (fed: Fed) => boolean): Value =>
    valueOfLeaf(asking, leaf, feeding(leaf).filter(belongs));
  const value = (asked: AskedMetric, belongs: (fed: Fed) => boolean): Value =>
    evaluate(asked.metric.formula, {
      decisions: asking.decisions,
      zone: asking.calendar.zone,
      reference: () => {
        throw new TypeError('a metric has no columns outside of its aggregates');
      },
      aggregate: (aggregate: Aggregate) => leafValue(asked.leaves.get(aggregate) as Leaf, belongs),
      metric: (name) => value(asked.inner.get(name) as AskedMetric, belongs),
    });
  return {
    feeding,
    value: (asked, belongs) => {
      const finished = value(asked, belongs);
      const [first] = leavesOf(asked);
      return finished === null && !asking.decisions.emptyBeforeArithmetic && first
        ? emptyValue(first)
        : finished;
    },
  };
}

/** One aggregate over the rows that feed one cell; `empty` where there are none, or where they have no value. */
function valueOfLeaf(asking: Asking, leaf: Leaf, rows: readonly Fed[]): Value {
  const args: Arguments[] = rows.map(({ row }) =>
    leaf.aggregate.args.map((arg) => valueOnRow(asking, row, arg)),
  );
  const value = args.length === 0 ? null : aggregateRows(leaf.aggregate, args, asking.decisions);
  if (value !== null || !asking.decisions.emptyBeforeArithmetic) return value;
  return isCount(leaf.aggregate) && !asking.decisions.emptyDefaultOfCounts && leaf.empty === undefined
    ? null
    : emptyValue(leaf);
}
