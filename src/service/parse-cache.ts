import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DefinitionMemory } from '../metrics/definitions/cache/definition-memory';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { FileRecordStore, type RecordStore } from './parse-cache-store';

const TRIM_EVERY = 250;

/**
 * Records of files between processes, under names made of the file's path and text and of the code that reads it: a change of any
 * of them is another name, so that nothing is ever out of date.
 */
export class ParseCache {
  private written = 0;

  constructor(
    private readonly store: RecordStore,
    /** Tells one version of the reading code, and of what it runs on, from another. */
    private readonly stamp: string,
  ) {}

  find(file: DefinitionFile): string | null {
    return this.store.read(this.nameOf(file));
  }

  keep(files: readonly DefinitionFile[], memory: DefinitionMemory): void {
    for (const file of files) {
      const record = memory.recordOf(file);
      if (record === null) continue;
      this.store.write(this.nameOf(file), record);
      // Each process makes room with its first record, so that many short ones keep to the limits too, and then now and then.
      if (this.written % TRIM_EVERY === 0) this.store.trim();
      this.written += 1;
    }
  }

  private nameOf({ path: file, text }: DefinitionFile): string {
    // No stamp and no path holds a NUL, so that each of the three ends where it ends.
    return hash('sha256', [this.stamp, file, text].join('\0'), 'hex');
  }
}

/** Beside the database of the demo, git-ignored like it. */
const FOLDER = path.join('.tenet', 'cache');

/** Written by the build; a hash of all that the code was made from. */
const BUILD_STAMP = path.join(__dirname, '..', '.tenet-built');

/** The cache in `.tenet/cache` of the current folder; null where the code was not built and so cannot tell its version. */
export function openParseCache(): ParseCache | null {
  const stamp = stampOfCode();
  return stamp === null ? null : new ParseCache(new FileRecordStore(path.resolve(FOLDER)), stamp);
}

/**
 * The build and the Node that runs it, whose list of time zones decides which are valid. The number of the file on its disk is in it
 * so that nobody can hand out a folder of definitions with records in it that say something else.
 */
function stampOfCode(): string | null {
  try {
    const { ino, ctimeMs } = statSync(BUILD_STAMP);
    return [readFileSync(BUILD_STAMP, 'utf8'), ino, ctimeMs, process.version].join(' ');
  } catch {
    return null;
  }
}
