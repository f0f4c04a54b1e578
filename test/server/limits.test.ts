import type { Limits } from '../../src/metrics/model/catalog';
import type { RunningServer } from '../../src/server/start-server';
import { createTenet } from '../../src/service/open';
import { closeServers, type Demo, openDemo, post, type Reply, serve } from './serve-demo';

let demo: Demo;
let server: RunningServer;

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(demo.tenet);
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

const ask = (query: string, variables?: object): Promise<Reply> => post(server.url, query, variables);
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const refused = (reply: Reply, code = 'REQUEST.LIMIT'): void => {
  expect(reply.errors.map((error) => error.extensions.code)).toContain(code);
  expect(reply.status).toBe(400);
  expect(reply.data).toBeUndefined();
};

describe('depth', () => {
  const nested = (depth: number): string => {
    const links = Array.from({ length: depth - 3 }, (_, i) => (i % 2 === 0 ? 'joins' : 'to'));
    return `{ ${['datasets', 'nodes', ...links].join(' { ')} { name } ${'} '.repeat(depth - 2)}}`;
  };

  test('of 12 fields is answered, of 13 is refused', async () => {
    expect((await ask(nested(12))).status).toBe(200);
    refused(await ask(nested(13)));
  });

  test('is counted through fragments, which may not go in circles', async () => {
    const chain = repeat(8, (i) => `fragment F${i} on Dataset { joins { to { ...F${i + 1} } } }`);
    refused(await ask(`{ datasets { nodes { ...F0 } } } ${chain} fragment F8 on Dataset { name }`));
    refused(
      await ask(
        '{ datasets { nodes { ...A } } } fragment A on Dataset { joins { to { ...B } } } fragment B on Dataset { joins { to { ...A } } }',
      ),
      'REQUEST.INVALID',
    );
  });

  test('leaves the introspection of editors alone', async () => {
    const { getIntrospectionQuery, buildClientSchema } = await import('graphql');
    const { data, status } = await ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
    expect(status).toBe(200);
    expect(buildClientSchema(data).getType('MetricName')).toBeDefined();
  });
});

describe('aliases', () => {
  const aliased = (count: number): string => `{ ${repeat(count, (i) => `a${i}: company { name }`)} }`;

  test('30 are answered, 31 are refused', async () => {
    expect((await ask(aliased(30))).status).toBe(200);
    refused(await ask(aliased(31)));
  });

  test('are counted as often as a fragment is spread', async () => {
    const spreads = repeat(8, (i) => `fragment F${i} on Metric { ...F${i + 1} uses { ...F${i + 1} } }`);
    const query = `{ metric(name: roas) { ...F0 } } ${spreads} fragment F8 on Metric { a: name }`;
    refused(await ask(query));
  });
});

describe('size', () => {
  test('of more than 2,000 tokens is refused', async () => {
    const lists = (values: number): string => `{ metricQuery(metrics: [placed_orders], where: [
      { dimension: orders__hour, in: [${repeat(values, String)}] }, { dimension: orders__hour, in: [${repeat(values, String)}] }
    ]) { rows } }`;
    expect((await ask(lists(980))).status).toBe(200);
    refused(await ask(lists(1_000)));
  });

  test('of one field named many times is refused before it costs much', async () => {
    refused(await ask(`{ company { ${repeat(1_900, () => 'name')} } }`));
  });

  test('of more than 256 kB of body is refused, and the caller gets to read why', async () => {
    const padding = (bytes: number): object => ({ padding: 'x'.repeat(bytes) });
    expect((await ask('{ company { name } }', padding(250 * 1024))).status).toBe(200);
    refused(await ask('{ company { name } }', padding(257 * 1024)), 'REQUEST.TOO_LARGE');
    refused(await ask('{ company { name } }', padding(3 * 1024 * 1024)), 'REQUEST.TOO_LARGE');
  });

  test('of a list in a condition is limited by the company', async () => {
    const values = Array.from({ length: demo.tenet.catalog.company.limits.maxInList + 1 }, String);
    const query = `query($values: [Value]) {
      metricQuery(metrics: [placed_orders], where: [{ dimension: orders__channel, in: $values }]) { rows }
    }`;
    const reply = await ask(query, { values });
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions.code).toBe('QUERY.LIMIT');
    expect((await ask(query, { values: values.slice(1) })).status).toBe(200);
  });

  test('of rows asked for is limited by the company', async () => {
    const limit = demo.tenet.catalog.company.limits.maxRows + 1;
    const reply = await ask(
      `{ metricQuery(metrics: [placed_orders], by: [{ time: DAY }], limit: ${limit}) { rows } }`,
    );
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions).toMatchObject({ code: 'QUERY.LIMIT', path: 'limit' });
  });
});

