import { metricsTested } from './having';
import { smallerFormulas } from './shrink-formula';
import { fewer, shorter, without, withoutKey } from './shrink-lists';
import type { Case, Dataset, Metric, Question, World } from './world';

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
export function smallerWorlds({ world, question }: Case): readonly World[] {
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
