import { type ASTNode, BREAK, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/**
 * Writes into each error about an argument's literal where it stands, as failures of a question have it: `by[1].dimension`.
 * graphql-js gives a line and column only.
 */
export function locateLiterals(errors: readonly Error[], document: DocumentNode): void {
  for (const error of errors) {
    const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
    const path = node === undefined ? null : argumentPath(document, node);
    if (path !== null && error instanceof GraphQLError)
      Object.assign(error, { extensions: { ...error.extensions, path } });
  }
}

function argumentPath(document: DocumentNode, target: ASTNode): string | null {
  let found: string | null = null;
  visit(document, {
    enter(node, _key, parent, keys, ancestors) {
      if (node !== target) return undefined;
      // graphql-js leaves the parent out of the ancestors.
      found = spell(parent === undefined ? ancestors : [...ancestors, parent], keys);
      return BREAK;
    },
  });
  return found;
}

/** `ancestors[i]` leads to the next one by `keys[i]`; lists of nodes stand among them. */
function spell(
  ancestors: readonly (ASTNode | readonly ASTNode[])[],
  keys: readonly (string | number)[],
): string | null {
  let path: string | null = null;
  ancestors.forEach((ancestor, depth) => {
    if ('kind' in ancestor) {
      if (ancestor.kind === Kind.ARGUMENT) path = ancestor.name.value;
      else if (ancestor.kind === Kind.OBJECT_FIELD && path !== null) path += `.${ancestor.name.value}`;
      return;
    }
    const list = ancestors[depth - 1];
    if (path !== null && list !== undefined && 'kind' in list && list.kind === Kind.LIST)
      path += `[${keys[depth]}]`;
  });
  return path;
}
