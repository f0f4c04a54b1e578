import type { RunningServer } from '../../src/server/start-server';
import { type OpenTenet, openTenet } from '../support/in-memory-tenet';
import { closeServers, post, type Reply, serve } from './serve-demo';

let open: OpenTenet;
let server: RunningServer;
beforeAll(async () => {
  open = await openTenet({
    files: [
      { path: 'company.yaml', text: 'zone: Europe/London\nlimits: { default_rows: 3, max_rows: 100 }' },
      {
        path: 'shop/all.yaml',
        text: `
datasets:
  places: { table: places, key: place_id, columns: { place_id: integer, town: string }, dimensions: { town: {} } }
  things:
    table: things
    time: sold
    columns: { word: string, large: bigint, price: 'decimal(22,2)', ratio: double, sold: date, place_id: integer }
    joins: { places: { to: places, by: place_id } }
    dimensions: { word: {} }
metrics:
  large: { formula: sum(things.large) }
  price: { formula: sum(things.price) }
  ratio: { formula: avg(things.ratio) }
  things_sold: { formula: count(things) }
`,
      },
    ],
    statements: [
      'create table places (place_id integer, town varchar)',
      "insert into places values (1, 'Leeds')",
      'create table things (word varchar, large bigint, price decimal(22,2), ratio double, sold date, place_id integer)',
      `insert into things values ('a', 9007199254740993, 12345678901234567.89, 0.1, date '2024-01-15', 1),
        ('b', 1, 0.10, 0.25, date '2024-02-15', 7), ('c', -5, -7.00, null, null, 1), (null, null, null, null, date '2024-02-20', 1)`,
    ],
  });
  server = await serve(open.tenet);
});
afterAll(async () => {
  await closeServers();
  await open?.close();
});
const ask = (query: string): Promise<Reply> => post(server.url, query);
const QUESTION = 'metrics: [large, price, ratio], by: [{ dimension: things__word }], limit: 10, totals: true';

describe('an answer', () => {
  test('is the same in rows and in columns', async () => {
    const { data } = await ask(`{ metricQuery(${QUESTION}) { rowCount columns { name } rows data } }`);
    const { rows, data: columns, rowCount, columns: heads } = data.metricQuery;
    expect(Object.keys(columns)).toEqual(heads.map(({ name }: { name: string }) => name));
    expect(rows).toHaveLength(rowCount);
    for (const [name, values] of Object.entries(columns))
      expect(values).toEqual(rows.map((row: Record<string, unknown>) => row[name]));
    expect(rows.at(-1)).toEqual({ things__word: null, large: null, price: null, ratio: null });
  });

  test('keeps every digit of integers and decimals when exact numbers are asked for: in rows, columns and totals', async () => {
    const { data } = await ask(
      `{ metricQuery(${QUESTION}, numbers: EXACT) { rows data totals notices { code } } }`,
    );
    const { rows, data: columns, totals, notices } = data.metricQuery;
    expect(rows[0]).toEqual({
      things__word: 'a',
      large: '9007199254740993',
      price: '12345678901234567.89',
      ratio: 0.1,
    });
    expect(rows[2]).toEqual({ things__word: 'c', large: '-5', price: '-7.00', ratio: null });
    expect(columns.large).toEqual(['9007199254740993', '1', '-5', null]);
    expect(totals).toEqual({ large: '9007199254740989', price: '12345678901234560.99', ratio: 0.175 });
    expect(notices.map(({ code }: { code: string }) => code)).not.toContain('NUMBER.PRECISION');
  });

  test('in JSON numbers says which columns lost digits', async () => {
    const { data } = await ask(`{ metricQuery(${QUESTION}) { rows notices { code message } } }`);
    expect(typeof data.metricQuery.rows[0].large).toBe('number');
    const precision = data.metricQuery.notices.filter(
      ({ code }: { code: string }) => code === 'NUMBER.PRECISION',
    );
    expect(precision.map(({ message }: { message: string }) => message.split(' ')[0])).toEqual([
      '"large"',
      '"price"',
    ]);
  });
});

describe('the notices of an answer', () => {
  test.each([
    ['metrics: [things_sold], by: [{ dimension: things__word }]', ['ROWS.TRUNCATED']],
    ['metrics: [things_sold], period: { from: "2024-01-01" }', ['PERIOD.ROWS_WITHOUT_TIME']],
    ['metrics: [things_sold], by: [{ dimension: places__town }]', ['JOIN.ORPHANS']],
    [
      'metrics: [things_sold], by: [{ time: MONTH }], period: { from: "2024-01-10", to: "2024-03-01" }',
      ['PERIOD.PARTIAL_BUCKETS', 'PERIOD.ROWS_WITHOUT_TIME'],
    ],
    [
      'metrics: [things_sold, price], where: [{ dimension: things__word, eq: "b", onlyFor: [price] }]',
      ['FILTER.ONLY_FOR'],
    ],
    [
      'metrics: [things_sold], by: [{ dimension: things__word }], limit: 1, totals: true',
      ['TOTAL.COVERS_MORE_ROWS'],
    ],
    ['metrics: [things_sold]', []],
  ])('of a question with %s are %j', async (question, codes) => {
    const { data, errors } = await ask(`{ metricQuery(${question}) { notices { code message } truncated } }`);
    expect(errors).toEqual([]);
    const { notices, truncated } = data.metricQuery;
    expect(notices.map(({ code }: { code: string }) => code).sort()).toEqual(codes);
    for (const { message } of notices) expect(message.length).toBeGreaterThan(20);
    expect(truncated).toBe(codes.includes('ROWS.TRUNCATED'));
  });
});
