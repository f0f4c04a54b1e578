import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { Failure } from '../base/failure';
import type { OperationContext } from './answer-plugin';
import { answerGraphQL } from './graphql-endpoint';
import { isLoopbackHeader } from './loopback';
import { type Page, respondAsset, respondPage } from './page';
import { respond, respondFailure, respondJson } from './respond';

export interface Site {
  readonly apollo: ApolloServer<OperationContext>;
  /** Of the catalog that serves now. */
  page(): Page;
  /** False from the moment that shutdown begins. */
  isReady(): boolean;
  log(line: string): void;
}

interface Exchange {
  readonly requestId: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Route {
  readonly methods: readonly string[];
  answer(site: Site, exchange: Exchange): Promise<void> | void;
}

const READS = ['GET', 'HEAD'];

/** Every path but the page's files. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/graphql', { methods: [...READS, 'POST'], answer: answerPageOrQuery }],
  [
    '/',
    { methods: READS, answer: (_, { response }) => respond(response, 302, { location: '/graphql' }, '') },
  ],
  [
    '/health/live',
    { methods: READS, answer: (_, { response }) => respondJson(response, 200, { status: 'live' }) },
  ],
  ['/health/ready', { methods: READS, answer: answerReady }],
]);

/** What the server does with a request. */
export function requestHandler(site: Site): RequestListener {
  return (request, response) => {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    if (!site.isReady()) response.setHeader('connection', 'close');
    const exchange = { requestId, request, response };
    route(site, exchange).catch((error: unknown) => fail(site, exchange, error));
  };
}

async function route(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const host = request.headers.host;
  if (!isLoopbackHeader(host)) {
    throw new Failure('REQUEST.HOST', `This server does not answer for "${host ?? ''}".`, {
      hint: 'use the address that it printed, such as http://127.0.0.1:4000/graphql',
    });
  }
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const asset = site.page().assets.get(path);
  const found =
    ROUTES.get(path) ?? (asset && { methods: READS, answer: () => respondAsset(response, asset) });
  if (found === undefined) {
    throw new Failure('REQUEST.NOT_FOUND', `Nothing is served under ${path}.`, {
      hint: 'GraphQL is at /graphql',
    });
  }
  if (!found.methods.includes(request.method ?? '')) {
    response.setHeader('allow', found.methods.join(', '));
    throw new Failure('REQUEST.METHOD', `${path} does not take ${request.method}.`);
  }
  await found.answer(site, exchange);
}

async function answerPageOrQuery(site: Site, { requestId, request, response }: Exchange): Promise<void> {
  if (request.method !== 'POST' && wantsPage(request)) respondPage(response, site.page());
  else await answerGraphQL(site.apollo, requestId, request, response);
}

function answerReady(site: Site, { response }: Exchange): void {
  const ready = site.isReady();
  respondJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'stopping' });
}

/** A browser's address bar asks for HTML first; programs ask for JSON or for anything. */
const wantsPage = (request: IncomingMessage): boolean =>
  (request.headers.accept ?? '').split(',')[0]?.trim().startsWith('text/html') ?? false;

function fail(site: Site, { requestId, response }: Exchange, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof Failure && error.family === 'request') {
    // The rest of a body that was refused is not worth waiting for.
    if (!response.req.complete) response.setHeader('connection', 'close');
    respondFailure(response, error);
    return;
  }
  site.log(`request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`);
  const extensions = { code: 'INTERNAL.ERROR', suggestions: [], requestId };
  respondJson(response, 500, { errors: [{ message: 'Something went wrong on our side.', extensions }] });
}
