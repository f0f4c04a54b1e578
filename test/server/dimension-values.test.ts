import type { RunningServer } from '../../src/server/start-server';
import type { Tenet } from '../../src/service/tenet';
import { type OpenTenet, openTenet } from '../support/in-memory-tenet';
import { closeServers, post, type Reply, serve } from './serve-demo';

/** One row each: a text, then a value of every type; NULLs, repeats, what a pattern would take for a sign, what sorts badly. */
const ROWS = [
  `('Ärger', 1, 9007199254740993, 0.10, -0.5, true, date '2024-02-29', timestamp '2024-01-01 10:00:00.000001', timestamptz '2024-03-31 00:30:00Z', 1)`,
  `('zebra', 2, -9007199254740993, 0.20, 1e300, false, date '2023-12-31', timestamp '2024-01-01 10:00:00.000002', timestamptz '2024-10-27 00:30:00Z', 1)`,
  `('100%', 10, 9007199254740992, 12345678901234567890.12, 0.1, true, date '2024-03-01', timestamp '2024-01-01 10:00:00', timestamptz '2024-10-27 01:30:00Z', 2)`,
  `('100x', 10, 0, 0.10, 0.30000000000000004, null, null, null, null, 3)`,
  `('it''s', null, null, null, null, false, date '2024-02-29', null, null, null)`,
  `('', 2, 0, 0.00, 0, true, null, null, null, 9)`,
  `(null, 2, 1, -5.00, -1, null, null, null, null, 1)`,
  `('null', 3, 2, 5.00, 2, true, null, null, null, 2)`,
  `('a_b', 4, 3, 7.00, 3, true, null, null, null, 2)`,
  `('A_B', 4, 3, 7.00, 3, true, null, null, null, 2)`,
  `('back\\slash', 4, 3, 7.00, 3, true, null, null, null, 2)`,
  `('💥 日本', 4, 3, 7.00, 3, true, null, null, null, 2)`,
  `('zebra', 4, 3, 7.00, 3, true, null, null, null, 2)`,
];
const FILES = [
  { path: 'company.yaml', text: 'zone: Europe/London' },
  {
    path: 'shop/all.yaml',
    text: `
datasets:
  things:
    table: things
    columns: { word: string, small: integer, large: bigint, price: 'decimal(22,2)', ratio: double, flag: boolean,
               day: date, wall: timestamp, instant: timestamptz, place_id: integer }
    joins: { shipped_to: { to: places, by: place_id } }
    dimensions: { word: {}, small: {}, large: {}, price: {}, ratio: {}, flag: {}, day: {}, wall: {}, instant: {} }
  places:
    table: places
    key: place_id
    columns: { place_id: integer, town: string }
    dimensions: { town: {}, shout: { formula: upper(town) } }
metrics:
  all_things: { formula: count(things) }
`,
  },
];

let open: OpenTenet;
let server: RunningServer;
let asked = 0;

beforeAll(async () => {
  open = await openTenet({
    files: FILES,
    statements: [
      `create table things (word varchar, small integer, large bigint, price decimal(22,2), ratio double, flag boolean, day date, wall timestamp, instant timestamptz, place_id integer)`,
      `insert into things values ${ROWS.join(', ')}`,
      'create table places (place_id integer, town varchar)',
      `insert into places values (1, 'Leeds'), (2, 'York'), (3, null), (4, 'Nowhere')`,
    ],
  });
  const counted: Tenet = {
    ...open.tenet,
    values: (question, options) => {
      asked += 1;
      return open.tenet.values(question, options);
    },
  };
  server = await serve(counted);
});
afterAll(async () => {
  await closeServers();
  await open?.close();
});

