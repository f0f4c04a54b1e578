import { parseFormula } from '../language/parse';
import type { Catalog, Dataset, Dimension, Metric, Segment } from '../model/catalog';
import type { LineageItem, LineageReference, LineageUse } from './lineage-item';
import { type NameFound, type NamePlace, namesIn } from './names-in';

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
    case 'COLUMN':
      return [{ to: { kind: 'DATASET', name: datasetIn(name) }, use: 'DATASET' }];
    case 'DATASET':
      return [];
  }
}

// A dataset's name holds no dot; a column's, which the database gave, may.
export const datasetIn = (qualified: string): string => qualified.slice(0, qualified.indexOf('.'));
export const fieldIn = (qualified: string): string => qualified.slice(qualified.indexOf('.') + 1);

function ofMetric(catalog: Catalog, metric: Metric): readonly LineageReference[] {
  const homes = [...new Set(metric.leaves.map(({ home }) => home))];
  const formula = named(catalog, metric.formulaText, 'metric', homes, 'FORMULA');
  const where = metric.whereText === null ? [] : named(catalog, metric.whereText, 'row', homes, 'WHERE');
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
  const rows = named(catalog, whereText, 'row', [of], 'WHERE');
  return catalog.datasets.has(of) ? [{ to: { kind: 'DATASET', name: of }, use: 'DATASET' }, ...rows] : rows;
}

function ofDimension(catalog: Catalog, dimension: Dimension): readonly LineageReference[] {
  const { dataset, name, formulaText } = dimension;
  const references = named(catalog, formulaText, 'row', [dataset], 'FORMULA');
  const own = `${dataset}.${name}`;
  // In its own formula its name is the column's.
  const parts = references.map((one) =>
    one.to.name === own ? { ...one, to: { kind: 'COLUMN', name: own } as const } : one,
  );
  return parts.length > 0 ? parts : [{ to: { kind: 'DATASET', name: dataset }, use: 'DATASET' }];
}

function named(
  catalog: Catalog,
  text: string,
  place: NamePlace,
  homes: readonly string[],
  use: LineageUse,
): readonly LineageReference[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return [];
  return namesIn(parsed.syntax, place).flatMap((name) =>
    itemsNamed(catalog, name, homes).map((to) => ({ to, use: name.inFilter ? 'WHERE' : use })),
  );
}

function itemsNamed(
  catalog: Catalog,
  { parts, place }: NameFound,
  homes: readonly string[],
): readonly LineageItem[] {
  const field = parts.at(-1)!;
  if (parts.length > 1) {
    const dataset = datasetAt(catalog, parts.slice(0, -1));
    return present([dataset && fieldOf(catalog, dataset.name, field)]);
  }
  if (place === 'metric' && catalog.metrics.has(field)) return [{ kind: 'METRIC', name: field }];
  if (place !== 'row') {
    const dataset = datasetAt(catalog, parts);
    if (dataset) return [{ kind: 'DATASET', name: dataset.name }];
  }
  return present(homes.map((home) => fieldOf(catalog, home, field)));
}

/** The dataset at the end of a chain: a dataset or role, then joins. */
function datasetAt(catalog: Catalog, [head = '', ...joins]: readonly string[]): Dataset | undefined {
  let dataset = catalog.datasets.get(catalog.roles.get(head) ?? head);
  for (const join of joins) dataset = dataset && catalog.datasets.get(dataset.joins.get(join)?.to ?? '');
  return dataset;
}

/** A declared dimension hides the column of its name. */
function fieldOf(catalog: Catalog, dataset: string, field: string): LineageItem | undefined {
  const own = catalog.datasets.get(dataset);
  const name = `${dataset}.${field}`;
  if (own?.dimensions.has(field)) return { kind: 'DIMENSION', name };
  return own?.columns.has(field) ? { kind: 'COLUMN', name } : undefined;
}

const present = <T>(items: readonly (T | undefined)[]): readonly T[] =>
  items.filter((item) => item !== undefined);
