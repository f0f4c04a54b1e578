import type { Diagnostic } from '../../../base/diagnostic';
import type { Dataset, Dimension, Metric, Segment } from '../../model/catalog';
import { sameTree } from '../../same-tree';
import type { RawDataset, RawDefinition, RawMetric, RawSegment } from '../raw';
import { namesIn } from '../resolve-order';

type Digests = readonly (readonly [name: string, digest: string])[];

/** All that a formula's meaning depended on besides its own text, as digests; equal ones give the same meaning again. */
export interface Needs {
  /** The graph of joins. */
  readonly graph: string;
  /** Datasets whose columns, dimensions, time or key were looked at. */
  readonly datasets: Digests;
  /** Metrics named, in the order in which they were looked up. */
  readonly metrics: Digests;
}

/** A sound definition as it was resolved. */
export interface Kept<T> {
  readonly value: T;
  readonly needs: Needs;
  /** Warnings; a definition with an error is resolved anew each time. */
  readonly warnings: readonly Diagnostic[];
}

/** What is kept of definitions, and whether that is news to whoever writes it down. */
export class Memory<K extends object, V> {
  private readonly kept = new WeakMap<K, V>();
  private readonly news = new WeakSet<K>();

  get(definition: K): V | undefined {
    return this.kept.get(definition);
  }

  set(definition: K, value: V): void {
    this.kept.set(definition, value);
    this.news.add(definition);
  }

  /** Puts back what was written down before. */
  restore(definition: K, value: V): void {
    this.kept.set(definition, value);
  }

  isNews(definition: K): boolean {
    return this.news.has(definition);
  }

  noNews(definition: K): void {
    this.news.delete(definition);
  }
}

/**
 * What earlier loads resolved, by the definition as it was read: an unchanged file gives the same objects again, so that what
 * hangs on them still holds, places included. Forgets with the definitions themselves.
 */
export class ResolutionMemory {
  readonly metrics = new Memory<RawDefinition<RawMetric>, Kept<Metric>>();
  readonly segments = new Memory<RawDefinition<RawSegment>, Kept<Segment>>();
  /** All dimensions of a dataset; none of them was broken. They depend on nothing but their own dataset. */
  readonly dimensions = new Memory<RawDefinition<RawDataset>, ReadonlyMap<string, Dimension>>();
  private readonly datasets = new WeakMap<RawDefinition<RawDataset>, Dataset>();
  private readonly names = new WeakMap<RawDefinition<RawMetric>, readonly string[]>();

  /** What may be names of metrics in the formulas of one. */
  namesIn(definition: RawDefinition<RawMetric>): readonly string[] {
    const before = this.names.get(definition);
    if (before) return before;
    const { formula, where } = definition.value;
    const names = namesIn([formula, where]);
    this.names.set(definition, names);
    return names;
  }

  /** The dataset as it was before, if it says the same: besides its own text it depends on the keys of the datasets it joins to. */
  dataset(definition: RawDefinition<RawDataset>, resolved: Dataset): Dataset {
    const before = this.datasets.get(definition);
    if (
      before &&
      before.dimensions === resolved.dimensions &&
      sameTree([...before.joins], [...resolved.joins])
    )
      return before;
    this.datasets.set(definition, resolved);
    return resolved;
  }
}
