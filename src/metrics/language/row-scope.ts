import { nearest } from '../../base/did-you-mean';
import type { Expression, RowExpression, RowReference } from '../model/expression';
import { type JoinGraph, type Reach, reach } from '../model/join-graph';
import type { ValueType } from '../model/value-type';
import { isAggregate } from './aggregate-names';
import type { CallSyntax, Environment, NameSyntax } from './bind';
import type { FormulaSize } from './formula-size';
import { PER_REFUSED } from './per-in';
import type { FormulaProblem } from './syntax';

/** What names inside a dataset mean; null = there is no such name, 'broken' = it is defined but wrong. */
export interface NamesOf {
  readonly find: (
    dataset: string,
    name: string,
  ) =>
    | { readonly kind: 'column' | 'dimension'; readonly type: ValueType; readonly size?: FormulaSize }
    | 'broken'
    | null;
  readonly list: (dataset: string) => readonly string[];
  /** True for a dataset that is defined but wrong. */
  readonly isBroken: (dataset: string) => boolean;
}

export interface RowScope {
  readonly home: string;
  readonly graph: JoinGraph;
  readonly names: NamesOf;
  readonly problem: (problem: FormulaProblem) => void;
  /** Binds `per(entity, metric)`; absent where a row has no such value (inside aggregates and dimensions). */
  readonly per?: (call: CallSyntax, scope: RowScope) => RowExpression | null;
}

/** The surroundings of a row-level formula: names are columns and dimensions seen from the home dataset, aggregates are refused. */
export function rowEnvironment(scope: RowScope): Environment<RowReference> {
  return {
    problem: scope.problem,
    name: (name) => rowName(name, scope),
    special: (call) => {
      if (call.name === 'per') return scope.per ? scope.per(call, scope) : noPer(call, scope);
      if (!isAggregate(call.name)) return undefined;
      scope.problem({
        code: 'FORMULA.NESTED_AGGREGATE',
        message: `${call.name}() cannot stand here: this part is about single rows.`,
        range: call.range,
        hint: 'aggregate once, at the outside of the formula',
      });
      return null;
    },
  };
}

function noPer(call: CallSyntax, scope: RowScope): null {
  scope.problem({ ...PER_REFUSED, range: call.range });
  return null;
}

function rowName(name: NameSyntax, scope: RowScope): RowExpression | null {
  const field = name.parts.at(-1)!;
  const chain = name.parts.length === 1 ? [scope.home] : name.parts.slice(0, -1);
  const found = reach(scope.graph, scope.home, chain);
  if (found.kind !== 'path') {
    scope.problem(reachProblem(found, name, scope));
    return null;
  }
  const known = scope.names.find(found.dataset, field);
  if (known === 'broken') {
    scope.problem({
      code: 'REFERENCE.BROKEN',
      message: `"${found.dataset}.${field}" is itself broken.`,
      range: name.range,
    });
    return null;
  }
  if (!known) {
    scope.problem(unknownField(found.dataset, field, name, scope));
    return null;
  }
  const to: RowReference = { kind: known.kind, path: found.path, dataset: found.dataset, name: field };
  return { kind: 'reference', to, type: known.type } satisfies Expression<RowReference>;
}

function unknownField(dataset: string, field: string, name: NameSyntax, scope: RowScope): FormulaProblem {
  const near = nearest(field, scope.names.list(dataset));
  const isBare = name.parts.length === 1;
  const prefix = isBare ? '' : `${name.parts.slice(0, -1).join('.')}.`;
  const remedy = near[0] ? `did you mean "${prefix}${near[0]}"?` : 'declare it under `columns:`';
  return {
    code: 'REFERENCE.UNKNOWN_COLUMN',
    message: `The dataset "${dataset}" has no column or dimension "${field}".`,
    range: name.range,
    hint: isBare ? `${remedy} A text is written in single quotes: '${field}'` : remedy,
  };
}

/**
 * Why a chain of joins cannot be walked, in the words of the language.
 *
 * @param field what the name has behind its chain; nothing where it names rows themselves.
 */
export function reachProblem(
  found: Exclude<Reach, { kind: 'path' }>,
  name: NameSyntax,
  scope: Pick<RowScope, 'home' | 'graph' | 'names'>,
  field: readonly string[] = name.parts.slice(-1),
): FormulaProblem {
  const head = name.parts[0]!;
  switch (found.kind) {
    case 'unknown': {
      if (scope.names.isBroken(found.part)) {
        return {
          code: 'REFERENCE.BROKEN',
          message: `The dataset "${found.part}" is itself broken.`,
          range: name.range,
          hint: 'mend it first',
        };
      }
      const near = nearest(found.part, [...scope.graph.datasets.keys(), ...scope.graph.roles.keys()]);
      return {
        code: 'REFERENCE.UNKNOWN_DATASET',
        message: `No dataset or role is named "${found.part}".`,
        range: name.range,
        ...(near[0] ? { hint: `did you mean "${[near[0], ...name.parts.slice(1)].join('.')}"?` } : {}),
      };
    }
    case 'unreachable': {
      const hint = found.roles.length
        ? `it is reached by role: ${found.roles.map((role) => [role, ...field].join('.')).join(', ')}`
        : `declare a join from "${scope.home}" under \`joins:\`; only many-to-one joins are followed`;
      return {
        code: 'PATH.UNREACHABLE',
        message: `"${scope.home}" does not reach "${head}".`,
        range: name.range,
        hint,
      };
    }
    case 'ambiguous':
      return {
        code: 'PATH.AMBIGUOUS',
        message: `"${scope.home}" reaches "${head}" in ${found.paths.length} ways: ${found.paths.map((p) => p.join('.')).join(', ')}.`,
        range: name.range,
        hint: `spell the chain out, or write via: { ${head}: ${found.paths[0]![0]} } in the dataset "${scope.home}"`,
      };
  }
}
