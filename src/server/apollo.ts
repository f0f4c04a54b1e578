import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { answerPlugin, type OperationContext } from './answer-plugin';
import { formatError } from './format-error';
import { aliasLimit } from './limits/alias-limit';
import { depthLimit } from './limits/depth-limit';
import { REQUEST_LIMITS } from './limits/request-limits';
import type { SchemaGateway } from './schema-gateway';

/** Apollo as Tenet runs it: no telemetry, no remote pages, no per-field hooks; signals and HTTP are ours. */
export function apolloServer(
  gateway: SchemaGateway,
  log: (line: string) => void,
): ApolloServer<OperationContext> {
  const { depth, aliases, tokens, errors } = REQUEST_LIMITS;
  return new ApolloServer<OperationContext>({
    gateway,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: tokens },
    validationRules: [depthLimit(depth), aliasLimit(aliases)],
    // graphql-js adds one more error, which says that it stopped.
    validationOptions: { maxErrors: errors - 1 },
    executionOptions: { maxCoercionErrors: errors - 1 },
    formatError,
    logger: { debug: ignore, info: ignore, warn: log, error: log },
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
