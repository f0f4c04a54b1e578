import type { Catalog, Metric } from '../../src/metrics/model/catalog';
import { loadCatalog } from '../../src/service/load-catalog';
import { REFUSING_COMPANY } from '../support/refusing-company';
import { askSchema, refusalOf } from './ask-schema';

let catalog: Catalog;
beforeAll(async () => {
  catalog = (await loadCatalog(REFUSING_COMPANY)).catalog!;
});

/** The catalog with these metrics instead, made after its first one. */
const withMetrics = (changes: readonly Partial<Metric>[]): Catalog => {
  const [model] = catalog.metrics.values();
  const bare = { question: null, decision: null, description: null, unit: null };
  const metrics = new Map(
    changes.map((change) => [change.name!, { ...model!, ...bare, label: '', ...change }]),
  );
  return { ...catalog, version: [...metrics.keys()].join(), metrics };
};
const named = (...names: readonly string[]): Catalog => withMetrics(names.map((name) => ({ name })));

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(of: Catalog, args: Record<string, unknown> = {}, list = 'metrics'): Promise<Page> {
  const source = `query Page($first: NonNegativeInt, $after: String, $last: NonNegativeInt, $before: String, $filter: DefinitionFilter) {
    page: ${list}(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount nodes { name } edges { cursor node { name } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  return (await askSchema(of, source, args)).page;
}
const names = ({ nodes }: Page): string[] => nodes.map(({ name }) => name);
const LISTS = ['metrics', 'dimensions', 'segments', 'datasets', 'teams'];

describe('a list of definitions', () => {
  test.each(LISTS)('of %s is a Relay connection over all of them, by name', async (list) => {
    const all = await page(catalog, {}, list);
    const of = catalog[list as 'metrics'];
    expect(all.totalCount).toBe(of.size);
    expect(all.totalCount).toBeGreaterThan(0);
    expect(names(all)).toEqual([...of.keys()].sort().map((name) => name.replaceAll('.', '__')));
    expect(all.edges.map(({ node }) => node)).toEqual(all.nodes);
    expect(all.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: all.edges[0]?.cursor,
      endCursor: all.edges.at(-1)?.cursor,
    });
    for (const { cursor, node } of all.edges) expect(cursor).not.toContain(node.name);
  });

  test.each(LISTS)('of %s is walked forwards and backwards, each definition once', async (list) => {
    const all = names(await page(catalog, {}, list));
    const forwards: string[] = [];
    for (let after: string | null = null; ; ) {
      const some: Page = await page(catalog, { first: 2, after }, list);
      forwards.push(...names(some));
      expect(some.totalCount).toBe(all.length);
      expect(some.pageInfo.hasPreviousPage).toBe(after !== null);
      after = some.pageInfo.endCursor;
      if (!some.pageInfo.hasNextPage) break;
    }
    expect(forwards).toEqual(all);
    const backwards: string[] = [];
    for (let before: string | null = null; ; ) {
      const some: Page = await page(catalog, { last: 2, before }, list);
      backwards.unshift(...names(some));
      before = some.pageInfo.startCursor;
      if (!some.pageInfo.hasPreviousPage) break;
    }
    expect(backwards).toEqual(all);
  });

  test('goes on at the right place when definitions were added or taken away in between', async () => {
    const first = await page(named('b', 'd', 'f', 'h'), { first: 2 });
    expect(names(first)).toEqual(['b', 'd']);
    const { endCursor: after } = first.pageInfo;
    expect(names(await page(named('a', 'b', 'c', 'd', 'e', 'f', 'h'), { first: 2, after }))).toEqual([
      'e',
      'f',
    ]);
    expect(names(await page(named('b', 'f', 'h'), { first: 2, after }))).toEqual(['f', 'h']);
    expect(names(await page(named('b'), { first: 2, after }))).toEqual([]);
  });

  test('holds what lies between two cursors', async () => {
    const all = await page(named('a', 'b', 'c', 'd', 'e'));
    const [a, , , , e] = all.edges.map(({ cursor }) => cursor);
    const between = await page(named('a', 'b', 'c', 'd', 'e'), { after: a, before: e });
    expect(names(between)).toEqual(['b', 'c', 'd']);
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(names(await page(named('a', 'b', 'c'), { after: e, before: a }))).toEqual([]);
    expect(names(await page(named('a', 'b', 'c'), { last: 2, after: a }))).toEqual(['b', 'c']);
    const none = await page(named('a', 'b', 'c'), { first: 0 });
    expect([none.nodes, none.totalCount, none.pageInfo.hasNextPage]).toEqual([[], 3, true]);
  });

  test('has pages of 100 unless asked otherwise, and of 1,000 at most', async () => {
    const many = named(...Array.from({ length: 150 }, (_, index) => `metric_${index}`));
    expect(names(await page(many))).toHaveLength(100);
    expect(names(await page(many, { first: 1_000 }))).toHaveLength(150);
    expect(await refusalOf(page(many, { last: 1_001 }))).toMatchObject({
      code: 'REQUEST.LIMIT',
      path: 'last',
      hint: 'ask for 1000, and for the next ones by `before`',
    });
  });

  test('refuses what has no one meaning: first with last, a cursor of another list, no cursor at all', async () => {
    expect(await refusalOf(page(catalog, { first: 1, last: 1 }))).toMatchObject({
      code: 'QUERY.INVALID',
      path: 'last',
    });
    const { endCursor } = (await page(catalog, {}, 'segments')).pageInfo;
    for (const after of [endCursor, 'zebra', '', '💥'])
      expect(await refusalOf(page(catalog, { after }))).toMatchObject({
        code: 'QUERY.INVALID',
        path: 'after',
      });
    for (const first of [-1, 1.5, 'two'])
      await expect(page(catalog, { first })).rejects.toThrow(/whole number/);
  });
});

describe('the filter of a list', () => {
  test.each([
    ['metrics', { dataset: 'customers' }, ['new_customers']],
    [
      'dimensions',
      { dataset: 'regions' },
      ['customers__regions__name', 'regions__name', 'shops__regions__name'],
    ],
    ['segments', { dataset: 'regions' }, ['northern']],
    ['datasets', { dataset: 'regions' }, ['regions']],
    ['teams', { dataset: 'regions' }, ['sales']],
    ['teams', { owner: 'SALES@example.com' }, ['sales']],
    ['segments', { owner: 'sales@example.com', dataset: 'customers' }, ['traders']],
    ['segments', { owner: 'nobody@example.com' }, []],
    ['segments', { team: 'sales', search: 'north' }, ['northern']],
    ['datasets', { search: 'what each team' }, ['budgets']],
    [
      'metrics',
      { search: '  ' },
      ['budget', 'new_customers', 'placed_orders', 'revenue', 'revenue_per_order'],
    ],
  ])('of %s by %j leaves %j', async (list, filter, expected) => {
    const found = await page(catalog, { filter }, list);
    expect(names(found)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  test('by a team or dataset that does not exist is refused with near matches', async () => {
    expect(await refusalOf(page(catalog, { filter: { team: 'sale' } }))).toEqual({
      message: 'No team is named "sale".',
      code: 'REFERENCE.UNKNOWN_TEAM',
      path: 'filter.team',
      suggestions: ['sales'],
      hint: 'did you mean "sales"?',
    });
    expect(await refusalOf(page(catalog, { filter: { dataset: 'order' } }))).toMatchObject({
      code: 'REFERENCE.UNKNOWN_DATASET',
      suggestions: ['orders'],
    });
  });
});

describe('a search', () => {
  const shop = (): Catalog =>
    withMetrics([
      { name: 'a_rest', description: 'about gross margin' },
      { name: 'b_question', question: 'What is our gross margin?' },
      { name: 'c_label', label: 'Gross margin, adjusted' },
      { name: 'd_gross_margin' },
      { name: 'gross_margin' },
      { name: 'e_two', label: 'Margin', question: 'Gross or net?' },
      { name: 'f_formula', formulaText: 'gross_margin * 2' },
    ]);

  test('ranks the whole name, then name, label, question and the rest; equals by name', async () => {
    const found = await page(shop(), { filter: { search: 'Gross MARGIN' } });
    expect(names(found)).toEqual([
      'gross_margin',
      'd_gross_margin',
      'c_label',
      'b_question',
      'e_two',
      'a_rest',
    ]);
    expect(names(await page(shop(), { filter: { search: 'gross_margin' } }))).toEqual(names(found));
  });

  test('is paged in its own order', async () => {
    const filter = { search: 'margin' };
    const all = names(await page(shop(), { filter }));
    const first = await page(shop(), { filter, first: 4 });
    const rest = await page(shop(), { filter, after: first.pageInfo.endCursor });
    expect([...names(first), ...names(rest)]).toEqual(all);
    expect(first.totalCount).toBe(all.length);
  });

  test('finds neither by formulas nor by SQL, and has a greatest length', async () => {
    expect(names(await page(catalog, { filter: { search: 'select team' } }, 'datasets'))).toEqual([]);
    expect(names(await page(catalog, { filter: { search: 'amount' } }))).toEqual([]);
    expect(await refusalOf(page(catalog, { filter: { search: 'x '.repeat(101) } }))).toMatchObject({
      code: 'REQUEST.LIMIT',
      path: 'filter.search',
    });
  });
});

test('a page of ten thousand metrics, searched by many words, costs under a second of CPU', async () => {
  const many = withMetrics(
    Array.from({ length: 10_000 }, (_, index) => ({
      name: `metric_${index}`,
      label: `Metric ${index}`,
      question: 'How much is it, all in all, over the year?',
      description: 'a '.repeat(200),
    })),
  );
  await page(many, { first: 1 });
  const began = process.cpuUsage();
  const found = await page(many, { first: 20, filter: { search: 'm e t r i c '.repeat(16) } });
  const { user, system } = process.cpuUsage(began);
  expect(found.totalCount).toBe(10_000);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});

describe('lists inside of lists', () => {
  const nested =
    '{ metrics { nodes { dimensions { dataset { dimensions { dataset { columns { name } } } } } } } company { name } }';

  test('are read until an operation has read fifty thousand definitions; then they are refused', async () => {
    const many = withMetrics(Array.from({ length: 100 }, (_, index) => ({ name: `metric_${index}` })));
    const { page: fine } = await askSchema(many, `{ page: metrics { nodes { dimensions { name } } } }`);
    expect(fine.nodes).toHaveLength(100);
    const first = catalog.datasets.get('orders')!;
    const columns = new Map(
      Array.from({ length: 100 }, (_, index) => [
        `c_${index}`,
        { ...first.columns.get('amount')!, name: `c_${index}` },
      ]),
    );
    const wide = {
      ...many,
      version: 'wide',
      datasets: new Map([...catalog.datasets].map(([name, one]) => [name, { ...one, columns }])),
    };
    const began = process.cpuUsage();
    expect(await refusalOf(askSchema(wide, nested))).toMatchObject({
      code: 'REQUEST.LIMIT',
      message: 'The operation reads more than 50000 definitions.',
    });
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });

  test('are counted anew for each operation', async () => {
    const many = withMetrics(Array.from({ length: 900 }, (_, index) => ({ name: `metric_${index}` })));
    const query = `{ ${Array.from({ length: 30 }, (_, index) => `p${index}: metrics(first: 1000) { nodes { name } }`).join(' ')} }`;
    for (let i = 0; i < 3; i += 1) expect(Object.keys(await askSchema(many, query))).toHaveLength(30);
  });
});
