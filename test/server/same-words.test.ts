import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Code } from '../../src/base/codes';
import { Failure } from '../../src/base/failure';
import { printFailure } from '../../src/cli/print/print-failure';
import type { Condition, Query } from '../../src/metrics/model/query';
import { printQuestion } from '../../src/server/print-question';
import type { RunningServer } from '../../src/server/start-server';
import { checkDefinitions } from '../../src/service/check';
import { openTenet } from '../../src/service/open';
import type { Tenet } from '../../src/service/tenet';
import { tenet as commandLine } from '../cli/captured-io';
import { REFUSING_COMPANY, writeDefinitions } from '../support/refusing-company';
import { closeServers, post, type Reply, serve } from './serve-demo';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-words-'));
const DATABASE = 'duckdb::memory:';
let tenet: Tenet;
let server: RunningServer;

beforeAll(async () => {
  const definitions = path.join(folder, 'definitions');
  writeDefinitions(definitions, REFUSING_COMPANY);
  tenet = await openTenet({ definitions, database: DATABASE });
  server = await serve(tenet);
});
afterAll(async () => {
  await closeServers();
  await tenet?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Conditions inside each other, one more than is allowed. */
const nested = (depth: number): Condition =>
  depth === 0 ? { dimension: 'orders.items', eq: 1 } : { not: nested(depth - 1) };

interface Refusal {
  readonly name: string;
  readonly code: Code;
  readonly question: Query;
  /** The same in flags; null where only a file can say it. */
  readonly flags: readonly string[] | null;
}

const REFUSALS: readonly Refusal[] = [
  {
    name: 'an unknown metric',
    code: 'REFERENCE.UNKNOWN_METRIC',
    question: { metrics: ['revenue', 'placed_order'] },
    flags: ['revenue', 'placed_order'],
  },
  {
    name: 'a name like no other',
    code: 'REFERENCE.UNKNOWN_METRIC',
    question: { metrics: ['xyzzy'] },
    flags: ['xyzzy'],
  },
  {
    name: 'a broken metric',
    code: 'DEFINITION.BROKEN',
    question: { metrics: ['lost_revenue'] },
    flags: ['lost_revenue'],
  },
  {
    name: 'an unknown dimension',
    code: 'REFERENCE.UNKNOWN_DIMENSION',
    question: { metrics: ['revenue'], by: [{ dimension: 'orders.chanel' }] },
    flags: ['revenue', '--by', 'orders.chanel'],
  },
  {
    name: 'an unknown dimension in a condition',
    code: 'REFERENCE.UNKNOWN_DIMENSION',
    question: { metrics: ['revenue'], where: [{ dimension: 'customers.kid', eq: 'trade' }] },
    flags: ['revenue', '--where', 'customers.kid = trade'],
  },
  {
    name: 'an unknown segment',
    code: 'REFERENCE.UNKNOWN_SEGMENT',
    question: { metrics: ['revenue'], segments: ['trader'] },
    flags: ['revenue', '--segment', 'trader'],
  },
  {
    name: 'a split by the many side',
    code: 'GRAIN.TOO_COARSE',
    question: { metrics: ['new_customers'], by: [{ dimension: 'orders.channel' }] },
    flags: ['new_customers', '--by', 'orders.channel'],
  },
  {
    name: 'a filter on the many side',
    code: 'GRAIN.TOO_COARSE',
    question: { metrics: ['new_customers'], where: [{ dimension: 'orders.channel', eq: 'web' }] },
    flags: ['new_customers', '--where', 'orders.channel = web'],
  },
  {
    name: 'a split out of reach',
    code: 'DIMENSION.UNREACHABLE',
    question: { metrics: ['revenue', 'budget'], by: [{ dimension: 'customers.kind' }] },
    flags: ['revenue', 'budget', '--by', 'customers.kind'],
  },
  {
    name: 'a filter out of reach',
    code: 'FILTER.UNREACHABLE',
    question: { metrics: ['revenue'], where: [{ dimension: 'budgets.team', in: ['sales', null] }] },
    flags: ['revenue', '--where', 'budgets.team in sales, null'],
  },
  {
    name: 'a segment out of reach',
    code: 'FILTER.UNREACHABLE',
    question: { metrics: ['revenue', 'budget'], segments: ['traders'] },
    flags: ['revenue', 'budget', '--segment', 'traders'],
  },
  {
    name: 'a dimension at the end of two ways',
    code: 'PATH.AMBIGUOUS',
    question: { metrics: ['revenue'], by: [{ dimension: 'regions.name' }] },
    flags: ['revenue', '--by', 'regions.name'],
  },
  {
    name: 'a segment at the end of two ways',
    code: 'PATH.AMBIGUOUS',
    question: { metrics: ['revenue'], segments: ['northern'] },
    flags: ['revenue', '--segment', 'northern'],
  },
  {
    name: 'time of a metric that has none',
    code: 'TIME.NONE',
    question: { metrics: ['budget'], by: [{ time: 'month' }] },
    flags: ['budget', '--by', 'time:month'],
  },
  {
    name: 'a period of a metric that has no time',
    code: 'TIME.NONE',
    question: { metrics: ['budget'], period: { from: '2025-01-01' } },
    flags: ['budget', '--from', '2025-01-01'],
  },
  {
    name: 'hours of a date',
    code: 'GRAIN.TOO_FINE',
    question: { metrics: ['revenue'], by: [{ dimension: 'customers.signed_up_on', grain: 'hour' }] },
    flags: ['revenue', '--by', 'customers.signed_up_on:hour'],
  },
  {
    name: 'hours of the day of a date',
    code: 'GRAIN.TOO_FINE',
    question: { metrics: ['revenue'], by: [{ dimension: 'customers.signed_up_on', part: 'hour_of_day' }] },
    flags: ['revenue', '--by', 'customers.signed_up_on@hour_of_day'],
  },
  {
    name: 'months of a text',
    code: 'GRAIN.TOO_FINE',
    question: { metrics: ['revenue'], by: [{ dimension: 'orders.channel', grain: 'month' }] },
    flags: ['revenue', '--by', 'orders.channel:month'],
  },
  {
    name: 'a word that is no grain',
    code: 'GRAIN.MISSING',
    question: { metrics: ['revenue'], by: [{ time: 'monht' as 'month' }] },
    flags: ['revenue', '--by', 'time:monht'],
  },
  {
    name: 'a part in the place of a grain',
    code: 'GRAIN.MISSING',
    question: { metrics: ['revenue'], period: { last: 3, grain: 'day_of_week' as 'day' } },
    flags: ['revenue', '--last', '3:day_of_week'],
  },
  {
    name: 'an order by what is no grain',
    code: 'GRAIN.MISSING',
    question: { metrics: ['revenue'], by: [{ time: 'month' }], order: [{ time: 'fortnight' as 'week' }] },
    flags: ['revenue', '--by', 'time:month', '--order', 'time:fortnight'],
  },
  {
    name: 'a word that is no part of time',
    code: 'GRAIN.MISSING',
    question: { metrics: ['revenue'], by: [{ part: 'day_of_weak' as 'day_of_week' }] },
    flags: ['revenue', '--by', 'time@day_of_weak'],
  },
  {
    name: 'week numbers of weeks from Sunday',
    code: 'GRAIN.WEEK_NUMBER',
    question: { metrics: ['revenue'], by: [{ dimension: 'orders.ordered_at', part: 'week_of_year' }] },
    flags: ['revenue', '--by', 'orders.ordered_at@week_of_year'],
  },
  {
    name: 'a grain and a part of one time',
    code: 'QUERY.INVALID',
    question: {
      metrics: ['revenue'],
      by: [{ dimension: 'orders.ordered_at', grain: 'month', part: 'day_of_week' }],
    },
    flags: ['revenue', '--by', 'orders.ordered_at:month@day_of_week'],
  },
  {
    name: 'a text compared with a number',
    code: 'TYPE.BAD_LITERAL',
    question: { metrics: ['revenue'], where: [{ dimension: 'orders.items', gte: 'noon' }] },
    flags: ['revenue', '--where', 'orders.items >= noon'],
  },
  {
    name: 'a day that does not exist',
    code: 'TYPE.BAD_LITERAL',
    question: { metrics: ['revenue'], period: { from: '2025-02-30' } },
    flags: ['revenue', '--from', '2025-02-30'],
  },
  {
    name: 'a number that is looked into',
    code: 'TYPE.MISMATCH',
    question: { metrics: ['revenue'], where: [{ dimension: 'orders.items', contains: '7' }] },
    flags: ['revenue', '--where', 'orders.items ~ 7'],
  },
  {
    name: 'null where only values compare',
    code: 'TYPE.BAD_LITERAL',
    question: { metrics: ['revenue'], where: [{ dimension: 'orders.items', between: [1, null] }] },
    flags: null,
  },
  {
    name: 'a now that is no instant',
    code: 'TYPE.BAD_LITERAL',
    question: { metrics: ['revenue'], asOf: '2025-01-01' },
    flags: ['revenue', '--as-of', '2025-01-01'],
  },
  {
    name: 'a zone that does not exist',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], zone: 'Europe/Londno' },
    flags: ['revenue', '--zone', 'Europe/Londno'],
  },
  {
    name: 'a zone over a wall time of none',
    code: 'TIME.ZONE',
    question: {
      metrics: ['revenue'],
      by: [{ dimension: 'orders.packed_at', grain: 'day' }],
      zone: 'Asia/Tokyo',
    },
    flags: ['revenue', '--by', 'orders.packed_at:day', '--zone', 'Asia/Tokyo'],
  },
  {
    name: 'one name twice',
    code: 'QUERY.DUPLICATE',
    question: {
      metrics: ['revenue'],
      by: [{ dimension: 'orders.channel' }, { dimension: 'customers.kind', as: 'orders__channel' }],
    },
    flags: ['revenue', '--by', 'orders.channel,customers.kind=orders__channel'],
  },
  {
    name: 'a metric twice',
    code: 'QUERY.DUPLICATE',
    question: { metrics: ['revenue', 'revenue'] },
    flags: ['revenue,revenue'],
  },
  {
    name: 'a name that no column can have',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], by: [{ time: 'month', as: '9lives' }] },
    flags: ['revenue', '--by', 'time:month=9lives'],
  },
  {
    name: 'more rows than are allowed',
    code: 'QUERY.LIMIT',
    question: { metrics: ['revenue'], limit: 1001 },
    flags: ['revenue', '--limit', '1001'],
  },
  {
    name: 'a longer list than is allowed',
    code: 'QUERY.LIMIT',
    question: { metrics: ['revenue'], where: [{ dimension: 'orders.channel', in: ['a', 'b', 'c', 'd'] }] },
    flags: ['revenue', '--where', 'orders.channel in a, b, c, d'],
  },
  {
    name: 'conditions too deep inside each other',
    code: 'QUERY.LIMIT',
    question: { metrics: ['revenue'], where: [nested(13)] },
    flags: null,
  },
  {
    name: 'a formula that ends too early',
    code: 'FORMULA.SYNTAX',
    question: { metrics: ['revenue'], where: [{ formula: 'orders.items > (2 +' }] },
    flags: ['revenue', '--where-formula', 'orders.items > (2 +'],
  },
  {
    name: 'a formula of a column that does not exist',
    code: 'REFERENCE.UNKNOWN_COLUMN',
    question: { metrics: ['revenue'], where: [{ formula: "orders.is_gift and orders.chanel = 'web'" }] },
    flags: ['revenue', '--where-formula', "orders.is_gift and orders.chanel = 'web'"],
  },
  {
    name: 'a formula that a metric cannot reach',
    code: 'FILTER.UNREACHABLE',
    question: {
      metrics: ['revenue', 'budget'],
      where: [{ formula: "customers.kind = 'trade'" }],
    },
    flags: ['revenue', 'budget', '--where-formula', "customers.kind = 'trade'"],
  },
  {
    name: 'a formula that is no condition',
    code: 'TYPE.MISMATCH',
    question: { metrics: ['revenue'], where: [{ formula: 'orders.items + 1' }] },
    flags: ['revenue', '--where-formula', 'orders.items + 1'],
  },
  {
    name: 'a formula in a condition of another',
    code: 'FORMULA.UNKNOWN_FUNCTION',
    question: { metrics: ['revenue'], where: [{ or: [{ formula: 'lenght(orders.channel) > 3' }] }] },
    flags: null,
  },
  {
    name: 'a test of an unknown metric',
    code: 'REFERENCE.UNKNOWN_METRIC',
    question: { metrics: ['revenue'], having: [{ metric: 'revenu', gt: '100' }] },
    flags: ['revenue', '--having', 'revenu > 100'],
  },
  {
    name: 'a test of a number with a word',
    code: 'TYPE.BAD_LITERAL',
    question: { metrics: ['revenue'], having: [{ metric: 'revenue', gt: 'much' }] },
    flags: ['revenue', '--having', 'revenue > much'],
  },
  {
    name: 'a condition for a metric that is not asked for',
    code: 'QUERY.INVALID',
    question: {
      metrics: ['revenue'],
      where: [{ dimension: 'orders.channel', eq: 'web', onlyFor: ['placed_orders'] }],
    },
    flags: ['revenue', '--where', 'orders.channel = web', '--only-for', 'placed_orders'],
  },
  {
    name: 'a condition for no metric',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], where: [{ dimension: 'orders.channel', eq: 'web', onlyFor: [] }] },
    flags: ['revenue', '--where', 'orders.channel = web', '--only-for', ','],
  },
  {
    name: 'an order by what is not asked for',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], order: [{ metric: 'placed_orders', direction: 'DESC' }] },
    flags: ['revenue', '--order', '-placed_orders'],
  },
  {
    name: 'a period of two kinds',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], period: { from: '2025-01-01', last: 3, grain: 'month' } },
    flags: ['revenue', '--from', '2025-01-01', '--last', '3:month'],
  },
  {
    name: 'the running grain of no grain',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], period: { from: '2025-01-01', running: true } },
    flags: ['revenue', '--from', '2025-01-01', '--running'],
  },
  {
    name: 'whole buckets of no time',
    code: 'QUERY.INVALID',
    question: { metrics: ['revenue'], complete: true },
    flags: ['revenue', '--complete'],
  },
  {
    name: 'time without a metric',
    code: 'QUERY.INVALID',
    question: { metrics: [], by: [{ time: 'month' }] },
    flags: ['--by', 'time:month'],
  },
  {
    name: 'totals without a metric',
    code: 'QUERY.INVALID',
    question: { metrics: [], by: [{ dimension: 'orders.channel' }], totals: true },
    flags: ['--by', 'orders.channel', '--totals'],
  },
  {
    name: 'a period without a metric or a column',
    code: 'TIME.NONE',
    question: { metrics: [], by: [{ dimension: 'orders.channel' }], period: { to: '2025-01-01' } },
    flags: ['--by', 'orders.channel', '--to', '2025-01-01'],
  },
  {
    name: 'a period of a text',
    code: 'TIME.INVALID',
    question: {
      metrics: [],
      by: [{ dimension: 'orders.channel' }],
      period: { to: '2025-01-01', column: 'orders.channel' },
    },
    flags: ['--by', 'orders.channel', '--to', '2025-01-01', '--period-column', 'orders.channel'],
  },
  {
    name: 'dimensions that never meet',
    code: 'DIMENSION.UNREACHABLE',
    question: { metrics: [], by: [{ dimension: 'orders.channel' }, { dimension: 'budgets.team' }] },
    flags: ['--by', 'orders.channel,budgets.team'],
  },
];

