import { aggregate, arithmetic, column, compare, countRows, isNull, literal, number } from './build';
import { AS_DECIDED, flipped } from './decisions';
import { costs, customers, named, orders, regions, rows, totals, world } from './hand-world';
import type { Metric, Question, World } from './world';

describe('joins', () => {
  test('an orphan, a NULL key and a NULL attribute share one NULL group, apart from the empty string', () => {
    // customers: 1 north, 2 south, 3 orphan, 4 no key, 5 region without a name
    expect(rows({ metrics: ['customers_known'], by: [{ dimension: 'regions.name' }] })).toEqual([
      '"north" | 1',
      '"south" | 1',
      'null | 3',
    ]);
  });

  test('a dimension formula is evaluated in its own dataset, so an unmatched join is NULL and not the default', () => {
    expect(rows({ metrics: ['customers_known'], by: [{ dimension: 'regions.label' }] })).toEqual([
      '"north" | 1',
      '"south" | 1',
      '"unnamed" | 1',
      'null | 2',
    ]);
  });

  test('two roles to one dataset split by their own keys', () => {
    expect(rows({ metrics: ['orders_placed'], by: [{ dimension: 'customers.age' }] })).toEqual([
      '20 | 2',
      '40 | 1',
      '60 | 1',
      '80 | 1',
      'null | 2',
    ]);
    expect(rows({ metrics: ['orders_placed'], by: [{ dimension: 'payer.age' }] })).toEqual([
      '20 | 2',
      '40 | 2',
      '80 | 1',
      'null | 2',
    ]);
  });

  test('a longer chain starts with the role', () => {
    // payers 2, 1, 1, none, 2, orphan, 5
    expect(rows({ metrics: ['orders_placed'], by: [{ dimension: 'payer.regions.name' }] })).toEqual([
      '"north" | 2',
      '"south" | 2',
      'null | 3',
    ]);
  });

  test('an argument may reach up: items times age of the customer', () => {
    // 1×20 + 2×20 + 3×40 + 2×60 + (orphan) + (no key) + 0×80
    expect(rows({ metrics: ['items_by_age'] })).toEqual(['300']);
  });
});

describe('several facts', () => {
  test('a chasm: orders and costs of a region are not multiplied', () => {
    // orders by region of the customer: north 10.10 + 20.20, south 0.05, NULL −7 + 5 + 100
    expect(rows({ metrics: ['revenue', 'spend'], by: [{ dimension: 'regions.name' }] })).toEqual([
      '"" | null | 9',
      '"north" | 30.3 | 4.4',
      '"south" | 0.05 | null',
      'null | 98 | 0',
    ]);
  });

  test('a ratio of two facts is computed after both are summed; a zero divisor gives NULL', () => {
    expect(rows({ metrics: ['roas'], by: [{ dimension: 'regions.name' }] })).toEqual([
      '"" | null',
      `"north" | ~${303 / 44}`,
      '"south" | null',
      'null | null',
    ]);
  });

  test('a fan: an average homed above is not weighted by the fact beside it', () => {
    // ages 20, 40, 60, 80
    expect(rows({ metrics: ['mean_age', 'orders_placed'] })).toEqual(['~50 | 7']);
    expect(rows({ metrics: ['mean_age', 'orders_placed'], by: [{ dimension: 'customers.vip' }] })).toEqual([
      'false | ~60 | 2',
      'true | ~20 | 2',
      'null | ~60 | 3',
    ]);
  });

  test('average, median, percentile and distinct beside a second fact are what they are alone', () => {
    // items 1 2 3 2 4 0: mean 2, 90 % between 3 and 4; amounts −7, 0.05, 5, 10.10, 20.20, 100
    const question: Question = { metrics: ['mean_items', 'median_amount', 'p90_items', 'buyers', 'spend'] };
    expect(rows(question)).toEqual(['~2 | ~7.55 | ~3.5 | 5 | 13.4']);
  });

  test('a group in one fact only has `empty` for the other: 0 for counts, NULL for sums, or what the metric says', () => {
    expect(
      rows({
        metrics: ['spend', 'orders_placed', 'revenue', 'revenue_or_zero'],
        by: [{ dimension: 'regions.name' }],
        where: [{ dimension: 'regions.name', in: ['', 'south'] }],
      }),
    ).toEqual(['"" | 9 | 0 | null | 0', '"south" | null | 1 | 0.05 | 0.05']);
  });
});

