import type { Diagnostic } from '../../base/diagnostic';
import { Findings } from '../../metrics/definitions/findings';
import type { RawCatalog, RawDefinition, RawMetric } from '../../metrics/definitions/raw';
import { compareCodePoints } from '../../metrics/definitions/read-path';
import type { Catalog } from '../../metrics/model/catalog';
import { openScratchEngine } from '../composition';
import type { ExampleScope } from './example';
import { readExample } from './read-example';
import { runExamples } from './run-examples';
import { type Subject, variantsOf } from './subject';

/** Faults in the examples of one metric; more of them say nothing new. */
const MAX_FAULTS = 50;

/**
 * Runs the worked examples of all metrics in one embedded database, and takes each clause out in turn to see whether some example
 * notices. `raw` is what the catalog was resolved from; metrics that are broken are left out. Findings by file and place; never
 * throws for what an author wrote. About 4 ms of CPU per example.
 * @throws Failure ENGINE.UNAVAILABLE when the embedded database cannot be opened.
 */
export async function checkExamples(
  catalog: Catalog,
  raw: Pick<RawCatalog, 'metrics'>,
): Promise<readonly Diagnostic[]> {
  const findings = new Findings();
  const subjects = raw.metrics.flatMap((definition) => subjectOf(catalog, definition, findings) ?? []);
  if (subjects.length > 0) {
    const engine = await openScratchEngine();
    try {
      await runExamples(subjects, catalog, engine, findings);
    } finally {
      await engine.close();
    }
  }
  return findings.all.sort(byPlace);
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compareCodePoints(a.at.file, b.at.file) ||
  a.at.start.line - b.at.start.line ||
  a.at.start.column - b.at.start.column;

/** A metric with its sound examples; null when it has none. */
function subjectOf(
  catalog: Catalog,
  definition: RawDefinition<RawMetric>,
  findings: Findings,
): Subject | null {
  const metric = catalog.metrics.get(definition.name);
  const raw = definition.value.examples ?? [];
  if (!metric || raw.length === 0) return null;
  let faults = 0;
  const report: ExampleScope['report'] = (code, at, message, { hint, key = false } = {}) => {
    faults += 1;
    if (faults <= MAX_FAULTS)
      findings.add('metric', definition, code, message, { at, key, ...(hint ? { hint } : {}) });
  };
  const scope = { catalog, metric, definition, report };
  const examples = raw.flatMap((example, i) => readExample(example, i, scope) ?? []);
  if (examples.length === 0) return null;
  // An example that cannot be run may be the one that proves a clause.
  const variants = faults > 0 ? [] : variantsOf(catalog, metric, definition);
  return { definition, metric, examples, variants };
}
