import type { Code } from '../../base/codes';
import type { Diagnostic, Position, Severity, Span } from '../../base/diagnostic';

/** A finding as programs read it. Every key is always there; new keys may come, none goes or changes its meaning. */
export interface JsonFinding {
  /** One cause each, see the error reference. */
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence, without the place. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
  /** The definition that has the fault, `{ "kind": "metric", "name": "net_revenue" }`. */
  readonly definition: { readonly kind: string; readonly name: string } | null;
  readonly at: JsonPlace;
  readonly related: readonly { readonly message: string; readonly at: JsonPlace }[];
}

/**
 * Lines and columns start at 1, columns count UTF-16 units, `end` is the first place behind. `file` is relative to the
 * definitions' folder, with forward slashes.
 */
export interface JsonPlace {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export interface JsonReport {
  /** Of this shape; another number only when something here no longer holds. */
  readonly version: 1;
  readonly findings: readonly JsonFinding[];
  readonly summary: { readonly errors: number; readonly warnings: number };
}

/** Findings as a report for programs, in the order given. */
export function toJson(diagnostics: readonly Diagnostic[]): JsonReport {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    version: 1,
    findings: diagnostics.map(findingOf),
    summary: { errors, warnings: diagnostics.length - errors },
  };
}

function findingOf({ code, severity, message, hint, definition, at, related }: Diagnostic): JsonFinding {
  return {
    code,
    severity,
    message,
    hint: hint ?? null,
    definition: definition ? { kind: definition.kind, name: definition.name } : null,
    at: placeOf(at),
    related: (related ?? []).map((place) => ({ message: place.message, at: placeOf(place.at) })),
  };
}

const placeOf = ({ file, start, end }: Span): JsonPlace => ({
  file,
  start: { line: start.line, column: start.column },
  end: { line: end.line, column: end.column },
});
