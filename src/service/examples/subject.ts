import type { RawDefinition, RawMetric } from '../../metrics/definitions/raw';
import type { Catalog, Metric } from '../../metrics/model/catalog';
import { bindTree, treeOf } from './bind-tree';
import { type Clause, clausesOf } from './clauses';
import type { Example } from './example';

/** A metric without one of its clauses. */
export interface Variant {
  readonly clause: Clause;
  /** Null when nothing sensible is left: then the metric cannot be without the clause. */
  readonly metric: Metric | null;
  /** The metric says the same without the clause; no example could ever prove it. */
  readonly idle: boolean;
}

/** A metric whose examples are to be run. */
export interface Subject {
  readonly definition: RawDefinition<RawMetric>;
  readonly metric: Metric;
  /** Sound ones, at least one. */
  readonly examples: readonly Example[];
  readonly variants: readonly Variant[];
}

const meaningOf = ({ formula, leaves }: Metric): string =>
  JSON.stringify([formula, leaves.map((leaf) => leaf.id)]);

/** The metric without each of its clauses in turn. */
export function variantsOf(
  catalog: Catalog,
  metric: Metric,
  definition: RawDefinition<RawMetric>,
): readonly Variant[] {
  const tree = treeOf(definition);
  if (!tree) return [];
  const meaning = meaningOf(metric);
  return clausesOf(tree).map((clause) => {
    const without = bindTree(catalog, metric, definition.value.time, clause.without);
    return { clause, metric: without, idle: without !== null && meaningOf(without) === meaning };
  });
}
