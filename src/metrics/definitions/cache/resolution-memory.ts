import type { Diagnostic } from '../../../base/diagnostic';
import type { Dimension, Metric, Segment } from '../../model/catalog';
import type { RawDataset, RawDefinition, RawMetric, RawSegment } from '../raw';

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

/**
 * What earlier loads resolved, by the definition as it was read: an unchanged file gives the same objects again, so that what
 * hangs on them still holds, places included. Forgets with the definitions themselves.
 */
export class ResolutionMemory {
  readonly metrics = new WeakMap<RawDefinition<RawMetric>, Kept<Metric>>();
  readonly segments = new WeakMap<RawDefinition<RawSegment>, Kept<Segment>>();
  /** All dimensions of a dataset; none of them was broken. They depend on nothing but their own dataset. */
  readonly dimensions = new WeakMap<RawDefinition<RawDataset>, ReadonlyMap<string, Dimension>>();
}
