import type { Engine } from '../engines/engine';
import type { Resolved } from '../metrics/definitions/resolve';
import { answerQuery, explainQuery, requireCatalog } from './ask';
import { openEngine } from './composition';
import { loadCatalogFrom } from './load-catalog';
import type { Tenet } from './tenet';

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
