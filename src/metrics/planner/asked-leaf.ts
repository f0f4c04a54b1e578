import type { Leaf, RowExpression } from '../model/expression';
import type { RowCondition } from './bound-query';

/** A leaf as the question needs it, and the metric that brought it in (for errors). */
export interface AskedLeaf {
  /** The leaf and its extra conditions as one text. */
  readonly id: string;
  readonly leaf: Leaf;
  readonly metric: string;
  /** Conditions that are for this leaf's metric only. */
  readonly only: readonly RowCondition[];
  /** The names of its state columns in the branch. */
  readonly states: readonly string[];
}

/** Leaves that one scan can answer: the same home, and the same time where the question is about time. */
export interface Branch {
  readonly home: string;
  readonly time: RowExpression | null;
  readonly leaves: readonly AskedLeaf[];
  /**
   * The name of a column that counts the rows of a group for what is asked for, beside leaves that only `having` looks at: those
   * bring no group of their own (semantics 39).
   */
  readonly counted?: string;
}
