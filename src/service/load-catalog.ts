import type { Diagnostic } from '../base/diagnostic';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { DefinitionReader, type Reading } from './definition-reader';

/** Reads and resolves definitions once, from nothing; needs no database. */
export async function loadCatalog(
  files: readonly DefinitionFile[],
  diagnostics: readonly Diagnostic[] = [],
): Promise<Reading> {
  return new DefinitionReader(null).read({ files, diagnostics });
}

/** The catalog of a folder of definitions; what an earlier process has read, unchanged, comes from the cache. */
export async function loadCatalogFrom(root: string): Promise<Reading> {
  return new DefinitionReader().readFolder(root);
}
