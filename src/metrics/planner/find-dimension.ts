import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import type { Catalog, DimensionName } from '../model/catalog';

/**
 * The dimension under a name in either spelling (`customers.region`, `customers__region`), or a chain of joins spelled in full.
 * @throws Failure REFERENCE.UNKNOWN_DIMENSION with near matches, or DEFINITION.BROKEN.
 */
export function findDimension(catalog: Catalog, text: string, path: string): DimensionName {
  const name = text.replaceAll('__', '.');
  const found = catalog.dimensions.get(name) ?? spelledOut(catalog, name);
  if (found) return found;
  const broken =
    catalog.broken.get(`dimension ${name}`)?.[0] ?? catalog.broken.get(`dataset ${name.split('.')[0]}`)?.[0];
  if (broken)
    throw new Failure('DEFINITION.BROKEN', `The dimension "${name}" is broken: ${broken.message}`, {
      path,
      hint: `mend ${broken.at.file}:${broken.at.start.line}`,
    });
  const suggestions = nearest(name, catalog.dimensions.keys());
  throw new Failure('REFERENCE.UNKNOWN_DIMENSION', `No dimension is named "${shorten(name)}".`, {
    path,
    suggestions,
    ...hintFor(catalog, name, suggestions[0]),
  });
}

/** Names beyond these would bury the sentence; the lists have them all. */
const MAX_NAMES = 12;

/** A column that is no dimension is said to be one; else the nearest name, else what the dataset or role has instead. */
function hintFor(catalog: Catalog, name: string, nearestName?: string): { readonly hint?: string } {
  const [head, field] = name.split('.') as [string, string | undefined];
  const dataset = catalog.datasets.get(catalog.roles.get(head) ?? head);
  if (field !== undefined && dataset?.columns.has(field)) {
    return {
      hint: `"${field}" is a column of "${dataset.name}" and no dimension: declare it under \`dimensions:\`, or filter by a formula`,
    };
  }
  if (nearestName !== undefined) return { hint: `did you mean "${nearestName}"?` };
  const names = [...(dataset?.dimensions.keys() ?? [])].map((other) => `${head}.${other}`);
  if (names.length === 0) return {};
  const rest = names.length > MAX_NAMES ? ', …' : '';
  return { hint: `take one of ${names.slice(0, MAX_NAMES).join(', ')}${rest}` };
}

/** `customers.regions.name`: a dataset or role, then joins, then a dimension. */
function spelledOut(catalog: Catalog, name: string): DimensionName | null {
  const parts = name.split('.');
  const field = parts.pop()!;
  const [head, ...joins] = parts;
  if (head === undefined) return null;
  let dataset = catalog.datasets.get(catalog.roles.get(head) ?? head);
  for (const join of joins) dataset = dataset && catalog.datasets.get(dataset.joins.get(join)?.to ?? '');
  const dimension = dataset?.dimensions.get(field);
  return dimension ? { name, chain: parts, dimension } : null;
}
