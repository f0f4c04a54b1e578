import type { RunningServer } from '../../src/server/start-server';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { loadCatalog } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';
import { askedOneByOne } from './asked-one-by-one';
import { closeServers, DEFINITIONS, type Demo, openDemo, post, type Reply, serve } from './serve-demo';

let demo: Demo;
let server: RunningServer;
/** How often the Tenet behind the server was asked, and for notices. */
const count = { asked: 0, notices: 0 };

/** The real thing, with a tally. */
const counted = (tenet: Tenet): Tenet =>
  askedOneByOne(tenet, async (query, options) => {
    count.asked += 1;
    const answer = await tenet.ask(query, options);
    return Object.defineProperty(Object.create(answer) as typeof answer, 'notices', {
      value: () => {
        count.notices += 1;
        return answer.notices();
      },
    });
  });

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(counted(demo.tenet));
});
beforeEach(() => Object.assign(count, { asked: 0, notices: 0 }));
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

const ask = (query: string, variables?: object): Promise<Reply> => post(server.url, query, variables);

describe('a question over HTTP', () => {
  test('is answered in rows, in columns and with what each column means', async () => {
    const { status, data, errors } = await ask(`{
      metricQuery(metrics: [net_revenue, roas], by: [{ time: QUARTER }], period: { from: "2024-01-01", to: "2025-01-01" }, totals: true) {
        columns { name label role type unit grain metric { name question } dimension { name } }
        rows data rowCount truncated totals sql
      }
    }`);
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    const { columns, rows, data: columnar, rowCount, truncated, totals, sql } = data.metricQuery;
    expect(columns.map((column: { name: string }) => column.name)).toEqual(['time', 'net_revenue', 'roas']);
    expect(columns[0]).toMatchObject({
      role: 'TIME',
      type: 'date',
      grain: 'QUARTER',
      metric: null,
      dimension: null,
    });
    expect(columns[1]).toMatchObject({
      label: 'Net revenue',
      role: 'METRIC',
      unit: 'GBP',
      grain: null,
      metric: { name: 'net_revenue', question: 'How much did we really earn from orders?' },
    });
    expect(rows.map((row: { time: string }) => row.time)).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
    ]);
    expect(rowCount).toBe(4);
    expect(truncated).toBe(false);
    expect(columnar.net_revenue).toEqual(rows.map((row: { net_revenue: number }) => row.net_revenue));
    expect(typeof rows[0].net_revenue).toBe('number');
    const sum = rows.reduce(
      (cents: number, row: { net_revenue: number }) => cents + Math.round(row.net_revenue * 100),
      0,
    );
    expect(Math.round(totals.net_revenue * 100)).toBe(sum);
    expect(Object.keys(totals)).toEqual(['net_revenue', 'roas']);
    expect(sql).toMatch(/select/i);
  });

  test('gives the numbers that plain SQL gives', async () => {
    const { data } = await ask(
      `{ metricQuery(metrics: [placed_orders], by: [{ dimension: orders__status }]) { rows } }`,
    );
    const result = await demo.tenet.engine.run(
      {
        sql: 'select status, count(*) from shop.orders where not is_test group by status order by status nulls last',
        bindings: [],
      },
      [{ kind: 'string' }, { kind: 'integer', bits: 64 }],
    );
    const [statuses = [], counts = []] = result.columns;
    expect(data.metricQuery.rows).toEqual(
      statuses.map((orders__status, row) => ({ orders__status, placed_orders: Number(counts[row]) })),
    );
  });

  test('takes its names, conditions and period from variables, in either spelling', async () => {
    const query = `query Q($metrics: [MetricName!]!, $by: [ByInput!], $where: [ConditionInput!], $period: PeriodInput) {
      metricQuery(metrics: $metrics, by: $by, where: $where, period: $period) { rows }
    }`;
    const variables = (dimension: string): object => ({
      metrics: ['placed_orders'],
      by: [{ dimension, as: 'channel' }],
      where: [{ or: [{ dimension, in: ['web', null] }, { not: { dimension, ne: 'app' } }] }],
      period: { from: '2024-01-01', to: null },
    });
    const wire = await ask(query, variables('orders__channel'));
    const dotted = await ask(query, variables('orders.channel'));
    expect(wire.errors).toEqual([]);
    const channels = wire.data.metricQuery.rows.map((row: { channel: string | null }) => row.channel);
    expect(channels).toEqual(['app', 'web', null]);
    expect(dotted.data).toEqual(wire.data);
  });

  test('writes whole integer and decimal columns as texts when exact numbers are asked for', async () => {
    const { data } = await ask(`{
      metricQuery(metrics: [net_revenue, placed_orders, roas], totals: true, numbers: EXACT) { rows totals columns { type } }
    }`);
    const { rows, totals, columns } = data.metricQuery;
    expect(columns.map((column: { type: string }) => column.type.replace(/\(.*/, ''))).toEqual([
      'decimal',
      'integer',
      'double',
    ]);
    expect(rows[0].net_revenue).toMatch(/^\d+\.\d\d$/);
    expect(rows[0].placed_orders).toMatch(/^\d+$/);
    expect(typeof rows[0].roas).toBe('number');
    expect(totals).toEqual(rows[0]);
  });

  test('is asked once for equal questions of one operation, and its notices only where they are selected', async () => {
    const { data } = await ask(`{
      a: metricQuery(metrics: [net_revenue], by: [{ dimension: customers__region }]) { rows }
      b: metricQuery(by: [{ dimension: customers__region }], metrics: [net_revenue], limit: null) { data }
      c: metricQuery(metrics: [net_revenue]) { rowCount }
    }`);
    expect(data.c.rowCount).toBe(1);
    expect(data.b.data.net_revenue).toEqual(
      data.a.rows.map((row: { net_revenue: number }) => row.net_revenue),
    );
    expect(count).toEqual({ asked: 2, notices: 0 });
    await ask('{ metricQuery(metrics: [net_revenue]) { notices { code message } } }');
    expect(count).toEqual({ asked: 3, notices: 1 });
  });

  test('orders, cuts and skips rows', async () => {
    const query = (more: string): string =>
      `{ metricQuery(metrics: [placed_orders], by: [{ dimension: orders__channel }],
          order: [{ metric: placed_orders, direction: DESC, nulls: LAST }] ${more}) { rows } }`;
    const all = (await ask(query(''))).data.metricQuery.rows as { placed_orders: number }[];
    const counts = all.map((row) => row.placed_orders);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect((await ask(query(', limit: 1, offset: 1'))).data.metricQuery.rows).toEqual([all[1]]);
  });
});

