import type { RawScalar } from '../../metrics/definitions/raw';
import type { Syntax } from '../../metrics/language/syntax';

type Call = Extract<Syntax, { kind: 'call' }>;

/** What a metric says, parsed: the tree that clauses are taken out of. */
export interface MetricTree {
  readonly formula: Syntax;
  readonly where: Syntax | null;
  /** As written; undefined = the default of the aggregate. */
  readonly empty: RawScalar | undefined;
}

export type ClauseKind = 'where' | 'filter' | 'coalesce' | 'nullif' | 'distinct' | 'empty';

/** A part of a metric that could be left out. */
export interface Clause {
  readonly kind: ClauseKind;
  /** The key of the metric that it stands under. */
  readonly key: 'formula' | 'where' | 'empty';
  /** The term or call itself; null for `empty`, which is no formula. */
  readonly syntax: Syntax | null;
  /** All that is left without it. */
  readonly without: MetricTree;
}

/** Whoever writes more has no reader, and each one costs as much as the whole metric. */
const MAX_CLAUSES = 100;

/**
 * The clauses of a metric (100 at most), in the order of its text, each with the metric that is left without it: the terms of `where` and of each
 * `filter`, guards by `coalesce` and `nullif`, `distinct`, `empty`. Clauses of the metrics that it names are theirs.
 */
export function clausesOf(tree: MetricTree): readonly Clause[] {
  const { where, empty } = tree;
  const all = [
    ...removals(tree.formula).map(
      ({ kind, syntax, rest }): Clause => ({
        kind,
        key: 'formula',
        syntax,
        without: { ...tree, formula: rest },
      }),
    ),
    ...(where ? withoutEachTerm(where) : []).map(
      ({ term, rest }): Clause => ({
        kind: 'where',
        key: 'where',
        syntax: term,
        without: { ...tree, where: rest },
      }),
    ),
    ...(empty === undefined
      ? []
      : [{ kind: 'empty', key: 'empty', syntax: null, without: { ...tree, empty: undefined } } as const]),
  ];
  return all.slice(0, MAX_CLAUSES);
}

interface Removal {
  readonly kind: 'filter' | 'coalesce' | 'nullif' | 'distinct';
  readonly syntax: Syntax;
  /** The whole formula without it. */
  readonly rest: Syntax;
}

const inside = (found: readonly Removal[], around: (rest: Syntax) => Syntax): Removal[] =>
  found.map((removal) => ({ ...removal, rest: around(removal.rest) }));

function removals(syntax: Syntax): readonly Removal[] {
  switch (syntax.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'cast':
      return inside(removals(syntax.arg), (arg) => ({ ...syntax, arg }));
    case 'case':
      return [
        ...syntax.branches.flatMap((branch, i) => [
          ...inside(removals(branch.when), (when) => withBranch(syntax, i, { ...branch, when })),
          ...inside(removals(branch.value), (value) => withBranch(syntax, i, { ...branch, value })),
        ]),
        ...(syntax.otherwise
          ? inside(removals(syntax.otherwise), (otherwise) => ({ ...syntax, otherwise }))
          : []),
      ];
    case 'call':
      return [
        ...ownRemovals(syntax),
        ...syntax.args.flatMap((arg, i) =>
          inside(removals(arg), (rest) => ({ ...syntax, args: syntax.args.with(i, rest) })),
        ),
        ...(syntax.filter ? withoutEachTerm(syntax.filter) : []).map(
          ({ term, rest }): Removal => ({ kind: 'filter', syntax: term, rest: { ...syntax, filter: rest } }),
        ),
      ];
  }
}

function withBranch(
  syntax: Extract<Syntax, { kind: 'case' }>,
  index: number,
  branch: (typeof syntax.branches)[number],
): Syntax {
  return { ...syntax, branches: syntax.branches.with(index, branch) };
}

function ownRemovals(call: Call): readonly Removal[] {
  const [guarded] = call.args;
  if (call.operator && (call.name === 'coalesce' || call.name === 'nullif') && guarded)
    return [{ kind: call.name, syntax: call, rest: guarded }];
  if (!call.distinct) return [];
  return [
    { kind: 'distinct', syntax: call, rest: { ...call, distinct: false, args: call.args.map(counted) } },
  ];
}

/** `row(a, b)` stands in distinct counts only; a plain count of it counts the rows in which no part is NULL. */
function counted(arg: Syntax): Syntax {
  if (arg.kind !== 'call' || arg.name !== 'row') return arg;
  const { range } = arg;
  const present = arg.args.map((part) => operator('is_not_null', [part], range));
  const one: Syntax = { kind: 'literal', form: 'integer', text: '1', range };
  return {
    kind: 'case',
    branches: [{ when: operator('and', present, range), value: one }],
    otherwise: null,
    range,
  };
}

const operator = (name: string, args: readonly Syntax[], range: Syntax['range']): Call => ({
  kind: 'call',
  name,
  operator: true,
  args,
  named: [],
  distinct: false,
  star: false,
  filter: null,
  range,
});

/** Each term of a conjunction, and what is left without it. */
function withoutEachTerm(
  condition: Syntax,
): readonly { readonly term: Syntax; readonly rest: Syntax | null }[] {
  const terms = termsOf(condition);
  return terms.slice(0, MAX_CLAUSES).map((term, i) => {
    const others = terms.toSpliced(i, 1);
    const rest = others.length > 1 ? operator('and', others, condition.range) : (others[0] ?? null);
    return { term, rest };
  });
}

/** `a and (b and c)` has three terms; `a between b and c`, which is parsed into two tests, is one. */
function termsOf(condition: Syntax): readonly Syntax[] {
  const isAnd = condition.kind === 'call' && condition.operator && condition.name === 'and';
  if (!isAnd || condition.args.every((arg) => arg.range === condition.range)) return [condition];
  return condition.args.flatMap(termsOf);
}
