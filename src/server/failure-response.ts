import type { Code } from '../base/codes';
import type { Failure } from '../base/failure';
import { wireName } from '../schema/wire-name';

/** What a caller learns beside the message; `path` is the place in the question, such as `by[1].dimension`. */
export interface ErrorExtensions {
  readonly code: Code;
  readonly suggestions: readonly string[];
  readonly path?: string;
  readonly hint?: string;
  readonly requestId?: string;
}

/** Names are spelled as GraphQL takes them, in the suggestions and where the hint repeats them. */
export function extensionsOf({ code, suggestions, path, hint }: Failure): ErrorExtensions {
  return {
    code,
    suggestions: suggestions.map(wireName),
    ...(path ? { path } : {}),
    ...(hint === undefined
      ? {}
      : { hint: suggestions.reduce((text, name) => text.replaceAll(name, wireName(name)), hint) }),
  };
}

/** HTTP status of a response that holds no answer, worst first: ours, the database's, time, the caller's. */
const STATUS: readonly (readonly [number, (code: string) => boolean])[] = [
  [500, (code) => code === 'INTERNAL.ERROR' || code === 'ENGINE.FAILED' || code.startsWith('ENVIRONMENT.')],
  [503, (code) => code === 'ENGINE.UNAVAILABLE' || code === 'ENGINE.CANCELLED'],
  [504, (code) => code === 'ENGINE.DEADLINE'],
  [403, (code) => code === 'REQUEST.HOST'],
  [405, (code) => code === 'REQUEST.METHOD'],
  [404, (code) => code === 'REQUEST.NOT_FOUND'],
];

/** The status for these codes; 400 where the caller can mend it. */
export function statusOf(codes: readonly string[]): number {
  const worst = STATUS.find(([, matches]) => codes.some(matches));
  return worst?.[0] ?? 400;
}
