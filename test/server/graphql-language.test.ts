import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { schemaOf } from '../../src/resolvers/catalog-schema';
import type { RunningServer } from '../../src/server/start-server';
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
const data = async (query: string, variables?: object): Promise<Reply['data']> => {
  const reply = await ask(query, variables);
  expect(reply.errors).toEqual([]);
  expect(reply.status).toBe(200);
  return reply.data;
};

const ONE = 'metricQuery(metrics: [net_revenue], by: [{ dimension: orders__channel }])';

describe('an operation may be written as GraphQL has it', () => {
  test('with fragments, named, nested and inline', async () => {
    const found = await data(`
      query Board { ${ONE} { ...Table } node(id: "${await metricId('net_revenue')}") { ...Words ... on Segment { where } } }
      fragment Table on MetricResult { columns { ...Head } rows }
      fragment Head on Column { name metric { ...Words } }
      fragment Words on Metric { label team { name } }
    `);
    expect(found.metricQuery.columns).toEqual([
      { name: 'orders__channel', metric: null },
      { name: 'net_revenue', metric: { label: 'Net revenue', team: { name: 'sales' } } },
    ]);
    expect(found.metricQuery.rows.length).toBeGreaterThan(1);
    expect(found.node).toEqual({ label: 'Net revenue', team: { name: 'sales' } });
  });

  test('with aliases, each answered as if alone', async () => {
    const metrics = ['net_revenue', 'placed_orders', 'average_order_value'];
    const together = await data(
      `{ ${metrics.map((name, i) => `m${i}: metricQuery(metrics: [${name}], by: [{ time: YEAR }]) { table: rows }`).join(' ')} }`,
    );
    for (const [i, name] of metrics.entries()) {
      const alone = await data(`{ metricQuery(metrics: [${name}], by: [{ time: YEAR }]) { rows } }`);
      expect(together[`m${i}`].table).toEqual(alone.metricQuery.rows);
    }
  });

  test('with variables for every part of a question, with defaults, and left out where null means nothing', async () => {
    const query = `query Q(
      $metrics: [MetricName!]! = [placed_orders], $by: [ByInput!], $where: [ConditionInput!], $having: [HavingInput!],
      $segments: [SegmentName!], $period: PeriodInput, $complete: Boolean, $totals: Boolean = true, $order: [OrderInput!],
      $limit: NonNegativeInt, $offset: NonNegativeInt, $zone: String, $asOf: String, $numbers: NumberFormat! = JSON
    ) {
      metricQuery(metrics: $metrics, by: $by, where: $where, having: $having, segments: $segments, period: $period,
        complete: $complete, totals: $totals, order: $order, limit: $limit, offset: $offset, zone: $zone, asOf: $asOf,
        numbers: $numbers) { rows totals }
    }`;
    const plain = await data('{ metricQuery(metrics: [placed_orders], totals: true) { rows totals } }');
    expect(await data(query)).toEqual(plain);
    const nothing = {
      by: null,
      where: null,
      having: null,
      segments: null,
      period: null,
      order: null,
      limit: null,
    };
    expect(await data(query, nothing)).toEqual(plain);
    const full = {
      metrics: ['placed_orders', 'net_revenue'],
      by: [{ dimension: 'orders__channel', as: 'channel' }, { time: 'MONTH' }],
      where: [{ not: { dimension: 'orders__channel', eq: 'phone' } }],
      having: [{ metric: 'placed_orders', gt: 0 }],
      segments: [],
      period: { last: 6, grain: 'MONTH' },
      complete: true,
      order: [{ metric: 'net_revenue', direction: 'DESC', nulls: 'LAST' }],
      limit: 2,
      offset: 1,
      zone: 'Europe/London',
      asOf: '2025-01-01T00:00:00Z',
      numbers: 'EXACT',
    };
    const literal = await data(`{ metricQuery(metrics: [placed_orders, net_revenue],
      by: [{ dimension: orders__channel, as: "channel" }, { time: MONTH }],
      where: [{ not: { dimension: orders__channel, eq: "phone" } }], having: [{ metric: placed_orders, gt: 0 }], segments: [],
      period: { last: 6, grain: MONTH }, complete: true, totals: true,
      order: [{ metric: net_revenue, direction: DESC, nulls: LAST }], limit: 2, offset: 1, zone: "Europe/London",
      asOf: "2025-01-01T00:00:00Z", numbers: EXACT) { rows totals } }`);
    expect(literal.metricQuery.rows).toHaveLength(2);
    expect(await data(query, full)).toEqual(literal);
  });

  test('with @include and @skip, literal and by variable; what is left out is not asked', async () => {
    const literal = await data(`{
      company { name @include(if: true) zone @include(if: false) currency @skip(if: true) now @skip(if: false) }
      gone: metricQuery(metrics: [net_revenue]) @skip(if: true) { rows }
      here: metricQuery(metrics: [net_revenue]) @include(if: true) { rows ...More @include(if: false) ... @skip(if: true) { sql } }
    } fragment More on MetricResult { totals }`);
    expect(Object.keys(literal)).toEqual(['company', 'here']);
    expect(Object.keys(literal.company)).toEqual(['name', 'now']);
    expect(Object.keys(literal.here)).toEqual(['rows']);
    const query = 'query Q($yes: Boolean!) { company { name @include(if: $yes) zone @skip(if: $yes) } }';
    expect(Object.keys((await data(query, { yes: true })).company)).toEqual(['name']);
    expect(Object.keys((await data(query, { yes: false })).company)).toEqual(['zone']);
  });

  test('with an operation chosen by name, and __typename anywhere', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'query A { company { zone } } query B { __typename company { __typename name } }',
        operationName: 'B',
      }),
    });
    expect(await response.json()).toEqual({
      data: {
        __typename: 'Query',
        company: { __typename: 'Company', name: demo.tenet.catalog.company.name },
      },
    });
  });

  test('and read by introspection: the schema comes back whole, with what each part means', async () => {
    const found = await data(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }));
    const read = buildClientSchema(found as IntrospectionQuery);
    expect(printSchema(read)).toBe(printSchema(schemaOf(demo.tenet.catalog)));
  });
});

const metricId = async (name: string): Promise<string> =>
  (await data(`{ metric(name: ${name}) { id } }`)).metric.id;

describe('one field that is refused', () => {
  test.each([
    'metrics(filter: { team: "zebra" }) { totalCount }',
    `nodes(ids: [${Array(1_001).fill('1').join(' ')}]) { id }`,
    'dimensionValues(dimension: orders__channel, first: 5000) { nodes { value } }',
    'explain(metrics: [marketing_spend], by: [{ dimension: customers__region }]) { sql }',
    'metricQuery(metrics: [marketing_spend], by: [{ dimension: customers__region }]) { rows }',
  ])('leaves the others standing: %s', async (field) => {
    const { status, data: found, errors } = await ask(`{ wrong: ${field} company { name } }`);
    expect(status).toBe(200);
    expect(found).toEqual({ wrong: null, company: { name: demo.tenet.catalog.company.name } });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toEqual(['wrong']);
    const alone = await ask(`{ ${field} }`);
    expect([alone.status, alone.errors[0]?.message]).toEqual([400, errors[0]?.message]);
  });

  test('of a metric leaves the rest of the metric standing', async () => {
    const {
      status,
      data: found,
      errors,
    } = await ask('{ metric(name: net_revenue) { label lineage(limit: 5000) { truncated } } }');
    expect(status).toBe(200);
    expect(found).toEqual({ metric: { label: 'Net revenue', lineage: null } });
    expect(errors[0]?.extensions.code).toBe('REQUEST.LIMIT');
  });
});
