import type { Dataset, Dimension, Metric, Segment } from '../../model/catalog';
import { sameTree } from '../../same-tree';
import type { RawDataset, RawDefinition, RawMetric, RawSegment } from '../raw';
import { namesIn } from '../resolve-order';
import type { Kept } from './kept';
import { LastMetrics } from './last-metrics';
import { Memory } from './memory';

/**
 * What earlier loads resolved, by the definition as it was read: an unchanged file gives the same objects again, so that what
 * hangs on them still holds, places included. Forgets with the definitions themselves.
 */
export class ResolutionMemory {
  readonly metrics = new Memory<RawDefinition<RawMetric>, Kept<Metric>>();
  readonly lastMetrics = new LastMetrics();
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
