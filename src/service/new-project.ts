import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../base/failure';
import { buildDatabase } from './composition';
import { type ProjectFile, projectFiles, TABLES } from './new-project/files';

export interface NewProject {
  /** Absolute; created where it does not exist. */
  readonly folder: string;
  /** The database's address as it is written in the project, and the file that it means there, with forward slashes. */
  readonly database: { readonly address: string; readonly file: string };
}

/** What a folder may hold and still be empty. */
const UNTOUCHED: ReadonlySet<string> = new Set(['.git']);

/**
 * Makes a project that works at once: a company, a team with one dataset and one metric, and a small database.
 *
 * @returns the files written, with forward slashes, the database last.
 * @throws Failure USAGE.INVALID when the folder holds anything but `.git`, ENVIRONMENT.FILE when it cannot be written.
 */
export async function createProject({ folder, database }: NewProject): Promise<readonly string[]> {
  await refuseOccupied(folder);
  const company = titleOf(path.basename(folder));
  const files = projectFiles({ company, database: database.address });
  for (const file of files) await write(folder, file);
  const target = path.join(folder, ...database.file.split('/'));
  await onDisk(target, async () => {
    await mkdir(path.dirname(target), { recursive: true });
    await buildDatabase(target, (builder) => builder.run(TABLES));
  });
  return [...files.map((file) => file.path), database.file];
}

async function refuseOccupied(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw notWritten(folder, error);
  });
  const first = names.find((name) => !UNTOUCHED.has(name));
  if (first === undefined) return;
  throw new Failure('USAGE.INVALID', `"${folder}" is not empty: it holds "${first}".`, {
    hint: 'name a folder that does not exist yet; nothing was written',
  });
}

const write = (folder: string, { path: file, text }: ProjectFile): Promise<void> =>
  onDisk(path.join(folder, file), async () => {
    const target = path.join(folder, ...file.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    // Never over a file that came in between.
    await writeFile(target, text, { flag: 'wx' });
  });

/** `my-company` → `My company`. */
function titleOf(folder: string): string {
  const words = folder
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
  return words === '' ? 'Company' : words.charAt(0).toUpperCase() + words.slice(1);
}

function notWritten(file: string, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Failure('ENVIRONMENT.FILE', `"${file}" cannot be read or written: ${reason}`, {
    family: 'environment',
    hint: 'check the path and the permissions',
    cause,
  });
}

async function onDisk(file: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    throw notWritten(file, cause);
  }
}
