import { type ExecutionResult, graphql } from 'graphql';
import type { Catalog } from '../../src/metrics/model/catalog';
import { schemaOf } from '../../src/resolvers/catalog-schema';
import { loadCatalog } from '../../src/service/load-catalog';
import { REFUSING_COMPANY } from '../support/refusing-company';
import { demoCatalog } from './demo-catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = (await loadCatalog(REFUSING_COMPANY)).catalog!;
});

/** The data, or the codes of the errors. */
async function ask(source: string, of: Catalog = catalog): Promise<unknown> {
  const result: ExecutionResult = await graphql({
    schema: schemaOf(of),
    source,
    contextValue: { catalog: of },
  });
  if (result.errors) throw result.errors[0];
  return JSON.parse(JSON.stringify(result.data));
}

describe('segments', () => {
  test('are listed with what they are and whose rows they pick', async () => {
    expect(
      await ask('{ segments { nodes { name label description where of { name } team { owner } } } }'),
    ).toEqual({
      segments: {
        nodes: [
          {
            name: 'northern',
            label: 'Northern',
            description: null,
            where: "name like 'North%'",
            of: { name: 'regions' },
            team: { owner: 'sales@example.com' },
          },
          {
            name: 'traders',
            label: 'Traders',
            description: 'Customers with a trade account',
            where: "kind = 'trade'",
            of: { name: 'customers' },
            team: { owner: 'sales@example.com' },
          },
        ],
      },
    });
  });

  test('are found by name and by their words', async () => {
    expect(await ask('{ segment(name: northern) { where } }')).toEqual({
      segment: { where: "name like 'North%'" },
    });
    expect(await ask('{ segments(filter: { search: "TRADE ACC" }) { nodes { name } } }')).toEqual({
      segments: { nodes: [{ name: 'traders' }] },
    });
    await expect(ask('{ segment(name: nothern) { name } }')).rejects.toThrow(
      expect.objectContaining({
        originalError: expect.objectContaining({
          code: 'REFERENCE.UNKNOWN_SEGMENT',
          suggestions: ['northern'],
        }),
      }),
    );
  });

  test('of a company without any are an empty list', async () => {
    const { catalog: demo } = await demoCatalog();
    const bare = { ...demo, version: 'no segments', segments: new Map() };
    expect(await ask('{ segments { totalCount nodes { name } } }', bare)).toEqual({
      segments: { totalCount: 0, nodes: [] },
    });
  });
});

describe('a dataset', () => {
  test('says whether it is a table or a query', async () => {
    const { datasets } = (await ask('{ datasets { nodes { name source table query } } }')) as {
      datasets: { nodes: readonly { name: string }[] };
    };
    expect(datasets.nodes.find(({ name }) => name === 'orders')).toEqual({
      name: 'orders',
      source: 'TABLE',
      table: 'shop.orders',
      query: null,
    });
    expect(datasets.nodes.find(({ name }) => name === 'budgets')).toEqual({
      name: 'budgets',
      source: 'QUERY',
      table: null,
      query: 'select team, amount from shop.budgets',
    });
  });
});

