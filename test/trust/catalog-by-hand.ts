import type { Span } from '../../src/base/diagnostic';
import { companyOf } from '../../src/metrics/definitions/shapes/company';
import type { Catalog, Column, Dataset, Join } from '../../src/metrics/model/catalog';
import { parseColumnType } from '../../src/metrics/model/value-type';

/** A dataset as a test writes it; the table has its name unless it says otherwise. */
export interface DatasetByHand {
  readonly source?: Dataset['source'];
  readonly key?: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly joins?: Readonly<
    Record<string, { readonly to: string; readonly by: readonly string[]; readonly keys?: readonly string[] }>
  >;
}

/** A place of its own for each definition: `orders` at 1, its join `customers` at another line. */
const spanOf = (file: string, line: number): Span => ({
  file: `${file}.yaml`,
  start: { line, column: 1 },
  end: { line, column: 2 },
});

/** A catalog of datasets and nothing else, as if the files had been read. */
export function catalogOf(datasets: Readonly<Record<string, DatasetByHand>>): Catalog {
  return {
    version: 'by hand',
    company: {
      name: 'Test',
      zone: 'Europe/London',
      weekStart: 'monday',
      currency: null,
      now: null,
      limits: companyOf({ name: 'Test', zone: 'UTC', week_start: 'monday' }).limits,
    },
    teams: new Map(),
    datasets: new Map(
      Object.entries(datasets).map(([name, dataset]) => [name, datasetOf(name, dataset, datasets)]),
    ),
    metrics: new Map(),
    segments: new Map(),
    savedQueries: new Map(),
    roles: new Map(),
    dimensions: new Map(),
    broken: new Map(),
    lastGood: null,
  };
}

function datasetOf(
  name: string,
  dataset: DatasetByHand,
  all: Readonly<Record<string, DatasetByHand>>,
): Dataset {
  const columns = Object.entries(dataset.columns).map(([column, declared]): [string, Column] => {
    const type = parseColumnType(declared);
    if (!type) throw new Error(`"${declared}" is no type.`);
    return [column, { name: column, declared, type }];
  });
  const joins = Object.entries(dataset.joins ?? {}).map(([join, { to, by, keys }], index): [string, Join] => [
    join,
    {
      name: join,
      to,
      role: join !== to,
      columns: by,
      keys: keys ?? all[to]?.key ?? [],
      at: spanOf(name, 10 + index),
    },
  ]);
  return {
    name,
    team: 'test',
    label: name,
    description: null,
    at: spanOf(name, 1),
    source: dataset.source ?? { kind: 'table', table: [name] },
    key: dataset.key ?? [],
    time: null,
    columns: new Map(columns),
    joins: new Map(joins),
    dimensions: new Map(),
    via: new Map(),
  };
}
