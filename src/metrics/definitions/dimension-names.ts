import type { Dataset, DimensionName } from '../model/catalog';
import { reach } from '../model/join-graph';

const MAX_CHAIN = 4;
/** Chains that are followed, and names that are listed; chains multiply, and a name that is not listed can be asked for all the same. */
const MAX_CHAINS = 50_000;
const MAX_NAMES = 50_000;
/** Pairs of datasets that are looked at for several ways from one to the other. */
const MAX_LOOKS = 50_000;

/**
 * Every name under which a dimension can be asked for: `customers.region` for its own dataset, `shipping_address.country` for
 * a role, and longer chains from a role on (`shipping_address.countries.name`), no dataset twice in a chain. Where a dataset is reached
 * in several ways, each way spelled in full is a name too (`customers.regions.name`, `stores.regions.name`).
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
  let followed = 0;
  const follow = (chain: readonly string[], dataset: Dataset, seen: readonly string[]): void => {
    if (++followed > MAX_CHAINS || names.size >= MAX_NAMES) return;
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
  for (const chain of ambiguousChains(datasets, roles))
    if (names.size < MAX_NAMES) add(chain, datasets.get(chain.at(-1)!)!);
  return names;
}

/** Each of several ways over default joins to one dataset; only a dataset that several others join to can have them. */
function ambiguousChains(
  datasets: ReadonlyMap<string, Dataset>,
  roles: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const sources = new Map<string, number>();
  for (const dataset of datasets.values()) {
    for (const join of dataset.joins.values())
      if (!join.role) sources.set(join.to, (sources.get(join.to) ?? 0) + 1);
  }
  const shared = [...sources].filter(([, count]) => count > 1).map(([name]) => name);
  const chains = new Map<string, readonly string[]>();
  let looks = 0;
  for (const home of shared.length ? datasets.keys() : []) {
    for (const target of shared) {
      if (++looks > MAX_LOOKS || chains.size >= MAX_CHAINS) return [...chains.values()];
      const found = reach({ datasets, roles }, home, [target]);
      if (found.kind === 'ambiguous')
        for (const path of found.paths) if (path.length > 1) chains.set(path.join('.'), path);
    }
  }
  return [...chains.values()];
}
