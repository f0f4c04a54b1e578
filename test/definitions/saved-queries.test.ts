import { readDefinitions } from '../../src/metrics/definitions/read';
import { type Resolved, resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { keepLastGood } from '../../src/metrics/serving/keep-last-good';
import { COMPANY, marked, offsetsOf } from './read-marked';

const SHOP = `
datasets:
  orders:
    table: shop.orders
    key: id
    time: ordered_at
    columns: { id: bigint, ordered_at: timestamptz, amount: "decimal(12,2)", channel: string }
    dimensions: { channel: }
metrics:
  revenue: { formula: sum(orders.amount) }
  broken: { formula: sum(orders.amout) }
`;

beforeAll(loadGrammar);

const resolved = (text: string): Resolved =>
  resolve(
    readDefinitions([COMPANY, { path: 'sales/shop.yaml', text: SHOP }, { path: 'sales/a.yaml', text }]),
  );

test('a saved query has words and a question, whose keys are those of every other door', () => {
  const { catalog, diagnostics } = resolved(`
saved_queries:
  weekly:
    label: By week
    question: How does it go?
    metrics: [revenue]
    by: [{ time: WEEK }, { dimension: orders__channel, as: channel }]
    where: [{ dimension: orders.channel, in: [web, app] }]
    period: { last: 3, grain: month }
    order: [{ metric: revenue, direction: desc }]
    limit: 10
  channels: { by: [{ dimension: orders.channel }] }
`);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining('"amout"'), // of the metric `broken`
  ]);
  expect(catalog?.savedQueries.get('weekly')).toMatchObject({
    name: 'weekly',
    team: 'sales',
    label: 'By week',
    question: 'How does it go?',
    query: {
      metrics: ['revenue'],
      by: [{ time: 'week' }, { dimension: 'orders__channel', as: 'channel' }],
      order: [{ metric: 'revenue', direction: 'DESC' }],
      limit: 10,
    },
  });
  expect(catalog?.savedQueries.get('channels')?.query).toEqual({
    metrics: [],
    by: [{ dimension: 'orders.channel' }],
  });
});

/** `«…»` is where the caret stands. */
const CASES: readonly (readonly [name: string, code: string, saved: string, hint: RegExp])[] = [
  ['an unknown key', 'SHAPE.UNKNOWN_KEY', '{ metrics: [revenue], «filter»: [] }', /keys are/],
  ['an unknown metric', 'REFERENCE.UNKNOWN_METRIC', '{ metrics: [«revenu»] }', /"revenue"/],
  ['a broken metric', 'DEFINITION.BROKEN', '{ metrics: [revenue, «broken»] }', /mend sales/],
  [
    'an unknown dimension',
    'REFERENCE.UNKNOWN_DIMENSION',
    '{ metrics: [revenue], by: [{ time: month }, { dimension: «orders.chanel» }] }',
    /orders\.channel/,
  ],
  ['a grain of nothing', 'QUERY.INVALID', '{ metrics: [revenue], by: [«{ grain: month }»] }', /^$/],
  [
    'a value of another type, deep in a condition',
    'TYPE.BAD_LITERAL',
    '{ metrics: [revenue], where: [{ and: [{ time: true, gte: «soon» }] }] }',
    /./,
  ],
  [
    'a key that no condition has',
    'QUERY.UNKNOWN_KEY',
    '{ metrics: [revenue], where: [{ «dimenson»: x }] }',
    /./,
  ],
];

test.each(CASES)('%s is found at its place: %s', (_, code, saved, hint) => {
  const { text, from, to } = marked(`saved_queries:\n  board: ${saved}\n`);
  const { catalog, diagnostics } = resolved(text);
  const found = diagnostics.filter(({ at }) => at.file === 'sales/a.yaml');
  expect(found.map((one) => one.code)).toEqual([code]);
  expect(offsetsOf(text, found[0]!.at)).toEqual({ from, to });
  expect(found[0]?.hint ?? '').toMatch(hint);
  expect(found[0]?.definition).toEqual({ kind: 'saved_query', name: 'board' });
  expect(catalog?.savedQueries.has('board')).toBe(false);
  expect(catalog?.broken.has('saved_query board')).toBe(true);
  expect(catalog?.metrics.has('revenue')).toBe(true);
});

test('a saved query that asks nothing is found at its name', () => {
  const { diagnostics } = resolved('saved_queries:\n  board: { label: Nothing }\n');
  expect(diagnostics.map(({ code, at }) => `${code} ${at.start.line}:${at.start.column}`)).toContain(
    'QUERY.EMPTY 2:3',
  );
});

test('a saved query cannot have the name of a metric', () => {
  const { diagnostics } = resolved('saved_queries:\n  revenue: { metrics: [revenue] }\n');
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain(
    'NAME.DUPLICATE The name "revenue" of this metric is taken by a saved query.',
  );
});

test('a change of a saved query is another catalog', () => {
  const versionOf = (limit: number): string | undefined =>
    resolved(`saved_queries:\n  board: { metrics: [revenue], limit: ${limit} }\n`).catalog?.version;
  expect(versionOf(1)).toBe(versionOf(1));
  expect(versionOf(1)).not.toBe(versionOf(2));
});

test('a saved query that is broken by a change stays as it was', () => {
  const saved = (metric: string): string => `saved_queries:\n  board: { metrics: [${metric}], limit: 7 }\n`;
  const before = resolved(saved('revenue')).catalog!;
  const after = keepLastGood(before, resolved(saved('revenu')).catalog!);
  expect(after.savedQueries.get('board')?.query).toEqual({ metrics: ['revenue'], limit: 7 });
  expect(after.broken.has('saved_query board')).toBe(true);
});
