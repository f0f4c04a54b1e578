// table: every path that the server answers, with what answers it
import type { IncomingMessage } from 'node:http';
import type { Exchange, Site } from './exchange';
import { answerGraphQL } from './graphql-endpoint';
import { respondAsset, respondPage } from './page';
import { notFound, respond, respondJson } from './respond';
import { answerQuery, answerSavedQuery, listSavedQueries } from './v1/answer-question';

export interface Route {
  /** `/graphql`, or with a name in the last place: `/assets/:name`. */
  readonly path: string;
  readonly methods: readonly string[];
  answer(site: Site, exchange: Exchange): Promise<void> | void;
}

const READS = ['GET', 'HEAD'];

export const ROUTES: readonly Route[] = [
  { path: '/graphql', methods: [...READS, 'POST'], answer: answerPageOrQuery },
  {
    path: '/',
    methods: READS,
    answer: (_, { response }) => respond(response, 302, { location: '/graphql' }, ''),
  },
  { path: '/assets/:name', methods: READS, answer: answerAsset },
  {
    path: '/health/live',
    methods: READS,
    answer: (_, { response }) => respondJson(response, 200, { status: 'live' }),
  },
  { path: '/health/ready', methods: READS, answer: answerReady },
  { path: '/metrics', methods: READS, answer: answerMetrics },
  { path: '/v1/query', methods: READS, answer: answerQuery },
  { path: '/v1/saved-queries', methods: READS, answer: listSavedQueries },
  { path: '/v1/saved-queries/:name', methods: READS, answer: answerSavedQuery },
];

async function answerPageOrQuery(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  if (request.method !== 'POST' && wantsPage(request)) respondPage(response, site.page());
  else await answerGraphQL(site, exchange);
}

/** A browser's address bar asks for HTML first; programs ask for JSON or for anything. */
const wantsPage = (request: IncomingMessage): boolean =>
  (request.headers.accept ?? '').split(',')[0]?.trim().startsWith('text/html') ?? false;

function answerAsset(site: Site, { response, name }: Exchange): void {
  const path = `/assets/${name}`;
  const asset = site.page().assets.get(path);
  if (asset === undefined) throw notFound(path);
  respondAsset(response, asset);
}

function answerReady(site: Site, { response }: Exchange): void {
  const ready = site.isReady();
  respondJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'stopping' });
}

async function answerMetrics({ metrics }: Site, { response }: Exchange): Promise<void> {
  respond(response, 200, { 'content-type': metrics.contentType }, await metrics.text());
}
