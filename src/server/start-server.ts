import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Failure } from '../base/failure';
import type { StatementReport } from '../engines/engine';
import type { Query } from '../metrics/model/query';
import type { LiveEvent } from '../service/live/live-tenet';
import type { Tenet } from '../service/tenet';
import { apolloServer } from './apollo';
import { clientErrorHandler } from './client-error';
import { drain } from './drain';
import { exampleQuestion } from './example';
import type { Site } from './exchange';
import { isLoopback } from './loopback';
import { type LogLevel, openLog } from './observe/log';
import { catalogState, logChange } from './observe/log-change';
import { ServerMetrics } from './observe/server-metrics';
import { type Page, readPage } from './page';
import { printQuestion } from './print-question';
import { requestHandler } from './request-handler';
import { SchemaGateway } from './schema-gateway';
import { ServingTenet } from './serving-tenet';

export interface ServerOptions {
  readonly tenet: Tenet;
  /** A loopback address: there is no authentication yet. */
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** What the page asks first; default: one chosen from the catalog. */
  readonly exampleQuestion?: Query;
  /** Where lines of the log go, each a JSON object; default standard error. */
  readonly log?: (line: string) => void;
  /** Default `warn`: no line for each request. */
  readonly logLevel?: LogLevel;
}

export interface RunningServer {
  /** Of the GraphQL endpoint and the page, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /**
   * Requests that begin from now on are answered by `tenet`; those in flight finish with the one they began with. Resolves when
   * the one before answers nobody any more.
   */
  swap(tenet: Tenet): Promise<void>;
  /** Tells the log and the metrics of a change. */
  happened(event: LiveEvent): void;
  /** Tells the metrics of a statement that has ended. */
  statement(report: StatementReport): void;
  /** Answers what is in flight, then stops. The Tenet stays open: it is its owner's to close. */
  close(): Promise<void>;
}

/** What a request may take beyond the deadline of its question, before shutdown cuts it off. */
const GRACE_MS = 5_000;

/** A caller has this long to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Serves GraphQL, the page and health over HTTP.
 * @throws Failure of family `environment`: `ENVIRONMENT.HOST`, `ENVIRONMENT.PORT`, `ENVIRONMENT.FILE`.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { tenet, host, port } = options;
  refuseOtherHosts(host);
  let page = pageOf(tenet, options);
  page(); // What is missing is told now.
  let ready = true;
  const gateway = new SchemaGateway(tenet);
  const serving = new ServingTenet(tenet);
  const log = openLog(options.logLevel ?? 'warn', options.log ?? toStderr);
  const metrics = new ServerMetrics(serving);
  const apollo = apolloServer(gateway, log);
  const site: Site = { apollo, serving, log, metrics, page: () => page(), isReady: () => ready };
  const { server, url } = await open(site, host, port);
  log.info({ url, catalog: catalogState(tenet.catalog) }, 'ready');
  return {
    url,
    swap(next) {
      gateway.swap(next);
      page = pageOf(next, options);
      return serving.replace(next);
    },
    happened(event) {
      metrics.happened(event);
      logChange(log, event);
    },
    statement: (report) => metrics.statement(report),
    close: once(() => {
      ready = false;
      return stop(site, server);
    }),
  };
}

async function open(site: Site, host: string, port: number): Promise<{ server: Server; url: string }> {
  await site.apollo.start();
  const answering = new WeakSet<Duplex>();
  const server = createServer(requestHandler(site));
  server.prependListener('request', ({ socket }, response) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  server.on(
    'clientError',
    clientErrorHandler(site.log, (socket) => answering.has(socket)),
  );
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  try {
    return { server, url: await listen(server, host, port) };
  } catch (error) {
    await site.apollo.stop();
    site.metrics.close();
    throw error;
  }
}

/** The order counts: Apollo answers only until it is stopped. */
async function stop({ apollo, serving, log, metrics }: Site, server: Server): Promise<void> {
  log.info('stopping');
  await drain(server, serving.current.catalog.company.limits.deadlineMs + GRACE_MS);
  await apollo.stop();
  metrics.close();
  log.info('stopped');
}

function refuseOtherHosts(host: string): void {
  if (isLoopback(host)) return;
  throw new Failure('ENVIRONMENT.HOST', `"${host}" is not a loopback address.`, {
    family: 'environment',
    hint: 'use 127.0.0.1; there is no authentication yet',
  });
}

/** Made when it is first asked for: to find a question that shows something, the whole catalog is looked through. */
const pageOf = ({ catalog }: Tenet, { exampleQuestion: asked }: ServerOptions): (() => Page) =>
  once(() => {
    const question = asked ?? exampleQuestion(catalog);
    const example = question === null ? '{ company { name } }' : printQuestion(question);
    return readPage({ company: catalog.company.name, example });
  });

const once = <T>(work: () => T): (() => T) => {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
};

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portFailure(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo; // Listening on TCP, so there is one.
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}/graphql`;
}

function portFailure(cause: NodeJS.ErrnoException, host: string, port: number): Failure {
  const taken = cause.code === 'EADDRINUSE';
  const message = taken
    ? `Port ${port} of ${host} is taken.`
    : `Port ${port} of ${host} cannot be used (${cause.code ?? cause.message}).`;
  return new Failure('ENVIRONMENT.PORT', message, {
    family: 'environment',
    hint: `set PORT to a free one, such as ${port + 1}`,
    cause,
  });
}

const toStderr = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
