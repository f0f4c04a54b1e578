import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..');

/** What .gitignore leaves out, and .git itself: the tests run where git is not installed, so they do not ask it. */
const IGNORED = new Set(['node_modules', 'dist', '.tenet', '.data', 'coverage', '.git']);

export interface TextFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    if (IGNORED.has(entry.name) || entry.name.endsWith('.tgz')) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(name);
    else if (entry.isFile()) yield name;
  }
}

/** Paths of every file of the repository under `folder` (all of it by default), sorted. */
export function repositoryFiles(folder = ''): readonly string[] {
  return [...walk(folder)].sort();
}

export function readText(file: string): TextFile {
  return { path: file, text: readFileSync(path.join(ROOT, file), 'utf8') };
}
