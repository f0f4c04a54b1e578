import { Failure } from '../../src/base/failure';
import type { RunningServer } from '../../src/server/start-server';
import type { Tenet } from '../../src/service/tenet';
import { askedOneByOne } from './asked-one-by-one';
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
const extensions = ({ errors }: Reply): unknown => errors.map((error) => error.extensions);

describe('an unknown name', () => {
  const refusal = (path: string): object => ({
    code: 'REFERENCE.UNKNOWN_METRIC',
    suggestions: ['net_revenue'],
    hint: 'did you mean "net_revenue"?',
    path,
  });

  test('in a literal is refused with our code, near matches and its place', async () => {
    const reply = await ask('{ metricQuery(metrics: [placed_orders, net_revenu]) { rows } }');
    expect(reply.status).toBe(400);
    expect(extensions(reply)).toEqual([refusal('metrics[1]')]);
    expect(reply.errors[0]?.message).toBe('No metric is named "net_revenu".');
    expect(reply.errors[0]?.locations).toEqual([{ line: 1, column: 40 }]);
  });

  test('in a variable is refused alike', async () => {
    const query = 'query($names: [MetricName!]!) { metricQuery(metrics: $names) { rows } }';
    const reply = await ask(query, { names: ['placed_orders', 'net_revenu'] });
    expect(reply.status).toBe(400);
    expect(extensions(reply)).toEqual([refusal('$names[1]')]);
    expect(reply.errors[0]?.message).toBe('No metric is named "net_revenu".');
  });

  test('of a dimension is refused in the spelling of GraphQL, deep inside a condition too', async () => {
    const query = `query($where: [ConditionInput!]) {
      metricQuery(metrics: [net_revenue], by: [{ dimension: regoin }], where: $where) { rows }
    }`;
    const literal = await ask(query.replace('$where: [ConditionInput!]', '$where: [ConditionInput!] = []'));
    expect(extensions(literal)).toEqual([
      {
        code: 'REFERENCE.UNKNOWN_DIMENSION',
        suggestions: ['customers__region', 'warehouses__region'],
        hint: 'did you mean "customers__region"?',
        path: 'by[0].dimension',
      },
    ]);
    const where = [{ and: [{ not: { dimension: 'orders__chanel', eq: 'web' } }] }];
    const variable = await ask(query.replace('regoin', 'customers__region'), { where });
    expect(variable.status).toBe(400);
    expect(variable.errors[0]?.extensions).toMatchObject({
      code: 'REFERENCE.UNKNOWN_DIMENSION',
      path: '$where[0].and[0].not.dimension',
    });
    expect(variable.errors[0]?.extensions.suggestions).toContain('orders__channel');
  });

  test('of a grain, and a name in quotes, say what to write', async () => {
    const reply = await ask('{ metricQuery(metrics: ["net_revenue"], by: [{ time: MONHT }]) { rows } }');
    expect(reply.status).toBe(400);
    expect(reply.errors.map((error) => error.extensions)).toEqual([
      { code: 'QUERY.INVALID', suggestions: [], hint: 'write the name without quotes', path: 'metrics[0]' },
      {
        code: 'GRAIN.MISSING',
        suggestions: ['MONTH'],
        hint: 'one of SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR',
        path: 'by[0].time',
      },
    ]);
  });
});

describe('a question without one meaning', () => {
  test('names the place of what cannot be', async () => {
    const reply = await ask(
      '{ metricQuery(metrics: [marketing_spend], by: [{ dimension: orders__channel }]) { rows } }',
    );
    expect(reply.status).toBe(400);
    expect(reply.data).toEqual({ metricQuery: null });
    expect(reply.errors[0]?.extensions.path).toMatch(/^by\[0\]/);
    expect(reply.errors[0]?.extensions.code).toMatch(/^(DIMENSION\.UNREACHABLE|GRAIN\.TOO_COARSE)$/);
    for (const suggestion of reply.errors[0]?.extensions.suggestions ?? [])
      expect(suggestion).not.toContain('.');
  });

  test.each([
    ['an empty by', 'by: [{}]', 'by[0]'],
    ['a by of both kinds', 'by: [{ time: MONTH, dimension: orders__channel }]', 'by[0]'],
    ['a condition without a test', 'where: [{ and: [{ dimension: orders__channel }] }]', 'where[0].and[0]'],
    ['a condition of two kinds', 'where: [{ time: true, dimension: orders__channel, eq: 1 }]', 'where[0]'],
    ['an order of two kinds', 'order: [{ metric: net_revenue, time: MONTH }]', 'order[0]'],
    ['a range of one value', 'where: [{ dimension: orders__hour, between: [1] }]', 'where[0].between'],
  ])('is refused for %s', async (_, argument, path) => {
    const reply = await ask(`{ metricQuery(metrics: [net_revenue], ${argument}) { rows } }`);
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions).toMatchObject({ code: 'QUERY.INVALID', path });
  });
});

