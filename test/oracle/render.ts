import { formulaText, referenceText } from './render-formula';
import type {
  Cell,
  Column,
  ColumnType,
  Condition,
  Dataset,
  Metric,
  QuerySource,
  Question,
  Segment,
  World,
} from './world';

/** A definition file: `path` is relative to the definitions' folder. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** A table with its rows as text; `type` is DuckDB's name. */
export interface Table {
  readonly name: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Plain JSON. */
export type Tree =
  | string
  | number
  | boolean
  | null
  | readonly Tree[]
  | { readonly [key: string]: Tree | undefined };

const isMap = (tree: Tree | undefined): tree is { readonly [key: string]: Tree | undefined } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

/** Block style for maps, JSON for all else: JSON is YAML 1.2. */
function yaml(tree: { readonly [key: string]: Tree | undefined }, indent = ''): string {
  const lines = Object.entries(tree).map(([key, value]) => {
    if (value === undefined) return '';
    const block = isMap(value) ? yaml(value, `${indent}  `) : '';
    const inline = JSON.stringify(isMap(value) ? {} : value);
    return block === '' ? `${indent}${key}: ${inline}\n` : `${indent}${key}:\n${block}`;
  });
  return lines.join('');
}

const named = <T extends { readonly name: string }>(items: readonly T[], content: (item: T) => Tree) =>
  items.length === 0 ? undefined : Object.fromEntries(items.map((item) => [item.name, content(item)]));

const oneOrList = (names: readonly string[]): Tree | undefined => (names.length > 1 ? names : names[0]);

function datasetTree(dataset: Dataset): Tree {
  return {
    description: `Rows of ${dataset.table}.`,
    ...(dataset.query ? { query: selectText(dataset, dataset.query) } : { table: dataset.table }),
    key: oneOrList(dataset.key),
    time: dataset.time ?? undefined,
    columns: named<Column>(dataset.columns, ({ type, zone }) => (zone === undefined ? type : { type, zone })),
    joins: named(dataset.joins, ({ to, by }) => ({ to, by: oneOrList(by) })),
    via: dataset.via,
    dimensions: named(dataset.dimensions, ({ formula }) => ({
      formula: formula ? formulaText(formula) : undefined,
    })),
  };
}

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The SELECT of a `query:` dataset: renames every column and leaves the other rows out. */
function selectText({ table, columns }: Dataset, { form, names }: QuerySource): string {
  const renamed = columns.map(({ name }, i) => `${names[i]} as ${identifier(name)}`).join(', ');
  switch (form) {
    case 'where':
      return `select ${renamed} from ${table} where is_ours`;
    case 'not_in':
      return `select ${renamed} from ${table} as t where coalesce(t.is_ours, false) <> false`;
    case 'with':
      return `with ours as (select * from ${table} where is_ours is true) select ${renamed} from ours`;
    case 'union':
      return `select ${renamed} from ${table} where is_ours union all select ${renamed} from ${table} where false`;
  }
}

const segmentTree = ({ of, where }: Segment): Tree => ({
  of,
  description: `Some of the ${of}.`,
  where: formulaText(where),
});

/** Numbers are written as numbers, so that `empty: 0` reads as an author writes it. */
const emptyTree = (empty: string | null | undefined): Tree | undefined =>
  typeof empty === 'string' && Number.isSafeInteger(Number(empty)) ? Number(empty) : empty;

function metricTree(metric: Metric): Tree {
  return {
    question: `What is ${metric.name}?`,
    formula: formulaText(metric.formula),
    where: metric.where && formulaText(metric.where),
    time: metric.time && referenceText(metric.time),
    empty: emptyTree(metric.empty),
    mixed_time: metric.mixedTime,
  };
}

/** The definition files of a world: company.yaml, one team.yaml and one file of definitions per team. */
export function filesOf(world: World): readonly File[] {
  const teams = [
    ...new Set([...world.datasets, ...world.metrics, ...(world.segments ?? [])].map(({ team }) => team)),
  ];
  const { zone, weekStart, now, segments = [] } = world;
  const company = { version: 1, name: 'Oracle', zone, week_start: weekStart, now };
  return [
    { path: 'company.yaml', text: yaml(company) },
    ...teams.flatMap((team): File[] => [
      { path: `${team}/team.yaml`, text: yaml({ label: `Team ${team}` }) },
      {
        path: `${team}/definitions.yaml`,
        text: yaml({
          datasets: named(
            world.datasets.filter((each) => each.team === team),
            datasetTree,
          ),
          metrics: named(
            world.metrics.filter((each) => each.team === team),
            metricTree,
          ),
          segments: named(
            segments.filter((each) => each.team === team),
            segmentTree,
          ),
        }),
      },
    ]),
  ];
}

const ENGINE_TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
};

const engineType = (type: ColumnType): string => ENGINE_TYPES[type] ?? type.toUpperCase();

/** The tables of a world. */
export function tablesOf(world: World): readonly Table[] {
  return world.datasets.map(({ table, query, columns, rows }) => {
    const plain = {
      name: table.split('.'),
      columns: columns.map(({ name, type }, i) => ({
        name: query?.names[i] ?? name,
        type: engineType(type),
      })),
      rows,
    };
    if (!query) return plain;
    const others = query.others.map((row, i) => [...row, i % 2 === 0 ? 'false' : null]);
    return {
      ...plain,
      columns: [...plain.columns, { name: 'is_ours', type: 'BOOLEAN' }],
      rows: [...others, ...rows.map((row) => [...row, 'true'])],
    };
  });
}

/** The question as the API takes it: formulas as text. */
export function questionTree(question: Question): Tree {
  const { where, ...rest } = question;
  return { ...rest, ...(Array.isArray(where) ? { where: where.map(conditionTree) } : {}) } as unknown as Tree;
}

function conditionTree(condition: Condition): Tree {
  if ('formula' in condition && typeof condition.formula === 'object')
    return { ...condition, formula: formulaText(condition.formula) };
  if ('and' in condition) return { ...condition, and: condition.and.map(conditionTree) };
  if ('or' in condition) return { ...condition, or: condition.or.map(conditionTree) };
  return 'not' in condition ? { ...condition, not: conditionTree(condition.not) } : (condition as Tree);
}

const cellText = (cell: Cell, type: string): string =>
  cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'::${type}`;

/** SQL that makes the tables in an empty DuckDB database. */
export function statementsOf(tables: readonly Table[]): readonly string[] {
  return tables.flatMap(({ name, columns, rows }) => {
    const table = name.map(identifier).join('.');
    const schema = name.length > 1 ? [`create schema if not exists ${identifier(name[0] ?? '')}`] : [];
    const create = `create table ${table} (${columns.map((column) => `${identifier(column.name)} ${column.type}`).join(', ')})`;
    const values = rows.map(
      (row) => `(${columns.map(({ type }, i) => cellText(row[i] ?? null, type)).join(', ')})`,
    );
    return [
      ...schema,
      create,
      ...(values.length > 0 ? [`insert into ${table} values ${values.join(', ')}`] : []),
    ];
  });
}
