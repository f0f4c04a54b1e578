import { type FieldNode, getArgumentValues, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { Query } from '../../src/metrics/model/query';
import { schemaOf } from '../../src/resolvers/catalog-schema';
import { questionOf } from '../../src/resolvers/question';
import type { MetricQueryArgs } from '../../src/schema/metric-query-args';
import { exampleQuestion } from '../../src/server/example';
import { printQuestion } from '../../src/server/print-question';
import { demoCatalog } from './demo-catalog';

const QUESTIONS: readonly Query[] = [
  { metrics: ['net_revenue'] },
  {
    metrics: [],
    by: [{ dimension: 'orders.channel' }],
    period: { last: 3, grain: 'month', running: true, column: 'orders.hour' },
    distinct: false,
  },
  {
    metrics: ['placed_orders', 'clicks'],
    by: [{ part: 'day_of_week' }, { dimension: 'orders.hour', part: 'hour_of_day', as: 'hour' }],
    where: [{ formula: "orders.status = 'completed'", onlyFor: ['placed_orders'] }],
    having: [{ or: [{ metric: 'placed_orders', gt: 10 }, { not: { metric: 'clicks', isNull: true } }] }],
    asOf: '2025-01-01T00:00:00Z',
  },
  { metrics: ['net_revenue', 'roas'], by: [{ time: 'month' }], limit: 12 },
  {
    metrics: ['placed_orders'],
    by: [
      { dimension: 'orders.channel', as: 'channel' },
      { time: 'week', as: 'week' },
    ],
    where: [
      {
        or: [
          { dimension: 'orders.channel', in: ['web', null, 'a "quoted" one', 'new\nline'] },
          { not: { time: true, lt: '2024-01-01' } },
        ],
      },
      { dimension: 'orders.hour', between: [8, 17] },
      { dimension: 'orders.is_gift', eq: true },
    ],
    period: { from: '2024-01-01', to: '2025-01-01' },
    totals: true,
    order: [
      { metric: 'placed_orders', direction: 'DESC', nulls: 'FIRST' },
      { dimension: 'orders.channel' },
      { time: 'week' },
    ],
    limit: 5,
    offset: 2,
    zone: 'America/New_York',
  },
];

/** The question that the resolver makes of the text. */
async function questionIn(text: string): Promise<Query> {
  const { catalog } = await demoCatalog();
  const schema = schemaOf(catalog);
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const field = schema.getQueryType()?.getFields()['metricQuery'];
  const [operation] = document.definitions as [OperationDefinitionNode];
  const [selection] = operation.selectionSet.selections as [FieldNode];
  return questionOf(getArgumentValues(field!, selection) as unknown as MetricQueryArgs);
}

describe('a question printed as GraphQL', () => {
  test.each(QUESTIONS.map((question) => [JSON.stringify(question), question] as const))(
    'asks the same again: %s',
    async (_, question) => {
      expect(await questionIn(printQuestion(question))).toEqual(question);
    },
  );

  test('is the same question through the arguments as through JSON', () => {
    const [, , question] = QUESTIONS;
    const args = { ...question, numbers: 'JSON' } as unknown as MetricQueryArgs;
    expect(questionOf(args)).toEqual(question);
  });
});

describe('the example of a catalog', () => {
  test('is two metrics over the same months, the second from two datasets', async () => {
    const { catalog } = await demoCatalog();
    const question = exampleQuestion(catalog);
    expect(question).toMatchObject({ metrics: ['net_revenue', 'roas'], by: [{ time: 'month' }] });
    expect(question?.period).toEqual({ from: '2024-07-01', to: '2025-07-01' });
    expect(await questionIn(printQuestion(question as Query))).toEqual(question);
  });

  test('takes a dimension where there is no time, and what there is where there is little', async () => {
    const { catalog } = await demoCatalog();
    const timeless = new Map(
      [...catalog.metrics].map(([name, metric]) => [
        name,
        { ...metric, leaves: metric.leaves.map((leaf) => ({ ...leaf, time: null })) },
      ]),
    );
    const question = exampleQuestion({ ...catalog, metrics: timeless });
    expect(question?.metrics).toEqual(['net_revenue', 'roas']);
    expect(question?.by).toEqual([{ dimension: expect.stringMatching(/^campaigns\./) }]);
    const [only] = catalog.metrics;
    expect(exampleQuestion({ ...catalog, metrics: new Map([only!]) })?.metrics).toEqual([only![0]]);
    expect(exampleQuestion({ ...catalog, metrics: new Map() })).toBeNull();
  });
});
