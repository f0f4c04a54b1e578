import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from '../base/failure';
import { withoutPassword } from '../base/without-password';
import type { DatabaseBuilder } from '../engines/database-builder';
import { buildDatabase, writeTables } from './composition';

/** The sizes of the demo company, in orders; everything else grows with them. */
export const SCALES = { tiny: 200, small: 20_000, '1m': 1_000_000, '10m': 10_000_000 } as const;
export type Scale = keyof typeof SCALES;

export const isScale = (name: string): name is Scale => Object.hasOwn(SCALES, name);

export interface SeedOptions {
  /** The folder of SQL files, run in the order of their names; default the package's own `seeds/`. */
  readonly folder?: string;
}

export interface SeededTable {
  /** `shop.orders`. */
  readonly name: string;
  readonly rows: number;
  /** 15 hex digits, the same for the same rows in any order; equal across versions of the database. */
  readonly checksum: string;
}

export interface SeedReport {
  readonly scale: Scale;
  readonly path: string;
  /** Ordered by name. */
  readonly tables: readonly SeededTable[];
  readonly ms: number;
}

/** The same from `src/service` and from `dist/service`. */
const SEEDS = path.resolve(__dirname, '../../seeds');

/**
 * Builds the demo company in a new DuckDB file and puts it in the place of the old one.
 *
 * The same scale always gives the same tables. Readers of the old file go on reading it until they open `target` again.
 * About 0.7 s of CPU for `small`, 10 s for `1m`. Creates the parent folder.
 * @throws Failure `ENVIRONMENT.FILE` when the file cannot be written, `INTERNAL.ERROR` when a seed file fails.
 */
export async function seedDemo(target: string, scale: Scale, options: SeedOptions = {}): Promise<SeedReport> {
  const started = performance.now();
  const draft = `${target}.${randomUUID()}.new`;
  const files = await readSeeds(options.folder ?? SEEDS);
  await onDisk(target, () => mkdir(path.dirname(target), { recursive: true }));
  try {
    const tables = await buildCompany(draft, scale, files);
    // A log that the old file left behind would be replayed into the new one.
    await onDisk(target, () => rm(`${target}.wal`, { force: true }));
    await onDisk(target, () => rename(draft, target));
    return { scale, path: target, tables, ms: Math.round(performance.now() - started) };
  } finally {
    await Promise.all(
      ['', '.wal', '.tmp'].map((suffix) => rm(draft + suffix, { force: true, recursive: true })),
    );
  }
}

/**
 * Builds the demo company in a file for the while, and writes its tables into a database server: all of them or none. Tables of the
 * same name go if they were seeded before.
 * @throws Failure `ENGINE.UNAVAILABLE` when it cannot be reached, `ENVIRONMENT.FILE` when a table of that name is somebody's own.
 */
export async function seedServer(address: string, scale: Scale): Promise<SeedReport> {
  const started = performance.now();
  const files = await readSeeds(SEEDS);
  const folder = await onDisk(tmpdir(), () => mkdtemp(path.join(tmpdir(), 'tenet-seed-')));
  try {
    const tables = await buildCompany(path.join(folder, 'demo'), scale, files, (builder) =>
      writeTables(address, (writer) => builder.copyTo(writer)),
    );
    return { scale, path: withoutPassword(address), tables, ms: Math.round(performance.now() - started) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface SeedFile {
  readonly name: string;
  readonly sql: string;
}

async function readSeeds(folder: string): Promise<readonly SeedFile[]> {
  return onDisk(folder, async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    return Promise.all(
      names.map(async (name) => ({ name, sql: await readFile(path.join(folder, name), 'utf8') })),
    );
  });
}

async function buildCompany(
  draft: string,
  scale: Scale,
  files: readonly SeedFile[],
  use: (builder: DatabaseBuilder) => Promise<void> = async () => undefined,
): Promise<readonly SeededTable[]> {
  return buildDatabase(draft, async (builder) => {
    await builder.run(`set variable orders = ${SCALES[scale]}`);
    for (const file of files) await runSeed(builder, file);
    await use(builder);
    return describeTables(builder);
  });
}

async function runSeed(builder: DatabaseBuilder, { name, sql }: SeedFile): Promise<void> {
  try {
    await builder.run(sql);
  } catch (cause) {
    throw new Failure('INTERNAL.ERROR', `The seed file "${name}" failed: ${messageOf(cause)}`, {
      family: 'internal',
      cause,
    });
  }
}

async function describeTables(builder: DatabaseBuilder): Promise<readonly SeededTable[]> {
  const tables = (await builder.rows(`
    select table_schema || '.' || table_name, list([column_name, data_type] order by ordinal_position)
    from information_schema.columns
    where table_catalog = current_database()
    group by all
    order by all`)) as unknown as [string, [string, string][]][];
  const report: SeededTable[] = [];
  for (const [name, columns] of tables) report.push(await checksumTable(builder, name, columns));
  return report;
}

/** 2^60. */
const CHECKSUM_RANGE = '1152921504606846976';

/** Adds up 60 bits of each row's MD5: a sum does not ask for an order, and MD5 is the same everywhere. */
async function checksumTable(
  builder: DatabaseBuilder,
  name: string,
  columns: readonly (readonly [string, string])[],
): Promise<SeededTable> {
  const texts = columns.map(([column, type]) => {
    const value = type === 'TIMESTAMP WITH TIME ZONE' ? `epoch_us(${column})` : column;
    return `coalesce(${value}::varchar, '\\N')`;
  });
  const result = await builder.rows(`
    select count(*), (sum(('0x' || left(md5(concat_ws('|', ${texts.join(', ')})), 15))::bigint) % ${CHECKSUM_RANGE})::bigint
    from ${name}`);
  const [rows, sum] = result[0] as [string, string | null];
  return {
    name,
    rows: Number(rows),
    checksum: BigInt(sum ?? 0)
      .toString(16)
      .padStart(15, '0'),
  };
}

async function onDisk<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new Failure('ENVIRONMENT.FILE', `"${file}" cannot be read or written: ${messageOf(cause)}`, {
      family: 'environment',
      hint: 'Check the path and the permissions.',
      cause,
    });
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
