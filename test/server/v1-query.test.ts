import { once } from 'node:events';
import { request } from 'node:http';
import { tableFromIPC } from 'apache-arrow';
import type { RunningServer } from '../../src/server/start-server';
import { createTenet } from '../../src/service/open';
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

const get = (parameters: Record<string, string> | string, init?: RequestInit): Promise<Response> => {
  const search = new URLSearchParams(parameters);
  return fetch(new URL(`/v1/query?${search}`, server.url), init);
};

interface Refused {
  readonly status: number;
  readonly message: string;
  readonly code: string;
  readonly path?: string;
  readonly suggestions: readonly string[];
}

async function refusal(parameters: Record<string, string> | string): Promise<Refused> {
  const response = await get(parameters);
  const { errors } = (await response.json()) as { errors: [{ message: string; extensions: Refused }] };
  return { ...errors[0].extensions, message: errors[0].message, status: response.status };
}

const BY_REGION = { metrics: 'net_revenue', by: 'customers.region' };
const QUESTION = { metrics: ['net_revenue'], by: [{ dimension: 'customers.region' }] };

async function rows(parameters: Record<string, string> | string): Promise<Record<string, unknown>[]> {
  const response = await get(parameters);
  return ((await response.json()) as { rows: Record<string, unknown>[] }).rows;
}

describe('a question in the URL', () => {
  test('is JSON or plain parameters, with the answer that every other door gives', async () => {
    const answer = await demo.tenet.ask(QUESTION);
    const values = answer.data[0]?.map((region, row) => ({
      customers__region: region,
      net_revenue: Number(answer.data[1]?.[row]),
    }));
    expect(values?.length).toBeGreaterThan(2);
    expect(await rows(BY_REGION)).toEqual(values);
    expect(await rows({ query: JSON.stringify(QUESTION) })).toEqual(values);
  });

  test.each([
    [
      'metrics=net_revenue&metrics=placed_orders&by=time:month,orders.channel&last=3:month&zone=UTC',
      {
        metrics: ['net_revenue', 'placed_orders'],
        by: [{ time: 'month' }, { dimension: 'orders.channel' }],
        period: { last: 3, grain: 'month' },
        zone: 'UTC',
      },
    ],
    [
      'metrics=net_revenue&by=orders.channel=way&where=orders.channel+in+web,app&whereFormula=orders.amount+>+10&having=net_revenue+>+5&order=-net_revenue&limit=1&offset=1',
      {
        metrics: ['net_revenue'],
        by: [{ dimension: 'orders.channel', as: 'way' }],
        where: [{ dimension: 'orders.channel', in: ['web', 'app'] }, { formula: 'orders.amount > 10' }],
        having: [{ metric: 'net_revenue', gt: '5' }],
        order: [{ metric: 'net_revenue', direction: 'DESC' as const }],
        limit: 1,
        offset: 1,
      },
    ],
    [
      'by=orders.channel&segments=&distinct=false&limit=3',
      { metrics: [], by: [{ dimension: 'orders.channel' }], distinct: false, limit: 3 },
    ],
  ])('%s', async (parameters, question) => {
    const answer = await demo.tenet.ask(question as Parameters<typeof demo.tenet.ask>[0]);
    expect(answer.rowCount).toBeGreaterThan(0);
    expect(await rows(parameters)).toEqual(await rows({ query: JSON.stringify(question) }));
    expect(await rows(parameters)).toHaveLength(answer.rowCount);
  });

  test('that is wrong is refused in the words of every other door', async () => {
    expect(await refusal({ metrics: 'net_revenu' })).toMatchObject({
      status: 400,
      code: 'REFERENCE.UNKNOWN_METRIC',
      suggestions: expect.arrayContaining(['net_revenue']),
    });
    expect(await refusal({ ...BY_REGION, wher: 'x' })).toMatchObject({
      status: 400,
      code: 'QUERY.UNKNOWN_KEY',
      path: 'wher',
      suggestions: expect.arrayContaining(['where']),
    });
    expect(await refusal({ ...BY_REGION, by: 'time' })).toMatchObject({ code: 'GRAIN.MISSING' });
    expect(await refusal({ ...BY_REGION, where: 'region' })).toMatchObject({
      code: 'QUERY.INVALID',
      message: '"region" cannot be read as the parameter "where".',
    });
    expect(await refusal({ ...BY_REGION, limit: 'ten' })).toMatchObject({
      code: 'QUERY.INVALID',
      path: 'limit',
    });
    expect(await refusal({ ...BY_REGION, complete: 'maybe' })).toMatchObject({
      code: 'QUERY.INVALID',
      path: 'complete',
    });
    expect(await refusal('metrics=net_revenue&from=2024&from=2025')).toMatchObject({
      code: 'QUERY.INVALID',
      path: 'from',
    });
    expect(await refusal({ query: '{"metrics":' })).toMatchObject({ code: 'QUERY.INVALID' });
    expect(await refusal({ query: '{"metrics":["net_revenue"]}', limit: '1' })).toMatchObject({
      path: 'limit',
    });
    expect(await refusal('')).toMatchObject({ status: 400, code: 'QUERY.EMPTY' });
  });
});

