import type { Engine } from '../engines/engine';
import type { Resolved } from '../metrics/definitions/resolve';
import { catalogFor } from '../metrics/serving/catalog-for';
import { answerQuery, answerTogether, explainQuery, explainTogether, requireCatalog } from './ask';
import { openEngine } from './composition';
import { dimensionValues } from './dimension-values';
import { loadCatalogFrom } from './load-catalog';
import type { Tenet } from './tenet';

/** A Tenet over an open engine, which it closes. @throws Failure COMPANY.MISSING. */
export function createTenet({ catalog, diagnostics }: Resolved, engine: Engine): Tenet {
  return tenetOf({ catalog: requireCatalog(catalog), diagnostics }, engine);
}

/** A Tenet over an open engine, which it closes. */
export function tenetOf(
  { catalog, diagnostics }: Pick<Tenet, 'catalog' | 'diagnostics'>,
  engine: Engine,
): Tenet {
  return {
    catalog,
    diagnostics,
    engine,
    ask: (query, options = {}) => answerQuery(query, { catalog, engine, options }),
    askTogether: (queries, options = {}) => answerTogether(queries, { catalog, engine, options }),
    values: async (asked, options = {}) => {
      const question = { metrics: [], by: [{ dimension: asked.dimension }] };
      return dimensionValues(asked, { catalog: catalogFor(catalog, question), engine, options });
    },
    explain: (query) => explainQuery(query, catalog, engine.dialect),
    explainTogether: (queries) => explainTogether(queries, catalog, engine.dialect),
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
