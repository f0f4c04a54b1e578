import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { openTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';

/** A Tenet over a real DuckDB file and definitions on disk, as the command line and the server open them. */
export interface Opened {
  readonly tenet: Tenet;
  /** What the command line needs to find both. */
  readonly flags: readonly string[];
  readonly folder: string;
  close(): Promise<void>;
}

export async function opened(
  files: readonly DefinitionFile[],
  fill: (connection: DuckDBConnection) => Promise<void>,
): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-hostile-'));
  const definitions = path.join(folder, 'definitions');
  for (const file of files) {
    mkdirSync(path.dirname(path.join(definitions, file.path)), { recursive: true });
    writeFileSync(path.join(definitions, file.path), file.text);
  }
  const database = `duckdb:${path.join(folder, 'hostile.duckdb')}`;
  const instance = await DuckDBInstance.create(path.join(folder, 'hostile.duckdb'));
  const connection = await instance.connect();
  await fill(connection);
  connection.closeSync();
  instance.closeSync();
  const tenet = await openTenet({ definitions, database });
  return {
    tenet,
    folder,
    flags: ['--definitions', definitions, '--database', database],
    close: async () => {
      await tenet.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const COMPANY: DefinitionFile = { path: 'company.yaml', text: 'zone: Europe/London\n' };

/** Stores texts in a table `kept` of an id and a text, byte for byte. */
export async function keep(connection: DuckDBConnection, texts: readonly string[]): Promise<void> {
  await connection.run('create table kept (id bigint, word varchar)');
  for (const [id, text] of texts.entries()) {
    const insert = await connection.prepare('insert into kept values ($1, $2)');
    insert.bindBigInt(1, BigInt(id));
    insert.bindVarchar(2, text);
    await insert.run();
  }
}

export const KEPT: DefinitionFile = {
  path: 'shop/kept.yaml',
  text: `datasets:
  kept: { table: kept, columns: { id: bigint, word: string }, dimensions: { word: {}, id: {} } }
metrics:
  words: { formula: count(kept) }
`,
};
