import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDatabase } from '../../src/service/composition';
import { openTenet } from '../../src/service/open';
import { seedDemo } from '../../src/service/seed';
import type { Tenet } from '../../src/service/tenet';
import type { ErrorExample } from './example';

const DEMO = path.join(__dirname, '../../definitions');

/** A folder as a user has it: definitions, and a database where the command line looks for one. */
export interface Company {
  readonly folder: string;
  readonly definitions: string;
  /** Opens it on first use. */
  tenet(): Promise<Tenet>;
  close(): Promise<void>;
}

function companyIn(folder: string): Company {
  const definitions = path.join(folder, 'definitions');
  let opened: Promise<Tenet> | undefined;
  return {
    folder,
    definitions,
    tenet: () => {
      opened ??= openTenet({ definitions, database: `duckdb:${databaseIn(folder)}` });
      return opened;
    },
    close: async () => {
      await opened?.then(
        (tenet) => tenet.close(),
        () => undefined,
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const databaseIn = (folder: string): string => path.join(folder, '.tenet', 'demo.duckdb');
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'tenet-errors-'));

/** The demo company at its smallest. */
export async function demoCompany(): Promise<Company> {
  const folder = newFolder();
  cpSync(DEMO, path.join(folder, 'definitions'), { recursive: true });
  await seedDemo(databaseIn(folder), 'tiny');
  return companyIn(folder);
}

/** A company of an example's own. */
export async function smallCompany({ files = {}, company, tables = [] }: ErrorExample): Promise<Company> {
  const folder = newFolder();
  const all = { ...(company === null ? {} : { 'company.yaml': 'zone: Europe/London\n' }), ...files };
  for (const [name, text] of Object.entries(all)) {
    const target = path.join(folder, 'definitions', ...name.split('/'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  mkdirSync(path.dirname(databaseIn(folder)));
  await buildDatabase(databaseIn(folder), async (builder) => {
    for (const statement of tables) await builder.run(statement);
  });
  return companyIn(folder);
}