/** The refusal at the front door, which every other door repeats. */
async function refusalOf(question: Query): Promise<Failure> {
  const answer = tenet.ask(question);
  await expect(answer).rejects.toBeInstanceOf(Failure);
  return answer.catch((error: Failure) => error) as Promise<Failure>;
}

/** What the command line writes of a failure. */
function printed(failure: Failure): string {
  let text = '';
  printFailure(failure, { err: (piece: string) => (text += piece) } as unknown as Parameters<
    typeof printFailure
  >[1]);
  return text;
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  metrics: '[MetricName!]',
  by: '[ByInput!]',
  where: '[ConditionInput!]',
  having: '[HavingInput!]',
  segments: '[SegmentName!]',
  period: 'PeriodInput',
  complete: 'Boolean',
  totals: 'Boolean',
  order: '[OrderInput!]',
  limit: 'NonNegativeInt',
  zone: 'String',
  asOf: 'String',
};

/** The question with every argument a variable. */
function withVariables(question: Query): Promise<Reply> {
  const names = Object.keys(question);
  const declared = names.map((name) => `$${name}: ${ARGUMENTS[name]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  return post(server.url, `query(${declared}) { metricQuery(${passed}) { rows } }`, question);
}

/** GraphQL spells names with `__` and grains in capitals. */
const folded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null)
      .replaceAll('__', '.')
      .toLowerCase(),
  );

function expectSameWords({ status, errors }: Reply, failure: Failure): void {
  expect(status).toBe(400);
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors[0]!;
  const { code, path: place, hint, suggestions } = failure;
  expect(extensions.code).toBe(code);
  expect(folded([message, extensions.hint, extensions.suggestions])).toEqual(
    folded([failure.message, hint, suggestions]),
  );
  expect(extensions.path?.replace(/^\$/, '')).toBe(place);
  expect((extensions as { excerpt?: string }).excerpt).toBe(failure.excerpt);
}

describe.each(REFUSALS)('$name', ({ code, question, flags }) => {
  test('is refused with its code, a place, and no more than a sentence or two', async () => {
    const failure = await refusalOf(question);
    expect(failure).toMatchObject({ code, family: 'request', path: expect.stringMatching(/^\w/) });
    expect(failure.message).toMatch(/^["`A-Z'].*/);
    expect(failure.message).not.toMatch(/\n|undefined|\[object/);
  });

  test('has the same words on the command line', async () => {
    const failure = await refusalOf(question);
    const asked = [
      ...(flags === null
        ? []
        : [await commandLine(['query', ...flags, '--database', DATABASE], { cwd: folder })]),
      await commandLine(['query', '--file', '-', '--database', DATABASE], {
        cwd: folder,
        input: JSON.stringify(question),
      }),
      await commandLine(['explain', '--file', '-'], { cwd: folder, input: JSON.stringify(question) }),
    ];
    for (const run of asked) expect(run).toEqual({ code: 1, out: '', err: printed(failure) });
  });

  test('has the same words in GraphQL, written out and in variables', async () => {
    const failure = await refusalOf(question);
    expectSameWords(await post(server.url, printQuestion(question)), failure);
    expectSameWords(await withVariables(question), failure);
  });
});

