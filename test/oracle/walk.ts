import type { Aggregate, Formula, Per, Reference } from './world';

/** The parts that a formula is directly made of. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'literal':
    case 'reference':
    case 'metric':
    case 'now':
      return [];
    case 'arithmetic':
    case 'compare':
    case 'distinct_from':
    case 'nullif':
      return [formula.left, formula.right];
    case 'negate':
    case 'not':
    case 'is_null':
    case 'is_true':
    case 'extract':
    case 'moved':
      return [formula.of];
    case 'and':
    case 'or':
    case 'coalesce':
      return formula.of;
    case 'in':
      return [formula.of, ...formula.list];
    case 'between':
      return [formula.of, formula.low, formula.high];
    case 'case':
      return [
        ...formula.branches.flatMap((branch) => [branch.when, branch.take]),
        ...(formula.otherwise ? [formula.otherwise] : []),
      ];
    case 'call':
      return formula.args;
    // What stands inside of `per` is about other rows.
    case 'per':
      return [];
    case 'aggregate':
      return [...formula.args, ...(formula.filter ? [formula.filter] : [])];
  }
}

/** A formula and everything in it, outermost first. */
export function everyPart(formula: Formula): readonly Formula[] {
  return [formula, ...partsOf(formula).flatMap(everyPart)];
}

export const referencesIn = (formula: Formula): readonly Reference[] =>
  everyPart(formula).filter((part): part is Reference => part.kind === 'reference');

export const aggregatesIn = (formula: Formula): readonly Aggregate[] =>
  everyPart(formula).filter((part): part is Aggregate => part.kind === 'aggregate');

export const metricsIn = (formula: Formula): readonly string[] =>
  everyPart(formula).flatMap((part) => (part.kind === 'metric' ? [part.name] : []));

export const persIn = (formula: Formula): readonly Per[] =>
  everyPart(formula).filter((part): part is Per => part.kind === 'per');
