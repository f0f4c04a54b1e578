import type { Code } from './codes';

/** A place in a text; both numbers start at 1, columns count UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of one file, `end` exclusive. `file` is relative to the definitions' root, with forward slashes. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning';

/** What an author did wrong, located. Collected, never thrown. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Span;
  readonly hint?: string;
  /** The definition that carries the fault, such as `metric net_revenue`. */
  readonly definition?: { readonly kind: string; readonly name: string };
  readonly related?: readonly { readonly message: string; readonly at: Span }[];
}
