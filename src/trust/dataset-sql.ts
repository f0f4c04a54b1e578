import type { Dataset } from '../metrics/model/catalog';
import { quoteIdentifier, quoteTable } from '../metrics/sql/identifiers';

/**
 * SQL of the proofs on data: only what every database of ours reads alike. Names come from definitions and are always
 * quoted; no value is ever part of the text.
 */

/** `"shop"."orders" AS "alias"`, or the dataset's own query in its place. */
export function fromClause(dataset: Dataset, alias: string): string {
  const { source } = dataset;
  const rows = source.kind === 'table' ? quoteTable(source.table) : `(${source.sql}\n)`;
  return `FROM ${rows} AS ${quoteIdentifier(alias)}`;
}

/** One row of counts: all rows, then for each condition the rows that fulfil it. */
export function countSql(dataset: Dataset, conditions: readonly string[]): string {
  const counts = conditions.map((condition) => `count(CASE WHEN ${condition} THEN 1 END)`);
  return `SELECT ${['count(*)', ...counts].join(', ')} ${fromClause(dataset, dataset.name)}`;
}

/** How many values of the columns stand in more than one row, and how many rows those are. */
export function repeatedCountSql(dataset: Dataset, columns: readonly string[]): string {
  return `SELECT count(*), coalesce(sum(n), 0) FROM (${repeated(dataset, columns, 'count(*) AS n')}) AS repeated`;
}

/** Some of those values, the most frequent first. */
export function repeatedExamplesSql(dataset: Dataset, columns: readonly string[], limit: number): string {
  const names = columns.map(quoteIdentifier);
  return `${repeated(dataset, columns, names.join(', '))} ORDER BY count(*) DESC, ${names.join(', ')} LIMIT ${limit}`;
}

function repeated(dataset: Dataset, columns: readonly string[], select: string): string {
  const names = columns.map(quoteIdentifier);
  return `SELECT ${select} ${fromClause(dataset, dataset.name)} WHERE ${allPresent(columns)} GROUP BY ${names.join(', ')} HAVING count(*) > 1`;
}

export interface Link {
  readonly from: Dataset;
  readonly columns: readonly string[];
  readonly to: Dataset;
  readonly keys: readonly string[];
}

export const orphanCountSql = (link: Link): string => `SELECT count(*) ${orphans(link)}`;

/** Some keys that lead nowhere, the most frequent first. */
export function orphanExamplesSql(link: Link, limit: number): string {
  const names = link.columns.map((column) => of('one', column)).join(', ');
  return `SELECT ${names} ${orphans(link)} GROUP BY ${names} ORDER BY count(*) DESC, ${names} LIMIT ${limit}`;
}

/** Rows with a whole key that no row of the target has; NULL in any part points nowhere on purpose. */
function orphans({ from, columns, to, keys }: Link): string {
  const pairs = columns.map((column, index) => `${of('other', keys[index] ?? '')} = ${of('one', column)}`);
  const target = `SELECT 1 ${fromClause(to, 'other')} WHERE ${pairs.join(' AND ')}`;
  return `${fromClause(from, 'one')} WHERE ${allPresent(columns, 'one')} AND NOT EXISTS (${target})`;
}

export const allPresent = (columns: readonly string[], alias?: string): string =>
  columns.map((column) => `${of(alias, column)} IS NOT NULL`).join(' AND ');

export const isNull = (column: string): string => `${quoteIdentifier(column)} IS NULL`;

/** NaN and the infinities, and only they, differ from themselves by something other than 0. */
export const isNotFinite = (column: string): string =>
  `${quoteIdentifier(column)} - ${quoteIdentifier(column)} <> 0`;

const of = (alias: string | undefined, column: string): string =>
  alias === undefined ? quoteIdentifier(column) : `${quoteIdentifier(alias)}.${quoteIdentifier(column)}`;