describe('conditions', () => {
  test('a formula is three-valued: NULL is neither web nor not web', () => {
    expect(rows({ metrics: ['web_orders', 'not_web_orders'] })).toEqual(['2 | 4']);
  });

  test('API tests are two-valued: ne and notIn keep NULL, in with null takes it, an empty list takes nothing', () => {
    const count = (test: object): readonly string[] =>
      rows({ metrics: ['orders_placed'], where: [{ dimension: 'orders.channel', ...test }] });
    expect(count({ ne: 'web' })).toEqual(['5']);
    expect(count({ notIn: ['web', 'app'] })).toEqual(['3']);
    expect(count({ notIn: ['web', null] })).toEqual(['4']);
    expect(count({ in: ['web', null] })).toEqual(['3']);
    expect(count({ in: [] })).toEqual(['0']);
    expect(count({ lt: 'b' })).toEqual(['3']);
    expect(
      rows({ metrics: ['orders_placed'], where: [{ not: { dimension: 'orders.channel', lt: 'b' } }] }),
    ).toEqual(['4']);
  });

  test('a date beside an instant is a whole local day', () => {
    // in London 2024-10-27 has 25 hours; 2024-01-31T23:30Z is still the 31st
    const count = (test: object): readonly string[] =>
      rows({ metrics: ['orders_placed'], where: [{ time: true, ...test }] });
    expect(count({ lte: '2024-01-31' })).toEqual(['1']);
    expect(count({ eq: '2024-10-27' })).toEqual(['2']);
    expect(count({ gt: '2024-10-27' })).toEqual(['0']);
    expect(count({ isNull: true })).toEqual(['1']);
    expect(count({ gte: '2024-10-27T01:00:00Z' })).toEqual(['1']);
  });

  test('a filter inside an aggregate looks up its joins and leaves the rest alone', () => {
    expect(rows({ metrics: ['south_share'] })).toEqual([`~${1 / 7}`]);
  });
});

describe('time', () => {
  test('months are local, and rows without a time are a NULL bucket', () => {
    expect(rows({ metrics: ['orders_placed'], by: [{ time: 'month' }] })).toEqual([
      '2024-01-01 | 1',
      '2024-02-01 | 1',
      '2024-03-01 | 2',
      '2024-10-01 | 2',
      'null | 1',
    ]);
  });

  test('hours are instants, so the repeated hour is two buckets', () => {
    expect(
      rows({ metrics: ['orders_placed'], by: [{ time: 'hour' }], period: { from: '2024-10-27' } }),
    ).toEqual(['2024-10-27T00:00:00Z | 1', '2024-10-27T01:00:00Z | 1']);
  });

  test('the period is half-open on the time of each metric and drops rows without one', () => {
    const period = { from: '2024-02-01', to: '2024-10-27' };
    expect(rows({ metrics: ['revenue', 'paid_revenue'], period })).toEqual(['13.25 | 23.3']);
    // paid_on: 10.10 on 1 February, 20.20 on 29 February, −7 on 31 March; 31 December and later are outside → 23.30
    expect(rows({ metrics: ['paid_revenue'], period: { from: '2024-02-01', to: '2024-03-31' } })).toEqual([
      '30.3',
    ]);
  });

  test('weeks begin on the day that the company says', () => {
    const question: Question = {
      metrics: ['paid_revenue'],
      by: [{ time: 'week' }],
      period: { from: '2024-03-31', to: '2024-04-01' },
    };
    expect(rows(question)).toEqual(['2024-03-25 | -7']);
    expect(rows(question, AS_DECIDED, { ...world, weekStart: 'sunday' })).toEqual(['2024-03-31 | -7']);
    expect(rows(question, AS_DECIDED, { ...world, weekStart: 'saturday' })).toEqual(['2024-03-30 | -7']);
  });

  test('a zone of the question moves the days', () => {
    const question: Question = {
      metrics: ['orders_placed'],
      by: [{ time: 'day' }],
      period: { to: '2024-02-02' },
      zone: 'America/New_York',
    };
    expect(rows(question)).toEqual(['2024-01-31 | 2']);
  });
});