describe('two root fields of which one fails', () => {
  test('give 200, the good answer and the error of the other', async () => {
    const reply = await ask(`{
      good: metricQuery(metrics: [placed_orders]) { rowCount }
      bad: metricQuery(metrics: [placed_orders], by: [{}]) { rows }
    }`);
    expect(reply.status).toBe(200);
    expect(reply.data).toEqual({ good: { rowCount: 1 }, bad: null });
    expect(reply.errors).toHaveLength(1);
    expect(reply.errors[0]).toMatchObject({
      path: ['bad'],
      extensions: { code: 'QUERY.INVALID', path: 'by[0]' },
    });
  });

  test('give 400 when both fail', async () => {
    const bad = 'metricQuery(metrics: [placed_orders], by: [{}]) { rows }';
    const reply = await ask(`{ a: ${bad} b: ${bad} }`);
    expect(reply.status).toBe(400);
    expect(reply.errors).toHaveLength(2);
  });
});

describe('a request that is not for this schema', () => {
  test.each([
    ['a syntax error', '{ metricQuery(', undefined, 'REQUEST.SYNTAX'],
    ['an unknown field', '{ metricQuery(metrics: [roas]) { rowz } }', undefined, 'REQUEST.INVALID'],
    [
      'an unknown argument',
      '{ metricQuery(metrics: [roas], sql: "x") { rows } }',
      undefined,
      'REQUEST.INVALID',
    ],
    [
      'a negative limit',
      '{ metricQuery(metrics: [roas], limit: -1) { rows } }',
      undefined,
      'REQUEST.INVALID',
    ],
    [
      'a missing variable',
      'query($m: [MetricName!]!) { metricQuery(metrics: $m) { rows } }',
      {},
      'REQUEST.VARIABLE',
    ],
    [
      'a variable of another type',
      'query($l: NonNegativeInt) { metricQuery(metrics: [roas], limit: $l) { rows } }',
      { l: 'x' },
      'REQUEST.VARIABLE',
    ],
    [
      'an object as a value',
      'query($v: Value) { metricQuery(metrics: [roas], where: [{ time: true, eq: $v }]) { rows } }',
      { v: {} },
      'REQUEST.VARIABLE',
    ],
    ['a mutation', 'mutation { seed }', undefined, 'REQUEST.INVALID'],
  ])('is refused: %s', async (_, query, variables, code) => {
    const reply = await ask(query, variables);
    expect(reply.status).toBe(400);
    expect(reply.errors.map((error) => error.extensions.code)).toContain(code);
    expect(reply.data ?? null).toBeNull();
  });

  test('an operation that its name does not find', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query A { company { name } }', operationName: 'B' }),
    });
    expect(response.status).toBe(400);
  });
});

describe('what is not the caller’s to mend', () => {
  const failing = async (ask: Tenet['ask'], query = '{ metricQuery(metrics: [roas]) { rows } }') => {
    const lines: string[] = [];
    const running = await serve(askedOneByOne(demo.tenet, ask), { log: (line) => lines.push(line) });
    const reply = await post(running.url, query);
    await running.close();
    return { reply, lines };
  };

  test('a question that is over its deadline gives 504', async () => {
    const { reply, lines } = await failing((query, options) =>
      demo.tenet.ask(query, { ...options, deadlineMs: 0 }),
    );
    expect(reply.status).toBe(504);
    expect(reply.errors[0]?.extensions.code).toBe('ENGINE.DEADLINE');
    expect(lines).toEqual([]);
  });

  test('a database that is away gives 503', async () => {
    const { reply } = await failing(async () => {
      throw new Failure('ENGINE.UNAVAILABLE', 'The database cannot be reached.', { family: 'engine' });
    });
    expect(reply.status).toBe(503);
    expect(reply.errors[0]?.extensions.code).toBe('ENGINE.UNAVAILABLE');
  });

  test('our own exception gives 500, hides its message, and is logged under the request id', async () => {
    const { reply, lines } = await failing(async () => {
      throw new TypeError('the password is hunter2');
    });
    expect(reply.status).toBe(500);
    const [error] = reply.errors;
    expect(error?.extensions).toMatchObject({
      code: 'INTERNAL.ERROR',
      requestId: reply.headers.get('x-request-id'),
    });
    expect(JSON.stringify(reply.errors)).not.toContain('hunter2');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      requestId: error?.extensions.requestId,
      stack: expect.stringContaining('TypeError: the password is hunter2'),
    });
  });

  test('a failure that says it is internal is hidden too', async () => {
    const { reply } = await failing(async () => {
      throw new Failure('INTERNAL.ERROR', 'plan step 7 is missing', { family: 'internal' });
    });
    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply.errors)).not.toContain('step 7');
  });

  test('an exception beside a good answer leaves the answer standing', async () => {
    const { reply } = await failing(async () => {
      throw new TypeError('boom');
    }, '{ company { name } metricQuery(metrics: [roas]) { rows } }');
    expect(reply.status).toBe(200);
    expect(reply.data.company.name).toBe('Thornbury Lane');
    expect(reply.errors[0]?.extensions.code).toBe('INTERNAL.ERROR');
  });
});
