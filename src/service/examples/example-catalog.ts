import type { Catalog, Column, Dataset, Dimension, DimensionName, Join } from '../../metrics/model/catalog';
import { INTEGER } from '../../metrics/model/value-type';
import type { EntityKey } from '../../metrics/planner/bound-query';

/** No definition has a name with a space, so none can mean this dataset. */
export const EXAMPLES = 'worked examples';

/**
 * The catalog over tables that hold the rows of many examples at once. Each row carries the number of its example, and that number
 * is part of every key and every join, so that no example meets the rows of another; all of them are answered by one statement,
 * split by the dataset of examples as by any entity.
 */
export interface ExampleCatalog {
  readonly catalog: Catalog;
  /** The column of that number, in every table. */
  readonly number: string;
  readonly entity: EntityKey;
  /** The same as a dimension, for conditions. */
  readonly dimension: DimensionName;
}

/** `schema` holds a table per dataset, under the dataset's name; a `query:` is replaced by one too. */
export function exampleCatalog(catalog: Catalog, schema: string): ExampleCatalog {
  const number = freeColumn(catalog);
  const datasets = new Map(
    [...catalog.datasets].map(([name, dataset]) => [name, withNumber(dataset, number, schema)] as const),
  );
  const examples = examplesDataset(number, schema);
  datasets.set(EXAMPLES, examples);
  return {
    catalog: { ...catalog, datasets },
    number,
    entity: { entity: EXAMPLES, column: number },
    dimension: {
      name: `${EXAMPLES}.${number}`,
      chain: [EXAMPLES],
      dimension: examples.dimensions.get(number)!,
    },
  };
}

/** A name that no table has yet, in any case of letters. */
function freeColumn(catalog: Catalog): string {
  const taken = new Set(
    [...catalog.datasets.values()].flatMap((d) => [...d.columns.keys()].map((name) => name.toLowerCase())),
  );
  let name = 'example number';
  while (taken.has(name)) name += '+';
  return name;
}

const numberColumn = (name: string): Column => ({ name, declared: 'bigint', type: INTEGER });

function withNumber(dataset: Dataset, number: string, schema: string): Dataset {
  const toExamples: Join = {
    name: EXAMPLES,
    to: EXAMPLES,
    role: false,
    columns: [number],
    keys: [number],
    at: dataset.at,
  };
  const joins = [...dataset.joins].map(([name, join]): readonly [string, Join] => [
    name,
    { ...join, columns: [number, ...join.columns], keys: [number, ...join.keys] },
  ]);
  return {
    ...dataset,
    source: { kind: 'table', table: [schema, dataset.name] },
    key: dataset.key.length > 0 ? [number, ...dataset.key] : [],
    columns: new Map([...dataset.columns, [number, numberColumn(number)]]),
    joins: new Map([...joins, [EXAMPLES, toExamples]]),
    via: new Map([...dataset.via, [EXAMPLES, EXAMPLES]]),
  };
}

const NOWHERE = { line: 1, column: 1 };

/** One row per example. */
function examplesDataset(number: string, schema: string): Dataset {
  const named = {
    team: '',
    label: EXAMPLES,
    description: null,
    at: { file: '', start: NOWHERE, end: NOWHERE },
  };
  const to = { kind: 'column', path: [], dataset: EXAMPLES, name: number } as const;
  const dimension: Dimension = {
    ...named,
    name: number,
    dataset: EXAMPLES,
    formula: { kind: 'reference', to, type: INTEGER },
    formulaText: number,
    type: INTEGER,
  };
  return {
    ...named,
    name: EXAMPLES,
    source: { kind: 'table', table: [schema, EXAMPLES] },
    key: [number],
    time: null,
    columns: new Map([[number, numberColumn(number)]]),
    joins: new Map(),
    dimensions: new Map([[number, dimension]]),
    via: new Map(),
  };
}
