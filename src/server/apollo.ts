import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema, ParseOptions } from 'graphql';
import type { Limits } from '../metrics/model/catalog';
import { answerPlugin, type OperationContext } from './answer-plugin';
import { formatError } from './format-error';
import { aliasLimit } from './limits/alias-limit';
import { depthLimit } from './limits/depth-limit';
import { MAX_ERRORS } from './limits/request-limits';
import type { Log } from './observe/log';
import type { SchemaGateway } from './schema-gateway';

/** Apollo as Tenet runs it: no telemetry, no remote pages, no per-field hooks; signals and HTTP are ours. */
export function apolloServer(gateway: SchemaGateway, log: Log): ApolloServer<OperationContext> {
  const limitsOf = (schema: GraphQLSchema): Limits => gateway.tenetOf(schema).catalog.company.limits;
  return new ApolloServer<OperationContext>({
    gateway,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: tokenLimit(gateway),
    validationRules: [
      depthLimit((schema) => limitsOf(schema).maxDepth),
      aliasLimit((schema) => limitsOf(schema).maxAliases),
    ],
    // graphql-js adds one more error, which says that it stopped.
    validationOptions: { maxErrors: MAX_ERRORS - 1 },
    executionOptions: { maxCoercionErrors: MAX_ERRORS - 1 },
    formatError,
    logger: {
      debug: ignore,
      info: ignore,
      warn: (line) => log.warn(String(line)),
      error: (line) => log.error(String(line)),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerPlugin(gateway, log),
    ],
  });
}

const ignore = (): void => undefined;

/** Asked for whenever a document is parsed: another catalog may have another limit. */
const tokenLimit = (gateway: SchemaGateway): ParseOptions => ({
  get maxTokens() {
    return gateway.current.catalog.company.limits.maxTokens;
  },
});
