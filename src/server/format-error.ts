import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Code } from '../base/codes';
import { Failure } from '../base/failure';
import { withoutMiddle } from '../base/plain-text';
import { wireFailure } from '../schema/wire-failure';
import type { ErrorExtensions } from './failure-response';

/** Apollo's and graphql-js's own errors: their names for them, and ours. */
const CODES: Readonly<Record<string, Code>> = {
  GRAPHQL_PARSE_FAILED: 'REQUEST.SYNTAX',
  GRAPHQL_VALIDATION_FAILED: 'REQUEST.INVALID',
  OPERATION_RESOLUTION_FAILURE: 'REQUEST.INVALID',
  BAD_USER_INPUT: 'REQUEST.VARIABLE',
  BAD_REQUEST: 'REQUEST.HTTP',
  PERSISTED_QUERY_NOT_SUPPORTED: 'REQUEST.HTTP',
  PERSISTED_QUERY_NOT_FOUND: 'REQUEST.HTTP',
};

/** How graphql-js says that a document has too many tokens, or repeats fields too often to be compared. */
const ABORTED = /^Validation aborted\.$|Parsing aborted\.$/;

const MASKED = 'Something went wrong on our side.';

/**
 * An error as callers see it: always one of our codes. What is not theirs to mend is masked; `answerPlugin` logs it and adds
 * the request id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const failure = failureIn(error);
  if (failure !== null) {
    if (failure.family === 'internal') return masked(formatted);
    const located = pathOf(error);
    const extensions = {
      ...wireFailure(failure),
      ...(!failure.path && located !== null ? { path: located } : {}),
    };
    return { ...formatted, message: failure.message, extensions: { ...extensions } };
  }
  const code = requestCode(formatted, error);
  if (code === null) return masked(formatted);
  const extensions: ErrorExtensions = { code, suggestions: [] };
  return { ...formatted, message: withoutMiddle(formatted.message.trim()), extensions: { ...extensions } };
}

/** The errors that an error was made from, outermost first. */
function* causes(error: unknown): Generator<unknown> {
  for (let cause = error; cause !== undefined && cause !== null; ) {
    yield cause;
    cause = cause instanceof GraphQLError ? cause.originalError : undefined;
  }
}

export function failureIn(error: unknown): Failure | null {
  for (const cause of causes(error)) if (cause instanceof Failure) return cause;
  return null;
}

/** Whether the fault is ours, so that it is logged and masked. */
export const isInternal = (error: unknown): boolean => {
  const failure = failureIn(error);
  if (failure !== null) return failure.family === 'internal';
  return error instanceof GraphQLError && requestCode({ extensions: error.extensions }, error) === null;
};

/** Null for what the caller did not cause. */
function requestCode({ extensions }: Pick<GraphQLFormattedError, 'extensions'>, error: unknown): Code | null {
  const known = CODES[String(extensions?.['code'])];
  if (error instanceof GraphQLError && ABORTED.test(error.message)) return 'REQUEST.LIMIT';
  if (known !== undefined) return known;
  const chain = [...causes(error)];
  const graphql = chain.filter((cause) => cause instanceof GraphQLError);
  // A resolver's own exception is ours, and so is a GraphQLError raised while a result was written out: it has a path, no node.
  if (graphql.length < chain.length) return null;
  return graphql[0]?.path !== undefined && graphql.at(-1)?.nodes === undefined ? null : 'REQUEST.INVALID';
}

/** Where in the request: what `locateLiterals` found, or what graphql-js says about a variable. */
function pathOf(error: unknown): string | null {
  for (const cause of causes(error)) {
    if (!(cause instanceof GraphQLError)) continue;
    const path = cause.extensions['path'];
    if (typeof path === 'string') return path;
    const place = variablePlace(cause);
    if (place !== null) return place;
  }
  return null;
}

/** `Variable "$m" got invalid value "x" at "m[1]"; <message of the cause>` → `$m[1]`: graphql-js tells it only in words. */
function variablePlace({ message, originalError }: GraphQLError): string | null {
  const suffix = `; ${originalError?.message ?? ''}`;
  if (!message.startsWith('Variable "$') || !message.endsWith(suffix)) return null;
  const prefix = message.slice(0, -suffix.length);
  const [, variable = ''] = /^Variable "(\$\w+)"/.exec(prefix) ?? [];
  // No two ways to read one text: keys of the caller stand in it too, and may be long.
  const [, place = ''] = / at "\w+((?:[^"\w][^"]*)?)"$/.exec(prefix) ?? [];
  return variable === '' ? null : variable + place;
}

function masked({ path, locations }: GraphQLFormattedError): GraphQLFormattedError {
  const extensions: ErrorExtensions = { code: 'INTERNAL.ERROR', suggestions: [] };
  return {
    message: MASKED,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { ...extensions },
  };
}
