import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, post, serve } from './serve-demo';

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

test('saved queries are found, read and asked in GraphQL', async () => {
  const { data, errors } = await post(
    server.url,
    `{
      savedQueries(filter: { team: "sales", search: "week" }) { totalCount nodes { name team { name } metrics { name } } }
      savedQuery(name: "revenue_by_week") {
        id label question
        whole: answer { rowCount }
        page: answer(period: { last: 3, grain: WEEK }, limit: 2, numbers: EXACT) { rows }
      }
    }`,
  );
  expect(errors).toEqual([]);
  const { query, label, question } = demo.tenet.catalog.savedQueries.get('revenue_by_week')!;
  expect(data.savedQueries.nodes).toContainEqual({
    name: 'revenue_by_week',
    team: { name: 'sales' },
    metrics: query.metrics.map((name) => ({ name })),
  });
  expect(data.savedQuery).toMatchObject({ label, question });
  expect(data.savedQuery.whole.rowCount).toBe((await demo.tenet.ask(query)).rowCount);
  const page = await demo.tenet.ask({ ...query, period: { last: 3, grain: 'week' }, limit: 2 });
  expect(data.savedQuery.page.rows).toHaveLength(2);
  expect(data.savedQuery.page.rows[0].net_revenue).toBe(page.data[1]?.[0]);
  const again = await post(
    server.url,
    `{ node(id: "${data.savedQuery.id}") { ... on SavedQuery { name } } }`,
  );
  expect(again.data).toEqual({ node: { name: 'revenue_by_week' } });
});

test('a name that there is not is refused with near matches', async () => {
  const { errors } = await post(server.url, '{ savedQuery(name: "revenue_by_wek") { label } }');
  expect(errors[0]?.extensions).toMatchObject({
    code: 'REFERENCE.UNKNOWN_SAVED_QUERY',
    suggestions: expect.arrayContaining(['revenue_by_week']),
  });
});
