import { partsOf } from './walk';
import type { Aggregate, Formula } from './world';

/** A formula replaced by one of its parts, anywhere in the tree; what no longer makes sense will not fail in the same way. */
export function smallerFormulas(formula: Formula): readonly Formula[] {
  const own = formula.kind === 'aggregate' ? [] : partsOf(formula);
  const inside = Object.entries(formula).flatMap(([key, value]) =>
    smallerParts(value).map((less): Formula => ({ ...formula, [key]: less }) as Formula),
  );
  const bare = formula.kind === 'aggregate' && formula.filter ? [withoutFilter(formula)] : [];
  return [...own, ...bare, ...inside];
}

const isFormula = (value: unknown): value is Formula =>
  typeof value === 'object' && value !== null && 'kind' in value;

function smallerParts(value: unknown): readonly unknown[] {
  if (isFormula(value)) return smallerFormulas(value);
  if (Array.isArray(value))
    return value.flatMap((each, i) => smallerParts(each).map((less) => value.with(i, less)));
  return [];
}

function withoutFilter({ filter, ...rest }: Aggregate): Aggregate {
  return rest;
}
