import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { Failure } from '../base/failure';
import type { Exchange, Site } from './exchange';
import { isLoopbackHeader } from './loopback';
import { notFound, respondFailure, respondJson } from './respond';
import { ROUTES, type Route } from './routes';

/** What the server does with a request. */
export function requestHandler(site: Site): RequestListener {
  return (request, response) => {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    if (!site.isReady()) response.setHeader('connection', 'close');
    const notes = { route: null, operation: null, code: null, questions: [] };
    const exchange = { requestId, request, response, notes, name: '' };
    tellWhenOver(site, exchange);
    answer(site, exchange).catch((error: unknown) => fail(site, exchange, error));
  };
}

/** The caller's own, where it is one that may stand in headers and logs; else a new one. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:@-]{1,128}$/.test(given) ? given : randomUUID();
}

function tellWhenOver({ log, metrics }: Site, { requestId, request, response, notes }: Exchange): void {
  const began = performance.now();
  metrics.begin();
  response.once('close', () => {
    const ms = Math.round(performance.now() - began);
    const { route, operation, code, questions } = notes;
    const method = METHODS.includes(request.method ?? '') ? (request.method ?? '') : 'other';
    // Nobody is there any more to get a status.
    const status = response.writableFinished ? response.statusCode : 499;
    metrics.end(route ?? 'none', method, status, ms);
    for (const question of questions) metrics.question(question);
    log.info({ requestId, method, route, status, ms, operation, code, questions }, 'request');
  });
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

async function answer(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const host = request.headers.host;
  if (!isLoopbackHeader(host)) {
    throw new Failure('REQUEST.HOST', `This server does not answer for "${host ?? ''}".`, {
      hint: 'use the address that it printed, such as http://127.0.0.1:4000/graphql',
    });
  }
  const url = request.url ?? '/';
  refuseUnreadable(url);
  const path = url.split('?', 1)[0] ?? '/';
  const found = findRoute(path);
  if (found === null) throw notFound(path);
  const { route, name } = found;
  exchange.notes.route = route.path;
  if (!route.methods.includes(request.method ?? '')) {
    response.setHeader('allow', route.methods.join(', '));
    throw new Failure('REQUEST.METHOD', `${path} does not take ${request.method}.`, {
      hint: `use ${route.methods.join(' or ')}`,
    });
  }
  await route.answer(site, { ...exchange, name });
}

/** What is no UTF-8 would be read as another text, and a filter would look for that. */
function refuseUnreadable(url: string): void {
  const parameters = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  if (/^[\x00-\x7f]*$/.test(url) && decoded(parameters) !== null) return;
  throw new Failure('REQUEST.HTTP', 'The address holds what is no text in UTF-8.', {
    hint: 'write letters beyond ASCII as the percent-encoded bytes of UTF-8, and %25 for a percent sign',
  });
}

const NAMED = '/:name';
const PLAIN: ReadonlyMap<string, Route> = new Map(ROUTES.map((route) => [route.path, route]));

/** The route of a path, and the name in its last place where the route takes one. */
function findRoute(path: string): { readonly route: Route; readonly name: string } | null {
  const plain = PLAIN.get(path);
  if (plain !== undefined) return path.endsWith(NAMED) ? null : { route: plain, name: '' };
  const cut = path.lastIndexOf('/');
  const route = PLAIN.get(path.slice(0, cut) + NAMED);
  const name = decoded(path.slice(cut + 1));
  return route === undefined || name === null || name === '' ? null : { route, name };
}

/** Null where a percent sign is not followed by what UTF-8 can be. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function fail(site: Site, { requestId, response, notes }: Exchange, error: unknown): void {
  notes.code = error instanceof Failure ? error.code : 'INTERNAL.ERROR';
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof Failure && (error.family === 'request' || error.family === 'engine')) {
    // The rest of a body that was refused is not worth waiting for.
    if (!response.req.complete) response.setHeader('connection', 'close');
    respondFailure(response, error);
    return;
  }
  site.log.error(
    { requestId, stack: error instanceof Error ? error.stack : String(error) },
    'internal error',
  );
  const extensions = { code: 'INTERNAL.ERROR', suggestions: [], requestId };
  respondJson(response, 500, { errors: [{ message: 'Something went wrong on our side.', extensions }] });
}
