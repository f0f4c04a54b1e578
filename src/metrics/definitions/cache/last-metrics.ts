import type { Metric } from '../../model/catalog';
import type { RawDefinition, RawMetric } from '../raw';
import type { Kept } from './kept';
import type { Memory } from './memory';

type Raw = RawDefinition<RawMetric>;

/** All that metrics are resolved on, besides themselves and one another. */
export interface Ground {
  /** Digest of the graph of joins. */
  readonly graph: string;
  /** Digests of what formulas can see, of every dataset. */
  readonly datasets: ReadonlyMap<string, string>;
}

interface Entry {
  readonly definition: Raw;
  readonly kept: Kept<Metric>;
}

/**
 * The sound metrics of the reading before. Where the ground is the same, and most changes leave it so, those that have not changed
 * and name none that has are told without a look at what they need.
 */
export class LastMetrics {
  private ground: Ground = { graph: '', datasets: new Map() };
  private entries: ReadonlyMap<string, Entry> = new Map();
  /** Those that look at others. */
  private derived: readonly (readonly [string, Entry])[] = [];

  /** Tells of each metric that is what it was; of none where the ground has changed. */
  unchanged(
    raw: ReadonlyMap<string, Raw>,
    ground: Ground,
    tell: (name: string, kept: Kept<Metric>) => void,
  ): void {
    if (!isSame(this.ground, ground)) return;
    const stirred = this.stirredBy(this.changedIn(raw));
    for (const [name, { kept }] of this.entries) if (!stirred.has(name)) tell(name, kept);
  }

  /** @param metrics those that were found sound in this reading. */
  remember(
    raw: ReadonlyMap<string, Raw>,
    ground: Ground,
    metrics: ReadonlyMap<string, Metric>,
    memory: Memory<Raw, Kept<Metric>>,
  ): void {
    const entries = new Map<string, Entry>();
    const derived: (readonly [string, Entry])[] = [];
    for (const [name, metric] of metrics) {
      const entry = this.entryOf(name, raw.get(name)!, metric, memory);
      if (!entry) continue;
      entries.set(name, entry);
      if (entry.kept.needs.metrics.length > 0) derived.push([name, entry]);
    }
    this.ground = ground;
    this.entries = entries;
    this.derived = derived;
  }

  private entryOf(
    name: string,
    definition: Raw,
    metric: Metric,
    memory: Memory<Raw, Kept<Metric>>,
  ): Entry | null {
    const before = this.entries.get(name);
    if (before?.definition === definition && before.kept.value === metric) return before;
    const kept = memory.get(definition);
    return kept?.value === metric ? { definition, kept } : null;
  }

  /** Names that are new, gone, or defined by another text; those that were broken are always among them. */
  private changedIn(raw: ReadonlyMap<string, Raw>): readonly string[] {
    const changed: string[] = [];
    for (const [name, { definition }] of this.entries) if (raw.get(name) !== definition) changed.push(name);
    for (const name of raw.keys()) if (!this.entries.has(name)) changed.push(name);
    return changed;
  }

  /** These names and all metrics that look at one of them, however far away. */
  private stirredBy(names: readonly string[]): ReadonlySet<string> {
    const stirred = new Set(names);
    if (stirred.size === 0) return stirred;
    const lookers = this.lookers();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const looker of lookers.get(name) ?? []) {
        if (stirred.has(looker)) continue;
        stirred.add(looker);
        open.push(looker);
      }
    }
    return stirred;
  }

  /** By the name that was looked up, found or not, the metrics that did. */
  private lookers(): ReadonlyMap<string, readonly string[]> {
    const lookers = new Map<string, string[]>();
    for (const [name, { kept }] of this.derived) {
      for (const [needed] of kept.needs.metrics) {
        const known = lookers.get(needed);
        if (known) known.push(name);
        else lookers.set(needed, [name]);
      }
    }
    return lookers;
  }
}

function isSame(a: Ground, b: Ground): boolean {
  if (a.graph !== b.graph || a.datasets.size !== b.datasets.size) return false;
  for (const [name, digest] of a.datasets) if (b.datasets.get(name) !== digest) return false;
  return true;
}
