import { AS_DECIDED, type Decisions } from './decisions';
import { datasetNamed } from './tables';
import type { Dataset, Dimension, Join, World } from './world';

/** Joins to walk, in order; none = stay at home. */
export type Path = readonly Join[];

export const isRole = (join: Join): boolean => join.name !== join.to;

/** Every way over default joins from `home` to a dataset, no dataset twice; `via` of a dataset on the way keeps one of its joins. */
function defaultWalks(world: World, home: string, target: string, decisions: Decisions): readonly Path[] {
  const walks: Path[] = [];
  const visit = (at: Dataset, path: Path, seen: readonly string[]): void => {
    if (at.name === target) {
      walks.push(path);
      return;
    }
    const only = decisions.viaChooses ? at.via?.[target] : undefined;
    for (const join of at.joins) {
      if (isRole(join) || seen.includes(join.to) || (only !== undefined && join.name !== only)) continue;
      visit(datasetNamed(world, join.to), [...path, join], [...seen, join.to]);
    }
  };
  visit(datasetNamed(world, home), [], [home]);
  return walks;
}

/** Follows join names literally; null where a dataset has no such join. */
function literalWalk(world: World, from: Dataset, names: readonly string[]): Path | null {
  const path: Join[] = [];
  let at = from;
  for (const name of names) {
    const join = at.joins.find((candidate) => candidate.name === name);
    if (!join) return null;
    path.push(join);
    at = datasetNamed(world, join.to);
  }
  return path;
}

/**
 * Every way from a home dataset to what a chain names. The chain opens with a dataset, reached by default joins only (so that a
 * new role never renames anything), or with a role of a dataset so reached; the rest are join names.
 * None = unreachable, two or more = ambiguous.
 */
export function pathsTo(
  world: World,
  home: string,
  chain: readonly string[],
  decisions: Decisions = AS_DECIDED,
): readonly Path[] {
  const known = WALKED.get(world) ?? new Map<string, readonly Path[]>();
  WALKED.set(world, known);
  const key = [decisions.viaChooses, home, ...chain].join('.');
  const paths = known.get(key) ?? walkTo(world, home, chain, decisions);
  known.set(key, paths);
  return decisions.severalPathsRefused ? paths : paths.slice(0, 1);
}

/** Every row of every table asks for the same few paths. */
const WALKED = new WeakMap<World, Map<string, readonly Path[]>>();

function walkTo(world: World, home: string, chain: readonly string[], decisions: Decisions): readonly Path[] {
  const [first = '', ...rest] = chain;
  const owners = world.datasets.filter((dataset) =>
    dataset.joins.some((join) => join.name === first && isRole(join)),
  );
  const starts = owners.length > 0 ? owners.map(({ name }) => name) : [first];
  const names = owners.length > 0 ? chain : rest;
  return starts
    .filter((start) => world.datasets.some(({ name }) => name === start))
    .flatMap((start) => {
      const tail = literalWalk(world, datasetNamed(world, start), names);
      return tail ? defaultWalks(world, home, start, decisions).map((path): Path => [...path, ...tail]) : [];
    });
}

/** Does a home reach the ends of all these chains? */
export const reachesAll = (world: World, home: string, chains: readonly (readonly string[])[]): boolean =>
  chains.every((chain) => pathsTo(world, home, chain).length > 0);

/** The datasets at the end of a chain, whatever the home: one, or none for an unknown chain. */
export function targetOf(world: World, chain: readonly string[]): Dataset | null {
  const [first = '', ...rest] = chain;
  const role = world.datasets
    .flatMap((dataset) => dataset.joins)
    .find((join) => isRole(join) && join.name === first);
  const start = world.datasets.find((dataset) => dataset.name === (role ? role.to : first));
  const path = start && literalWalk(world, start, rest);
  if (!start || !path) return null;
  return datasetNamed(world, path.at(-1)?.to ?? start.name);
}

/** Does any chain of joins, roles included, lead from one dataset to another? */
export function reaches(world: World, from: string, to: string, seen: readonly string[] = []): boolean {
  if (from === to) return true;
  return datasetNamed(world, from).joins.some(
    (join) => !seen.includes(join.to) && reaches(world, join.to, to, [...seen, join.to]),
  );
}

/** `shipping_address.countries.name` or `shipping_address__countries__name` in its parts. */
export function splitName(name: string): { readonly chain: readonly string[]; readonly name: string } {
  const parts = name.includes('.') ? name.split('.') : name.split('__');
  return { chain: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

export function dimensionOf(dataset: Dataset, name: string): Dimension | undefined {
  return dataset.dimensions.find((dimension) => dimension.name === name);
}
