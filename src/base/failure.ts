import type { Code } from './codes';

/**
 * Who is at fault: the `request` (the caller can mend it), the `engine` (the database refused, is slow or away), the
 * `environment` (a port, a file, a missing package), or we ourselves (`internal`, masked outside).
 */
export type FailureFamily = 'request' | 'engine' | 'environment' | 'internal';

export interface FailureDetails {
  readonly family?: FailureFamily;
  readonly hint?: string;
  /** Near matches or legal alternatives, best first. */
  readonly suggestions?: readonly string[];
  /** Where in the question, such as `by[1].dimension`. */
  readonly path?: string;
  /** The line of a formula that is meant and, below it, carets under the fault; safe to print in a terminal. */
  readonly excerpt?: string;
  readonly cause?: unknown;
}

/** A question or an operation that ended without an answer; always with a code, a sentence and, where one exists, a way out. */
export class Failure extends Error {
  readonly code: Code;
  readonly family: FailureFamily;
  readonly hint: string | undefined;
  readonly suggestions: readonly string[];
  readonly path: string | undefined;
  readonly excerpt: string | undefined;

  constructor(code: Code, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'Failure';
    this.code = code;
    this.family = details.family ?? 'request';
    this.hint = details.hint;
    this.suggestions = details.suggestions ?? [];
    this.path = details.path;
    this.excerpt = details.excerpt;
  }
}
