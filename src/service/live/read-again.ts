import { Failure } from '../../base/failure';
import type { Resolved } from '../../metrics/definitions/resolve';
import type { Catalog } from '../../metrics/model/catalog';
import { keepLastGood } from '../../metrics/serving/keep-last-good';
import { keepLost } from '../../metrics/serving/keep-lost';
import { requireCatalog } from '../ask';
import { loadDefinitionFiles } from '../definition-files';
import type { DefinitionReader } from '../definition-reader';

export interface Served {
  readonly catalog: Catalog;
  readonly diagnostics: Resolved['diagnostics'];
}

/**
 * The catalog to serve from a folder of definitions: what is broken is served as it was in `previous`.
 * @throws Failure COMPANY.MISSING, DEFINITION.NONE when nothing in the folder is sound, ENVIRONMENT.FILE when it cannot be read.
 */
export async function readAgain(
  reader: DefinitionReader,
  root: string,
  previous: Catalog | null,
): Promise<Served> {
  const loaded = await loadDefinitionFiles(root);
  const { catalog, diagnostics } = await reader.read(loaded, (raw) =>
    previous === null ? raw : keepLost(raw, previous, loaded.diagnostics),
  );
  const next = requireSound(requireCatalog(catalog));
  return { catalog: keepLastGood(previous, next), diagnostics };
}

function requireSound(catalog: Catalog): Catalog {
  if (catalog.datasets.size + catalog.metrics.size + catalog.segments.size > 0) return catalog;
  throw new Failure('DEFINITION.NONE', 'No definition is sound, so there is nothing to serve.', {
    family: 'environment',
    hint: 'run `tenet check`; `tenet init` makes a project with a metric that answers',
  });
}
