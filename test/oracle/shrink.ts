import { AS_DECIDED } from './decisions';
import { metricsTested } from './having';
import { askedMetric, leavesOf, metricNamed } from './leaves';
import { isRole } from './paths';
import { partsOf, referencesIn } from './walk';
import type { Aggregate, By, Case, Condition, Dataset, Formula, Metric, Question, World } from './world';

/** Is this case, smaller than the last, still wrong? A case that is not even valid is not. */
export type StillFails = (smaller: Case) => Promise<boolean>;

const without = <T>(items: readonly T[], place: number): readonly T[] => items.filter((_, i) => i !== place);

/** Every list with one item left out. */
const shorter = <T>(items: readonly T[]): readonly (readonly T[])[] => items.map((_, i) => without(items, i));

/** Every list with one half left out, then with one item left out: large tables shrink fast. */
function fewer<T>(items: readonly T[]): readonly (readonly T[])[] {
  const half = Math.ceil(items.length / 2);
  return items.length < 4 ? shorter(items) : [items.slice(0, half), items.slice(half), ...shorter(items)];
}

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

const withoutKey = <T extends object>(from: T, key: keyof T): T =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as T;

const withList = (question: Question, key: (typeof LISTS)[number], list: readonly unknown[]): Question =>
  list.length === 0 ? withoutKey(question, key) : { ...question, [key]: list };

