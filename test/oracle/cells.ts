import type { Asking } from './asking';
import { type Fed, rowsFeeding } from './feeding';
import { type AskedMetric, emptyValue, type Leaf, leavesOf } from './leaves';
import { valueOfLeaf, valueOfMetric } from './rows';
import type { Value } from './value';

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
  const value = (asked: AskedMetric, belongs: (fed: Fed) => boolean): Value =>
    valueOfMetric(asking, asked, (leaf) =>
      valueOfLeaf(
        asking,
        leaf,
        feeding(leaf)
          .filter(belongs)
          .map(({ row }) => row),
      ),
    );
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
