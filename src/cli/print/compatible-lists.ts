import type { Catalog } from '../../metrics/model/catalog';
import {
  type Compatibility,
  compatibleDimensions,
  compatibleMetrics,
} from '../../metrics/planner/compatible';
import { findDimension } from '../../metrics/planner/find-dimension';
import { findMetric } from '../../metrics/planner/find-metric';
import { itemsOf, type ListItem } from './catalog-lists';

/** The dimensions that all the metrics can be split by; with `refused` also the others, each with the reason. @throws Failure. */
export function dimensionsFor(
  catalog: Catalog,
  metrics: readonly string[],
  refused: boolean,
): readonly ListItem[] {
  const found = metrics.map((name, i) => findMetric(catalog, name, `metrics[${i}]`));
  return chosen(itemsOf(catalog, 'dimensions'), compatibleDimensions(catalog, found), refused);
}

/** The metrics that all the dimensions can split; with `refused` also the others, each with the reason. @throws Failure. */
export function metricsFor(
  catalog: Catalog,
  dimensions: readonly string[],
  refused: boolean,
): readonly ListItem[] {
  const found = dimensions.map((name, i) => findDimension(catalog, name, `dimensions[${i}]`));
  return chosen(itemsOf(catalog, 'metrics'), compatibleMetrics(catalog, found), refused);
}

function chosen(
  items: readonly ListItem[],
  compatibilities: readonly Compatibility<{ readonly name: string }>[],
  refused: boolean,
): readonly ListItem[] {
  const byName = new Map(compatibilities.map((one) => [one.of.name, one]));
  const ruled = items.flatMap((item) => {
    const compatibility = byName.get(item.cells['name'] ?? '');
    return compatibility ? [{ item, compatibility }] : [];
  });
  const good = ruled.filter(({ compatibility }) => compatibility.isCompatible);
  if (!refused) return good.map(({ item }) => item);
  const bad = ruled.filter(({ compatibility }) => !compatibility.isCompatible);
  return [...good, ...bad].map(({ item, compatibility }) => withReason(item, compatibility));
}

/** The reason in the place of the words: nobody reads a table of seven columns. */
function withReason(item: ListItem, compatibility: Compatibility<unknown>): ListItem {
  const failure = compatibility.refusal();
  const { name = '', team = '' } = item.cells;
  return {
    ...item,
    cells: { name, team, refused: failure?.code ?? '', because: failure?.message ?? '' },
    details: { hint: failure?.hint ?? null, suggestions: failure?.suggestions ?? [] },
  };
}
