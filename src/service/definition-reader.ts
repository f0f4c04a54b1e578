import { DefinitionMemory } from '../metrics/definitions/cache/definition-memory';
import type { DefinitionFile, RawCatalog } from '../metrics/definitions/raw';
import { readDefinitions } from '../metrics/definitions/read';
import { type Resolved, resolve } from '../metrics/definitions/resolve';
import { loadGrammar } from '../metrics/language/postgres-tree';
import { type LoadedFiles, loadDefinitionFiles } from './definition-files';
import { openParseCache, type ParseCache } from './parse-cache';

/** What a reading gives: the catalog with its findings, and what it was resolved from. */
export interface Reading extends Resolved {
  readonly raw: RawCatalog;
  /** What was read, for code frames. */
  readonly files: readonly DefinitionFile[];
}

/**
 * Reads definitions again and again, and each time only what has changed: what it has read before comes from its memory, what
 * another process has read from the cache. A reading is what a first reading of the same files would give, places and findings
 * included; a definition that means what it meant is the same object as before. Keep one for as long as the folder may change.
 *
 * @example
 * const reader = new DefinitionReader();
 * const first = await reader.readFolder('definitions');
 * const second = await reader.readFolder('definitions'); // after an edit: first.catalog is as it was
 */
export class DefinitionReader {
  private readonly memory = new DefinitionMemory();

  /** @param cache null for none; default the one in `.tenet/cache`. */
  constructor(private readonly cache: ParseCache | null = openParseCache()) {}

  /**
   * Reads a folder.
   * @throws Failure ENVIRONMENT.FILE when the folder cannot be read.
   */
  async readFolder(root: string): Promise<Reading> {
    return this.read(await loadDefinitionFiles(root));
  }

  /**
   * Reads files; `diagnostics` are what was found when they were loaded.
   * @param amend puts in what is to be resolved with what was read.
   */
  async read(
    { files, diagnostics: unreadable }: LoadedFiles,
    amend: (raw: RawCatalog) => RawCatalog = (raw) => raw,
  ): Promise<Reading> {
    await loadGrammar();
    for (const file of this.cache ? files : []) this.restore(file);
    const raw = amend(readDefinitions(files, this.memory));
    const { catalog, diagnostics } = resolve(raw, this.memory.resolution);
    this.memory.forgetExcept(files);
    this.cache?.keep(files, this.memory);
    return { files, raw, catalog, diagnostics: [...unreadable, ...diagnostics] };
  }

  private restore(file: DefinitionFile): void {
    if (this.memory.knows(file)) return;
    const record = this.cache?.find(file);
    if (record === null || record === undefined) return;
    try {
      this.memory.restore(file, record);
    } catch {
      // A record that nobody can read is as good as none: the file itself is there.
    }
  }
}