describe('answers', () => {
  test('without `by` there is one row, of `empty` values if nothing qualifies', () => {
    const nothing: Question = {
      metrics: ['orders_placed', 'revenue', 'revenue_or_zero', 'mean_items', 'buyers'],
      where: [{ dimension: 'orders.channel', in: [] }],
    };
    expect(rows(nothing)).toEqual(['0 | null | 0 | null | 0']);
    expect(rows({ ...nothing, by: [{ dimension: 'orders.channel' }] })).toEqual([]);
  });

  test('a group shows only where a row meets the conditions of an asked metric', () => {
    expect(rows({ metrics: ['web_orders'], by: [{ dimension: 'orders.channel' }] })).toEqual(['"web" | 2']);
    expect(rows({ metrics: ['web_orders', 'orders_placed'], by: [{ dimension: 'orders.channel' }] })).toEqual(
      ['"" | 0 | 1', '"app" | 0 | 2', '"null" | 0 | 1', '"web" | 2 | 2', 'null | 0 | 1'],
    );
  });

  test('NULLs come last in both directions unless asked first, and ties by the other `by` ascending', () => {
    const question: Question = {
      metrics: ['revenue'],
      by: [{ dimension: 'orders.channel' }],
      order: [{ metric: 'revenue', direction: 'DESC' }],
    };
    expect(rows(question)).toEqual(['"null" | 100', '"app" | 20.2', 'null | 5', '"web" | 3.1', '"" | 0.05']);
    expect(rows({ ...question, order: [{ dimension: 'orders.channel', direction: 'DESC' }] })).toEqual([
      '"web" | 3.1',
      '"null" | 100',
      '"app" | 20.2',
      '"" | 0.05',
      'null | 5',
    ]);
    expect(rows({ ...question, order: [{ dimension: 'orders.channel', nulls: 'FIRST' }], limit: 2 })).toEqual(
      ['null | 5', '"" | 0.05'],
    );
    expect(
      rows({
        metrics: ['orders_placed'],
        by: [{ dimension: 'orders.channel' }],
        order: [{ metric: 'orders_placed', direction: 'DESC' }],
        limit: 3,
      }),
    ).toEqual(['"app" | 2', '"web" | 2', '"" | 1']);
  });

  test('totals are computed again from the rows, whatever is shown', () => {
    // the sum of the average items per channel is not the average of all items
    expect(
      totals({
        metrics: ['mean_items', 'buyers', 'revenue'],
        by: [{ dimension: 'orders.channel' }],
        limit: 1,
      }),
    ).toBe('null | ~2 | 5 | 128.35');
  });

  test('sums of cents are exact beyond what a double holds', () => {
    const money = {
      ...orders,
      rows: [
        ['1', null, null, null, null, '9007199254740993.01', null, null],
        ['2', null, null, null, null, '0.05', null, null],
      ],
    };
    expect(
      rows({ metrics: ['revenue'] }, AS_DECIDED, { ...world, datasets: [regions, customers, money, costs] }),
    ).toEqual(['9007199254740993.06']);
  });
});

