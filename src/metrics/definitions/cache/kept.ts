import type { Diagnostic } from '../../../base/diagnostic';

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
