import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { OperationContext } from './answer-plugin';
import { REQUEST_LIMITS } from './limits/request-limits';
import { parseJson, readBody } from './read-body';
import { respond } from './respond';

/** Answers one GraphQL request through Apollo; a caller who goes away cancels what was asked for. */
export async function answerGraphQL(
  apollo: ApolloServer<OperationContext>,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const httpGraphQLRequest = await toApollo(request);
  const context = async (): Promise<OperationContext> => ({ requestId, signal: gone.signal });
  const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  // @defer and @stream are not in the schema, so the answer is always whole.
  const body = answer.body.kind === 'complete' ? answer.body.string : '';
  respond(response, answer.status ?? 200, Object.fromEntries(answer.headers), body);
}

async function toApollo(request: IncomingMessage): Promise<HTTPGraphQLRequest> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = request.url ?? '';
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return { method: (request.method ?? 'GET').toUpperCase(), headers, search, body: await bodyOf(request) };
}

/** Undefined where Apollo refuses the request anyway: no body, or one that a form could have sent. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const body = await readBody(request, REQUEST_LIMITS.bodyBytes);
  return /json/i.test(request.headers['content-type'] ?? '') ? parseJson(body) : undefined;
}
