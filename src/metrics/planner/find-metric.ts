import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import type { Catalog, Metric } from '../model/catalog';

/** @throws Failure REFERENCE.UNKNOWN_METRIC with near matches, or DEFINITION.BROKEN with its first diagnostic. */
export function findMetric(catalog: Catalog, name: string, path: string): Metric {
  const metric = catalog.metrics.get(name);
  if (metric) return metric;
  const broken = catalog.broken.get(`metric ${name}`)?.[0];
  if (broken)
    throw new Failure('DEFINITION.BROKEN', `The metric "${name}" is broken: ${broken.message}`, {
      path,
      hint: `mend ${broken.at.file}:${broken.at.start.line}`,
    });
  const suggestions = nearest(name, catalog.metrics.keys());
  throw new Failure('REFERENCE.UNKNOWN_METRIC', `No metric is named "${shorten(name)}".`, {
    path,
    suggestions,
    ...(suggestions[0] ? { hint: `did you mean "${suggestions[0]}"?` } : {}),
  });
}
