import type { Catalog, SavedQuery } from '../model/catalog';
import type { Condition, Having } from '../model/query';
import { itemsIn, itemsNamed } from './items-in';
import type { LineageItem, LineageReference, LineageUse } from './lineage-item';

/** What a saved query asks for and is narrowed by; what it only orders by is among that. */
export function ofSavedQuery(catalog: Catalog, { query }: SavedQuery): readonly LineageReference[] {
  const { metrics, by = [], where = [], having = [], segments = [], period } = query;
  const homes = [
    ...new Set(metrics.flatMap((name) => catalog.metrics.get(name)?.leaves ?? []).map(({ home }) => home)),
  ];
  const dimension = (name: string, use: LineageUse): readonly LineageReference[] => {
    const parts = name.replaceAll('__', '.').split('.');
    return itemsNamed(catalog, { parts, place: 'row', inFilter: false }, homes).map((to) => ({ to, use }));
  };
  const condition = (one: Condition): readonly LineageReference[] => {
    if ('and' in one) return one.and.flatMap(condition);
    if ('or' in one) return one.or.flatMap(condition);
    if ('not' in one) return condition(one.not);
    if ('formula' in one) return itemsIn(catalog, one.formula, 'row', homes, 'WHERE');
    return 'dimension' in one ? dimension(one.dimension, 'WHERE') : [];
  };
  return [
    ...known(catalog, 'METRIC', metrics, 'QUESTION'),
    ...by.flatMap((one) => ('dimension' in one ? dimension(one.dimension, 'QUESTION') : [])),
    ...where.flatMap(condition),
    ...known(catalog, 'METRIC', having.flatMap(metricsIn), 'WHERE'),
    ...known(catalog, 'SEGMENT', segments, 'WHERE'),
    ...(period?.column === undefined ? [] : dimension(period.column, 'TIME')),
  ];
}

function metricsIn(one: Having): readonly string[] {
  if ('and' in one) return one.and.flatMap(metricsIn);
  if ('or' in one) return one.or.flatMap(metricsIn);
  return 'not' in one ? metricsIn(one.not) : [one.metric];
}

const known = (
  { metrics, segments }: Catalog,
  kind: 'METRIC' | 'SEGMENT',
  names: readonly string[],
  use: LineageUse,
): readonly LineageReference[] =>
  names
    .filter((name) => (kind === 'METRIC' ? metrics : segments).has(name))
    .map((name) => ({ to: { kind, name } satisfies LineageItem, use }));
