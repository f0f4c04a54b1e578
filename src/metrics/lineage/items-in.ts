import { parseFormula } from '../language/parse';
import type { Catalog, Dataset } from '../model/catalog';
import type { LineageItem, LineageReference, LineageUse } from './lineage-item';
import { type NameFound, type NamePlace, namesIn } from './names-in';

// A dataset's name holds no dot; a column's, which the database gave, may.
export const datasetIn = (qualified: string): string => qualified.slice(0, qualified.indexOf('.'));
export const fieldIn = (qualified: string): string => qualified.slice(qualified.indexOf('.') + 1);

/** What a formula names, each with how it is used; `homes` are the datasets whose own columns it may name bare. */
export function itemsIn(
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

/** What a name means: in a formula of those homes, in its place. */
export function itemsNamed(
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
export function fieldOf(catalog: Catalog, dataset: string, field: string): LineageItem | undefined {
  const own = catalog.datasets.get(dataset);
  const name = `${dataset}.${field}`;
  if (own?.dimensions.has(field)) return { kind: 'DIMENSION', name };
  return own?.columns.has(field) ? { kind: 'COLUMN', name } : undefined;
}

export const present = <T>(items: readonly (T | undefined)[]): readonly T[] =>
  items.filter((item) => item !== undefined);
