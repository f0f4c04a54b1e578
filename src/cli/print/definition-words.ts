import type {
  Catalog,
  Dataset,
  DimensionName,
  Metric,
  SavedQuery,
  Segment,
} from '../../metrics/model/catalog';
import { typeName } from '../../metrics/model/value-type';
import { sourceText } from './catalog-lists';

/** A label and what stands after it; null and empty are left out. */
export type Fact = readonly [label: string, value: string | null];

/** Everything about a metric, words first. @param dimensions the names it can be split by; `segments`, narrowed to. */
export function metricFacts(
  metric: Metric,
  catalog: Catalog,
  dimensions: readonly string[],
  segments: readonly string[],
): readonly Fact[] {
  const users = [...catalog.metrics.values()].filter(({ uses }) => uses.includes(metric.name));
  return [
    ['metric', metric.name],
    ['label', metric.label],
    ['question', metric.question],
    ['decision', metric.decision],
    ['description', metric.description],
    ['formula', metric.formulaText],
    ['where', metric.whereText],
    ['time', timesOf(metric)],
    ['type', typeName(metric.type)],
    ['unit', metric.unit],
    ['better', metric.better],
    ['made of', metric.uses.join(', ')],
    ['used by', users.map(({ name }) => name).join(', ')],
    ['split by', dimensions.join(', ')],
    ['segments', segments.join(', ')],
    ...ownership(metric, catalog),
  ];
}

/** Everything about a dimension. @param metrics the metrics that it can split. */
export function dimensionFacts(
  { name, chain, dimension }: DimensionName,
  catalog: Catalog,
  metrics: readonly string[],
): readonly Fact[] {
  return [
    ['dimension', name],
    ['label', dimension.label],
    ['description', dimension.description],
    ['formula', dimension.formulaText],
    ['type', typeName(dimension.type)],
    ['dataset', dimension.dataset],
    ['reached by', chain.length === 1 && chain[0] === dimension.dataset ? null : chain.join(', then ')],
    ['splits', metrics.join(', ')],
    ...ownership(dimension, catalog),
  ];
}

/** Everything about a segment. @param metrics those that it can narrow. */
export function segmentFacts(
  segment: Segment,
  catalog: Catalog,
  metrics: readonly string[],
): readonly Fact[] {
  return [
    ['segment', segment.name],
    ['label', segment.label],
    ['description', segment.description],
    ['of', segment.of],
    ['where', segment.whereText],
    ['narrows', metrics.join(', ')],
    ...ownership(segment, catalog),
  ];
}

/** Everything about a dataset. */
export function datasetFacts(dataset: Dataset, catalog: Catalog): readonly Fact[] {
  const { name, source, key, time, columns, joins, dimensions } = dataset;
  const users = [...catalog.metrics.values()].filter(({ leaves }) =>
    leaves.some(({ home }) => home === name),
  );
  const segments = [...catalog.segments.values()].filter(({ of }) => of === name);
  const joinedBy = [...catalog.datasets.values()].flatMap((other) =>
    [...other.joins.values()].filter(({ to }) => to === name).map((join) => `${other.name} as ${join.name}`),
  );
  return [
    ['dataset', name],
    ['description', dataset.description],
    ['table', source.kind === 'table' ? sourceText(source) : null],
    ['query', source.kind === 'query' ? source.sql.replace(/\s+/g, ' ').trim() : null],
    ['key', key.length > 0 ? key.join(', ') : 'none, so nothing joins to it'],
    ['time', time],
    ['columns', [...columns.values()].map((column) => `${column.name} ${column.declared}`).join(', ')],
    [
      'joins',
      [...joins.values()].map((join) => `${join.name} → ${join.to} by ${join.columns.join(', ')}`).join('; '),
    ],
    ['joined by', joinedBy.join(', ')],
    ['dimensions', [...dimensions.keys()].join(', ')],
    ['segments', segments.map((segment) => segment.name).join(', ')],
    ['metrics', users.map((metric) => metric.name).join(', ')],
    ...ownership(dataset, catalog),
  ];
}

/** Everything about a saved query. */
export function savedQueryFacts(saved: SavedQuery, catalog: Catalog): readonly Fact[] {
  const { metrics, ...rest } = saved.query;
  return [
    ['saved query', saved.name],
    ['label', saved.label],
    ['question', saved.question],
    ['description', saved.description],
    ['metrics', metrics.join(', ')],
    ...Object.entries(rest).map(([key, value]): Fact => [key, JSON.stringify(value)]),
    ...ownership(saved, catalog),
  ];
}

/** Cells of a line; longer lists go on below. */
const MAX_CELLS = 110;

/** Labels in one column, values in the next, lists broken at their commas. */
export function factLines(facts: readonly Fact[]): string {
  const said = facts.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '');
  const width = Math.max(...said.map(([label]) => label.length)) + 2;
  return said.map(([label, value]) => `${label.padEnd(width)}${wrapped(value, width)}\n`).join('');
}

function wrapped(value: string, indent: number): string {
  const lines = [''];
  for (const part of value.split(/(?<=[,;]) /)) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = part;
    else if (indent + line.length + 1 + part.length > MAX_CELLS) lines.push(part);
    else lines[lines.length - 1] = `${line} ${part}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

function ownership({ team, at }: Pick<Metric, 'team' | 'at'>, catalog: Catalog): readonly Fact[] {
  const owner = catalog.teams.get(team)?.owner;
  return [
    ['team', owner ? `${team} (${owner})` : team],
    ['file', `${at.file}:${at.start.line}`],
  ];
}

/** The times that date a metric's leaves, each once. */
function timesOf({ leaves }: Metric): string {
  const names = leaves.map(({ home, time }) => {
    if (time === null) return null;
    if (time.kind !== 'reference' || time.to.kind === 'per') return 'a formula';
    const { path, name } = time.to;
    return `${path.length === 0 ? home : path.join('.')}.${name}`;
  });
  return [...new Set(names.filter((name) => name !== null))].join(', ');
}
