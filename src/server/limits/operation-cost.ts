import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** A measure of an operation, made from its leaves up. */
export interface Measure {
  /** Of one field, given the measure of what is selected in it (0 for nothing). */
  field(field: FieldNode, inner: number): number;
  /** Of fields that stand side by side. */
  together(parts: readonly number[]): number;
}

/**
 * Measures an operation with its fragments written out, each fragment worked out once: linear in the document, also where
 * spreads multiply. A circle of fragments counts nothing here; another rule refuses it.
 */
export function operationCost(
  context: ValidationContext,
  operation: OperationDefinitionNode,
  measure: Measure,
): number {
  const fragments = new Map<string, number>();

  function ofSet(set: SelectionSetNode | undefined): number {
    return set === undefined ? 0 : measure.together(set.selections.map(ofSelection));
  }

  function ofSelection(selection: SelectionNode): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return measure.field(selection, ofSet(selection.selectionSet));
      case Kind.INLINE_FRAGMENT:
        return ofSet(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return ofFragment(selection.name.value);
    }
  }

  function ofFragment(name: string): number {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, 0); // What a circle meets.
    const made = ofSet(context.getFragment(name)?.selectionSet);
    fragments.set(name, made);
    return made;
  }

  return ofSet(operation.selectionSet);
}
