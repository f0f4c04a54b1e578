import type { Failure } from '../../src/base/failure';
import { parseQuery, parseQueryText } from '../../src/metrics/query/parse-query';

function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    return error as Failure;
  }
  throw new Error('nothing was thrown');
}

describe('a question as JSON', () => {
  test('comes through as it is when it is well formed', () => {
    const question = {
      metrics: ['net_revenue', 'roas'],
      by: [
        { time: 'month' },
        { dimension: 'customers.region', as: 'region' },
        { dimension: 'orders__ordered_at', grain: 'week' },
      ],
      where: [
        { dimension: 'orders.channel', in: ['web', null] },
        { or: [{ time: true, gte: '2024-01-01' }, { not: { dimension: 'orders.is_gift', eq: true } }] },
        { dimension: 'orders.amount', between: [1, '2.50'] },
        { dimension: 'customers.region', isNull: false },
      ],
      period: { from: '2024-01-01', to: '2025-01-01' },
      totals: true,
      order: [
        { metric: 'roas', direction: 'DESC', nulls: 'FIRST' },
        { time: true },
        { dimension: 'customers.region' },
      ],
      limit: 10,
      offset: 0,
      zone: 'Europe/London',
    };
    expect(parseQuery(question)).toEqual(question);
  });

  test('may ask for parts, formulas, finished metrics, segments and relative periods', () => {
    const question = {
      metrics: ['net_revenue'],
      by: [{ part: 'day_of_week' }, { dimension: 'orders.ordered_at', part: 'hour_of_day', as: 'hour' }],
      where: [
        { formula: "orders.channel = 'web'", onlyFor: ['net_revenue'] },
        { and: [{ formula: 'not orders.is_test' }], onlyFor: ['net_revenue'] },
      ],
      having: [{ metric: 'net_revenue', gt: 100 }, { not: { or: [{ metric: 'roas', isNull: true }] } }],
      segments: ['high_value'],
      period: { last: 3, grain: 'month', running: true, column: 'orders.ordered_at' },
      distinct: false,
      asOf: '2025-01-01T00:00:00Z',
    };
    expect(parseQuery(question)).toEqual(question);
  });

  test('takes grains, directions and nulls in any case', () => {
    const parsed = parseQuery({
      metrics: ['a'],
      by: [{ time: 'MONTH' }, { dimension: 'd.e', grain: 'Week' }],
      order: [{ time: 'MONTH', direction: 'desc', nulls: 'first' }],
    });
    expect(parsed.by).toEqual([{ time: 'month' }, { dimension: 'd.e', grain: 'week' }]);
    expect(parsed.order).toEqual([{ time: 'month', direction: 'DESC', nulls: 'FIRST' }]);
  });

  test('may leave out everything but the metrics', () => {
    expect(parseQuery({ metrics: ['a'] })).toEqual({ metrics: ['a'] });
  });
});

describe('an unknown key', () => {
  test.each([
    [{ metrics: ['a'], lmit: 3 }, 'lmit', ['limit']],
    [{ metrcs: ['a'] }, 'metrcs', ['metrics']],
    [{ metrics: ['a'], by: [{ time: 'day' }, { dimensoin: 'd.e' }] }, 'by[1].dimensoin', ['dimension']],
    [{ metrics: ['a'], where: [{ and: [{ dimension: 'd.e', equals: 1 }] }] }, 'where[0].and[0].equals', []],
    [
      { metrics: ['a'], where: [{ not: { dimension: 'd.e', contain: 'x' } }] },
      'where[0].not.contain',
      ['contains'],
    ],
    [{ metrics: ['a'], by: [{ time: 'day', grain: 'day' }] }, 'by[0].grain', []],
    [
      { metrics: ['a'], where: [{ not: { dimension: 'd.e', eq: 1, onlyFor: ['a'] } }] },
      'where[0].not.onlyFor',
      [],
    ],
    [{ metrics: ['a'], having: [{ dimension: 'd.e', eq: 1 }] }, 'having[0].dimension', []],
    [{ metrics: ['a'], period: { form: '2024-01-01' } }, 'period.form', ['from']],
    [JSON.parse('{ "metrics": ["a"], "__proto__": {} }'), '__proto__', []],
  ])('in %j is refused at its place with near matches', (question, path, suggestions) => {
    const failure = failureOf(() => parseQuery(question));
    expect(failure).toMatchObject({ code: 'QUERY.UNKNOWN_KEY', family: 'request', path });
    expect(failure.suggestions).toEqual(suggestions);
  });
});

