import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/start-server';
import { openTenet } from '../../src/service/open';
import { seedDemo } from '../../src/service/seed';
import type { Tenet } from '../../src/service/tenet';

export const DEFINITIONS = path.resolve(__dirname, '../../definitions');

/** The demo company on a database of its own. */
export interface Demo {
  readonly tenet: Tenet;
  close(): Promise<void>;
}

export async function openDemo(): Promise<Demo> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-server-'));
  const database = path.join(folder, 'demo.duckdb');
  await seedDemo(database, 'tiny');
  const tenet = await openTenet({ definitions: DEFINITIONS, database: `duckdb:${database}` });
  return {
    tenet,
    close: async () => {
      await tenet.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const running = new Set<RunningServer>();

/** On a free port. */
export async function serve(tenet: Tenet, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({ tenet, host: '127.0.0.1', port: 0, ...options });
  running.add(server);
  return server;
}

/** Also those that a failed test left behind. */
export async function closeServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.close()));
  running.clear();
}

export interface GraphQLError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: {
    readonly code: string;
    readonly suggestions: readonly string[];
    readonly path?: string;
    readonly hint?: string;
    readonly requestId?: string;
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query asks for.
  readonly data: any;
  readonly errors: readonly GraphQLError[];
}

/** Asks over HTTP, as any client does. */
export async function post(url: string, query: string, variables?: object): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Partial<Pick<Reply, 'data' | 'errors'>>;
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}
