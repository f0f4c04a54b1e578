import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { OperationContext } from './answer-plugin';
import { callerOf, patienceOf } from './asker';
import type { Exchange, Site } from './exchange';
import { parseJson, readBody } from './read-body';
import { respond } from './respond';
import type { Release } from './serving-tenet';

/** Answers one GraphQL request through Apollo; a caller who goes away cancels what was asked for. */
export async function answerGraphQL(
  { apollo, serving }: Site,
  { requestId, request, response, notes }: Exchange,
): Promise<void> {
  const patience = patienceOf(request, response, serving.current);
  // Which one the operation gets is known when Apollo has chosen its schema: this one, or one that comes meanwhile.
  const held: Release[] = [serving.hold()];
  try {
    const httpGraphQLRequest = await toApollo(request, serving.current.catalog.company.limits.maxBodyBytes);
    const context = async (): Promise<OperationContext> => ({
      requestId,
      notes,
      signal: patience.signal,
      deadlineMs: patience.deadlineMs,
      caller: callerOf(request),
      hold: (tenet) => held.push(serving.hold(tenet)),
    });
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
    // @defer and @stream are not in the schema, so the answer is always whole.
    const body = answer.body.kind === 'complete' ? answer.body.string : '';
    if ((answer.status ?? 200) >= 400) notes.code ??= codeIn(body);
    respond(response, answer.status ?? 200, Object.fromEntries(answer.headers), body);
  } finally {
    patience.end();
    for (const release of held) release();
  }
}

async function toApollo(request: IncomingMessage, maxBytes: number): Promise<HTTPGraphQLRequest> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = request.url ?? '';
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    headers,
    search,
    body: await bodyOf(request, maxBytes),
  };
}

/** Undefined where Apollo refuses the request anyway: no body, or one that a form could have sent. */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const body = await readBody(request, maxBytes);
  return /json/i.test(request.headers['content-type'] ?? '') ? parseJson(body) : undefined;
}

/** What Apollo refuses before there is an operation, and what graphql-js refuses, is known from the answer only. */
function codeIn(body: string): string | null {
  if (!body.startsWith('{')) return null;
  const { errors } = JSON.parse(body) as { errors?: readonly { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code ?? null;
}
