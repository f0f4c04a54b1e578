import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { RunningServer } from '../../src/server/start-server';
import { createTenet } from '../../src/service/open';
import { closeServers, type Demo, openDemo, serve } from './serve-demo';

let demo: Demo;
let server: RunningServer;
const lines: string[] = [];

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(demo.tenet, { logLevel: 'info', log: (line) => void lines.push(line) });
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

/** What the server sends for these bytes until it closes. */
async function raw(bytes: string | Buffer): Promise<string> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

const head = (target: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;

const QUESTION = '/v1/query?metrics=net_revenue&where=customers.region+=+';

describe('an address that is no text in UTF-8', () => {
  test.each([
    ['bytes of Latin-1', Buffer.from(head(`${QUESTION}caf%e9`))],
    ['half a character', Buffer.from(head(`${QUESTION}%E2%82`))],
    ['a percent sign alone', Buffer.from(head(`${QUESTION}100%`))],
    ['letters that are not encoded', Buffer.from(head(`${QUESTION}café`), 'utf8')],
    ['the same in Latin-1', Buffer.from(head(`${QUESTION}café`), 'latin1')],
  ])('is refused, for a filter would look for another one: %s', async (_, bytes) => {
    const answer = await raw(bytes);
    expect(answer).toContain('HTTP/1.1 400');
    expect(answer).toMatch(/"REQUEST.HTTP".*percent-encoded/);
  });

  test('is refused in GraphQL too, and text in UTF-8 is read', async () => {
    const asked = async (search: string): Promise<number> =>
      (await fetch(`${server.url}?${search}`, { headers: { 'content-type': 'application/json' } })).status;
    const query = encodeURIComponent('{ company { name } }');
    expect(await asked(`query=${query}&operationName=caf%e9`)).toBe(400);
    expect(await asked(`query=${query}%23caf%C3%A9`)).toBe(200);
    expect(await raw(head(`${QUESTION}caf%C3%A9`))).toContain('HTTP/1.1 200');
  });
});

describe('what never became a request', () => {
  test.each([
    ['431', 'REQUEST.TOO_LARGE', head(`/v1/query?metrics=${'a'.repeat(20_000)}`)],
    [
      '431',
      'REQUEST.TOO_LARGE',
      `GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    ],
    ['400', 'REQUEST.HTTP', 'GARBAGE\r\n\r\n'],
    [
      '400',
      'REQUEST.HTTP',
      `${head('/v1/query').trimEnd()}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n`,
    ],
  ])('is answered %s with a code, a hint and the headers of every answer', async (status, code, bytes) => {
    const answer = await raw(bytes);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain(`"code":"${code}"`);
    expect(answer).toMatch(/"hint":"\w/);
    for (const header of ['content-security-policy', 'x-content-type-options', 'x-frame-options'])
      expect(answer).toContain(`${header}: `);
  });

  test('gets no answer that stands in the place of one before it', async () => {
    const slow = await serve({ ...demo.tenet, ask: () => new Promise(() => undefined) });
    const socket = connect(Number(new URL(slow.url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.on('error', () => undefined);
    socket.write('GET /v1/query?metrics=net_revenue HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write('GARBAGE\r\n\r\n');
    await once(socket, 'close');
    expect(text).toBe('');
  });
});

describe('Accept', () => {
  test.each([
    ['text/csv, application/json;q=0.1', 'text/csv'],
    ['application/json;q=0.1, text/csv', 'text/csv'],
    ['text/csv;q=0, */*', 'application/json'],
    ['*/*, application/x-ndjson', 'application/x-ndjson'],
    ['*/*, application/x-ndjson;q=0.9', 'application/json'],
    ['text/*', 'text/csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
    ['', 'application/json'],
  ])('%j is answered in %s', async (accept, type) => {
    const response = await fetch(new URL('/v1/query?metrics=net_revenue', server.url), {
      headers: { accept },
    });
    expect(response.headers.get('content-type')).toContain(type);
  });
});

test('a method that a path does not take is refused with those that it takes', async () => {
  const response = await fetch(new URL('/v1/query', server.url), { method: 'POST' });
  expect(response.status).toBe(405);
  expect(await response.text()).toContain('use GET or HEAD');
});

test('what Apollo refuses before there is an operation has its code in the log', async () => {
  const seen = lines.length;
  await fetch(server.url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' });
  expect(lines.slice(seen).map((line) => JSON.parse(line).code)).toEqual(['REQUEST.HTTP']);
});

const WITHIN_500_MS = (): Demo['tenet']['catalog'] => ({
  ...demo.tenet.catalog,
  company: {
    ...demo.tenet.catalog.company,
    limits: { ...demo.tenet.catalog.company.limits, deadlineMs: 500 },
  },
});

test('the deadline holds for what is told beside the rows, too', async () => {
  const slow = await serve({
    ...demo.tenet,
    catalog: WITHIN_500_MS(),
    ask: async (question, options) => {
      const answer = await demo.tenet.ask(question, options);
      const notices = (): Promise<never> =>
        new Promise((_, reject) =>
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
        );
      return Object.create(answer, { notices: { value: notices } });
    },
  });
  const began = performance.now();
  const response = await fetch(new URL('/v1/query?metrics=net_revenue', slow.url));
  expect(response.status).toBe(504);
  expect(performance.now() - began).toBeLessThan(2_500);
});

/** A hundred thousand rows of five numbers, more than any buffer between here and there holds. */
async function serveWide(catalog: Demo['tenet']['catalog']): Promise<RunningServer> {
  const tenet = createTenet({ catalog, diagnostics: [] }, demo.tenet.engine);
  return serve({
    ...tenet,
    ask: async (question, options) => {
      const answer = await tenet.ask(question, options);
      const data = answer.data.map((values) => Array(100_000).fill(values[0]));
      return Object.create(answer, { data: { value: data }, rowCount: { value: 100_000 } });
    },
  });
}

const WIDE = 'net_revenue,placed_orders,average_order_value,orders_per_buyer,active_buyers';

async function askWide({ url }: RunningServer): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(head(`/v1/query?metrics=${WIDE}`));
  await once(socket, 'readable');
  return socket;
}

test('a caller who stops reading is let go, and with it what it held', async () => {
  const wide = await serveWide(WITHIN_500_MS());
  const socket = await askWide(wide);
  const began = performance.now();
  await wide.swap(demo.tenet);
  expect(performance.now() - began).toBeLessThan(2_500);
  socket.destroy();
});

test('a shutdown while a slow reader is in the middle of an answer lets it read to the end', async () => {
  const wide = await serveWide(demo.tenet.catalog);
  const socket = await askWide(wide);
  const closed = wide.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
  let tail = '';
  for await (const piece of socket) tail = (tail + String(piece)).slice(-200);
  await closed;
  expect(tail).toMatch(/"truncated":false,\n"notices":\[\]\}\n\r\n0\r\n\r\n$/);
});
