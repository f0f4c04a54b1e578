import type { Catalog, Dataset } from '../model/catalog';
import { datasetsOf } from './datasets-of';

/**
 * Text that is equal for a definition of two catalogs when it gives the same numbers in both. Words and places are not in it.
 * @param isWhole also compares all joins, which decide what a question without metrics is about.
 */
export function meaningOf(catalog: Catalog, key: string, isWhole: boolean): string {
  const { zone, weekStart, now } = catalog.company;
  const datasets = isWhole ? [...catalog.datasets.values()] : datasetsOf(catalog, key);
  return JSON.stringify([zone, weekStart, now, own(catalog, key), datasets.map(rows).sort()]);
}

function own(catalog: Catalog, key: string): unknown {
  const [kind, name = ''] = key.split(' ', 2);
  if (kind === 'metric') {
    const metric = catalog.metrics.get(name);
    return metric && [metric.formula, metric.leaves.map(({ id }) => id), metric.type, metric.unit];
  }
  if (kind === 'segment') {
    const segment = catalog.segments.get(name);
    return segment && [segment.of, segment.where];
  }
  if (kind === 'dimension') {
    const found = catalog.dimensions.get(name);
    return found && [found.chain, found.dimension.formula, found.dimension.type];
  }
  return catalog.datasets.has(name);
}

/** What the rows of a dataset are, and what they lead to. */
const rows = ({ name, source, key, time, joins, via }: Dataset): string => {
  const links = [...joins.values()].map((join) => [join.name, join.to, join.role, join.columns, join.keys]);
  return JSON.stringify([name, source, key, time, links, [...via]]);
};