describe('the other parts of a question', () => {
  test('cut time and dimensions by parts, and rows by finished numbers', async () => {
    const query = (more: string): string =>
      `{ metricQuery(metrics: [placed_orders], by: [{ part: DAY_OF_WEEK, as: "weekday" }] ${more}) { rows } }`;
    const all = (await ask(query(''))).data.metricQuery.rows as { weekday: number; placed_orders: number }[];
    expect(all.map((row) => row.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const most = Math.max(...all.map((row) => row.placed_orders));
    const some = await ask(query(`, having: [{ not: { metric: placed_orders, lt: ${most} } }]`));
    expect(some.data.metricQuery.rows).toEqual(all.filter((row) => row.placed_orders === most));
  });

  test('need no metric, and may be relative to now', async () => {
    const { data, errors } = await ask(`{
      values: metricQuery(by: [{ dimension: orders__status }]) { rows columns { role } }
      months: metricQuery(metrics: [placed_orders], by: [{ time: MONTH }], period: { last: 2, grain: MONTH }) { rows }
      then: metricQuery(metrics: [placed_orders], by: [{ time: MONTH }], period: { last: 1, grain: MONTH }, asOf: "2024-03-15T12:00:00Z") { rows }
    }`);
    expect(errors).toEqual([]);
    expect(data.values.columns).toEqual([{ role: 'DIMENSION' }]);
    expect(data.values.rows).toContainEqual({ orders__status: 'completed' });
    expect(data.months.rows.map((row: { time: string }) => row.time)).toEqual(['2025-05-01', '2025-06-01']);
    expect(data.then.rows.map((row: { time: string }) => row.time)).toEqual(['2024-02-01']);
  });

  test('can be a segment, which is an enum too', async () => {
    const text =
      "segments: { scots: { of: customers, where: customers.region = 'Scotland', description: In Scotland } }";
    const { files } = await loadDefinitionFiles(DEFINITIONS);
    const resolved = await loadCatalog([...files, { path: 'customers/segments.yaml', text }]);
    expect(resolved.diagnostics).toEqual([]);
    const other = await serve(createTenet(resolved, demo.tenet.engine));
    const { data } = await post(
      other.url,
      `{
        inside: metricQuery(metrics: [placed_orders], segments: [scots]) { rows }
        where: metricQuery(metrics: [placed_orders], where: [{ dimension: customers__region, eq: "Scotland" }]) { rows }
        all: metricQuery(metrics: [placed_orders]) { rows }
      }`,
    );
    expect(data.inside).toEqual(data.where);
    expect(data.inside.rows[0].placed_orders).toBeGreaterThan(0);
    expect(data.inside).not.toEqual(data.all);
    const refusal = await post(
      other.url,
      '{ metricQuery(metrics: [placed_orders], segments: [scot]) { rows } }',
    );
    expect(refusal.status).toBe(400);
    expect(refusal.errors[0]?.extensions).toMatchObject({
      code: 'REFERENCE.UNKNOWN_SEGMENT',
      suggestions: ['scots'],
      path: 'segments[0]',
    });
  });
});

describe('the definitions over HTTP', () => {
  test('tell what a metric is, what splits it and what is made from it', async () => {
    const { data, errors } = await ask(`{
      metric(name: net_revenue) {
        name label question decision description formula where unit better type
        team { name label owner } dimensions { name label type }
        lineage(direction: DOWN, depth: 1) { nodes { name } }
      }
      roas: metric(name: roas) { lineage(direction: UP, depth: 1) { nodes { name } } dimensions { name } }
    }`);
    expect(errors).toEqual([]);
    expect(data.metric).toMatchObject({
      name: 'net_revenue',
      label: 'Net revenue',
      decision: 'Monthly budget release',
      formula: 'sum(orders.amount - orders.tax)',
      where: "orders.status = 'completed' and not orders.is_test",
      unit: 'GBP',
      better: 'HIGHER',
      team: { name: 'sales' },
    });
    const dimensions = data.metric.dimensions.map((dimension: { name: string }) => dimension.name);
    expect(dimensions).toEqual(
      expect.arrayContaining(['orders__channel', 'customers__region', 'campaigns__channel']),
    );
    expect(data.metric.lineage.nodes.map((metric: { name: string }) => metric.name)).toContain(
      'average_order_value',
    );
    expect(data.roas.lineage.nodes.map((node: { name: string }) => node.name)).toEqual([
      'roas',
      'marketing_spend',
      'net_revenue',
    ]);
    const shared = data.roas.dimensions.map((dimension: { name: string }) => dimension.name);
    expect(shared).toContain('campaigns__channel');
    expect(shared).not.toContain('orders__channel');
  });

  test('list metrics and dimensions by team and search, the name before the words', async () => {
    const { data } = await ask(`{
      all: metrics { totalCount }
      sales: metrics(filter: { team: "sales" }) { nodes { team { name } } }
      found: metrics(filter: { search: "REVENUE" }) { nodes { name } }
      none: metrics(filter: { search: "zebra" }) { totalCount nodes { name } }
      regions: dimensions(filter: { search: "region" }) {
        nodes { name type dataset { name key joins { name to { name } } } }
      }
    }`);
    expect(data.all.totalCount).toBe(demo.tenet.catalog.metrics.size);
    expect(new Set(data.sales.nodes.map((metric: { team: { name: string } }) => metric.team.name))).toEqual(
      new Set(['sales']),
    );
    const found = data.found.nodes.map((metric: { name: string }) => metric.name);
    expect(found.slice(0, 2).sort()).toEqual(['booked_revenue', 'net_revenue']);
    expect(found.length).toBeGreaterThan(2);
    expect(data.none).toEqual({ totalCount: 0, nodes: [] });
    expect(data.regions.nodes[0]).toMatchObject({
      name: 'customers__region',
      type: 'string',
      dataset: { name: 'customers' },
    });
  });

  test('give the company, its teams and its datasets', async () => {
    const { data, errors } = await ask(`{
      company { name zone weekStart currency now }
      teams { nodes { name label owner metrics(first: 1) { totalCount nodes { team { name } } } } }
      datasets {
        nodes { name key time columns { name type } joins { name role columns to { name } } dimensions { name } team { name } }
      }
      dataset(name: "orders") { name }
      team(name: "sales") { owner }
      dimension(name: orders__channel) { label description formula dataset { name } team { name } }
    }`);
    expect(errors).toEqual([]);
    expect(data.company).toMatchObject({
      name: 'Thornbury Lane',
      zone: 'Europe/London',
      weekStart: 'monday',
      currency: 'GBP',
    });
    const { teams } = demo.tenet.catalog;
    expect(data.teams.nodes.map((team: { name: string }) => team.name)).toEqual([...teams.keys()].sort());
    const sales = data.teams.nodes.find((team: { name: string }) => team.name === 'sales');
    expect(sales.metrics.nodes).toEqual([{ team: { name: 'sales' } }]);
    expect(sales.metrics.totalCount).toBeGreaterThan(1);
    expect(data.team).toEqual({ owner: sales.owner });
    expect(data.dataset).toEqual({ name: 'orders' });
    const orders = data.datasets.nodes.find((dataset: { name: string }) => dataset.name === 'orders');
    expect(orders).toMatchObject({ key: ['order_id'], time: 'ordered_at', team: { name: 'sales' } });
    expect(orders.columns).toContainEqual({ name: 'amount', type: 'decimal(12,2)' });
    expect(orders.joins).toContainEqual({
      name: 'customers',
      role: false,
      columns: ['customer_id'],
      to: { name: 'customers' },
    });
    expect(data.dimension).toMatchObject({
      label: 'Sales channel',
      dataset: { name: 'orders' },
      team: { name: 'sales' },
    });
  });

  test('can be read by every GraphQL tool: names are enums, described by their words', async () => {
    const { data } = await ask(`{
      metrics: __type(name: "MetricName") { kind enumValues { name description } }
      dimensions: __type(name: "DimensionName") { kind enumValues { name } }
      segments: __type(name: "SegmentName") { enumValues { name } }
      grains: __type(name: "TimeGrain") { enumValues { name } }
    }`);
    const names = (type: { enumValues: { name: string }[] }): string[] =>
      type.enumValues.map((value) => value.name);
    expect(data.metrics.kind).toBe('ENUM');
    expect(names(data.metrics)).toEqual([...demo.tenet.catalog.metrics.keys()]);
    expect(data.metrics.enumValues).toContainEqual({
      name: 'net_revenue',
      description: 'Net revenue: How much did we really earn from orders?',
    });
    expect(names(data.dimensions)).toContain('customers__region');
    expect(names(data.segments)).toEqual([...demo.tenet.catalog.segments.keys()]);
    expect(names(data.grains)).toEqual([
      'SECOND',
      'MINUTE',
      'HOUR',
      'DAY',
      'WEEK',
      'MONTH',
      'QUARTER',
      'YEAR',
    ]);
  });
});
