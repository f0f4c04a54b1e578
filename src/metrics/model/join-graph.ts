import { type PathJoin, PathSearch } from './path-search';

/** What path finding needs to know of a dataset; the catalog's datasets have it. */
export interface GraphNode {
  readonly name: string;
  readonly joins: ReadonlyMap<string, { readonly name: string; readonly to: string; readonly role: boolean }>;
  readonly via: ReadonlyMap<string, string>;
}

export interface JoinGraph {
  readonly datasets: ReadonlyMap<string, GraphNode>;
  /** Role name → target dataset. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The joins to walk from a home dataset, and the dataset at the end; or why there is no such one walk. */
export type Reach =
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly dataset: string }
  | { readonly kind: 'unreachable'; readonly roles: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'unknown'; readonly part: string };

/**
 * The one way from `home` along `chain`: a dataset or role name, then joins in full (`['shipping_address', 'countries']`).
 * The first part is found over default joins only, any number of them, except that a role is the last step; two such ways
 * are ambiguous unless `via:` chooses.
 */
export function reach(graph: JoinGraph, home: string, chain: readonly string[]): Reach {
  const [head, ...rest] = chain;
  if (head === undefined) return { kind: 'unknown', part: '' };
  const isRole = graph.roles.has(head);
  if (!isRole && !graph.datasets.has(head)) return { kind: 'unknown', part: head };
  const found =
    head === home ? [[]] : isRole ? rolePaths(graph, home, head) : defaultPaths(graph, home, head);
  if (found.length === 0) return { kind: 'unreachable', roles: isRole ? [] : rolesTo(graph, home, head) };
  if (found.length > 1) return { kind: 'ambiguous', paths: found };
  return walk(graph, found[0]!, isRole ? graph.roles.get(head)! : head, rest);
}

function walk(graph: JoinGraph, start: readonly string[], dataset: string, rest: readonly string[]): Reach {
  let at = dataset;
  for (const step of rest) {
    const join = graph.datasets.get(at)?.joins.get(step);
    if (!join) return { kind: 'unknown', part: step };
    at = join.to;
  }
  return { kind: 'path', path: [...start, ...rest], dataset: at };
}

/** All ways over default joins; of very many, some. `via:` of a dataset on the way keeps only the join it names. */
function defaultPaths(graph: JoinGraph, from: string, target: string): readonly (readonly string[])[] {
  return new PathSearch((name) => walkable(graph, name, target), target).from(from);
}

function* walkable(graph: JoinGraph, name: string, target: string): Generator<PathJoin> {
  const node = graph.datasets.get(name);
  const only = node?.via.get(target);
  for (const join of node?.joins.values() ?? [])
    if (!join.role && join.to !== name && (only === undefined || join.name === only)) yield join;
}

/** Ways to a dataset that has the role, then the role itself. */
function rolePaths(graph: JoinGraph, home: string, role: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const only = graph.datasets.get(home)?.via.get(role);
  for (const node of graph.datasets.values()) {
    if (!node.joins.has(role)) continue;
    const before: readonly (readonly string[])[] =
      node.name === home ? [[]] : defaultPaths(graph, home, node.name);
    for (const path of before) if (only === undefined || path[0] === only) found.push([...path, role]);
  }
  return found;
}

/** How many are looked at to tell a reader of other ways. */
const MAX_ROLES = 100;

/** The roles by which `home` reaches a dataset that it cannot reach by its plain name. */
function rolesTo(graph: JoinGraph, home: string, target: string): string[] {
  const names = [...graph.roles].filter(([, to]) => to === target).map(([role]) => role);
  return names
    .slice(0, MAX_ROLES)
    .filter((role) => rolePaths(graph, home, role).length > 0)
    .sort();
}

/** Datasets reached from `home` over default joins, itself included, each once. */
export function reachableDatasets(graph: JoinGraph, home: string): ReadonlySet<string> {
  const found = new Set<string>([home]);
  for (const name of found) {
    for (const join of graph.datasets.get(name)?.joins.values() ?? []) if (!join.role) found.add(join.to);
  }
  return found;
}
