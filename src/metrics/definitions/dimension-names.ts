import type { Dataset, DimensionName } from '../model/catalog';

const MAX_CHAIN = 4;

/**
 * Every name under which a dimension can be asked for: `customers.region` for its own dataset, `shipping_address.country` for
 * a role, and longer chains from a role on (`shipping_address.countries.name`), no dataset twice in a chain.
 */
export function dimensionNames(
  datasets: ReadonlyMap<string, Dataset>,
  roles: ReadonlyMap<string, string>,
): ReadonlyMap<string, DimensionName> {
  const names = new Map<string, DimensionName>();
  const add = (chain: readonly string[], dataset: Dataset): void => {
    for (const dimension of dataset.dimensions.values()) {
      const name = [...chain, dimension.name].join('.');
      names.set(name, { name, chain, dimension });
    }
  };
  const follow = (chain: readonly string[], dataset: Dataset, seen: readonly string[]): void => {
    add(chain, dataset);
    if (chain.length >= MAX_CHAIN) return;
    for (const join of dataset.joins.values()) {
      const next = datasets.get(join.to);
      if (next && !seen.includes(join.to)) follow([...chain, join.name], next, [...seen, join.to]);
    }
  };
  for (const dataset of datasets.values()) add([dataset.name], dataset);
  for (const [role, target] of roles) {
    const dataset = datasets.get(target);
    if (dataset) follow([role], dataset, [target]);
  }
  return names;
}
