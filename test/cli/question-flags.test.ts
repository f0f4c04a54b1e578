import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REFUSING_COMPANY, writeDefinitions } from '../support/refusing-company';
import { tenet } from './captured-io';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-flags-'));
beforeAll(() => writeDefinitions(path.join(folder, 'definitions'), REFUSING_COMPANY));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], input = '') => tenet(argv, { cwd: folder, input });

/** The question that a command line asks. */
async function asked(argv: readonly string[]): Promise<unknown> {
  const { code, out, err } = await run(['explain', ...argv, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out).question;
}

describe('the flags of a question', () => {
  test.each<[string, readonly string[], object]>([
    ['segments', ['--segment', 'traders'], { segments: ['traders'] }],
    ['finished numbers', ['--having', 'placed_orders > 3'], { having: [{ metric: 'placed_orders', gt: 3 }] }],
    [
      'finished numbers, digits kept',
      ['--having', 'revenue <= 12345678901234567.89', '--having', 'revenue is not null'],
      {
        having: [
          { metric: 'revenue', lte: '12345678901234567.89' },
          { metric: 'revenue', isNull: false },
        ],
      },
    ],
    [
      'formulas',
      ['--where-formula', 'orders.items > 2 or per(customers, revenue) >= 100'],
      { where: [{ formula: 'orders.items > 2 or per(customers, revenue) >= 100' }] },
    ],
    [
      'conditions in the order of the command line',
      [
        '--where',
        'orders.items = 2',
        '--where-formula',
        'orders.is_gift',
        '--where',
        'orders.is_gift = true',
      ],
      {
        where: [
          { dimension: 'orders.items', eq: 2 },
          { formula: 'orders.is_gift' },
          { dimension: 'orders.is_gift', eq: true },
        ],
      },
    ],
    [
      'conditions for one metric, which the flag after them names',
      [
        'placed_orders',
        '--where',
        'orders.items = 2',
        '--only-for',
        'placed_orders',
        '--where-formula',
        'orders.is_gift',
        '--only-for',
        'revenue',
        '--only-for',
        'placed_orders',
        '--where',
        'orders.channel = web',
      ],
      {
        metrics: ['revenue', 'placed_orders'],
        where: [
          { dimension: 'orders.items', eq: 2, onlyFor: ['placed_orders'] },
          { formula: 'orders.is_gift', onlyFor: ['revenue', 'placed_orders'] },
          { dimension: 'orders.channel', eq: 'web' },
        ],
      },
    ],
    [
      'values of a dimension that is spelled out, by its type',
      ['--where', 'orders.customers.kind = 7', '--where', 'orders.items = 7'],
      {
        where: [
          { dimension: 'orders.customers.kind', eq: '7' },
          { dimension: 'orders.items', eq: 7 },
        ],
      },
    ],
    ['the last whole months', ['--last', '3:month'], { period: { last: 3, grain: 'month' } }],
    [
      'the last months with this one',
      ['--last', '3:MONTH', '--running'],
      { period: { last: 3, grain: 'month', running: true } },
    ],
    ['whole buckets only', ['--complete', '--by', 'time:week'], { complete: true, by: [{ time: 'week' }] }],
    ['another now', ['--as-of', '2025-01-01T00:00:00Z'], { asOf: '2025-01-01T00:00:00Z' }],
    [
      'parts of time',
      ['--by', 'time@day_of_week,orders.ordered_at@hour_of_day=hour'],
      {
        by: [{ part: 'day_of_week' }, { dimension: 'orders.ordered_at', part: 'hour_of_day', as: 'hour' }],
      },
    ],
    [
      'an order with empty numbers first',
      ['--by', 'time:month', '--order', '-revenue nulls first,time:month'],
      {
        by: [{ time: 'month' }],
        order: [{ metric: 'revenue', direction: 'DESC', nulls: 'FIRST' }, { time: 'month' }],
      },
    ],
  ])('ask for %s', async (_, argv, question) => {
    expect(await asked(['revenue', ...argv])).toEqual({ metrics: ['revenue'], ...question });
  });

  test('ask for the values of dimensions, without a metric', async () => {
    const argv = ['--by', 'orders.channel', '--no-distinct', '--period-column', 'orders.ordered_at'];
    expect(await asked([...argv, '--from', '2025-01-01'])).toEqual({
      metrics: [],
      by: [{ dimension: 'orders.channel' }],
      distinct: false,
      period: { from: '2025-01-01', column: 'orders.ordered_at' },
    });
  });

  test.each([
    [['--only-for', 'revenue'], '--only-for narrows the condition before it, and there is none.'],
    [['--last', 'three months'], '"three months" cannot be read as --last.'],
    [['--last', 'month'], '"month" cannot be read as --last.'],
    [['--having', 'revenue'], '"revenue" cannot be read as --having.'],
    [['--having', 'revenue like 3'], '"revenue like 3" cannot be read as --having.'],
    [['--by', 'time:month@day_of_week'], '"time:month@day_of_week" cannot be read as --by.'],
    [['--order', 'revenue nulls'], '"revenue nulls" cannot be read as --order.'],
  ])('%j is wrong usage', async (argv, sentence) => {
    const { code, out, err } = await run(['explain', 'revenue', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error USAGE.INVALID: ${sentence}`);
    expect(err).toMatch(/\n {2}hint: /);
  });

  test.each([
    [['--where-formula', 'orders.is_gift'], '--where-formula'],
    [['--where', 'orders.items = 2'], '--where'],
    [['--no-distinct'], '--no-distinct'],
    [['--as-of', '2025-01-01T00:00:00Z'], '--as-of'],
    [['--period-column', 'orders.ordered_at'], '--period-column'],
    [['--last', '3:month'], '--last'],
  ])('%j does not go with a file', async (argv, named) => {
    const { code, err } = await run(['explain', '--file', '-', ...argv], '{ "metrics": ["revenue"] }');
    expect(code).toBe(2);
    expect(err).toContain(`hint: leave out ${named}\n`);
  });

  test('a fault in a formula stands over its carets', async () => {
    const { code, err } = await run([
      'explain',
      'revenue',
      '--where-formula',
      "orders.is_gift and orders.chanel = 'web'",
    ]);
    expect(code).toBe(1);
    expect(err).toBe(
      [
        'error REFERENCE.UNKNOWN_COLUMN: The dataset "orders" has no column or dimension "chanel". ' +
          "In the formula, from character 20: orders.chanel = 'web'",
        '  at: where[0].formula',
        "    orders.is_gift and orders.chanel = 'web'",
        '                       ^^^^^^^^^^^^^',
        '  hint: did you mean "orders.channel"?',
        '',
      ].join('\n'),
    );
  });
});
