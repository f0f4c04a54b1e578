import type { Diagnostic } from '../base/diagnostic';
import type { Engine } from '../engines/engine';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { readDefinitions } from '../metrics/definitions/read';
import { type Resolved, resolve } from '../metrics/definitions/resolve';
import { loadGrammar } from '../metrics/language/postgres-tree';
import { answerQuery, explainQuery, requireCatalog } from './ask';
import { openEngine } from './composition';
import { loadDefinitionFiles } from './definition-files';
import type { Tenet } from './tenet';

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

/** A Tenet over an open engine, which it closes. @throws Failure COMPANY.MISSING. */
export function createTenet({ catalog: resolved, diagnostics }: Resolved, engine: Engine): Tenet {
  const catalog = requireCatalog(resolved);
  return {
    catalog,
    diagnostics,
    engine,
    ask: (query, options = {}) => answerQuery(query, { catalog, engine, options }),
    explain: (query) => explainQuery(query, catalog, engine.dialect),
    close: () => engine.close(),
  };
}

/** Opens a folder of definitions over a database address. @throws Failure of the family `environment` or `engine`. */
export async function openTenet(options: {
  readonly definitions: string;
  readonly database: string;
}): Promise<Tenet> {
  const resolved = await loadCatalogFrom(options.definitions);
  requireCatalog(resolved.catalog);
  return createTenet(resolved, await openEngine(options.database));
}
