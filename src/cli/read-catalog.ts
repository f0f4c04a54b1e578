import type { Diagnostic } from '../base/diagnostic';
import type { Catalog } from '../metrics/model/catalog';
import type { Settings } from './command';

/** The definitions alone, without a database. @throws Failure `COMPANY.MISSING`, `ENVIRONMENT.FILE`. */
export async function readCatalog({
  definitions,
}: Settings): Promise<{ catalog: Catalog; diagnostics: readonly Diagnostic[] }> {
  const { loadCatalogFrom } = require('../service/load-catalog') as typeof import('../service/load-catalog');
  const { requireCatalog } = require('../service/ask') as typeof import('../service/ask');
  const { catalog, diagnostics } = await loadCatalogFrom(definitions);
  return { catalog: requireCatalog(catalog), diagnostics };
}
