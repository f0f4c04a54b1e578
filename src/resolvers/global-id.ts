import { Failure } from '../base/failure';
import type { Catalog, DimensionName } from '../metrics/model/catalog';
import { findDimension } from '../metrics/planner/find-dimension';
import { type DefinitionKind, type DefinitionOf, KINDS } from './definition-kinds';

/** A definition under its opaque id: the kind and the name, so that it outlives every change of the definition but its renaming. */
export const globalId = (kind: DefinitionKind, name: string): string =>
  Buffer.from(`${kind}:${name}`).toString('base64url');

/** What an id stands for, with its type for GraphQL; null when there is no such thing any more, or never was. */
export function definitionOf(
  catalog: Catalog,
  id: string,
): (DefinitionOf[DefinitionKind] & { readonly __typename: DefinitionKind }) | null {
  const [, kind = '', name = ''] = /^(\w+):(.*)$/.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  if (!isKind(kind)) return null;
  const found = kind === 'Dimension' ? dimensionOf(catalog, name) : KINDS[kind].all(catalog).get(name);
  return found === undefined ? null : { ...found, __typename: kind };
}

const isKind = (text: string): text is DefinitionKind => Object.hasOwn(KINDS, text);

/** Also under a chain of joins spelled in full, which no list holds. */
function dimensionOf(catalog: Catalog, name: string): DimensionName | undefined {
  try {
    return findDimension(catalog, name, 'id');
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