test.each([
  '{ "metrics": ["net_revenue"], "metrics": ["placed_orders"] }',
  '{ "metrics": ["net_revenue"], "where": [{ "dimension": "orders.channel", "eq": "web", "\\u0065q": "app" }] }',
])('a key that stands twice in JSON is refused, for one of them would be lost: %s', async (query) => {
  expect(await refusal({ query })).toMatchObject({ status: 400, code: 'QUERY.INVALID' });
  expect((await refusal({ query })).message).toContain('twice');
});

describe('an answer', () => {
  test('is CSV for a spreadsheet, NDJSON for a program, Arrow for a notebook', async () => {
    const expected = await rows(BY_REGION);
    const csv = await get({ ...BY_REGION, format: 'csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="net_revenue.csv"');
    const lines = (await csv.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('customers__region,net_revenue');
    expect(lines).toHaveLength(expected.length + 1);
    const ndjson = await get(BY_REGION, { headers: { accept: 'application/x-ndjson' } });
    expect(ndjson.headers.get('content-type')).toMatch('application/x-ndjson');
    const objects = (await ndjson.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects).toEqual(expected);
    const arrow = await get({ ...BY_REGION, format: 'arrow' });
    const table = tableFromIPC(Buffer.from(await arrow.arrayBuffer()));
    expect(table.toArray().map((row) => row['customers__region'])).toEqual(
      expected.map((row) => row['customers__region']),
    );
    expect(Number(table.getChild('net_revenue')?.get(0)) / 100).toBeCloseTo(
      Number(expected[0]?.['net_revenue']),
      2,
    );
    expect(table.schema.fields[1]?.metadata.get('unit')).toBe('GBP');
  });

  test('keeps every digit on request', async () => {
    const [first] = await rows({ ...BY_REGION, numbers: 'exact' });
    expect(first?.['net_revenue']).toEqual(expect.stringMatching(/^\d+\.\d\d$/));
  });

  test('holds totals in JSON, and in no format where they would look like a row', async () => {
    const response = await get({ ...BY_REGION, totals: '' });
    expect(await response.json()).toMatchObject({ totals: { net_revenue: expect.any(Number) } });
    expect(await refusal({ ...BY_REGION, totals: 'true', format: 'csv' })).toMatchObject({
      status: 400,
      code: 'QUERY.INVALID',
      path: 'totals',
    });
    expect(await refusal({ ...BY_REGION, format: 'xlsx' })).toMatchObject({
      code: 'QUERY.INVALID',
      path: 'format',
    });
  });

  test('says its notices in a header where the format has no place for them', async () => {
    const truncated = {
      query: JSON.stringify({
        metrics: ['net_revenue'],
        by: [{ time: 'month' }],
        period: { from: '2000-01-01', to: '2099-01-01' },
      }),
    };
    const answer = await demo.tenet.ask(JSON.parse(truncated.query));
    const codes = [...new Set((await answer.notices()).map(({ code }) => code))];
    expect(codes.length).toBeGreaterThan(0);
    const response = await get({ ...truncated, format: 'csv' });
    expect(response.headers.get('tenet-notices')).toBe(codes.join(', '));
  });

  test('of many rows arrives whole, and a caller who goes away is let go', async () => {
    const rowCount = 50_000;
    const numbers = Array.from({ length: rowCount }, (_, row) => row);
    const large = await serve({
      ...demo.tenet,
      ask: async (question, options) => {
        const { columns, notices } = await demo.tenet.ask(question, options);
        const data = [numbers.map((row) => `région ${row}`), numbers.map((row) => `${row}.00`)];
        return { columns, data, rowCount, truncated: false, totals: null, sql: '', notices };
      },
    });
    const url = new URL(`/v1/query?${new URLSearchParams({ ...BY_REGION, format: 'ndjson' })}`, large.url);
    const lines = (await (await fetch(url)).text()).trimEnd().split('\n');
    expect(lines).toHaveLength(rowCount);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      customers__region: 'région 49999',
      net_revenue: 49_999,
    });
    const leaving = request(url).end();
    const [response] = await once(leaving, 'response');
    response.destroy();
    await large.close();
  });
});