describe('a wrong shape', () => {
  test.each([
    [null, undefined, 'The question must be an object.'],
    [[], undefined, 'The question must be an object.'],
    [{}, 'metrics', '"metrics" of the question must be a list of metric names.'],
    [{ metrics: 'a' }, 'metrics', '"metrics" of the question must be a list of metric names.'],
    [{ metrics: ['a', 7] }, 'metrics[1]', '"metrics[1]" of the question must be a name.'],
    [{ metrics: ['a'], limit: -1 }, 'limit', '"limit" of the question must not be negative.'],
    [{ metrics: ['a'], limit: 1.5 }, 'limit', '"limit" of the question must be a whole number.'],
    [{ metrics: ['a'], limit: '5' }, 'limit', '"limit" of the question must be a whole number.'],
    [{ metrics: ['a'], totals: 'yes' }, 'totals', '"totals" of the question must be true or false.'],
    [
      { metrics: ['a'], by: [{ time: 7 }] },
      'by[0].time',
      '"by[0].time" of the question must be a grain of time.',
    ],
    [{ metrics: ['a'], by: ['time'] }, 'by[0]', '"by[0]" of the question must be an object.'],
    [
      { metrics: ['a'], by: [{ time: 'day', dimension: 'd.e' }] },
      'by[0]',
      '"by[0]" of the question needs exactly one of the keys time, dimension, part.',
    ],
    [
      { metrics: ['a'], where: [{ eq: 1 }] },
      'where[0]',
      '"where[0]" of the question needs exactly one of the keys and, or, not, formula, dimension, time.',
    ],
    [
      { metrics: ['a'], where: [{ dimension: 'd.e', between: [1] }] },
      'where[0].between',
      '"where[0].between" of the question must be a list of two values.',
    ],
    [
      { metrics: ['a'], where: [{ or: [{ dimension: 'd.e', in: [{}] }] }] },
      'where[0].or[0].in[0]',
      '"where[0].or[0].in[0]" of the question must be a text, a number, true, false or null.',
    ],
    [
      { metrics: ['a'], where: [{ time: false, eq: 1 }] },
      'where[0].time',
      '"where[0].time" of the question must be true.',
    ],
  ])('%j is refused at its place', (question, path, message) => {
    const failure = failureOf(() => parseQuery(question));
    expect(failure).toMatchObject({ code: 'QUERY.INVALID', message });
    expect(failure.path).toBe(path);
  });

  test('a condition without a test is refused', () => {
    const failure = failureOf(() => parseQuery({ metrics: ['a'], where: [{ dimension: 'd.e' }] }));
    expect(failure).toMatchObject({ code: 'QUERY.INVALID', path: 'where[0]' });
    expect(failure.message).toContain('needs a test: one of eq, ne, in');
  });

  test('a nesting that could exhaust the stack is refused', () => {
    let condition: unknown = { dimension: 'd.e', eq: 1 };
    for (let depth = 0; depth < 5_000; depth++) condition = { not: condition };
    expect(failureOf(() => parseQuery({ metrics: ['a'], where: [condition] })).code).toBe('QUERY.LIMIT');
  });
});

describe('the text of a question', () => {
  test('is read as JSON', () => {
    expect(parseQueryText('{ "metrics": ["a"], "limit": 5 }')).toEqual({ metrics: ['a'], limit: 5 });
  });

  test('that is not JSON is refused with what stands at the fault', () => {
    const failure = failureOf(() => parseQueryText('{\n  "metrics": [a]\n}'));
    expect(failure.code).toBe('QUERY.INVALID');
    expect(failure.message).toMatch(/^The question is not valid JSON: .*Unexpected token.*\[a\]/);
  });

  test('that ends too early is refused', () => {
    expect(failureOf(() => parseQueryText('{ "metrics": ')).code).toBe('QUERY.INVALID');
  });
});