const QUERY = `query V($dimension: DimensionName!, $search: String, $first: NonNegativeInt, $after: String, $numbers: NumberFormat) {
  dimensionValues(dimension: $dimension, search: $search, first: $first, after: $after, numbers: $numbers) {
    nodes { value rows } edges { cursor node { value } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const ask = (variables: object): Promise<Reply> =>
  post(server.url, QUERY, { first: 50, numbers: 'JSON', ...variables });
const values = async (variables: object): Promise<unknown[]> => {
  const { data, errors } = await ask(variables);
  expect(errors).toEqual([]);
  return data.dimensionValues.nodes.map(({ value }: { value: unknown }) => value);
};

describe('the values of a dimension', () => {
  test('come ascending by code point with the number of rows of each, rows without a value last', async () => {
    const { status, data, errors } = await ask({ dimension: 'things__word' });
    expect([status, errors]).toEqual([200, []]);
    expect(data.dimensionValues.nodes).toEqual([
      { value: '', rows: 1 },
      { value: '100%', rows: 1 },
      { value: '100x', rows: 1 },
      { value: 'A_B', rows: 1 },
      { value: 'a_b', rows: 1 },
      { value: 'back\\slash', rows: 1 },
      { value: "it's", rows: 1 },
      { value: 'null', rows: 1 },
      { value: 'zebra', rows: 2 },
      { value: 'Ärger', rows: 1 },
      { value: '💥 日本', rows: 1 },
      { value: null, rows: 1 },
    ]);
    expect(data.dimensionValues.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('are what the question without metrics answers, and their counts what a metric counts', async () => {
    for (const name of ['word', 'small', 'large', 'price', 'ratio', 'flag', 'day', 'wall', 'instant']) {
      const dimension = `things__${name}`;
      const { data } = await post(
        server.url,
        `{ values: dimensionValues(dimension: ${dimension}, numbers: EXACT) { nodes { value rows } }
           tuples: metricQuery(by: [{ dimension: ${dimension} }], numbers: EXACT) { rows }
           counts: metricQuery(metrics: [all_things], by: [{ dimension: ${dimension} }]) { rows } }`,
      );
      const { nodes } = data.values;
      expect(nodes.map(({ value }: { value: unknown }) => ({ [dimension]: value }))).toEqual(
        data.tuples.rows,
      );
      expect(nodes.map(({ rows }: { rows: number }) => rows)).toEqual(
        data.counts.rows.map(({ all_things }: { all_things: number }) => all_things),
      );
    }
  });

  test.each(['word', 'small', 'large', 'price', 'ratio', 'flag', 'day', 'wall', 'instant'])(
    'of the type of %s are walked one by one, each once',
    async (name) => {
      const dimension = `things__${name}`;
      const all = await values({ dimension, numbers: 'EXACT' });
      expect(all.length).toBeGreaterThan(2);
      const walked: unknown[] = [];
      for (let after: string | null = null; walked.length <= all.length; ) {
        const { data, errors }: Reply = await ask({ dimension, first: 1, after, numbers: 'EXACT' });
        expect(errors).toEqual([]);
        const { nodes, pageInfo } = data.dimensionValues;
        walked.push(...nodes.map(({ value }: { value: unknown }) => value));
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(walked).toEqual(all);
      const { data } = await ask({ dimension, first: 50 });
      const last = data.dimensionValues.pageInfo.endCursor;
      expect(await values({ dimension, after: last })).toEqual([]);
    },
  );

  test('under a role are those that occur there, and behind a formula its results', async () => {
    const { data } = await post(
      server.url,
      `{ role: dimensionValues(dimension: shipped_to__town) { nodes { value rows } }
         own: dimensionValues(dimension: places__town) { nodes { value rows } }
         shout: dimensionValues(dimension: places__shout, search: "ee") { nodes { value rows } } }`,
    );
    expect(data.role.nodes).toEqual([
      { value: 'Leeds', rows: 3 },
      { value: 'York', rows: 7 },
      { value: null, rows: 3 },
    ]);
    expect(data.own.nodes).toEqual([
      { value: 'Leeds', rows: 1 },
      { value: 'Nowhere', rows: 1 },
      { value: 'York', rows: 1 },
      { value: null, rows: 1 },
    ]);
    expect(data.shout.nodes).toEqual([{ value: 'LEEDS', rows: 1 }]);
  });

  test('are asked for once where an operation asks twice', async () => {
    asked = 0;
    const { data } = await post(
      server.url,
      `{ a: dimensionValues(dimension: things__flag) { nodes { value } }
         b: dimensionValues(first: 50, dimension: things__flag) { nodes { rows } }
         c: dimensionValues(dimension: things__flag, first: 2) { nodes { value } } }`,
    );
    expect(data.a.nodes.map(({ value }: { value: unknown }) => value)).toEqual([false, true, null]);
    expect(data.b.nodes).toHaveLength(3);
    expect(data.c.nodes).toHaveLength(2);
    expect(asked).toBe(2);
  });
});

describe('a search among values', () => {
  test.each([
    ['ZEB', ['zebra']],
    ['ärg', ['Ärger']],
    ['%', ['100%']],
    ['_', ['A_B', 'a_b']],
    ['\\', ['back\\slash']],
    ["'", ["it's"]],
    ["' or 1=1 --", []],
    ['null', ['null']],
    ['日本', ['💥 日本']],
    ['?', []],
    [
      '',
      ['', '100%', '100x', 'A_B', 'a_b', 'back\\slash', "it's", 'null', 'zebra', 'Ärger', '💥 日本', null],
    ],
  ])('for %j finds %j', async (search, expected) => {
    expect(await values({ dimension: 'things__word', search })).toEqual(expected);
  });

  test('goes through numbers, dates and booleans as they are written', async () => {
    expect(await values({ dimension: 'things__day', search: '2024-0' })).toEqual([
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(await values({ dimension: 'things__small', search: '1' })).toEqual([1, 10]);
    expect(await values({ dimension: 'things__flag', search: 'TRU' })).toEqual([true]);
  });

  test('is paged', async () => {
    const { data } = await ask({ dimension: 'things__word', search: '100', first: 1 });
    const { endCursor } = data.dimensionValues.pageInfo;
    expect(await values({ dimension: 'things__word', search: '100', after: endCursor })).toEqual(['100x']);
  });
});

describe('what cannot be answered is refused', () => {
  test.each<[object, object]>([
    [{ first: 1001 }, { code: 'REQUEST.LIMIT', path: 'first' }],
    [{ after: 'zebra' }, { code: 'QUERY.INVALID', path: 'after' }],
    [{ after: Buffer.from('[{"a":1}]').toString('base64url') }, { code: 'QUERY.INVALID', path: 'after' }],
    [{ search: 'x'.repeat(201) }, { code: 'QUERY.INVALID', path: 'search' }],
    [{ search: 'a\0b' }, { code: 'QUERY.INVALID', path: 'search' }],
    [
      { dimension: 'things__instant', search: '2024' },
      { code: 'QUERY.INVALID', path: 'search' },
    ],
    [
      { dimension: 'things__wrod' },
      { code: 'REFERENCE.UNKNOWN_DIMENSION', suggestions: expect.arrayContaining(['things__word']) },
    ],
  ])('%j: %j', async (variables, extensions) => {
    const { status, errors } = await ask({ dimension: 'things__word', ...variables });
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject(extensions);
  });

  test('and a cursor that was tampered with never reaches the database as SQL', async () => {
    for (const value of ["'; drop table things --", 12, true, '9'.repeat(5_000)]) {
      const after = Buffer.from(JSON.stringify([value])).toString('base64url');
      const { status } = await ask({ dimension: 'things__small', after });
      expect([200, 400]).toContain(status);
    }
    expect(await values({ dimension: 'things__small', search: '10' })).toEqual([10]);
  });
});
