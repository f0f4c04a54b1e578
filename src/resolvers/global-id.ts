import { Failure } from '../base/failure';
import { datasetIn, fieldIn } from '../metrics/lineage/items-in';
import type { Catalog, Column, Dataset, DimensionName } from '../metrics/model/catalog';
import { findDimension } from '../metrics/planner/find-dimension';
import { type DefinitionKind, type DefinitionOf, KINDS } from './definition-kinds';

/** A column with its dataset, without which its name says little. */
export interface DatasetColumn {
  readonly dataset: Dataset;
  readonly column: Column;
}

/** Types of the schema that have ids. */
export type NodeKind = DefinitionKind | 'DatasetColumn';
type Node = (DefinitionOf[DefinitionKind] | DatasetColumn) & { readonly __typename: NodeKind };

/** A definition under its opaque id: the kind and the name, so that it outlives every change of the definition but its renaming. */
export const globalId = (kind: NodeKind, name: string): string =>
  Buffer.from(`${kind}:${name}`).toString('base64url');

/** What an id stands for, with its type for GraphQL; null when there is no such thing any more, or never was. */
export function definitionOf(catalog: Catalog, id: string): Node | null {
  const [, kind = '', name = ''] = /^(\w+):(.*)$/.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  if (kind === 'DatasetColumn') return columnOf(catalog, name);
  if (!isKind(kind)) return null;
  const found = kind === 'Dimension' ? dimensionOf(catalog, name) : KINDS[kind].all(catalog).get(name);
  return found === undefined ? null : { ...found, __typename: kind };
}

const isKind = (text: string): text is DefinitionKind => Object.hasOwn(KINDS, text);

function columnOf(catalog: Catalog, name: string): Node | null {
  const dataset = catalog.datasets.get(datasetIn(name));
  const column = dataset?.columns.get(fieldIn(name));
  return dataset && column ? { dataset, column, __typename: 'DatasetColumn' } : null;
}

/** Also under a chain of joins spelled in full, which no list holds. */
function dimensionOf(catalog: Catalog, name: string): DimensionName | undefined {
  try {
    return findDimension(catalog, name, 'id');
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