describe('ETag', () => {
  test('an answer that is still right is not sent again, and nothing is asked of the database for it', async () => {
    const first = await get(BY_REGION);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    let asked = 0;
    const counting = await serve({
      ...demo.tenet,
      ask: (...args) => {
        asked++;
        return demo.tenet.ask(...args);
      },
    });
    const url = new URL(`/v1/query?${new URLSearchParams(BY_REGION)}`, counting.url);
    const again = await fetch(url, { headers: { 'if-none-match': `"other", W/${tag}` } });
    expect([again.status, await again.text(), again.headers.get('etag'), asked]).toEqual([304, '', tag, 0]);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect(asked).toBe(1);
  });

  test('differs by question, by form, by catalog and by data', async () => {
    const tagOf = async (parameters: Record<string, string>, url = server.url): Promise<string | null> =>
      (
        await fetch(new URL(`/v1/query?${new URLSearchParams(parameters)}`, url), { method: 'HEAD' })
      ).headers.get('etag');
    const { catalog, engine, diagnostics } = demo.tenet;
    const other = async (version: string, dataVersion: string | null): Promise<string | null> => {
      const changed = {
        dialect: engine.dialect,
        dataVersion,
        load: () => engine.load(),
        run: engine.run.bind(engine),
        describe: engine.describe.bind(engine),
        close: async () => {},
      };
      const tenet = createTenet({ catalog: { ...catalog, version }, diagnostics }, changed);
      return tagOf(BY_REGION, (await serve(tenet)).url);
    };
    const tags = [
      await tagOf(BY_REGION),
      await tagOf({ ...BY_REGION, limit: '3' }),
      await tagOf({ ...BY_REGION, format: 'csv' }),
      await tagOf({ ...BY_REGION, numbers: 'exact' }),
      await other('another catalog', engine.dataVersion),
      await other(catalog.version, 'other data'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf(BY_REGION)).toBe(tags[0]);
    expect(await other(catalog.version, engine.dataVersion)).toBe(tags[0]);
    expect(await other(catalog.version, null)).toBeNull();
  });
});

test('another site’s page may not ask, a link may be followed', async () => {
  const statusOf = async (mode: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode };
      request(new URL(`/v1/query?${new URLSearchParams(BY_REGION)}`, server.url), { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  expect(await statusOf('no-cors')).toBe(403);
  expect(await statusOf('navigate')).toBe(200);
});

test('a question that fails in the database ends with its status', async () => {
  const failing = await serve({
    ...demo.tenet,
    ask: (question, options) => demo.tenet.ask(question, { ...options, deadlineMs: 0 }),
  });
  const response = await fetch(new URL(`/v1/query?${new URLSearchParams(BY_REGION)}`, failing.url));
  expect(response.status).toBe(504);
});
