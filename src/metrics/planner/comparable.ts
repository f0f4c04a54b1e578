import type { PlanExpression } from '../model/plan';

/**
 * A value to compare with: one point (`to` null), or the half-open range `[from, to)`: a local day seen from a timestamp, or
 * nothing at all (`from` equal to `to`) for a value that lies between two neighbouring values of the column.
 */
export interface Comparable {
  readonly from: PlanExpression;
  readonly to: PlanExpression | null;
}
