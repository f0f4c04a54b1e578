import type { RunSettings } from '../oracle/run';

/** The test that told: the how-manieth random question, or a golden case. */
export type Found =
  | {
      readonly by: 'question';
      readonly asked: number;
      readonly label: string;
      readonly difference: string;
    }
  | { readonly by: 'case'; readonly label: string; readonly difference: string };

/** How a mutant ended. */
export interface Outcome {
  readonly name: string;
  /** Null when no test told. */
  readonly found: Found | null;
  /** Questions that the product answers differently from the oracle without any mutation: they prove nothing. */
  readonly unusable: readonly string[];
  /** Why the hunt itself could not be made. */
  readonly fault: string | null;
}

/** What a process is to hunt. */
export interface Order {
  readonly name: string;
  readonly settings: RunSettings;
  /** Whether the golden cases are left out, to see whether the random questions alone would tell. */
  readonly questionsOnly: boolean;
}
