import type { RunningServer } from '../../src/server/start-server';
import type { Tenet } from '../../src/service/tenet';
import { tenet as commandLine } from '../cli/captured-io';
import { closeServers, DEFINITIONS, type Demo, openDemo, post, serve } from './serve-demo';

let demo: Demo;
let server: RunningServer;
let statements = 0;

const counted = (tenet: Tenet): Tenet => ({
  ...tenet,
  ask: (query, options) => {
    statements += 1;
    return tenet.ask(query, options);
  },
  engine: new Proxy(tenet.engine, {
    get: (engine, name) => {
      if (name === 'run') statements += 1;
      return Reflect.get(engine, name);
    },
  }),
});

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(counted(demo.tenet));
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

const QUESTION = `metrics: [net_revenue], by: [{ time: MONTH }, { dimension: campaigns__channel }],
  where: [{ dimension: customers__region, eq: "London" }]`;
const WORDS = [
  ...['net_revenue', '--by', 'time:month', '--by', 'campaigns.channel'],
  ...['--where', "customers.region = 'London'"],
];

describe('explain over GraphQL', () => {
  test('gives the plan in words, the joins with their reasons and the SQL, and runs nothing', async () => {
    statements = 0;
    const { status, data, errors } = await post(
      server.url,
      `{ explain(${QUESTION}) { steps { name purpose lines } joins { step from to name columns keys needs because } sql } }`,
    );
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    const { steps, joins, sql } = data.explain;
    expect(steps.at(-1)).toMatchObject({ name: 'answer', purpose: 'the metrics of each group' });
    expect(steps[0].lines[0]).toBe('reads orders (table shop.orders)');
    expect(joins).toEqual([
      expect.objectContaining({ to: 'customers', needs: ['keeps rows'] }),
      {
        step: steps[0].name,
        from: 'orders',
        to: 'campaigns',
        name: 'campaigns',
        columns: ['campaign_id'],
        keys: ['campaign_id'],
        needs: ['groups by campaigns__channel'],
        because: 'the only way from "orders" to "campaigns"',
      },
    ]);
    expect(sql).toMatch(/^with\s.*'London'/s);
    expect(statements).toBe(0);
  });

  test('is word for word what `tenet explain` prints, and its SQL is what the answer says was run', async () => {
    const { data } = await post(
      server.url,
      `{ explain(${QUESTION}) { text sql } metricQuery(${QUESTION}) { sql } }`,
    );
    const { out, code } = await commandLine(['explain', ...WORDS, '--definitions', DEFINITIONS]);
    expect(code).toBe(0);
    expect(out).toBe(`${data.explain.text}\n`);
    expect(data.explain.text).toContain('\nJoins\n');
    expect(data.explain.sql).toBe(data.metricQuery.sql);
  });

  test('refuses what the question is refused for, in the same words', async () => {
    const wrong = 'metrics: [marketing_spend], by: [{ dimension: customers__region }]';
    const explained = await post(server.url, `{ explain(${wrong}) { sql } }`);
    const asked = await post(server.url, `{ metricQuery(${wrong}) { sql } }`);
    expect(explained.status).toBe(400);
    const said = ({ errors }: typeof asked): unknown[] =>
      errors.map(({ message, extensions }) => [message, extensions]);
    expect(said(explained)).toEqual(said(asked));
  });

  test('has no joins to tell of where one dataset has all', async () => {
    const { data } = await post(
      server.url,
      '{ explain(metrics: [placed_orders], by: [{ dimension: orders__channel }]) { joins { to } text } }',
    );
    expect(data.explain.joins).toEqual([]);
    expect(data.explain.text).not.toContain('Joins');
  });
});