describe('nesting in variables', () => {
  const query = 'query($where: [ConditionInput!]) { metricQuery(metrics: [roas], where: $where) { rows } }';
  /** As text: so deep that JSON.stringify cannot write it. */
  const body = (depth: number): string => {
    const where = `${'{"not":'.repeat(depth)}{"time":true,"isNull":false}${'}'.repeat(depth)}`;
    return `{"query":${JSON.stringify(query)},"variables":{"where":[${where}]}}`;
  };
  const send = async (depth: number): Promise<{ status: number; body: string }> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(server.url, { method: 'POST', headers, body: body(depth) });
    return { status: response.status, body: await response.text() };
  };

  test('is refused before anything walks it', async () => {
    const refusal = await send(20_000);
    expect(refusal.status).toBe(400);
    expect(refusal.body).toContain('REQUEST.LIMIT');
    expect((await send(4)).status).toBe(200);
  });
});

describe('errors', () => {
  test('are at most 20 a response, from the schema and from variables', async () => {
    const literals = await ask(`{ metricQuery(metrics: [${repeat(60, (i) => `unknown_${i}`)}]) { rows } }`);
    expect(literals.errors).toHaveLength(20);
    const names = Array.from({ length: 60 }, (_, i) => `unknown_${i}`);
    const variables = await ask('query($m: [MetricName!]!) { metricQuery(metrics: $m) { rows } }', {
      m: names,
    });
    expect(variables.errors).toHaveLength(20);
    expect(variables.status).toBe(400);
    const fields = await ask(
      `{ ${repeat(30, (i) => `a${i}: metricQuery(metrics: [roas], by: [{}]) { rows }`)} }`,
    );
    expect(fields.errors).toHaveLength(20);
    expect(fields.status).toBe(400);
  });
});

describe('limits of company.yaml', () => {
  const limited = async (limits: Partial<Limits>): Promise<RunningServer> => {
    const { catalog } = demo.tenet;
    const company = { ...catalog.company, limits: { ...catalog.company.limits, ...limits } };
    const version = JSON.stringify(limits);
    return serve(
      createTenet({ catalog: { ...catalog, version, company }, diagnostics: [] }, demo.tenet.engine),
    );
  };
  const question = (rest: string): string => `{ metricQuery(metrics: [placed_orders]${rest}) { rows } }`;

  const cases: readonly (readonly [Partial<Limits>, string, string, string])[] = [
    [{ maxDepth: 2 }, '{ company { name } }', '{ metrics { nodes { name } } }', 'REQUEST.LIMIT'],
    [{ maxTokens: 8 }, '{ company { name } }', '{ company { name name name name } }', 'REQUEST.LIMIT'],
    [{ maxAliases: 1 }, '{ a: company { name } }', '{ a: company { b: name } }', 'REQUEST.LIMIT'],
    [
      { maxBodyBytes: 60 },
      '{ company { name } }',
      `{ company { name } } # ${'x'.repeat(60)}`,
      'REQUEST.TOO_LARGE',
    ],
    [{ maxRows: 5, defaultRows: 5 }, question(', limit: 5'), question(', limit: 6'), 'QUERY.LIMIT'],
    [
      { maxInList: 1 },
      question(', where: [{ dimension: orders__channel, in: ["web"] }]'),
      question(', where: [{ dimension: orders__channel, in: ["web", "app"] }]'),
      'QUERY.LIMIT',
    ],
    [{ deadlineMs: 1 }, '{ company { name } }', question(', by: [{ time: DAY }]'), 'ENGINE.DEADLINE'],
  ];
  test.each(cases)('%j is what the server holds to', async (limits, within, beyond, code) => {
    const { url } = await limited(limits);
    expect((await post(url, within)).status).toBe(200);
    const { errors } = await post(url, beyond);
    expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
  });

  test('the rows of an operation are limited together, as those of one question; what fits is answered', async () => {
    const { url } = await limited({ maxRows: 5, defaultRows: 5 });
    const days = (name: string, limit: number): string =>
      `${name}: metricQuery(metrics: [placed_orders], by: [{ time: DAY }], limit: ${limit}) { rows }`;
    const fitting = await post(url, `{ ${days('a', 3)} ${days('b', 2)} }`);
    expect([fitting.status, fitting.errors]).toEqual([200, []]);
    const { status, data, errors } = await post(url, `{ ${days('a', 3)} ${days('b', 3)} ${days('c', 2)} }`);
    expect([status, data.a.rows.length, data.b, data.c.rows.length]).toEqual([200, 3, null, 2]);
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'REQUEST.LIMIT' } }]);
    const saved = await post(url, '{ savedQueries { nodes { answer(limit: 3) { rows } } } }');
    const given = saved.data.savedQueries.nodes.flatMap(
      (node: { answer: { rows: unknown[] } | null }) => node.answer?.rows ?? [],
    );
    expect(given.length).toBeLessThanOrEqual(5);
    expect(saved.errors[0]?.extensions.code).toBe('REQUEST.LIMIT');
  });

  test('rows that nobody set a limit for are cut at the default', async () => {
    const { url } = await limited({ defaultRows: 3 });
    const { data } = await post(
      url,
      '{ metricQuery(metrics: [placed_orders], by: [{ time: DAY }]) { rows notices { code } } }',
    );
    expect(data.metricQuery.rows).toHaveLength(3);
    expect(data.metricQuery.notices).toContainEqual({ code: 'ROWS.TRUNCATED' });
  });
});