/** Questions with one thing less. */
function smallerQuestions(question: Question): readonly Question[] {
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

/** A formula replaced by one of its parts, anywhere in the tree; what no longer makes sense will not fail in the same way. */
function smallerFormulas(formula: Formula): readonly Formula[] {
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

function smallerMetrics(world: World, metric: Metric): readonly Metric[] {
  const keys = (['where', 'time', 'empty'] as const).filter((key) => metric[key] !== undefined);
  const dropped = keys.map(
    (key) => Object.fromEntries(Object.entries(metric).filter(([name]) => name !== key)) as unknown as Metric,
  );
  const { where, formula: whole } = metric;
  const named = world.metrics.filter(({ name }) => whole.kind === 'metric' && whole.name === name);
  return [
    ...named.map((inner): Metric => ({ ...inner, name: metric.name })),
    ...dropped,
    ...smallerFormulas(metric.formula).map((formula): Metric => ({ ...metric, formula })),
    ...(where ? smallerFormulas(where).map((less): Metric => ({ ...metric, where: less })) : []),
  ];
}

/** Every metric that is named anywhere in a value, also inside of `per`. */
function metricsNamed(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { kind, name } = value as { readonly kind?: unknown; readonly name?: unknown };
  const own = kind === 'metric' && typeof name === 'string' ? [name] : [];
  return [...own, ...Object.values(value).flatMap(metricsNamed)];
}

const metricsTestedBy = (question: Question): readonly string[] => [
  ...question.metrics,
  ...metricsTested(question.having ?? []),
  ...metricsNamed(question.where),
];

/** Metrics and segments that the question does not ask, not even through others. */
function unaskedLeft(world: World, question: Question): World {
  const segments = (world.segments ?? []).filter(({ name }) => question.segments?.includes(name));
  const asked = new Set<string>();
  const visit = (name: string): void => {
    const metric = world.metrics.find((each) => each.name === name);
    if (!metric || asked.has(name)) return;
    asked.add(name);
    for (const inner of metricsNamed(metric)) visit(inner);
  };
  for (const name of [...metricsTestedBy(question), ...metricsNamed(segments)]) visit(name);
  return { ...world, segments, metrics: world.metrics.filter(({ name }) => asked.has(name)) };
}

function withDataset(world: World, place: number, dataset: Dataset): World {
  return { ...world, datasets: world.datasets.with(place, dataset) };
}

function withoutColumn(dataset: Dataset, place: number): Dataset {
  return {
    ...dataset,
    columns: without(dataset.columns, place),
    rows: dataset.rows.map((row) => without(row, place)),
    ...(dataset.query
      ? {
          query: {
            ...dataset.query,
            names: without(dataset.query.names, place),
            others: dataset.query.others.map((row) => without(row, place)),
          },
        }
      : {}),
  };
}

function smallerDatasets(dataset: Dataset): readonly Dataset[] {
  const free = dataset.columns.flatMap(({ name }, i) =>
    dataset.key.includes(name) ||
    dataset.time === name ||
    dataset.joins.some((join) => join.by.includes(name))
      ? []
      : [i],
  );
  return [
    ...fewer(dataset.rows).map((rows): Dataset => ({ ...dataset, rows })),
    ...shorter(dataset.joins).map((joins): Dataset => ({ ...dataset, joins })),
    ...shorter(dataset.dimensions).map((dimensions): Dataset => ({ ...dataset, dimensions })),
    ...(dataset.time === null ? [] : [{ ...dataset, time: null }]),
    ...(dataset.via ? [withoutKey(dataset, 'via')] : []),
    ...(dataset.query ? [withoutKey(dataset, 'query')] : []),
    ...dataset.columns.flatMap(({ name, type, zone }, i) =>
      zone === undefined ? [] : [{ ...dataset, columns: dataset.columns.with(i, { name, type }) }],
    ),
    ...free.map((place) => withoutColumn(dataset, place)),
    ...dataset.dimensions.flatMap(({ formula, name }, i) =>
      formula
        ? smallerFormulas(formula).map(
            (less): Dataset => ({
              ...dataset,
              dimensions: dataset.dimensions.with(i, { name, formula: less }),
            }),
          )
        : [],
    ),
    ...dataset.rows.flatMap((row, r) =>
      row.flatMap((cell, c) =>
        cell === null || dataset.key.includes(dataset.columns[c]?.name ?? '')
          ? []
          : [{ ...dataset, rows: dataset.rows.with(r, row.with(c, null)) }],
      ),
    ),
  ];
}

/** Worlds with one thing less, the largest things first. */
function smallerWorlds({ world, question }: Case): readonly World[] {
  const lean = unaskedLeft(world, question);
  const segments = world.segments ?? [];
  const isLess = lean.metrics.length < world.metrics.length || lean.segments?.length !== segments.length;
  return [
    ...(isLess ? [lean] : []),
    ...segments.flatMap((segment, i) =>
      smallerFormulas(segment.where).map(
        (where): World => ({ ...world, segments: segments.with(i, { ...segment, where }) }),
      ),
    ),
    ...shorter(world.datasets).map((datasets): World => ({ ...world, datasets })),
    ...world.metrics.flatMap((metric, i) =>
      smallerMetrics(world, metric).map(
        (less): World => ({ ...world, metrics: world.metrics.with(i, less) }),
      ),
    ),
    ...world.datasets.flatMap((dataset, i) =>
      smallerDatasets(dataset).map((less) => withDataset(world, i, less)),
    ),
    ...(world.zone === 'UTC' ? [] : [{ ...world, zone: 'UTC' }]),
    ...(world.weekStart === 'monday' ? [] : [{ ...world, weekStart: 'monday' as const }]),
  ];
}

/** Names that lead nowhere make a case invalid: asking the product about it would only waste time. */
function isWhole({ world, question }: Case): boolean {
  const names = new Set(world.datasets.map(({ name }) => name));
  const roles = new Set(
    world.datasets.flatMap((dataset) => dataset.joins.filter(isRole).map(({ name }) => name)),
  );
  const joinsLead = world.datasets.every((dataset) => dataset.joins.every((join) => names.has(join.to)));
  const formulas = world.metrics.flatMap((metric) => [
    metric.formula,
    ...(metric.where ? [metric.where] : []),
  ]);
  const chainsLead = formulas
    .flatMap(referencesIn)
    .every(({ chain: [first = ''] }) => names.has(first) || roles.has(first));
  if (!joinsLead || !chainsLead) return false;
  try {
    for (const name of question.metrics) leavesOf(askedMetric(world, metricNamed(world, name), AS_DECIDED));
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes things away from a failing case for as long as it keeps failing: first from the question, then from the world, over and
 * over. Ends at the latest after `budgetMs`.
 */
export async function shrink(failing: Case, stillFails: StillFails, budgetMs: number): Promise<Case> {
  const end = performance.now() + budgetMs;
  let best = failing;
  for (let improved = true; improved; ) {
    improved = false;
    const questions = (): Case[] =>
      smallerQuestions(best.question).map((question) => ({ world: best.world, question }));
    const worlds = (): Case[] => smallerWorlds(best).map((world) => ({ world, question: best.question }));
    for (const candidates of [questions, worlds]) {
      for (let found = true; found; ) {
        found = false;
        for (const candidate of candidates()) {
          if (performance.now() > end) return best;
          if (!isWhole(candidate) || !(await stillFails(candidate))) continue;
          best = candidate;
          [found, improved] = [true, true];
          break;
        }
      }
    }
  }
  return best;
}
