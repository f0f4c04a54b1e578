import type { Engine } from '../engines/engine';
import type { Resolved } from '../metrics/definitions/resolve';
import { catalogFor } from '../metrics/serving/catalog-for';
import { answerQuery, answerTogether, explainQuery, explainTogether, requireCatalog } from './ask';
import { engineLimits, openEngine } from './composition';
import { dimensionValues } from './dimension-values';
import { loadCatalogFrom } from './load-catalog';
import type { RunContext } from './run-together';
import type { AskOptions, Tenet } from './tenet';

/** A Tenet over an open engine, which it closes. @throws Failure COMPANY.MISSING. */
export function createTenet({ catalog, diagnostics }: Resolved, engine: Engine): Tenet {
  return tenetOf({ catalog: requireCatalog(catalog), diagnostics }, engine);
}

/** A Tenet over an open engine, which it closes. */
export function tenetOf(
  { catalog, diagnostics }: Pick<Tenet, 'catalog' | 'diagnostics'>,
  engine: Engine,
): Tenet {
  const { deadlineMs } = catalog.company.limits;
  const contextOf = (options: AskOptions): RunContext => ({
    catalog,
    engine: calledBy(engine, options),
    options: { ...options, deadlineMs: Math.min(options.deadlineMs ?? deadlineMs, deadlineMs) },
  });
  return {
    catalog,
    diagnostics,
    engine,
    ask: async (query, options = {}) => answerQuery(query, contextOf(options)),
    askTogether: async (queries, options = {}) => answerTogether(queries, contextOf(options)),
    values: async (asked, options = {}) => {
      const question = { metrics: [], by: [{ dimension: asked.dimension }] };
      return dimensionValues(asked, { ...contextOf(options), catalog: catalogFor(catalog, question) });
    },
    explain: (query) => explainQuery(query, catalog, engine.dialect),
    explainTogether: (queries) => explainTogether(queries, catalog, engine.dialect),
    close: () => engine.close(),
  };
}

/** The engine as one caller uses it. */
function calledBy(engine: Engine, { caller }: AskOptions): Engine {
  if (caller === undefined) return engine;
  return {
    dialect: engine.dialect,
    dataVersion: engine.dataVersion,
    load: () => engine.load(),
    run: (statement, types, options) => engine.run(statement, types, { ...options, caller }),
    describe: (source) => engine.describe(source),
    close: () => engine.close(),
  };
}

/** Opens a folder of definitions over a database address. @throws Failure of the family `environment` or `engine`. */
export async function openTenet(options: {
  readonly definitions: string;
  readonly database: string;
}): Promise<Tenet> {
  const resolved = await loadCatalogFrom(options.definitions);
  const { limits } = requireCatalog(resolved.catalog).company;
  return createTenet(resolved, await openEngine(options.database, engineLimits(limits)));
}
