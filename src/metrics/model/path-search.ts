/** A link from one dataset to another. */
export interface PathJoin {
  readonly name: string;
  readonly to: string;
}

/** Ways that are told apart; a graph of thirty datasets can have millions. */
const MAX_WAYS = 16;
/** Joins looked at while all ways are written down, before the search that is linear in the graph. */
const MAX_STEPS = 1_000;

/**
 * Ways over joins to one dataset, no dataset twice. Whether there is none, one or more is always exact. Linear in the graph, however many ways there are.
 */
export class PathSearch {
  private steps = 0;

  /** @param joinsOf the joins of a dataset that may be walked, none to itself. */
  constructor(
    private readonly joinsOf: (dataset: string) => Iterable<PathJoin>,
    private readonly target: string,
  ) {}

  /** All ways in the order of the joins as they are declared; where that would be too many or too long a search, some. */
  from(home: string): readonly (readonly string[])[] {
    const found: string[][] = [];
    this.steps = 0;
    return this.collect(home, [], new Set(), found) ? found : this.waysBesideOne(home);
  }

  /** False when it took too long. */
  private collect(at: string, before: readonly string[], seen: Set<string>, found: string[][]): boolean {
    seen.add(at);
    for (const join of this.joinsOf(at)) {
      if (++this.steps > MAX_STEPS || found.length > MAX_WAYS) return false;
      if (seen.has(join.to)) continue;
      const path = [...before, join.name];
      if (join.to === this.target) found.push(path);
      else if (!this.collect(join.to, path, seen, found)) return false;
    }
    seen.delete(at);
    return true;
  }

  /** The shortest way, and one for each place where another leaves it. */
  private waysBesideOne(home: string): readonly (readonly string[])[] {
    const way = this.shortest(home);
    if (!way) return [];
    const others = new OtherWays(this.edges(home), way, this.target).find();
    return [way.map(({ join }) => join.name), ...others].slice(0, MAX_WAYS);
  }

  private shortest(home: string): readonly Edge[] | null {
    const cameBy = new Map<string, Edge | null>([[home, null]]);
    for (const at of cameBy.keys()) {
      for (const join of this.joinsOf(at)) {
        if (cameBy.has(join.to)) continue;
        cameBy.set(join.to, { from: at, join });
        if (join.to === this.target) return back(cameBy, this.target);
      }
    }
    return null;
  }

  private edges(home: string): readonly Edge[] {
    const found: Edge[] = [];
    const seen = new Set([home]);
    for (const from of seen) {
      if (from === this.target) continue;
      for (const join of this.joinsOf(from)) {
        found.push({ from, join });
        seen.add(join.to);
      }
    }
    return found;
  }
}

interface Edge {
  readonly from: string;
  readonly join: PathJoin;
}

function back(cameBy: ReadonlyMap<string, Edge | null>, target: string): readonly Edge[] {
  const way: Edge[] = [];
  for (let edge = cameBy.get(target); edge; edge = cameBy.get(edge.from)) way.push(edge);
  return way.reverse();
}

/**
 * Ways that leave a given one somewhere. From the end of the way to its beginning, the datasets before each place are closed,
 * so that what can still lead to the target only grows, and each join is looked at once.
 */
class OtherWays {
  /** For a dataset that leads to the target: the first join of such a way, null for the target itself. */
  private readonly next = new Map<string, Edge | null>();
  private readonly into = new Map<string, Edge[]>();
  private readonly outOf = new Map<string, Edge[]>();
  private readonly closed: Set<string>;

  constructor(
    edges: readonly Edge[],
    private readonly way: readonly Edge[],
    target: string,
  ) {
    for (const edge of edges) {
      add(this.into, edge.join.to, edge);
      add(this.outOf, edge.from, edge);
    }
    this.closed = new Set(way.map(({ from }) => from));
    this.open(target, null);
  }

  find(): readonly (readonly string[])[] {
    const found: (readonly string[])[] = [];
    for (let i = this.way.length - 1; i >= 0 && found.length < MAX_WAYS; i--) {
      const here = this.way[i]!;
      for (const edge of this.outOf.get(here.from) ?? []) {
        if (edge.join.name !== here.join.name && this.next.has(edge.join.to))
          found.push([...this.way.slice(0, i), ...this.onward(edge)].map(({ join }) => join.name));
      }
      this.closed.delete(here.from);
      this.open(here.from, here);
    }
    return found;
  }

  private onward(first: Edge): readonly Edge[] {
    const edges = [first];
    for (let edge = this.next.get(first.join.to); edge; edge = this.next.get(edge.join.to)) edges.push(edge);
    return edges;
  }

  private open(start: string, by: Edge | null): void {
    if (this.next.has(start)) return;
    this.next.set(start, by);
    const reached = [start];
    for (const at of reached) {
      for (const edge of this.into.get(at) ?? []) {
        if (this.closed.has(edge.from) || this.next.has(edge.from)) continue;
        this.next.set(edge.from, edge);
        reached.push(edge.from);
      }
    }
  }
}

function add(to: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = to.get(key);
  if (list) list.push(edge);
  else to.set(key, [edge]);
}
