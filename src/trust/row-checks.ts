import type { Diagnostic, Span } from '../base/diagnostic';
import type { Value } from '../metrics/model/answer';
import type { Catalog, Dataset, Join } from '../metrics/model/catalog';
import { NULL_TYPE, type ValueType } from '../metrics/model/value-type';
import type { Database, DatabaseColumn, DatabaseRunOptions } from './database';
import {
  allPresent,
  countSql,
  isNotFinite,
  isNull,
  orphanCountSql,
  orphanExamplesSql,
  repeatedCountSql,
  repeatedExamplesSql,
} from './dataset-sql';
import { counted, examples, finding, grouped, orFinding, quotedNames } from './finding';

/** A dataset whose table exists, with the columns that exist. */
export interface FoundDataset {
  readonly dataset: Dataset;
  readonly present: ReadonlyMap<string, DatabaseColumn>;
}

/** Everything a check of rows needs. */
export interface RowCheckContext {
  readonly catalog: Catalog;
  readonly database: Database;
  readonly options: DatabaseRunOptions;
  readonly found: ReadonlyMap<string, FoundDataset>;
}

const EXAMPLES = 2;
const INTEGER: ValueType = { kind: 'integer', bits: 128 };

const has = ({ present }: FoundDataset, columns: readonly string[]): boolean =>
  columns.every((column) => present.has(column));

async function numbers(context: RowCheckContext, sql: string, count: number): Promise<readonly Value[]> {
  const types = Array.from({ length: count }, () => INTEGER);
  const { columns } = await context.database.run({ sql, bindings: [] }, types, context.options);
  return columns.map((column) => column[0] ?? null);
}

async function exampleTexts(context: RowCheckContext, sql: string, width: number): Promise<string> {
  const types = Array.from({ length: width }, () => NULL_TYPE);
  return examples((await context.database.run({ sql, bindings: [] }, types, context.options)).columns);
}

/** One scan: NULLs in the key, and doubles that are no numbers. */
export async function checkValues(
  context: RowCheckContext,
  found: FoundDataset,
): Promise<readonly Diagnostic[]> {
  const { dataset, present } = found;
  const keys = dataset.key.filter((column) => present.has(column));
  const doubles = [...present].filter(([, column]) => column.declared === 'double').map(([name]) => name);
  if (keys.length + doubles.length === 0) return [];
  return orFinding(dataset, dataset.at, `The values of the dataset "${dataset.name}"`, async () => {
    const sql = countSql(dataset, [...keys.map(isNull), ...doubles.map(isNotFinite)]);
    const [rows, ...counts] = await numbers(context, sql, 1 + keys.length + doubles.length);
    const nulls = keys.map((key, index) => [key, counts[index] ?? 0] as const);
    const infinite = doubles.map((column, index) => [column, counts[keys.length + index] ?? 0] as const);
    return [
      ...nulls.filter(isSome).map(([key, count]) => nullKey(dataset, key, count, rows)),
      ...infinite.filter(isSome).map(([column, count]) => notFinite(dataset, column, count, rows)),
    ];
  });
}

const isSome = ([, count]: readonly [string, Value]): boolean => Number(count) > 0;

const nullKey = (dataset: Dataset, key: string, count: Value, rows: Value | undefined): Diagnostic =>
  finding(
    dataset,
    'DATA.KEY_NULL',
    `The key column "${key}" of the dataset "${dataset.name}" is NULL in ${grouped(count)} of ${counted(rows, 'row')}.`,
  );

const notFinite = (dataset: Dataset, column: string, count: Value, rows: Value | undefined): Diagnostic =>
  finding(
    dataset,
    'DATA.NOT_FINITE',
    `The column "${column}" of the dataset "${dataset.name}" is NaN or infinite in ${grouped(count)} of ${counted(rows, 'row')}, which read as NULL.`,
    { severity: 'warning' },
  );

/** The key is unique, and with it every join to the dataset is many-to-one. */
export function checkKey(context: RowCheckContext, found: FoundDataset): Promise<readonly Diagnostic[]> {
  const { dataset } = found;
  const joins = joinsTo(context.catalog, dataset);
  const related = joins.map(({ from, join }) => ({
    message: `the join "${join.name}" of the dataset "${from.name}" relies on it`,
    at: join.at,
  }));
  const what = `The key ${quotedNames(dataset.key)} of the dataset "${dataset.name}"`;
  return checkUnique(context, found, dataset.key, { what, at: dataset.at, related });
}

interface Unique {
  readonly what: string;
  readonly at: Span;
  readonly related?: Diagnostic['related'];
}

function checkUnique(
  context: RowCheckContext,
  found: FoundDataset,
  columns: readonly string[],
  { what, at, related }: Unique,
): Promise<readonly Diagnostic[]> {
  const { dataset } = found;
  if (columns.length === 0 || !has(found, columns)) return Promise.resolve([]);
  return orFinding(dataset, at, what, async () => {
    const [values, rows] = await numbers(context, repeatedCountSql(dataset, columns), 2);
    if (Number(values) === 0) return [];
    const some = await exampleTexts(context, repeatedExamplesSql(dataset, columns, EXAMPLES), columns.length);
    const stand = Number(values) === 1 ? 'stands' : 'stand';
    const message = `${what} is not unique: ${counted(values, 'value')} ${stand} in ${counted(rows, 'row')}, such as ${some}.`;
    return [finding(dataset, 'DATA.KEY_DUPLICATE', message, { at, related })];
  });
}

function joinsTo(catalog: Catalog, target: Dataset): readonly { from: Dataset; join: Join }[] {
  return [...catalog.datasets.values()].flatMap((from) =>
    [...from.joins.values()].filter((join) => join.to === target.name).map((join) => ({ from, join })),
  );
}

/** Counts the rows that point nowhere; proves the target unique where it is not joined by its key. */
export async function checkJoin(
  context: RowCheckContext,
  found: FoundDataset,
  join: Join,
): Promise<readonly Diagnostic[]> {
  const target = context.found.get(join.to);
  if (!target || !has(found, join.columns) || !has(target, join.keys)) return [];
  const what = `The join "${join.name}" of the dataset "${found.dataset.name}"`;
  const byKey = new Set([...join.keys, ...target.dataset.key]).size === target.dataset.key.length;
  const repeated = byKey
    ? []
    : await checkUnique(context, target, join.keys, {
        what: `${quotedNames(join.keys)} of the dataset "${join.to}", to which the join "${join.name}" leads,`,
        at: join.at,
      });
  const orphans = await orFinding(found.dataset, join.at, what, () =>
    checkOrphans(context, found.dataset, join, target.dataset),
  );
  return [...repeated, ...orphans];
}

async function checkOrphans(
  context: RowCheckContext,
  from: Dataset,
  join: Join,
  to: Dataset,
): Promise<readonly Diagnostic[]> {
  const link = { from, columns: join.columns, to, keys: join.keys };
  const [count] = await numbers(context, orphanCountSql(link), 1);
  if (Number(count) === 0) return [];
  const [, rows] = await numbers(context, countSql(from, [allPresent(join.columns)]), 2);
  const some = await exampleTexts(context, orphanExamplesSql(link, EXAMPLES), join.columns.length);
  const message = `${grouped(count)} of ${counted(rows, 'row')} of the dataset "${from.name}" with ${quotedNames(join.columns)} point to no row of "${to.name}", such as ${some}.`;
  return [
    finding(from, 'DATA.ORPHANS', message, {
      severity: 'warning',
      at: join.at,
      hint: 'they are counted in the NULL group',
    }),
  ];
}
