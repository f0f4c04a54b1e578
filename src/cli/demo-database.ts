import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../base/failure';
import { withoutPassword } from '../base/without-password';
import type { Scale, SeedReport } from '../service/seed';

/** The same from src/cli and from dist/cli. */
const SEEDS = path.join(__dirname, '..', '..', 'seeds');

/** Beside the database: which seed files made it. */
const stampOf = (file: string): string => `${file}.seed`;

export const DEMO_DATABASE = 'duckdb:.tenet/demo.duckdb';

const FILE_ADDRESS = /^duckdb:(?!:memory:)(.+)$/;

/** The path in `duckdb:PATH`. @throws Failure `USAGE.INVALID` for any other address. */
export function fileOfAddress(address: string): string {
  const file = FILE_ADDRESS.exec(address)?.[1];
  if (file !== undefined) return file;
  throw new Failure('USAGE.INVALID', `"${withoutPassword(address)}" is not the address of a DuckDB file.`, {
    hint: 'write duckdb:PATH',
  });
}

/** Whether an address is that of a database server, and not of a file. */
export const isServerAddress = (address: string): boolean => /^postgres:\/\//.test(address);

/** The address in its full form: a relative path counts from the current folder, and of two names for a scheme one is meant. */
export const resolveAddress = (address: string, cwd: string): string =>
  address
    .replace(/^postgresql:/, 'postgres:')
    .replace(FILE_ADDRESS, (_, file: string) => `duckdb:${path.resolve(cwd, file)}`);

/** The address as it would be written in the current folder; without user and password. */
export const shortAddress = (address: string, cwd: string): string =>
  withoutPassword(address).replace(FILE_ADDRESS, (_, file: string) => `duckdb:${path.relative(cwd, file)}`);

/** Whether the file was made by the seed files as they are now, at whatever scale. */
export function isCurrentDemo(file: string): boolean {
  return existsSync(file) && readStamp(file) === versionOfSeeds();
}

/**
 * Writes the demo company to a new file and renames it over the old one.
 * @param given the user chose the file; then one that no seed made is somebody's own and stays.
 * @throws Failure `ENVIRONMENT.FILE`.
 */
export async function seedTo(file: string, scale: Scale, given: boolean): Promise<SeedReport> {
  if (given && existsSync(file) && readStamp(file) === null) {
    throw new Failure(
      'ENVIRONMENT.FILE',
      `"${file}" was not made by tenet seed, so it is not written over.`,
      {
        family: 'environment',
        hint: 'delete it yourself, or give another --database',
      },
    );
  }
  const { seedDemo } = require('../service/seed') as typeof import('../service/seed');
  const report = await seedDemo(file, scale);
  writeFileSync(stampOf(file), versionOfSeeds());
  return report;
}

function readStamp(file: string): string | null {
  return existsSync(stampOf(file)) ? readFileSync(stampOf(file), 'utf8') : null;
}

function versionOfSeeds(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(SEEDS)
    .filter((entry) => entry.endsWith('.sql'))
    .sort()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(SEEDS, name)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
