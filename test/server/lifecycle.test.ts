import { Failure } from '../../src/base/failure';
import type { Catalog } from '../../src/metrics/model/catalog';
import type { Tenet } from '../../src/service/tenet';
import { askedOneByOne } from './asked-one-by-one';
import { closeServers, type Demo, openDemo, post, serve } from './serve-demo';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterEach(closeServers);
afterAll(() => demo?.close());

const QUERY = '{ metricQuery(metrics: [placed_orders]) { rows } }';

/** The real Tenet, which waits for `release` before it answers. */
function held(tenet: Tenet) {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const seen = { waiting: 0, signals: [] as AbortSignal[] };
  const ask: Tenet['ask'] = async (query, options) => {
    seen.waiting += 1;
    if (options?.signal) seen.signals.push(options.signal);
    await gate;
    return tenet.ask(query, options);
  };
  return { tenet: askedOneByOne(tenet, ask), seen, release: () => release() };
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
};

describe('start', () => {
  test.each(['0.0.0.0', '192.168.1.10', '::', 'example.com', ''])(
    'refuses the address "%s", which others can reach',
    async (host) => {
      const failure = await failureOf(serve(demo.tenet, { host }));
      expect([failure.code, failure.family]).toEqual(['ENVIRONMENT.HOST', 'environment']);
    },
  );

  test('says in one sentence that the port is taken', async () => {
    const first = await serve(demo.tenet);
    const port = Number(new URL(first.url).port);
    const failure = await failureOf(serve(demo.tenet, { port }));
    expect([failure.code, failure.family]).toEqual(['ENVIRONMENT.PORT', 'environment']);
    expect(failure.message).toBe(`Port ${port} of 127.0.0.1 is taken.`);
    await first.close();
    const again = await serve(demo.tenet, { port });
    await again.close();
  });
});

describe('shutdown', () => {
  test('answers every request in flight and takes no new one', async () => {
    const { tenet, seen, release } = held(demo.tenet);
    const server = await serve(tenet);
    const replies = Array.from({ length: 40 }, () => post(server.url, QUERY));
    await until(() => seen.waiting === 40);
    const closing = server.close();
    await expect(post(server.url, QUERY)).rejects.toThrow();
    release();
    const answers = await Promise.all(replies);
    expect(answers.map((answer) => answer.status)).toEqual(Array(40).fill(200));
    expect(answers[0]?.data.metricQuery.rows[0].placed_orders).toBeGreaterThan(0);
    await closing;
    await server.close(); // A second time is no fault.
  });

  test('does not wait for connections on which nothing is asked', async () => {
    const server = await serve(demo.tenet);
    await Promise.all(Array.from({ length: 10 }, () => post(server.url, '{ company { name } }')));
    const began = Date.now();
    await server.close();
    expect(Date.now() - began).toBeLessThan(2_000);
  });
});

describe('a caller who goes away', () => {
  test('cancels what was asked for', async () => {
    const { tenet, seen, release } = held(demo.tenet);
    const server = await serve(tenet);
    const controller = new AbortController();
    const body = JSON.stringify({ query: QUERY });
    const gone = fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: controller.signal,
    });
    await until(() => seen.waiting === 1);
    expect(seen.signals[0]?.aborted).toBe(false);
    controller.abort();
    await expect(gone).rejects.toThrow();
    await until(() => seen.signals[0]?.aborted === true);
    release();
    expect((await post(server.url, QUERY)).status).toBe(200);
    await server.close();
  });
});

describe('a new catalog', () => {
  /** The same company with one metric renamed. */
  const renamed = (catalog: Catalog, version: number): Catalog => {
    const metrics = new Map(catalog.metrics);
    const metric = metrics.get('placed_orders');
    if (metric === undefined) throw new TypeError('the demo has no placed_orders');
    metrics.delete('placed_orders');
    metrics.set(`placed_${version}`, { ...metric, name: `placed_${version}` });
    return { ...catalog, metrics, version: `${catalog.version}-${version}` };
  };

  /** Answers by its own catalog: a mixture of two would not find the metric. */
  const tenetOf = (version: number): Tenet => {
    const catalog = renamed(demo.tenet.catalog, version);
    const ask: Tenet['ask'] = async (query, options) => {
      const unknown = query.metrics.find((name) => !catalog.metrics.has(name));
      if (unknown !== undefined) throw new TypeError(`version ${version} was asked for ${unknown}`);
      return demo.tenet.ask({ ...query, metrics: ['placed_orders'] }, options);
    };
    return { ...askedOneByOne(demo.tenet, ask), catalog };
  };

  test('is swapped in under load: no request is dropped, none is answered from two catalogs', async () => {
    const lines: string[] = [];
    const server = await serve(tenetOf(0), { log: (line) => lines.push(line) });
    const swaps = 30;
    let current = 0;
    let answered = 0;
    const client = async (): Promise<void> => {
      while (current < swaps) {
        const asked = current;
        const reply = await post(
          server.url,
          `{ metrics(first: 1, filter: { search: "placed_" }) { nodes { name } } metricQuery(metrics: [placed_${asked}]) { rows } }`,
        );
        if (reply.status === 200) {
          expect(reply.errors).toEqual([]);
          expect(reply.data.metrics.nodes).toEqual([{ name: `placed_${asked}` }]);
          expect(reply.data.metricQuery.rows).toHaveLength(1);
          answered += 1;
        } else {
          // It came after the swap, whose catalog does not have the name.
          expect([reply.status, reply.errors[0]?.extensions.code]).toEqual([400, 'REFERENCE.UNKNOWN_METRIC']);
          expect(current).toBeGreaterThan(asked);
        }
      }
    };
    const clients = Array.from({ length: 8 }, client);
    while (current < swaps) {
      const before = answered;
      await until(() => answered > before);
      server.swap(tenetOf(current + 1));
      current += 1;
    }
    await Promise.all(clients);
    expect(answered).toBeGreaterThanOrEqual(swaps);
    expect(lines).toEqual([]);
    await server.close();
  });

  test('leaves a request in flight with the catalog that it began with', async () => {
    const { tenet, seen, release } = held(tenetOf(1));
    const server = await serve(tenet);
    const reply = post(
      server.url,
      '{ metricQuery(metrics: [placed_1]) { columns { metric { name } } rows } }',
    );
    await until(() => seen.waiting === 1);
    server.swap(tenetOf(2));
    expect((await post(server.url, '{ metric(name: placed_2) { name } }')).status).toBe(200);
    expect((await post(server.url, '{ metric(name: placed_1) { name } }')).status).toBe(400);
    release();
    expect((await reply).status).toBe(200);
    await server.close();
  });

  test('that makes no valid schema is refused, and the old one goes on', async () => {
    const server = await serve(tenetOf(3));
    const broken = tenetOf(4);
    const metrics = new Map(broken.catalog.metrics).set('true', [...broken.catalog.metrics.values()][0]!);
    const [first] = metrics.values();
    metrics.set('true', { ...first!, name: 'true' });
    expect(() =>
      server.swap({ ...broken, catalog: { ...broken.catalog, metrics, version: 'bad' } }),
    ).toThrow();
    expect((await post(server.url, '{ metricQuery(metrics: [placed_3]) { rows } }')).status).toBe(200);
    await server.close();
  });
});
