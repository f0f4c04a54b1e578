import { hash } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Failure } from '../base/failure';
import { answerLoader } from '../resolvers/answer-loader';
import type { RequestContext } from '../resolvers/request-context';
import { valuesLoader } from '../resolvers/values-loader';
import type { Tenet } from '../service/tenet';
import { statusHeaders, statusOf } from './failure-response';
import { failureIn, isInternal } from './format-error';
import { MAX_ERRORS } from './limits/request-limits';
import { locateLiterals } from './locate-literals';
import type { Log } from './observe/log';
import type { Notes } from './observe/notes';
import { observedTenet } from './observe/observed-tenet';
import type { SchemaGateway } from './schema-gateway';

/** What is known of a request before its schema is. */
export interface HttpContext {
  readonly requestId: string;
  /** Aborted when the caller goes away or the deadline is over. */
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly caller: string;
  readonly notes: Notes;
  /** Keeps a Tenet open until the response is sent. */
  hold(tenet: Tenet): void;
}

export type OperationContext = HttpContext & Partial<RequestContext>;

/** Binds each operation to the catalog of its schema, and gives each response its status, its request id and its log lines. */
export function answerPlugin(gateway: SchemaGateway, log: Log): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart({
      schema,
      contextValue,
      request,
    }): Promise<GraphQLRequestListener<OperationContext>> {
      const tenet = gateway.tenetOf(schema);
      contextValue.hold(tenet);
      const { signal, deadlineMs } = contextValue;
      const caller = [contextValue.caller, hash('sha1', request.query ?? '')];
      const options = { signal, deadlineMs, caller };
      const { notes } = contextValue;
      const answers = answerLoader(
        observedTenet(tenet, (note) => notes.questions.push(note)),
        options,
      );
      const values = valuesLoader(tenet, options);
      Object.assign(contextValue, { tenet, catalog: tenet.catalog, answers, values });
      return {
        async validationDidStart({ document }) {
          return async (errors) => locateLiterals(errors ?? [], document);
        },
        async didResolveOperation({ request, operationName }) {
          notes.operation = operationName;
          refuseDeep(request.variables);
        },
        async didEncounterErrors({ errors }) {
          notes.code = failureIn(errors[0])?.code ?? null;
          logInternal(errors, contextValue.requestId, log);
        },
        async willSendResponse(context) {
          finish(context);
        },
      };
    },
  };
}

/** Variables nested deeper than this are no question; graphql-js and type-graphql walk them recursively. */
const VARIABLES_DEPTH = 100;

function refuseDeep(variables: unknown): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > VARIABLES_DEPTH) {
      const message = `The variables are nested deeper than ${VARIABLES_DEPTH} levels.`;
      throw new GraphQLError(message, { originalError: new Failure('REQUEST.LIMIT', message) });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function logInternal(errors: readonly GraphQLError[], requestId: string, log: Log): void {
  for (const error of errors) {
    if (!isInternal(error)) continue;
    const cause = error.originalError ?? error;
    log.error({ requestId, stack: cause.stack ?? cause.message }, 'internal error');
  }
}

function finish({ response, contextValue }: GraphQLRequestContext<OperationContext>): void {
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  const all = result.errors ?? [];
  if (all.length === 0) return;
  const status = someFieldSucceeded(result.data, all) ? 200 : statusOf(all.map(codeOf));
  response.http.status = status;
  for (const [name, value] of Object.entries(statusHeaders(status))) response.http.headers.set(name, value);
  const errors = all.slice(0, MAX_ERRORS).map((error) => withRequestId(error, contextValue.requestId));
  response.body.singleResult = { ...result, errors };
}

const codeOf = (error: GraphQLFormattedError): string => String(error.extensions?.['code']);

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (codeOf(error) !== 'INTERNAL.ERROR') return error;
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/** A root field failed when it is null and an error points at it or below; any other one is an answer. */
function someFieldSucceeded(data: unknown, errors: readonly GraphQLFormattedError[]): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const failed = new Set(errors.map((error) => error.path?.[0]));
  return Object.entries(data).some(([key, value]) => value !== null || !failed.has(key));
}
