import type { Catalog, Metric } from '../../src/metrics/model/catalog';
import { isNumeric } from '../../src/metrics/model/value-type';
import type { Dataset, World } from '../oracle/world';

/** A metric that laws add to a company, to compare its numbers with each other. */
interface LawMetric {
  readonly question: string;
  readonly formula: string;
  readonly where?: string;
}

const measured = (formula: string, where?: string): LawMetric => ({
  question: 'What does the law say?',
  formula,
  ...(where === undefined ? {} : { where }),
});

/** The aggregates of a column, by the names that laws ask for: `law_sum_orders_amount`. */
const OF_NUMBERS: Readonly<Record<string, (column: string) => string>> = {
  sum: (x) => `sum(${x})`,
  count: (x) => `count(${x})`,
  distinct: (x) => `count(distinct ${x})`,
  avg: (x) => `avg(${x})`,
  quotient: (x) => `sum(${x}) / count(${x})`,
  min: (x) => `min(${x})`,
  max: (x) => `max(${x})`,
  median: (x) => `median(${x})`,
  half: (x) => `percentile(${x}, 0.5)`,
  low: (x) => `percentile(${x}, 0.1)`,
  high: (x) => `percentile(${x}, 0.9, discrete => true)`,
  stddev: (x) => `stddev(${x})`,
  variance: (x) => `variance(${x})`,
};

/** Formulas over a metric that must give what is written beside them in the laws. */
const OF_METRICS: Readonly<Record<string, (metric: string) => string>> = {
  same: (m) => `${m} + 0`,
  nothing: (m) => `${m} - ${m}`,
  one: (m) => `${m} / ${m}`,
  undefined: (m) => `${m} / (${m} - ${m})`,
  doubled: (m) => `${m} + ${m}`,
  halved: (m) => `(${m} + ${m}) / 2`,
  unknown: (m) => `${m} + null`,
  ended: (m) => `coalesce(${m}, 0)`,
  rounded: (m) => `round(${m}, 1)`,
  opposite: (m) => `round(-1 * ${m}, 1)`,
};

const isNumberColumn = (type: string): boolean => /^(smallint|integer|bigint|double|decimal)/.test(type);

export const lawName = (law: string, ...of: readonly string[]): string => `law_${law}_${of.join('_')}`;

/** Columns of numbers, which laws aggregate. */
export const numberColumns = ({ columns }: Dataset): readonly string[] =>
  columns.filter(({ type }) => isNumberColumn(type)).map(({ name }) => name);

const named = (
  laws: Readonly<Record<string, (of: string) => string>>,
  of: string,
  ...name: readonly string[]
): readonly (readonly [string, LawMetric])[] =>
  Object.entries(laws).map(([law, formula]) => [lawName(law, ...name), measured(formula(of))]);

/** Metrics of numbers, which laws calculate with. */
export const numericMetrics = (catalog: Catalog): readonly Metric[] =>
  [...catalog.metrics.values()].filter(({ name, type }) => isNumeric(type) && !name.startsWith('law_'));

/** A metric narrowed by a `where` of its own: to the rows that have some column of the home that all its leaves share. */
interface Narrowing {
  readonly name: string;
  readonly metric: string;
  readonly formula: string;
}

/** Columns that some rows have and some have not. */
const sometimesNull = ({ columns, rows }: Dataset): readonly string[] =>
  columns
    .filter((_, i) => rows.some((row) => row[i] === null) && rows.some((row) => row[i] !== null))
    .map(({ name }) => name);

export function narrowings(world: World, catalog: Catalog): readonly Narrowing[] {
  return [...catalog.metrics.values()].flatMap(({ name, leaves }) => {
    const [home, ...others] = new Set(leaves.map((leaf) => leaf.home));
    const dataset = world.datasets.find((each) => each.name === home);
    if (name.startsWith('law_') || others.length > 0 || !dataset) return [];
    const columns = sometimesNull(dataset).slice(0, 2);
    return columns.map((column) => ({
      name: lawName('narrowed', name, column),
      metric: name,
      formula: `${home}.${column} is not null`,
    }));
  });
}

/** All metrics that laws add to a company. */
export function lawMetrics(world: World, catalog: Catalog): Readonly<Record<string, LawMetric>> {
  const aggregates = world.datasets.flatMap((dataset) =>
    numberColumns(dataset).flatMap((column) =>
      named(OF_NUMBERS, `${dataset.name}.${column}`, dataset.name, column),
    ),
  );
  const rows = world.datasets.map(({ name }) => [lawName('rows', name), measured(`count(${name})`)]);
  const narrowed = narrowings(world, catalog).map(({ name, metric, formula }) => [
    name,
    measured(metric, formula),
  ]);
  const derived = numericMetrics(catalog).flatMap(({ name }) => named(OF_METRICS, name, name));
  return Object.fromEntries([...aggregates, ...derived, ...rows, ...narrowed]);
}
