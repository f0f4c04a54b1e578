import type { RunSettings } from '../oracle/run';
import type { StoredCase } from './make-smaller';

/** What a worker is told to ask: every question of one seed. */
export type Chunk = RunSettings;

/** A question that the product and the oracle answer differently; `stored` = the same made smaller, null for more of a kind. */
export interface Found {
  readonly label: string;
  readonly difference: string;
  readonly stored: StoredCase | null;
}

/** What a worker sends back when a chunk is done. */
export interface Done {
  readonly asked: number;
  readonly found: readonly Found[];
}
