import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Failure } from '../../src/base/failure';
import type { Engine } from '../../src/engines/engine';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import type { Query } from '../../src/metrics/model/query';
import { openEngine } from '../../src/service/composition';
import { loadCatalog } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';

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
  /** Any JSON as the question; a refusal is a reply, an engine's or internal failure is thrown. */
  ask(question: unknown): Promise<Reply>;
  readonly tenet: Tenet;
  close(): Promise<void>;
}

export interface Opening {
  readonly files: readonly DefinitionFile[];
  /** SQL that makes and fills the tables in an empty DuckDB database. */
  readonly statements: readonly string[];
}

/** Fills a database file and opens it as the server does: read-only and locked down. */
async function openFilled(
  statements: readonly string[],
): Promise<{ readonly engine: Engine; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tenet-test-'));
  const path = join(folder, 'test.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return {
    engine: await openEngine(`duckdb:${path}`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens definitions over tables through the product's front door. @throws Error when a definition has an error. */
export async function openTenet({ files, statements }: Opening): Promise<OpenTenet> {
  const resolved = await loadCatalog(files);
  const errors = resolved.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(
      ({ code, message, at }) => `${at.file}:${at.start.line}:${at.start.column} ${code} ${message}`,
    );
    throw new Error(`the definitions are not valid:\n${lines.join('\n')}`);
  }
  const { engine, remove } = await openFilled(statements);
  const tenet = createTenet(resolved, engine);
  return {
    tenet,
    ask: (question) => reply(tenet, question as Query),
    close: async () => {
      await tenet.close();
      await remove();
    },
  };
}

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
