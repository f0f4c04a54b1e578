import { closeServers, type Demo, openDemo, post, serve } from './serve-demo';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterEach(closeServers);
afterAll(() => demo?.close());

const QUESTION = `query Board($channel: Value!) {
  metricQuery(metrics: [placed_orders], by: [{ dimension: orders__channel }], where: [{ dimension: orders__channel, eq: $channel }]) { rows }
}`;

interface Line {
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** A server whose log is read; a line is there when its request is over. */
async function logged() {
  const texts: string[] = [];
  const server = await serve(demo.tenet, { log: (line) => void texts.push(line), logLevel: 'info' });
  const requests = async (count: number): Promise<Line[]> => {
    for (let wait = 0; wait < 100; wait++) {
      const lines = texts.map((text) => JSON.parse(text) as Line).filter(({ msg }) => msg === 'request');
      if (lines.length >= count) return lines;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`fewer than ${count} requests are in the log`);
  };
  return { url: server.url, origin: new URL(server.url).origin, texts, requests, server };
}

describe('the log', () => {
  test('has a line of JSON for each request, with its questions, their time and rows', async () => {
    const { url, requests } = await logged();
    const { headers } = await post(url, QUESTION, { channel: 'web' });
    const [line] = await requests(1);
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      msg: 'request',
      requestId: headers.get('x-request-id'),
      method: 'POST',
      route: '/graphql',
      status: 200,
      ms: expect.any(Number),
      operation: 'Board',
      code: null,
      questions: [
        {
          metrics: ['placed_orders'],
          by: ['orders.channel'],
          segments: [],
          ms: expect.any(Number),
          rows: 1,
          code: null,
        },
      ],
    });
  });

  test('says why a question was refused', async () => {
    const { url, requests } = await logged();
    await post(url, '{ metricQuery(metrics: [placed_orders], limit: 10000000) { rows } }');
    const [line] = await requests(1);
    expect(line).toMatchObject({
      status: 400,
      code: 'QUERY.LIMIT',
      questions: [{ metrics: ['placed_orders'], rows: null, code: 'QUERY.LIMIT' }],
    });
  });

  test('holds no value of a question, no SQL and no path that somebody made up', async () => {
    const { url, origin, texts, requests } = await logged();
    await post(url, QUESTION, { channel: 'secret-value' });
    await post(url, '{ metricQuery(metrics: [secret_metric]) { rows } }');
    await post(
      url,
      '{ metricQuery(metrics: [placed_orders], where: [{ formula: "orders.channel = \'secret-formula\'" }]) { rows } }',
    );
    await fetch(`${origin}/secret-path?token=secret-token`);
    await fetch(
      `${origin}/v1/query?metrics=placed_orders&by=orders.channel&where.orders.channel=secret-parameter`,
    );
    await requests(5);
    expect(texts.join('\n')).not.toMatch(/secret|select /i);
  });

  test('names the start with its catalog, and the end', async () => {
    const { texts, server } = await logged();
    await server.close();
    const lines = texts.map((text) => JSON.parse(text) as Line);
    expect(lines.map(({ msg }) => msg)).toEqual(['ready', 'stopping', 'stopped']);
    const { version, metrics } = demo.tenet.catalog;
    expect(lines[0]?.['catalog']).toMatchObject({
      version,
      metrics: metrics.size,
      brokenCount: 0,
      broken: [],
    });
  });
});

describe('the id of a request', () => {
  test('is the caller’s own where it may stand in a log, else a new one', async () => {
    const { origin } = await logged();
    const idFor = async (given: string): Promise<string | null> =>
      (await fetch(`${origin}/health/live`, { headers: { 'x-request-id': given } })).headers.get(
        'x-request-id',
      );
    expect(await idFor('4bf92f3577b34da6a3ce929d0e0e4736')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    for (const odd of ['a b', 'x"y', '{}', 'a'.repeat(200)])
      expect(await idFor(odd)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is in the answer to a fault of ours, and in its line of the log', async () => {
    const lines: string[] = [];
    const askTogether = () => Promise.reject(new TypeError('a bug'));
    const server = await serve({ ...demo.tenet, askTogether }, { log: (line) => void lines.push(line) });
    const { status, errors } = await post(server.url, '{ metricQuery(metrics: [placed_orders]) { rows } }');
    expect([status, errors[0]?.message]).toEqual([500, 'Something went wrong on our side.']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: errors[0]?.extensions.requestId });
  });
});

describe('the metrics', () => {
  const read = async (origin: string): Promise<ReadonlyMap<string, number>> => {
    const response = await fetch(`${origin}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => {
        const cut = line.lastIndexOf(' ');
        return [line.slice(0, cut), Number(line.slice(cut + 1))] as const;
      }),
    );
  };

  test('count requests and questions, and time them', async () => {
    const { url, origin, requests } = await logged();
    await post(url, QUESTION, { channel: 'web' });
    await post(url, '{ metricQuery(metrics: [placed_orders], limit: 10000000) { rows } }');
    await fetch(`${origin}/nothing`);
    await requests(3);
    const metrics = await read(origin);
    expect(metrics.get('tenet_http_requests_total{route="/graphql",method="POST",status="200"}')).toBe(1);
    expect(metrics.get('tenet_http_requests_total{route="/graphql",method="POST",status="400"}')).toBe(1);
    expect(metrics.get('tenet_http_requests_total{route="none",method="GET",status="404"}')).toBe(1);
    expect(metrics.get('tenet_questions_total{code="ok"}')).toBe(1);
    expect(metrics.get('tenet_questions_total{code="QUERY.LIMIT"}')).toBe(1);
    expect(metrics.get('tenet_http_request_duration_seconds_count{route="/graphql"}')).toBe(2);
    expect(metrics.get('tenet_question_duration_seconds_count')).toBe(2);
    expect(metrics.get('tenet_http_requests_in_flight')).toBe(1); // The reading itself.
  });

  test('tell the state of the catalog, the database and the event loop', async () => {
    const { origin, server } = await logged();
    server.statement({ waitedMs: 20, ranMs: 300, code: null });
    server.statement({ waitedMs: 0, ranMs: 5, code: 'ENGINE.DEADLINE' });
    server.happened({ kind: 'database', tenet: demo.tenet });
    const metrics = await read(origin);
    const { metrics: definitions } = demo.tenet.catalog;
    expect(metrics.get('tenet_catalog_definitions{kind="metrics"}')).toBe(definitions.size);
    expect(metrics.get('tenet_catalog_broken')).toBe(0);
    expect(metrics.get('tenet_engine_slots')).toBe(demo.tenet.engine.load().slots);
    expect(metrics.get('tenet_engine_running')).toBe(0);
    expect(metrics.get('tenet_engine_waiting')).toBe(0);
    expect(metrics.get('tenet_engine_statements_total{code="ENGINE.DEADLINE"}')).toBe(1);
    expect(metrics.get('tenet_engine_wait_seconds_sum')).toBeCloseTo(0.02);
    expect(metrics.get('tenet_engine_run_seconds_count')).toBe(2);
    expect(metrics.get('tenet_reloads_total{change="database",outcome="live"}')).toBe(1);
    expect(metrics.get('tenet_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThan(0);
    expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });
});
