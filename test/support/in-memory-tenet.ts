import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Failure } from '../../src/base/failure';
import type { Engine } from '../../src/engines/engine';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import type { Resolved } from '../../src/metrics/definitions/resolve';
import type { Query } from '../../src/metrics/model/query';
import { openEngine } from '../../src/service/composition';
import { loadCatalog } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';
import { questionTree } from '../oracle/render';
import type { Question } from '../oracle/world';

/** What came back: rows in the order of the columns, or the code of a refusal. */
export type Reply =
  | {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
      readonly totals: readonly unknown[] | null;
    }
  | { readonly refused: string };

/** A Tenet over definitions and tables that exist for one test only. */
export interface OpenTenet {
  /** Any JSON as the question, or one of the oracle's with formulas as trees; a refusal is a reply, an engine's or internal failure is thrown. */
  ask(question: unknown): Promise<Reply>;
  readonly tenet: Tenet;
  close(): Promise<void>;
}

export interface Opening {
  readonly files: readonly DefinitionFile[];
  /** SQL that makes and fills the tables in an empty DuckDB database. */
  readonly statements: readonly string[];
}

/** An engine on a database with the tables that DuckDB's statements make, and how the database is thrown away. */
export type OpenFilled = (
  statements: readonly string[],
) => Promise<{ readonly engine: Engine; readonly remove: () => Promise<void> }>;

/** Fills a database file and opens it as the server does: read-only and locked down. */
const openFilled: OpenFilled = async (statements) => {
  const folder = await mkdtemp(join(tmpdir(), 'tenet-test-'));
  const path = join(folder, 'test.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(`begin; ${statements.join('; ')}; commit`);
  connection.closeSync();
  instance.closeSync();
  return {
    engine: await openEngine(`duckdb:${path}`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

async function read(files: readonly DefinitionFile[]): Promise<Resolved> {
  const resolved = await loadCatalog(files);
  const errors = resolved.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return resolved;
  const lines = errors.map(
    ({ code, message, at }) => `${at.file}:${at.start.line}:${at.start.column} ${code} ${message}`,
  );
  throw new Error(`the definitions are not valid:\n${lines.join('\n')}`);
}

/** Several Tenets over one database: opening it costs far more than asking it. */
export interface OpenTenets {
  readonly companies: readonly Pick<OpenTenet, 'ask' | 'tenet'>[];
  close(): Promise<void>;
}

/** Opens companies whose tables have different names. @throws Error when a definition has an error. */
export async function openTenets(
  openings: readonly Opening[],
  open: OpenFilled = openFilled,
): Promise<OpenTenets> {
  const catalogs: Resolved[] = [];
  for (const { files } of openings) catalogs.push(await read(files));
  const { engine, remove } = await open(openings.flatMap(({ statements }) => statements));
  const companies = catalogs.map((resolved) => {
    const tenet = createTenet(resolved, engine);
    return { tenet, ask: (question: unknown) => reply(tenet, written(question)) };
  });
  return {
    companies,
    close: async () => {
      await engine.close();
      await remove();
    },
  };
}

/** Opens definitions over tables through the product's front door. @throws Error when a definition has an error. */
export async function openTenet(opening: Opening): Promise<OpenTenet> {
  const { companies, close } = await openTenets([opening]);
  return { ...companies[0]!, close };
}

/** Formulas of the oracle as text. */
const written = (question: unknown): Query => questionTree(question as Question) as unknown as Query;

async function reply(tenet: Tenet, question: Query): Promise<Reply> {
  try {
    const { columns, data, rowCount, totals } = await tenet.ask(question);
    const rows = Array.from({ length: rowCount }, (_, row) => data.map((column) => column[row]));
    return { columns: columns.map(({ name }) => name), rows, totals };
  } catch (error) {
    if (error instanceof Failure && error.family === 'request') return { refused: error.code };
    throw error;
  }
}
