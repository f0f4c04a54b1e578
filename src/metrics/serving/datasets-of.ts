import type { Catalog, Dataset } from '../model/catalog';

/**
 * The datasets that decide about a definition's numbers: those named in it, and all that joins lead to from there.
 * @param key `metric net_revenue`, `segment high_value`, `dataset orders`, `dimension orders.channel`.
 */
export function datasetsOf(catalog: Catalog, key: string): readonly Dataset[] {
  const found = new Map<string, Dataset>();
  const follow = (name: string): void => {
    const dataset = found.has(name) ? undefined : catalog.datasets.get(name);
    if (dataset === undefined) return;
    found.set(name, dataset);
    for (const join of dataset.joins.values()) follow(join.to);
  };
  for (const name of named(catalog, key)) follow(name);
  return [...found.values()];
}

function* named(catalog: Catalog, key: string): Generator<string> {
  const [kind, name = ''] = key.split(' ', 2);
  if (kind === 'metric') yield* texts(catalog.metrics.get(name)?.leaves);
  else if (kind === 'segment')
    yield* texts([catalog.segments.get(name)?.of, catalog.segments.get(name)?.where]);
  else if (kind !== 'saved_query') yield name.split('.', 1)[0] ?? name;
}

/** Every text of a tree; those that are no names of datasets lead nowhere. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* texts(inner);
}
