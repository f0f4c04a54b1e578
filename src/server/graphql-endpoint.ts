import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { OperationContext } from './answer-plugin';
import type { Exchange, Site } from './exchange';
import { REQUEST_LIMITS } from './limits/request-limits';
import { parseJson, readBody } from './read-body';
import { respond } from './respond';
import type { Release } from './serving-tenet';

/** Answers one GraphQL request through Apollo; a caller who goes away cancels what was asked for. */
export async function answerGraphQL(
  { apollo, serving }: Site,
  { requestId, request, response }: Exchange,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  // Which one the operation gets is known when Apollo has chosen its schema: this one, or one that comes meanwhile.
  const held: Release[] = [serving.hold()];
  try {
    const httpGraphQLRequest = await toApollo(request);
    const context = async (): Promise<OperationContext> => ({
      requestId,
      signal: gone.signal,
      hold: (tenet) => held.push(serving.hold(tenet)),
    });
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
    // @defer and @stream are not in the schema, so the answer is always whole.
    const body = answer.body.kind === 'complete' ? answer.body.string : '';
    respond(response, answer.status ?? 200, Object.fromEntries(answer.headers), body);
  } finally {
    for (const release of held) release();
  }
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
