import type { Diagnostic } from '../base/diagnostic';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { readDefinitions } from '../metrics/definitions/read';
import { type Resolved, resolve } from '../metrics/definitions/resolve';
import { loadGrammar } from '../metrics/language/postgres-tree';
import { loadDefinitionFiles } from './definition-files';

/** Reads and resolves definitions; needs no database. */
export async function loadCatalog(
  files: readonly DefinitionFile[],
  earlier: readonly Diagnostic[] = [],
): Promise<Resolved> {
  await loadGrammar();
  const { catalog, diagnostics } = resolve(readDefinitions(files));
  return { catalog, diagnostics: [...earlier, ...diagnostics] };
}

/** The catalog of a folder of definitions. */
export async function loadCatalogFrom(root: string): Promise<Resolved> {
  const { files, diagnostics } = await loadDefinitionFiles(root);
  return loadCatalog(files, diagnostics);
}
