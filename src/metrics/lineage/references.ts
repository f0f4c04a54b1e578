import type { Catalog, Dimension, Metric, Segment } from '../model/catalog';
import { datasetIn, fieldIn, fieldOf, itemsIn, present } from './items-in';
import type { LineageItem, LineageReference } from './lineage-item';
import { ofSavedQuery } from './saved-query-references';

/** Definitions are frozen; what their texts name depends on the catalog around them too. */
const known = new WeakMap<Catalog, Map<string, readonly LineageReference[]>>();

/**
 * What an item is made of, one step down: the metrics, datasets, columns and dimensions named in its texts, each use once. A
 * column is made of its dataset; a dataset of nothing. The texts are parsed once for each catalog.
 */
export function referencesOf(catalog: Catalog, item: LineageItem): readonly LineageReference[] {
  const kept = known.get(catalog) ?? new Map<string, readonly LineageReference[]>();
  known.set(catalog, kept);
  const key = `${item.kind} ${item.name}`;
  const before = kept.get(key);
  if (before !== undefined) return before;
  const all = found(catalog, item).filter(({ to }) => to.kind !== item.kind || to.name !== item.name);
  const references = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  kept.set(key, references);
  return references;
}

/** What a broken definition is not served with, it is not made of here. */
function found(catalog: Catalog, { kind, name }: LineageItem): readonly LineageReference[] {
  switch (kind) {
    case 'METRIC': {
      const metric = catalog.metrics.get(name);
      return metric ? ofMetric(catalog, metric) : [];
    }
    case 'SEGMENT': {
      const segment = catalog.segments.get(name);
      return segment ? ofSegment(catalog, segment) : [];
    }
    case 'DIMENSION': {
      const dimension = catalog.datasets.get(datasetIn(name))?.dimensions.get(fieldIn(name));
      return dimension ? ofDimension(catalog, dimension) : [];
    }
    case 'SAVED_QUERY': {
      const saved = catalog.savedQueries.get(name);
      return saved ? ofSavedQuery(catalog, saved) : [];
    }
    case 'COLUMN':
      return [{ to: { kind: 'DATASET', name: datasetIn(name) }, use: 'DATASET' }];
    case 'DATASET':
      return [];
  }
}

function ofMetric(catalog: Catalog, metric: Metric): readonly LineageReference[] {
  const homes = [...new Set(metric.leaves.map(({ home }) => home))];
  const formula = itemsIn(catalog, metric.formulaText, 'metric', homes, 'FORMULA');
  const where = metric.whereText === null ? [] : itemsIn(catalog, metric.whereText, 'row', homes, 'WHERE');
  return [...formula, ...where, ...timesOf(catalog, metric, formula)];
}

const asTime = (to: LineageItem): LineageReference => ({ to, use: 'TIME' });

/** What dates its rows: where metrics are named, those keep their own, and only its own aggregates are dated here. */
function timesOf(
  catalog: Catalog,
  metric: Metric,
  formula: readonly LineageReference[],
): readonly LineageReference[] {
  if (metric.uses.length === 0) {
    return metric.leaves.flatMap(({ time }): LineageReference[] => {
      if (time?.kind !== 'reference' || time.to.kind === 'per') return [];
      return present([fieldOf(catalog, time.to.dataset, time.to.name)]).map(asTime);
    });
  }
  const own = new Set(
    formula.flatMap(({ to }) =>
      to.kind === 'METRIC' ? [] : to.kind === 'DATASET' ? [to.name] : [datasetIn(to.name)],
    ),
  );
  return metric.leaves.flatMap(({ home }): LineageReference[] => {
    const time = own.has(home) ? catalog.datasets.get(home)?.time : null;
    return time ? present([fieldOf(catalog, home, time)]).map(asTime) : [];
  });
}

function ofSegment(catalog: Catalog, { of, whereText }: Segment): readonly LineageReference[] {
  const rows = itemsIn(catalog, whereText, 'row', [of], 'WHERE');
  return catalog.datasets.has(of) ? [{ to: { kind: 'DATASET', name: of }, use: 'DATASET' }, ...rows] : rows;
}

function ofDimension(catalog: Catalog, dimension: Dimension): readonly LineageReference[] {
  const { dataset, name, formulaText } = dimension;
  const references = itemsIn(catalog, formulaText, 'row', [dataset], 'FORMULA');
  const own = `${dataset}.${name}`;
  // In its own formula its name is the column's.
  const parts = references.map((one) =>
    one.to.name === own ? { ...one, to: { kind: 'COLUMN', name: own } as const } : one,
  );
  return parts.length > 0 ? parts : [{ to: { kind: 'DATASET', name: dataset }, use: 'DATASET' }];
}
