import type { NamesOf } from '../../language/row-scope';
import type { Dataset } from '../../model/catalog';
import type { JoinGraph } from '../../model/join-graph';
import { digestOfText } from '../version';

/** Of a name that no sound dataset has. */
const NO_DATASET = 'none';

/** Digest of what path finding looks at, whatever the order of the files. */
export function graphDigest({ datasets, roles }: JoinGraph): string {
  const nodes = [...datasets.values()].map(({ name, joins, via }) => [
    name,
    [...joins.values()].map((join) => [join.name, join.to, join.role]),
    [...via],
  ]);
  return digestOfText(JSON.stringify([nodes.sort(byName), [...roles].sort(byName)]));
}

/** Digests of what formulas can see of a dataset: names and types, time and key; its words and its table are not among them. */
export function surfaceDigests(
  datasets: ReadonlyMap<string, Dataset>,
  names: NamesOf,
): (dataset: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const dataset = datasets.get(name);
    const surface = dataset ? digestOfText(JSON.stringify(surfaceOf(dataset, names))) : NO_DATASET;
    known.set(name, surface);
    return surface;
  };
}

const surfaceOf = ({ name, time, key }: Dataset, names: NamesOf): unknown => [
  time,
  key.length > 0,
  names.list(name).map((field) => [field, names.find(name, field)]),
];

const byName = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);