describe('refusals', () => {
  test.each<[string, Question, string]>([
    [
      'a dimension on the many side',
      { metrics: ['customers_known'], by: [{ dimension: 'orders.channel' }] },
      'GRAIN.TOO_COARSE',
    ],
    [
      'a dimension of another fact',
      { metrics: ['spend'], by: [{ dimension: 'orders.channel' }] },
      'DIMENSION.UNREACHABLE',
    ],
    [
      'a dataset that only roles lead to',
      { metrics: ['spend', 'revenue'], by: [{ dimension: 'customers.age' }] },
      'DIMENSION.UNREACHABLE',
    ],
    [
      'a filter that one metric cannot reach',
      { metrics: ['revenue', 'spend'], where: [{ dimension: 'orders.channel', eq: 'web' }] },
      'FILTER.UNREACHABLE',
    ],
    ['time of a metric without time', { metrics: ['mean_age'], by: [{ time: 'month' }] }, 'TIME.NONE'],
    [
      'the period of a metric without time',
      { metrics: ['mean_age'], period: { from: '2024-01-01' } },
      'TIME.NONE',
    ],
    ['a grain finer than a date', { metrics: ['spend'], by: [{ time: 'hour' }] }, 'GRAIN.TOO_FINE'],
    ['a name twice', { metrics: ['spend', 'spend'] }, 'QUERY.DUPLICATE'],
    ['no metric', { metrics: [] }, 'QUERY.EMPTY or QUERY.INVALID'],
    ['an unknown metric', { metrics: ['profit'] }, 'REFERENCE.UNKNOWN_METRIC'],
    [
      'an unknown dimension',
      { metrics: ['spend'], by: [{ dimension: 'costs.spend' }] },
      'REFERENCE.UNKNOWN_DIMENSION',
    ],
    [
      'a value that is no date',
      { metrics: ['revenue'], where: [{ dimension: 'orders.paid_on', eq: 'soon' }] },
      'TYPE.BAD_LITERAL or TYPE.MISMATCH',
    ],
  ])('%s is refused', (_, question, codes) => {
    expect(rows(question)).toEqual([`refused ${codes}`]);
  });

  test('two ways by default joins are ambiguous, a role beside a default is not', () => {
    const diamond = {
      ...orders,
      joins: [...orders.joins, { name: 'regions', to: 'regions', by: ['items'] }],
    };
    const twoWays: World = { ...world, datasets: [regions, customers, diamond, costs] };
    expect(rows({ metrics: ['revenue'], by: [{ dimension: 'regions.name' }] }, AS_DECIDED, twoWays)).toEqual([
      'refused PATH.AMBIGUOUS',
    ]);
    expect(
      rows(
        { metrics: ['orders_placed'], by: [{ dimension: 'payer.regions.name' }], limit: 1 },
        AS_DECIDED,
        twoWays,
      ),
    ).toEqual(['"north" | 2']);
  });
});

describe('conditions inside of formulas', () => {
  const local: readonly Metric[] = [
    named(
      'no_message',
      aggregate('sum', {
        kind: 'case',
        branches: [{ when: isNull(column('orders.channel')), take: number(1) }],
        otherwise: number('0.5'),
      }),
    ),
    named('halves', aggregate('sum', arithmetic(column('orders.items'), '/', number(2)))),
    named(
      'early',
      countRows('orders', compare(column('orders.paid_on'), '<', literal('date', '2024-03-01'))),
    ),
  ];

  test('case, division and dates', () => {
    // seven rows: one NULL channel counts 1, six count 0.5; items 1+2+3+2+4+0 = 12, halved with 0.5 and 1.5 kept
    expect(
      rows({ metrics: ['no_message', 'halves', 'early'] }, AS_DECIDED, { ...world, metrics: local }),
    ).toEqual(['4 | ~6 | 2']);
  });
});

test('a flipped decision changes the answers that depend on it, and no others', () => {
  const byRegion: Question = { metrics: ['customers_known'], by: [{ dimension: 'regions.name' }] };
  expect(rows(byRegion, flipped('orphansKept'))).toEqual(['"north" | 1', '"south" | 1', 'null | 1']);
  expect(rows(byRegion, flipped('nullsLast'))).toEqual(['null | 3', '"north" | 1', '"south" | 1']);
  expect(rows(byRegion, flipped('trueDivision'))).toEqual(rows(byRegion));
  expect(rows({ metrics: ['mean_age', 'orders_placed'] }, flipped('homeGrain'))).toEqual(['~44 | 7']);
});
