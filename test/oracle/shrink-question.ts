import { smallerFormulas } from './shrink-formula';
import { shorter, withoutKey } from './shrink-lists';
import type { By, Condition, Question } from './world';

/** The trees that a tree of and, or and not is made of, and itself with one of them less; `simpler` does the leaves. */
function smallerTrees<T extends object>(tree: T, simpler: (leaf: T) => readonly T[]): readonly T[] {
  for (const key of ['and', 'or'] as const) {
    const parts = (tree as { readonly [K in typeof key]?: readonly T[] })[key];
    if (!parts) continue;
    return [
      ...parts,
      ...parts.flatMap((part, i) =>
        smallerTrees(part, simpler).map((less): T => ({ ...tree, [key]: parts.with(i, less) })),
      ),
    ];
  }
  const { not } = tree as { readonly not?: T };
  if (!not) return simpler(tree);
  return [not, ...smallerTrees(not, simpler).map((less): T => ({ ...tree, not: less }))];
}

function smallerConditions(condition: Condition): readonly Condition[] {
  const { onlyFor: _, ...forAll } = condition;
  const simpler = (leaf: Condition): readonly Condition[] =>
    'formula' in leaf
      ? smallerFormulas(leaf.formula).map((formula): Condition => ({ ...leaf, formula }))
      : [];
  return [...(condition.onlyFor ? [forAll as Condition] : []), ...smallerTrees(condition, simpler)];
}

const DROPPED = [
  'period',
  'complete',
  'distinct',
  'totals',
  'limit',
  'offset',
  'asOf',
  'zone',
] as const satisfies readonly (keyof Question)[];
const LISTS = ['by', 'where', 'segments', 'having', 'order'] as const satisfies readonly (keyof Question)[];

const withList = (question: Question, key: (typeof LISTS)[number], list: readonly unknown[]): Question =>
  list.length === 0 ? withoutKey(question, key) : { ...question, [key]: list };

/** Questions with one thing less. */
export function smallerQuestions(question: Question): readonly Question[] {
  const { metrics, by = [], where = [], having = [] } = question;
  const unordered = withoutKey(question, 'order');
  const plainBy = by.map(
    (each): By => ('dimension' in each ? { dimension: each.dimension } : withoutKey(each, 'as')),
  );
  return [
    ...(metrics.length > 1
      ? shorter(metrics).map((less): Question => ({ ...unordered, metrics: less }))
      : []),
    ...shorter(by).map((less) => withList(unordered, 'by', less)),
    ...LISTS.filter((key) => key !== 'by').flatMap((key) =>
      shorter<unknown>(question[key] ?? []).map((less) => withList(question, key, less)),
    ),
    ...DROPPED.filter((key) => question[key] !== undefined).map((key) => withoutKey(question, key)),
    ...where.flatMap((each, i) =>
      smallerConditions(each).map((less): Question => ({ ...question, where: where.with(i, less) })),
    ),
    ...having.flatMap((each, i) =>
      smallerTrees(each, () => []).map((less): Question => ({ ...question, having: having.with(i, less) })),
    ),
    ...by.flatMap((each, i) =>
      Object.keys(plainBy[i] ?? {}).length < Object.keys(each).length
        ? [{ ...question, by: by.with(i, plainBy[i] ?? each) }]
        : [],
    ),
  ];
}