describe('check has the same words', () => {
  const check = async (metric: string) => {
    const { diagnostics } = await checkDefinitions(
      [...REFUSING_COMPANY, { path: 'sales/probe.yaml', text: `metrics: { probe: ${metric} }\n` }],
      { examples: false },
    );
    return diagnostics.filter(({ definition }) => definition?.name === 'probe');
  };

  test.each([
    "orders.is_gift and orders.chanel = 'web'",
    'lenght(orders.channel) > 3',
    'orders.items + 1',
    'orders.items > 2 and',
    'orders.items > (2',
    'orders.items = two',
    "regions.name = 'North'",
    'per(customers, revenu) > 3',
    'sum(orders.items) > 3',
    "orders.items = 'noon'",
    'orders.ordered_at::daet is null',
    "orders.channel = 'web' -- or app",
  ])('for the formula %j', async (formula) => {
    const failure = await refusalOf({ metrics: ['placed_orders'], where: [{ formula }] });
    const [found, ...more] = await check(`{ formula: count(orders), where: ${JSON.stringify(formula)} }`);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: failure.code, severity: 'error' });
    expect(found?.hint).toBe(failure.hint);
    expect(failure.message.replace(/ In the formula, .*$/, '')).toBe(found?.message);
  });

  test('for a metric that does not exist', async () => {
    const failure = await refusalOf({ metrics: ['revenu'] });
    expect(await check('{ formula: revenu / 2 }')).toMatchObject([
      { code: failure.code, message: failure.message, hint: failure.hint },
    ]);
  });
});

