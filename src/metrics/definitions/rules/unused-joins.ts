import type { Catalog, Dataset } from '../../model/catalog';
import type { RowExpression } from '../../model/expression';
import type { Rule } from './rule';

/** A join leads to something: a dimension behind it, or a formula that walks it. */
export const unusedJoins: Rule = (catalog) => {
  const walked = walkedJoins(catalog);
  return [...catalog.datasets.values()].flatMap((dataset) =>
    [...dataset.joins.values()]
      .filter((join) => !walked.has(`${dataset.name}.${join.name}`) && !offersDimensions(catalog, join.to))
      .map((join) => ({
        code: 'JOIN.UNUSED' as const,
        message: `The join "${join.name}" of "${dataset.name}" leads to nothing: "${join.to}" has no dimensions, and no formula uses it.`,
        hint: `give "${join.to}" dimensions, or leave the join out`,
        at: join.at,
        definition: { kind: 'dataset', name: dataset.name },
      })),
  );
};

/** True when the dataset, or one behind it, can split a number. */
function offersDimensions(catalog: Catalog, name: string, seen = new Set<string>()): boolean {
  const dataset = catalog.datasets.get(name);
  if (!dataset || seen.has(name)) return false;
  seen.add(name);
  if (dataset.dimensions.size > 0) return true;
  if ([...catalog.segments.values()].some((s) => s.of === name)) return true;
  return [...dataset.joins.values()].some((join) => offersDimensions(catalog, join.to, seen));
}

/** `orders.customers` for every join that some formula walks. */
function walkedJoins(catalog: Catalog): ReadonlySet<string> {
  const walked = new Set<string>();
  const note = (home: string, path: readonly string[]): void => {
    let at: Dataset | undefined = catalog.datasets.get(home);
    for (const step of path) {
      if (!at) return;
      walked.add(`${at.name}.${step}`);
      at = catalog.datasets.get(at.joins.get(step)?.to ?? '');
    }
  };
  const walk = (home: string, e: RowExpression | null): void => {
    if (!e || e.kind === 'literal') return;
    if (e.kind === 'reference') {
      note(home, e.to.path);
      if (e.to.kind === 'per') for (const leaf of e.to.leaves) walkLeaf(leaf);
      return;
    }
    if (e.kind === 'call') for (const arg of e.args) walk(home, arg);
    else {
      for (const b of e.branches) {
        walk(home, b.when);
        walk(home, b.value);
      }
      walk(home, e.otherwise);
    }
  };
  const walkLeaf = (leaf: {
    home: string;
    args: readonly RowExpression[];
    where: RowExpression | null;
    time: RowExpression | null;
  }): void => {
    for (const arg of [...leaf.args, leaf.where, leaf.time]) walk(leaf.home, arg);
  };
  for (const metric of catalog.metrics.values()) for (const leaf of metric.leaves) walkLeaf(leaf);
  for (const segment of catalog.segments.values()) walk(segment.of, segment.where);
  return walked;
}
