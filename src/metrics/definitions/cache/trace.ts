import type { Kept, Needs } from './kept';

/** What a trace can ask of the load that is going on. */
export interface TraceSource {
  /** Digest of the graph of joins. */
  readonly graph: string;
  /** Digest of all that formulas can see of a dataset. */
  readonly dataset: (name: string) => string;
  /** Digest of a resolved metric; resolves it where need be. */
  readonly metric: (name: string) => string;
}

interface Noted {
  readonly datasets: Set<string>;
  readonly metrics: Set<string>;
}

/** Notes what the binding of a definition looks at, so that its result can be kept for as long as that stays the same. */
export class Trace {
  /** Null where a look decides nothing. */
  private readonly open: (Noted | null)[] = [];

  constructor(private readonly source: TraceSource) {}

  dataset(name: string): void {
    this.open.at(-1)?.datasets.add(name);
  }

  metric(name: string): void {
    this.open.at(-1)?.metrics.add(name);
  }

  /** Runs a binding and says what it needed. Bindings inside of it note their own needs, not these. */
  follow<T>(bind: () => T): { readonly result: T; readonly needs: () => Needs } {
    const noted: Noted = { datasets: new Set(), metrics: new Set() };
    const result = this.inside(noted, bind);
    return { result, needs: () => this.needsOf(noted) };
  }

  /** Whether all that a kept result needed is still the same. */
  holds({ needs }: Kept<unknown>): boolean {
    const { graph, dataset, metric } = this.source;
    if (needs.graph !== graph) return false;
    for (const [name, digest] of needs.datasets) if (dataset(name) !== digest) return false;
    if (needs.metrics.length === 0) return true;
    // In the order of the first binding, so that a circle is found where it would be found without any memory.
    return this.inside(null, () => needs.metrics.every(([name, digest]) => metric(name) === digest));
  }

  private needsOf({ datasets, metrics }: Noted): Needs {
    const { graph, dataset, metric } = this.source;
    return this.inside(null, () => ({
      graph,
      datasets: [...datasets].map((name) => [name, dataset(name)] as const),
      metrics: [...metrics].map((name) => [name, metric(name)] as const),
    }));
  }

  private inside<T>(noted: Noted | null, work: () => T): T {
    this.open.push(noted);
    try {
      return work();
    } finally {
      this.open.pop();
    }
  }
}
