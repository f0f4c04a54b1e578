import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { Failure } from '../base/failure';
import type { Exchange, Site } from './exchange';
import { isLoopbackHeader } from './loopback';
import { notFound, respondFailure, respondJson } from './respond';
import { ROUTES, type Route } from './routes';

/** What the server does with a request. */
export function requestHandler(site: Site): RequestListener {
  return (request, response) => {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    if (!site.isReady()) response.setHeader('connection', 'close');
    const exchange = { requestId, request, response, name: '' };
    answer(site, exchange).catch((error: unknown) => fail(site, exchange, error));
  };
}

async function answer(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const host = request.headers.host;
  if (!isLoopbackHeader(host)) {
    throw new Failure('REQUEST.HOST', `This server does not answer for "${host ?? ''}".`, {
      hint: 'use the address that it printed, such as http://127.0.0.1:4000/graphql',
    });
  }
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const found = findRoute(path);
  if (found === null) throw notFound(path);
  const { route, name } = found;
  if (!route.methods.includes(request.method ?? '')) {
    response.setHeader('allow', route.methods.join(', '));
    throw new Failure('REQUEST.METHOD', `${path} does not take ${request.method}.`);
  }
  await route.answer(site, { ...exchange, name });
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

function fail(site: Site, { requestId, response }: Exchange, error: unknown): void {
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
  site.log(`request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`);
  const extensions = { code: 'INTERNAL.ERROR', suggestions: [], requestId };
  respondJson(response, 500, { errors: [{ message: 'Something went wrong on our side.', extensions }] });
}
