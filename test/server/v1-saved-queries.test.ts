import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, serve } from './serve-demo';

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

const get = (path: string): Promise<Response> => fetch(new URL(`/v1/saved-queries${path}`, server.url));

async function refusal(path: string): Promise<object> {
  const response = await get(path);
  const { errors } = (await response.json()) as { errors: [{ extensions: object }] };
  return { status: response.status, ...errors[0].extensions };
}

test('their list has the words and the question of each', async () => {
  const { savedQueries } = (await (await get('')).json()) as { savedQueries: { name: string }[] };
  expect(savedQueries.map(({ name }) => name)).toEqual([...demo.tenet.catalog.savedQueries.keys()].sort());
  const { name, label, question, query } = demo.tenet.catalog.savedQueries.get('revenue_by_week')!;
  expect(savedQueries).toContainEqual(
    expect.objectContaining({ name, label, question, query, team: 'sales' }),
  );
});

test('every one of the company’s is answered, with the rows of the question that it holds', async () => {
  for (const { name, query } of demo.tenet.catalog.savedQueries.values()) {
    const answer = await demo.tenet.ask(query);
    const response = await get(`/${name}`);
    expect([name, response.status]).toEqual([name, 200]);
    const { rows, columns } = (await response.json()) as { rows: object[]; columns: { name: string }[] };
    expect([rows.length, columns.map((column) => column.name)]).toEqual([
      answer.rowCount,
      answer.columns.map((column) => column.name),
    ]);
  }
});

test('the period and the page may be changed, and the form', async () => {
  const csv = await get('/revenue_by_week?last=6:week&limit=4&format=csv');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="revenue_by_week.csv"');
  expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(5);
});

test('anything else is another question', async () => {
  expect(await refusal('/revenue_by_week?by=customers.region')).toMatchObject({
    status: 400,
    code: 'QUERY.INVALID',
    path: 'by',
    hint: expect.stringContaining('period'),
  });
  expect(await refusal('/revenue_by_week?query={}')).toMatchObject({
    status: 400,
    code: 'QUERY.UNKNOWN_KEY',
  });
});

test('a name that there is not is refused with near matches', async () => {
  expect(await refusal('/revenue_by_wek')).toMatchObject({
    status: 404,
    code: 'REFERENCE.UNKNOWN_SAVED_QUERY',
    suggestions: expect.arrayContaining(['revenue_by_week']),
  });
});

test('the list takes no parameters, rather than to leave one out without a word', async () => {
  expect(await refusal('?team=sales')).toMatchObject({
    ...{ status: 400, code: 'QUERY.UNKNOWN_KEY', path: 'team', hint: 'this address takes no parameters' },
  });
});