describe('what a refusal suggests can be asked', () => {
  const explained = (question: Query): string => tenet.explain(question).sql;

  test('other dimensions, and the metrics of the finer dataset', async () => {
    const split = (metric: string, dimension: string): Query => ({ metrics: [metric], by: [{ dimension }] });
    const unreachable = await refusalOf(split('revenue', 'budgets.team'));
    expect(unreachable.suggestions.length).toBeGreaterThan(3);
    for (const dimension of unreachable.suggestions)
      expect(explained(split('revenue', dimension))).toContain('sum');
    const tooCoarse = await refusalOf(split('new_customers', 'orders.channel'));
    expect(tooCoarse.suggestions).toContain('revenue');
    for (const metric of tooCoarse.suggestions)
      expect(explained(split(metric, 'orders.channel'))).toContain('channel');
    const ambiguous = await refusalOf(split('revenue', 'regions.name'));
    expect(ambiguous.suggestions).toHaveLength(2);
    for (const way of ambiguous.suggestions)
      expect(explained(split('revenue', way))).toContain('"shop"."regions"');
  });

  test('a filter for those metrics that it can filter', async () => {
    const where: Condition = { dimension: 'budgets.team', eq: 'sales' };
    const failure = await refusalOf({ metrics: ['revenue', 'budget'], where: [where] });
    expect(failure.hint).toContain('onlyFor: [budget]');
    expect(
      explained({ metrics: ['revenue', 'budget'], where: [{ ...where, onlyFor: ['budget'] }] }),
    ).toContain('sales');
    const alone = await refusalOf({ metrics: ['revenue'], where: [where] });
    expect(alone.hint).not.toContain('onlyFor');
  });

  test('rows chosen by a metric of the finer dataset', async () => {
    const where = [{ dimension: 'orders.channel', eq: 'web' }];
    const { hint } = await refusalOf({ metrics: ['new_customers'], where });
    const [formula = ''] = /per\(.*$/.exec(hint ?? '') ?? [];
    expect(explained({ metrics: ['new_customers'], where: [{ formula }] })).toContain('per_customers');
  });

  test('segments that a metric can be narrowed to', async () => {
    const { suggestions } = await refusalOf({ metrics: ['new_customers'], segments: ['trader'] });
    expect(suggestions).toEqual(['traders']);
    expect(explained({ metrics: ['new_customers'], segments: suggestions })).toContain('traders');
  });
});
