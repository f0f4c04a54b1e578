import { answer } from '../answer';
import { AS_DECIDED } from '../decisions';
import { casesOf } from '../run';
import { followAll, readTables } from '../tables';
import { aggregatesIn } from '../walk';
import type { Dataset } from '../world';
import { makeWorld, questionAbout } from './make-world';

const RUNS = 2000;
const cases = [...casesOf({ seed: 1, runs: RUNS })];
const worlds = cases.map(({ made }) => made.world);
const questions = cases.flatMap(({ questions: asked }) => asked.map(({ question }) => question));
const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;

const columnsOf = (dataset: Dataset, names: readonly string[]) =>
  dataset.rows.map((row) =>
    names.map((name) => row[dataset.columns.findIndex((column) => column.name === name)] ?? null),
  );

/** Every join with at least one row on its finer side. */
const joins = worlds.flatMap((world) =>
  world.datasets
    .filter(({ rows }) => rows.length > 0)
    .flatMap((dataset) => dataset.joins.map((join) => ({ world, dataset, join }))),
);

test('the same seed makes the same world and the same question', () => {
  const [first, second] = [makeWorld('7/1'), makeWorld('7/1')];
  expect(first).toEqual(second);
  expect(questionAbout(first, '7/1/3')).toEqual(questionAbout(second, '7/1/3'));
  expect(makeWorld('7/2').world).not.toEqual(first.world);
});

test('at least a fifth of the joins have NULL keys, and a fifth have orphans', () => {
  const hasNull = ({ dataset, join }: (typeof joins)[number]): boolean =>
    columnsOf(dataset, join.by).some((key) => key.includes(null));
  const hasOrphan = ({ world, dataset, join }: (typeof joins)[number]): boolean => {
    const tables = readTables(world, AS_DECIDED);
    const rows = tables.rows.get(dataset.name) ?? [];
    return rows.some(
      (row) =>
        join.by.every((name) => row.cells.get(name) !== null) && followAll(tables, row, [join]) === null,
    );
  };
  expect(shareOf(joins, hasNull)).toBeGreaterThan(0.2);
  expect(shareOf(joins, hasOrphan)).toBeGreaterThan(0.2);
});

test('worlds have every column type, roles, self-joins, composite keys, chains, empty tables and datasets without time or key', () => {
  const datasets = worlds.flatMap((world) => world.datasets);
  const types = new Set(datasets.flatMap(({ columns }) => columns.map(({ type }) => type)));
  for (const type of [
    'boolean',
    'smallint',
    'integer',
    'bigint',
    'double',
    'string',
    'date',
    'timestamp',
    'timestamptz',
    'decimal(12,2)',
    'decimal(18,2)',
    'decimal(18,6)',
  ]) {
    expect(types).toContain(type);
  }
  const atLeast = (count: number, holds: (dataset: Dataset) => boolean): void =>
    expect(datasets.filter(holds).length).toBeGreaterThan(count);
  atLeast(20, ({ joins: own }) => own.some((join) => join.name !== join.to));
  atLeast(5, ({ name, joins: own }) => own.some((join) => join.to === name));
  atLeast(5, ({ joins: own }) =>
    own.some((join, i) => own.some((other, j) => i !== j && other.to === join.to)),
  );
  atLeast(20, ({ key }) => key.length > 1);
  atLeast(5, ({ key }) => key.length === 0);
  atLeast(5, ({ rows }) => rows.length === 0);
  atLeast(20, ({ time }) => time === null);
  atLeast(20, ({ query }) => query !== undefined);
  atLeast(20, ({ columns }) => columns.some(({ zone }) => zone !== undefined));
  atLeast(3, ({ via }) => via !== undefined);
  expect(
    shareOf(datasets, ({ columns }) => columns.some(({ type }) => type.startsWith('decimal(18'))),
  ).toBeGreaterThan(0.4);
  expect(
    shareOf(worlds, (world) => world.datasets.flatMap(({ rows }) => rows.flat()).includes('')),
  ).toBeGreaterThan(0.2);
  expect(
    shareOf(worlds, (world) => world.datasets.flatMap(({ rows }) => rows.flat()).includes('null')),
  ).toBeGreaterThan(0.2);
});

test('metrics have every aggregate, filters, conditions, times, `empty`, other metrics and two datasets', () => {
  const metrics = worlds.flatMap((world) => world.metrics);
  const aggregates = metrics.flatMap(({ formula }) => aggregatesIn(formula));
  expect([...new Set(aggregates.map(({ fn }) => fn))].sort()).toEqual([
    'approx_count_distinct',
    'avg',
    'count',
    'count_distinct',
    'count_rows',
    'max',
    'median',
    'min',
    'percentile',
    'stddev',
    'sum',
    'variance',
  ]);
  for (const share of [
    shareOf(aggregates, ({ filter }) => filter !== undefined),
    shareOf(metrics, ({ where }) => where !== undefined),
    shareOf(metrics, ({ time }) => time !== undefined),
    shareOf(metrics, ({ empty }) => empty !== undefined),
    shareOf(metrics, (metric) => JSON.stringify(metric).includes('"kind":"per"')),
    shareOf(metrics, ({ formula }) => JSON.stringify(formula).includes('"kind":"metric"')),
    shareOf(
      metrics,
      ({ formula }) => new Set(aggregatesIn(formula).map((each) => each.dataset ?? each.args[0])).size > 1,
    ),
  ]) {
    expect(share).toBeGreaterThan(0.04);
  }
});

test('most questions have an answer with something in it, and some are refused for every reason', () => {
  const answers = cases.flatMap(({ made, questions: asked }) =>
    asked.map(({ question }) => answer(made.world, question)),
  );
  expect(shareOf(answers, (each) => !('refused' in each) && each.rows.length > 1)).toBeGreaterThan(0.45);
  const codes = new Set(answers.flatMap((each) => ('refused' in each ? each.refused : [])));
  for (const code of [
    'DIMENSION.UNREACHABLE',
    'FILTER.UNREACHABLE',
    'GRAIN.TOO_COARSE',
    'GRAIN.TOO_FINE',
    'GRAIN.WEEK_NUMBER',
    'PATH.AMBIGUOUS',
    'QUERY.DUPLICATE',
    'QUERY.EMPTY',
    'QUERY.INVALID',
    'REFERENCE.UNKNOWN_DIMENSION',
    'REFERENCE.UNKNOWN_METRIC',
    'REFERENCE.UNKNOWN_SEGMENT',
    'TIME.NONE',
    'TIME.ZONE',
    'TYPE.BAD_LITERAL',
  ]) {
    expect(codes).toContain(code);
  }
  for (const key of [
    'by',
    'where',
    'segments',
    'period',
    'complete',
    'distinct',
    'totals',
    'having',
    'order',
    'limit',
    'offset',
    'asOf',
    'zone',
  ]) {
    expect(shareOf(questions, (question) => key in question)).toBeGreaterThan(0.01);
  }
  for (const word of [
    '"part"',
    '"last"',
    '"running"',
    '"onlyFor"',
    '"formula"',
    '"kind":"per"',
    '"metrics":[]',
  ]) {
    const share = shareOf(questions, (question) => JSON.stringify(question).includes(word));
    expect({ word, isThere: share > 0.01 }).toEqual({ word, isThere: true });
  }
});
