import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { parse as parseYaml } from 'yaml';
import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, post, serve } from '../server/serve-demo';

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Target {
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly type: string;
  readonly url: string;
  readonly url_options: { readonly method: string; readonly body_graphql_query: string };
  readonly root_selector: string;
  readonly columns: readonly { readonly selector: string; readonly type: string }[];
}
interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly Target[] }[];
  readonly templating: { readonly list: readonly [{ readonly query: { readonly infinityQuery: Target } }] };
}

const dashboard = JSON.parse(read('examples/grafana/dashboard.json')) as Dashboard;
const variable = dashboard.templating.list[0].query.infinityQuery;
const targets = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map((target) => ({ title, target }))),
  { title: 'the variable', target: variable },
];

/** As Grafana writes its own variables into a query. */
const filledIn = (query: string): string =>
  query
    .replaceAll(`\${__from:date:YYYY-MM-DD}`, '2024-07-01')
    .replaceAll(`\${__to:date:YYYY-MM-DD}`, '2025-07-01')
    .replaceAll(`\${channel:doublequote}`, '"web","app"');

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

test('the data source is the one that the dashboard asks, and may ask the address', () => {
  const { datasources } = parseYaml(read('examples/grafana/datasource.yaml'));
  const [{ uid, type, jsonData }] = datasources;
  for (const { target } of targets) {
    expect(target.datasource).toEqual({ type, uid });
    expect(jsonData.allowedHosts).toContain(new URL(target.url).origin);
    expect(new URL(target.url).pathname).toBe('/graphql');
    expect([target.type, target.url_options.method]).toEqual(['graphql', 'POST']);
  }
});

describe.each(targets)('$title', ({ target }) => {
  const query = filledIn(target.url_options.body_graphql_query);

  test('asks what the schema has', () => {
    expect(query).not.toContain('$');
    expect(validate(buildSchema(read('schema.graphql')), parse(query))).toEqual([]);
  });

  test('is answered with rows at its root, which hold its columns in their types', async () => {
    const { status, data, errors } = await post(server.url, query);
    expect([status, errors]).toEqual([200, []]);
    const steps = target.root_selector.split('.').slice(1);
    const rows: Record<string, unknown>[] = steps.reduce((value, step) => value[step], data);
    expect(rows.length).toBeGreaterThan(1);
    expect(Object.keys(rows[0]!)).toEqual(target.columns.map(({ selector }) => selector));
    for (const { selector, type } of target.columns) {
      const values = rows.map((row) => row[selector]).filter((value) => value !== null);
      expect(values.length).toBeGreaterThan(0);
      if (type === 'timestamp')
        for (const value of values) expect(String(value)).toMatch(/^\d{4}-\d\d-\d\d$/);
      else for (const value of values) expect(typeof value).toBe(type);
    }
  });
});
