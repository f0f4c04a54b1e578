import type { Code } from '../base/codes';
import type { Failure } from '../base/failure';
import { wireName } from './wire-name';

/** What a caller learns beside the message; `path` is the place in the question, such as `by[1].dimension`. */
export interface WireFailure {
  readonly code: Code;
  readonly suggestions: readonly string[];
  readonly path?: string;
  readonly excerpt?: string;
  readonly hint?: string;
}

/** A failure for GraphQL: names are spelled as it takes them, in the suggestions and where the hint repeats them. */
export function wireFailure({ code, suggestions, path, excerpt, hint }: Failure): WireFailure {
  return {
    code,
    suggestions: suggestions.map(wireName),
    ...(path ? { path } : {}),
    ...(excerpt ? { excerpt } : {}),
    ...(hint === undefined
      ? {}
      : { hint: suggestions.reduce((text, name) => text.replaceAll(name, wireName(name)), hint) }),
  };
}