describe('the dimensions that metrics can be split by', () => {
  const names = async (args: string): Promise<string[]> => {
    const { compatibleDimensions } = (await ask(
      `{ compatibleDimensions(${args}) { compatible dimension { name } } }`,
    )) as { compatibleDimensions: readonly { compatible: boolean; dimension: { name: string } }[] };
    return compatibleDimensions.map(
      ({ compatible, dimension }) => `${compatible ? '' : '!'}${dimension.name}`,
    );
  };

  test('are those that all of them reach', async () => {
    expect(await names('metrics: [revenue]')).toEqual([
      'customers__kind',
      'customers__signed_up_on',
      'shops__name',
      'orders__channel',
      'orders__items',
      'orders__is_gift',
      'orders__ordered_at',
      'orders__packed_at',
      'customers__regions__name',
      'shops__regions__name',
    ]);
    expect(await names('metrics: [revenue, new_customers]')).toEqual([
      'customers__kind',
      'customers__signed_up_on',
      'customers__regions__name',
    ]);
    expect(await names('metrics: [revenue, budget]')).toEqual([]);
    expect(await names('metrics: []')).toHaveLength(catalog.dimensions.size);
  });

  test('with the refused ones are all, each with a reason', async () => {
    const all = await names('metrics: [new_customers], includeRefused: true');
    expect(all).toHaveLength(catalog.dimensions.size);
    expect(all.filter((name) => !name.startsWith('!'))).toEqual([
      'regions__name',
      'customers__kind',
      'customers__signed_up_on',
      'customers__regions__name',
    ]);
  });

  test('and those that cannot be used say so in the words of the question', async () => {
    const { compatibleDimensions } = (await ask(`{
      compatibleDimensions(metrics: [revenue, new_customers], includeRefused: true) {
        dimension { name } refusal { code message hint suggestions }
      }
    }`)) as { compatibleDimensions: readonly { dimension: { name: string }; refusal: unknown }[] };
    const refusal = (name: string): unknown =>
      compatibleDimensions.find(({ dimension }) => dimension.name === name)?.refusal;
    expect(refusal('customers__kind')).toBeNull();
    expect(refusal('regions__name')).toEqual({
      code: 'PATH.AMBIGUOUS',
      message: '"revenue" reaches "regions.name" in 2 ways: customers.regions.name, shops.regions.name.',
      hint: 'ask for one of them, or write `via:` in the dataset "orders"',
      suggestions: ['customers__regions__name', 'shops__regions__name'],
    });
    expect(refusal('orders__channel')).toEqual({
      code: 'GRAIN.TOO_COARSE',
      message:
        '"new_customers" cannot be split by "orders.channel": one row of "customers" has many rows of "orders".',
      hint: 'a metric of "orders" can: revenue, placed_orders, revenue_per_order',
      suggestions: ['revenue', 'placed_orders', 'revenue_per_order'],
    });
    expect(refusal('budgets__team')).toMatchObject({
      code: 'DIMENSION.UNREACHABLE',
      hint: 'all the metrics can be split by customers__kind, customers__signed_up_on, customers__regions__name',
      suggestions: ['customers__kind', 'customers__signed_up_on', 'customers__regions__name'],
    });
  });
});

describe('the metrics that dimensions can split', () => {
  const answer = async (args: string): Promise<Record<string, unknown>> => {
    const { compatibleMetrics } = (await ask(
      `{ compatibleMetrics(${args}) { compatible metric { name } refusal { code } } }`,
    )) as { compatibleMetrics: readonly { metric: { name: string }; refusal: { code: string } | null }[] };
    return Object.fromEntries(compatibleMetrics.map((one) => [one.metric.name, one.refusal?.code ?? null]));
  };

  test('are those that reach all of them', async () => {
    expect(await answer('dimensions: [customers__kind]')).toEqual({
      revenue: null,
      placed_orders: null,
      revenue_per_order: null,
      new_customers: null,
    });
    expect(await answer('dimensions: [customers__kind, orders__channel]')).toEqual({
      revenue: null,
      placed_orders: null,
      revenue_per_order: null,
    });
  });

  test('take ways spelled out, and with the refused ones are all', async () => {
    expect(await answer('dimensions: [customers__regions__name], includeRefused: true')).toEqual({
      revenue: null,
      placed_orders: null,
      revenue_per_order: null,
      new_customers: null,
      budget: 'DIMENSION.UNREACHABLE',
    });
    expect(await answer('dimensions: [orders__channel], includeRefused: true')).toMatchObject({
      new_customers: 'GRAIN.TOO_COARSE',
    });
  });
});

describe('in a catalog of three thousand dimensions and as many metrics', () => {
  test('what goes with what, with all the reasons, costs under a second of CPU', async () => {
    const many = <T extends object>(items: ReadonlyMap<string, T>): Map<string, T> => {
      const found = [...items];
      return new Map(
        Array.from({ length: 3_000 }, (_, i) => {
          const [name, item] = found[i % found.length]!;
          return [`${name}_${i}`, { ...item, name: `${name}_${i}` }];
        }),
      );
    };
    const { metrics, dimensions } = catalog;
    const large = {
      ...catalog,
      version: 'large',
      metrics: new Map([...metrics, ...many(metrics)]),
      dimensions: new Map([...dimensions, ...many(dimensions)]),
    };
    schemaOf(large);
    const began = process.cpuUsage();
    await ask(
      '{ compatibleDimensions(metrics: [budget], includeRefused: true) { refusal { hint } } }',
      large,
    );
    await ask(
      '{ compatibleMetrics(dimensions: [budgets__team], includeRefused: true) { refusal { hint } } }',
      large,
    );
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
