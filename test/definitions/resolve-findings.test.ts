import { readDefinitions } from '../../src/metrics/definitions/read';
import { remarks } from '../../src/metrics/definitions/remarks';
import { type Resolved, resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { COMPANY, marked, offsetsOf } from './read-marked';

const SHOP = `
datasets:
  orders:
    table: shop.orders
    key: id
    time: ordered_at
    columns: { id: bigint, customer_id: bigint, ship_id: bigint, ordered_at: timestamptz, amount: "decimal(12,2)", price: "decimal(18,10)",
      weight: double, status: string, is_test: boolean, items: integer }
    joins:
      customers: { to: customers, by: customer_id }
      shipping: { to: addresses, by: ship_id }
    dimensions:
      status:
      month: { formula: "date_trunc('month', ordered_at)" }
  customers:
    table: shop.customers
    key: id
    columns: { id: bigint, region: string, address_id: bigint }
    joins: { home: { to: addresses, by: address_id } }
    dimensions: { region: }
  addresses: { table: shop.addresses, key: id, columns: { id: bigint, city: string }, dimensions: { city: } }
  spend: { table: shop.spend, columns: { day: date, cost: "decimal(12,2)" }, time: day }
metrics:
  revenue: { formula: sum(orders.amount) }
  costs: { formula: sum(spend.cost) }
`;

beforeAll(loadGrammar);

const resolved = (text: string): Resolved =>
  resolve(
    readDefinitions([COMPANY, { path: 'sales/shop.yaml', text: SHOP }, { path: 'sales/a.yaml', text }]),
  );

const metric = (formula: string, more = ''): string => `metrics:\n  a:\n    formula: ${formula}\n${more}`;
const dimension = (formula: string): string =>
  `datasets:\n  extra:\n    table: t\n    key: id\n    columns: { id: bigint, x: string, customer_id: bigint }\n    joins: { customers: { to: customers, by: customer_id } }\n    dimensions:\n      y: { formula: ${formula} }\n`;

type Case = readonly [name: string, code: string, text: string, message: RegExp, hint?: RegExp];

/** `«…»` is where the caret stands. */
const CASES: readonly Case[] = [
  [
    'an open parenthesis',
    'FORMULA.SYNTAX',
    metric('"sum(orders.amount«»"'),
    /ends too early/,
    /closing parenthesis is missing/,
  ],
  [
    'a condition without its second half',
    'FORMULA.SYNTAX',
    metric('count(orders)', '    where: "orders.is_test and«»"\n'),
    /ends too early/,
  ],
  [
    'a word of SQL as a name',
    'FORMULA.SYNTAX',
    metric('sum(«order».amount)'),
    /from "order" on/,
    /double quotes/,
  ],
  [
    'an unknown metric',
    'REFERENCE.UNKNOWN_METRIC',
    metric('«revenu» / 2'),
    /No metric is named "revenu"/,
    /"revenue"/,
  ],
  [
    'an unknown dataset',
    'REFERENCE.UNKNOWN_DATASET',
    metric('sum(«ordrs.amount»)'),
    /"ordrs"/,
    /"orders.amount"/,
  ],
  [
    'an unknown column',
    'REFERENCE.UNKNOWN_COLUMN',
    metric('sum(«orders.ammount»)'),
    /"ammount"/,
    /"orders.amount"/,
  ],
  [
    'a text without quotes',
    'REFERENCE.UNKNOWN_COLUMN',
    metric('count(orders) filter (where orders.status = «paid»)'),
    /"paid"/,
    /'paid'/,
  ],
  [
    'an unknown entity',
    'REFERENCE.UNKNOWN_DATASET',
    metric('count(orders) filter (where per(«custmers», revenue) > 1)'),
    /"custmers"/,
    /"customers"/,
  ],
  ['an unknown function', 'FORMULA.UNKNOWN_FUNCTION', metric('«summ»(orders.amount)'), /"summ"/, /"sum"/],
  ['an inner name of an operator', 'FORMULA.UNKNOWN_FUNCTION', metric('«add»(count(orders), 1)'), /"add"/],
  [
    'a column without an aggregate',
    'FORMULA.NO_AGGREGATE',
    metric('«orders.amount»'),
    /one value per row/,
    /sum\(orders.amount\)/,
  ],
  [
    'a dataset as a number',
    'FORMULA.NO_AGGREGATE',
    metric('«orders» + 1'),
    /is a dataset/,
    /count\(orders\)/,
  ],
  ['a constant', 'FORMULA.NO_AGGREGATE', metric('«1 + 1»'), /aggregates nothing/],
  [
    'an aggregate of an aggregate',
    'FORMULA.NESTED_AGGREGATE',
    metric('sum(orders.amount + «max»(orders.amount))'),
    /single rows/,
  ],
  ['an aggregate of a metric', 'AGGREGATE.UNSAFE', metric('avg(«revenue»)'), /finished number/],
  ['count(*)', 'FORMULA.ARGUMENTS', metric('«count»(*)'), /does not say of what/, /count\(orders\)/],
  [
    'a percentile beyond 1',
    'FORMULA.ARGUMENTS',
    metric('"«percentile»(orders.amount, 90)"'),
    /between 0 and 1/,
  ],
  [
    'distinct where it means nothing',
    'FORMULA.ARGUMENTS',
    metric('«sum»(distinct orders.amount)'),
    /count only/,
  ],
  ['a sum of text', 'TYPE.MISMATCH', metric('«sum»(orders.status)'), /not string/],
  ['a sum of booleans', 'TYPE.MISMATCH', metric('«sum»(orders.is_test)'), /not boolean/, /filter/],
  [
    'a product with a boolean',
    'TYPE.MISMATCH',
    metric('sum(orders.amount «*» orders.is_test)'),
    /cannot multiply/,
  ],
  [
    'a condition that is none',
    'TYPE.MISMATCH',
    metric('count(orders) filter (where «orders.amount»)'),
    /true or false/,
  ],
  [
    'a product of too many places',
    'TYPE.DECIMAL_SCALE',
    metric('sum(orders.price «*» orders.price)'),
    /20 decimal places/,
    /round one factor/,
  ],
  [
    'a date that does not exist',
    'TYPE.BAD_LITERAL',
    metric('count(orders)', "    where: orders.ordered_at > «'2024-13-01'»\n"),
    /2024-13-01/,
  ],
  ['a window', 'FORMULA.NOT_ALLOWED', metric('«sum»(orders.amount) over ()'), /Window/],
  ['a sub-select', 'FORMULA.NOT_ALLOWED', metric('sum(«(»select 1))'), /sub-select/],
  [
    'a second statement',
    'FORMULA.NOT_ALLOWED',
    metric('"«sum(orders.amount); drop table x»"'),
    /one expression/,
  ],
  ['a comment', 'FORMULA.NOT_ALLOWED', metric('"sum(orders.amount) «--» all"'), /no comments/],
  [
    'two datasets side by side',
    'FORMULA.AMBIGUOUS_HOME',
    metric('«sum»(orders.amount * spend.cost)'),
    /none is the finest/,
  ],
  ['a role alone', 'FORMULA.AMBIGUOUS_HOME', metric('«count»(distinct shipping.city)'), /role/],
  [
    'a condition out of reach',
    'PATH.UNREACHABLE',
    metric('sum(spend.cost)', "    where: «orders.status» = 'x'\n"),
    /does not reach/,
  ],
  [
    'a dataset that is reached by roles only',
    'PATH.UNREACHABLE',
    metric('count(orders)', "    where: «addresses.city» = 'x'\n"),
    /does not reach/,
    /home.city, shipping.city/,
  ],
  [
    'a time that is none',
    'TIME.INVALID',
    metric('count(orders)', '    time: «orders.status»\n'),
    /not a date/,
  ],
  [
    'a time of its own on a derived metric',
    'TIME.DERIVED',
    metric('revenue', '    «time»: orders.ordered_at\n'),
    /keep their own time/,
  ],
  [
    'an empty value of another type',
    'TYPE.BAD_LITERAL',
    metric('count(orders)', '    empty: «none»\n'),
    /none/,
  ],
  [
    'per() without a dataset',
    'FORMULA.ARGUMENTS',
    metric('count(orders)', '    where: «per»(revenue) > 1\n'),
    /a dataset and a metric/,
  ],
  [
    'per() in an aggregate',
    'FORMULA.NOT_ALLOWED',
    metric('"avg(orders.amount + «per»(customers, revenue))"'),
    /conditions only/,
  ],
  [
    'per() of a metric that does not know the entity',
    'PATH.UNREACHABLE',
    metric('count(orders)', '    where: «per»(customers, costs) > 1\n'),
    /"spend" does not reach "customers"/,
  ],
  ['a metric of itself', 'REFERENCE.CYCLE', metric('«a» + 1'), /made of/],
  [
    'a dimension over a join',
    'FORMULA.NOT_LOCAL',
    dimension('«customers.region»'),
    /lies in the dataset "customers"/,
  ],
  ['a dimension of itself', 'REFERENCE.UNKNOWN_COLUMN', dimension('lower(«y»)'), /"y"/],
  [
    'a segment of nothing',
    'REFERENCE.UNKNOWN_DATASET',
    "segments:\n  s: { of: «custmers», where: customers.region = 'x' }\n",
    /"custmers"/,
    /"customers"/,
  ],
  [
    'a segment of a dataset without a key',
    'DATASET.NO_KEY',
    'segments:\n  s: { of: «spend», where: spend.cost > 1 }\n',
    /has none/,
  ],
  [
    'a typo in the target of a join',
    'REFERENCE.UNKNOWN_DATASET',
    'datasets:\n  e: { table: t, columns: { x: bigint }, joins: { customers: { to: «custommers», by: x } } }\n',
    /"custommers"/,
    /"customers"/,
  ],
  [
    'a join to a dataset without a key',
    'DATASET.NO_KEY',
    'datasets:\n  e: { table: t, columns: { x: date }, joins: { spend: { to: «spend», by: x } } }\n',
    /declares no key/,
  ],
  [
    'a join of other types',
    'JOIN.KEY_MISMATCH',
    'datasets:\n  e: { table: t, columns: { x: string }, joins: { customers: { to: customers, by: «x» } } }\n',
    /string.*bigint/,
  ],
  [
    'a query that reads a file',
    'QUERY_TEXT.NOT_ALLOWED',
    'datasets:\n  e: { query: "select * from «read_csv»(\'x\')", columns: { x: bigint } }\n',
    /not part of a dataset query|not on the list/,
  ],
];

describe('a fault in a formula or reference is exactly where it stands', () => {
  it.each(CASES.map((c) => [c[0], c] as const))('%s', (_name, [, code, text, message, hint]) => {
    const expected = marked(text);
    const found = resolved(expected.text).diagnostics.filter((d) => d.at.file === 'sales/a.yaml');
    expect(found.map((d) => d.code)).toEqual([code]);
    expect(found[0]!.message).toMatch(message);
    expect(found[0]!.hint ?? '').toMatch(hint ?? /^/);
    expect(offsetsOf(expected.text, found[0]!.at)).toEqual({ from: expected.from, to: expected.to });
  });

  it('a role of two meanings, in the later file', () => {
    const text =
      'datasets:\n  e: { table: t, columns: { x: bigint }, joins: { shipping: { to: customers, by: x } } }\n';
    const found = resolved(text).diagnostics;
    expect(found.map((d) => [d.code, d.at.file])).toContainEqual(['JOIN.ROLE_CONFLICT', 'sales/shop.yaml']);
  });

  it('all faults are told at once, and break their own definition only', () => {
    const { catalog, diagnostics } = resolved(
      'metrics:\n  a: { formula: sum(orders.amont) + sum(orders.amuont) }\n  b: { formula: count(orders) }\n  c: { formula: a / b }\n',
    );
    expect(diagnostics.map((d) => d.code)).toEqual([
      'REFERENCE.UNKNOWN_COLUMN',
      'REFERENCE.UNKNOWN_COLUMN',
      'REFERENCE.BROKEN',
    ]);
    expect([...catalog!.metrics.keys()]).toEqual(['b', 'revenue', 'costs']);
    expect([...catalog!.broken.keys()]).toEqual(['metric a', 'metric c']);
  });
});

describe('what is sound but surprising is remarked', () => {
  const remarked = (text: string): string[] => remarks(resolved(text).catalog!).map((r) => r.code);

  it('a dataset that is reached in two ways', () => {
    const text =
      'datasets:\n  visits: { table: t, columns: { o: bigint, c: bigint }, joins: { orders: { to: orders, by: o }, customers: { to: customers, by: c } } }\n';
    expect(remarked(text)).toEqual(['PATH.AMBIGUOUS']);
    expect(remarked(text.replace('joins:', 'via: { customers: customers }, joins:'))).toEqual([]);
  });

  it('a join that leads to nothing', () => {
    expect(
      remarked(
        'datasets:\n  p: { table: p, key: id, columns: { id: bigint } }\n  v: { table: v, columns: { p: bigint }, joins: { p: { to: p, by: p } } }\n',
      ),
    ).toEqual(['JOIN.UNUSED']);
  });

  it('an exact number that meets an inexact one', () => {
    expect(remarked('metrics:\n  a: { formula: sum(orders.amount * orders.weight) }\n')).toEqual([
      'TYPE.DECIMAL_FLOAT',
    ]);
  });

  it('rows of one dataset that are dated in two ways', () => {
    const text =
      'metrics:\n  late: { formula: count(orders), time: orders.month }\n  mix: { formula: revenue / late }\n';
    const codes = (t: string): string[] => resolved(t).diagnostics.map((d) => d.code);
    expect(codes(text)).toEqual(['TIME.MIXED']);
    expect(codes(text.replace('revenue / late', 'revenue / late, mixed_time: because of returns'))).toEqual(
      [],
    );
  });
});
