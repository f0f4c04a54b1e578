import path from 'node:path';
import type { Catalog } from '../../src/metrics/model/catalog';
import { loadCatalogFrom } from '../../src/service/load-catalog';

/** The demo company's definitions; no database. */
export async function demoCatalog(): Promise<{ readonly catalog: Catalog }> {
  const { catalog } = await loadCatalogFrom(path.resolve(__dirname, '../../definitions'));
  if (catalog === null) throw new TypeError('the demo definitions make no catalog');
  return { catalog };
}
