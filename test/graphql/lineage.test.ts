import { lineage } from '../../src/metrics/lineage/lineage';
import { keyOf, type LineageItem } from '../../src/metrics/lineage/lineage-item';
import { referencesOf } from '../../src/metrics/lineage/references';
import { usesOf } from '../../src/metrics/lineage/uses';
import type { Catalog } from '../../src/metrics/model/catalog';
import type { Leaf, RowExpression } from '../../src/metrics/model/expression';
import { loadCatalog, loadCatalogFrom } from '../../src/service/load-catalog';
import { readTopics } from '../support/cases-folders';
import { askSchema, refusalOf } from './ask-schema';
import { demoCatalog } from './demo-catalog';

const COMPANY = [
  { path: 'company.yaml', text: 'zone: Europe/London' },
  {
    path: 'shop/all.yaml',
    text: `
datasets:
  places:
    table: places
    key: place_id
    columns: { place_id: bigint, country: string }
    dimensions: { country: {} }
  customers:
    table: customers
    key: customer_id
    columns: { customer_id: bigint, born: date, kind: string }
    dimensions:
      kind: { formula: lower(kind) }
      is_trade: { formula: kind = 'trade' }
      everyone: { formula: "'all'" }
  orders:
    table: orders
    key: order_id
    time: ordered_at
    columns:
      { order_id: bigint, customer_id: bigint, place_id: bigint, ordered_at: timestamptz, sent_at: timestamptz,
        amount: 'decimal(12,2)', status: string }
    joins: { customers: { to: customers, by: customer_id }, shipped_to: { to: places, by: place_id } }
    dimensions: { status: {} }
metrics:
  revenue: { formula: sum(orders.amount), where: status = 'paid' and customers.is_trade, time: orders.sent_at }
  placed: { formula: count(orders) }
  exports: { formula: "count(orders) filter (where shipped_to.country <> 'GB')" }
  basket: { formula: revenue / placed, where: orders.place_id > 0 }
  mixed: { formula: revenue / sum(orders.order_id) }
  deep: { formula: basket * 2 }
saved_queries:
  board:
    metrics: [revenue, placed]
    by: [{ time: month }, { dimension: customers.kind }, { dimension: shipped_to__country }]
    where: [{ or: [{ dimension: orders.status, eq: paid }, { formula: "customers.is_trade or orders.place_id = 1" }] }]
    having: [{ not: { metric: basket, lt: 1 } }]
    segments: [regulars]
segments:
  regulars: { of: customers, where: "per(customers, placed) >= 10 and born > '1970-01-01'" }
`,
  },
];

let catalog: Catalog;
beforeAll(async () => {
  const loaded = await loadCatalog(COMPANY);
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  catalog = loaded.catalog!;
});

/** `revenue: FORMULA COLUMN orders.amount, …` as texts. */
const madeOf = (kind: LineageItem['kind'], name: string): string[] =>
  referencesOf(catalog, { kind, name })
    .map(({ to, use }) => `${use} ${keyOf(to)}`)
    .sort();
const usedBy = (kind: LineageItem['kind'], name: string): string[] =>
  usesOf(catalog, { kind, name })
    .map(({ to, use }) => `${use} ${keyOf(to)}`)
    .sort();

describe('what a definition is made of', () => {
  test.each<[LineageItem['kind'], string, string[]]>([
    [
      'METRIC',
      'revenue',
      [
        'FORMULA COLUMN orders.amount',
        'TIME COLUMN orders.sent_at',
        'WHERE DIMENSION customers.is_trade',
        'WHERE DIMENSION orders.status',
      ],
    ],
    ['METRIC', 'placed', ['FORMULA DATASET orders', 'TIME COLUMN orders.ordered_at']],
    [
      'METRIC',
      'exports',
      ['FORMULA DATASET orders', 'TIME COLUMN orders.ordered_at', 'WHERE DIMENSION places.country'],
    ],
    ['METRIC', 'basket', ['FORMULA METRIC placed', 'FORMULA METRIC revenue', 'WHERE COLUMN orders.place_id']],
    [
      'METRIC',
      'mixed',
      ['FORMULA COLUMN orders.order_id', 'FORMULA METRIC revenue', 'TIME COLUMN orders.ordered_at'],
    ],
    ['METRIC', 'deep', ['FORMULA METRIC basket']],
    [
      'SEGMENT',
      'regulars',
      [
        'DATASET DATASET customers',
        'WHERE COLUMN customers.born',
        'WHERE DATASET customers',
        'WHERE METRIC placed',
      ],
    ],
    [
      'SAVED_QUERY',
      'board',
      [
        'QUESTION DIMENSION customers.kind',
        'QUESTION DIMENSION places.country',
        'QUESTION METRIC placed',
        'QUESTION METRIC revenue',
        'WHERE COLUMN orders.place_id',
        'WHERE DIMENSION customers.is_trade',
        'WHERE DIMENSION orders.status',
        'WHERE METRIC basket',
        'WHERE SEGMENT regulars',
      ],
    ],
    ['DIMENSION', 'customers.is_trade', ['FORMULA DIMENSION customers.kind']],
    ['DIMENSION', 'customers.kind', ['FORMULA COLUMN customers.kind']],
    ['DIMENSION', 'customers.everyone', ['DATASET DATASET customers']],
    ['COLUMN', 'orders.amount', ['DATASET DATASET orders']],
    ['DATASET', 'orders', []],
  ])('%s %s: %j', (kind, name, expected) => {
    expect(madeOf(kind, name)).toEqual(expected);
  });
});

describe('what is made of a definition', () => {
  test.each<[LineageItem['kind'], string, string[]]>([
    ['METRIC', 'revenue', ['FORMULA METRIC basket', 'FORMULA METRIC mixed', 'QUESTION SAVED_QUERY board']],
    ['METRIC', 'placed', ['FORMULA METRIC basket', 'QUESTION SAVED_QUERY board', 'WHERE SEGMENT regulars']],
    ['DIMENSION', 'places.country', ['QUESTION SAVED_QUERY board', 'WHERE METRIC exports']],
    ['DIMENSION', 'customers.kind', ['FORMULA DIMENSION customers.is_trade', 'QUESTION SAVED_QUERY board']],
    ['COLUMN', 'customers.kind', ['FORMULA DIMENSION customers.kind']],
    ['COLUMN', 'orders.ordered_at', ['TIME METRIC exports', 'TIME METRIC mixed', 'TIME METRIC placed']],
    ['DATASET', 'places', ['DATASET COLUMN places.country', 'DATASET COLUMN places.place_id']],
    ['SEGMENT', 'regulars', ['WHERE SAVED_QUERY board']],
  ])('%s %s: %j', (kind, name, expected) => {
    expect(usedBy(kind, name)).toEqual(expected);
  });
});

interface Graph {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly level: number }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly uses: readonly string[];
  }[];
  readonly truncated: boolean;
}
const graphOf = async (of: string, args = ''): Promise<Graph> =>
  (
    await askSchema(
      catalog,
      `{ it: ${of} { lineage${args} { nodes { id kind name label level } edges { source target uses } truncated } } }`,
    )
  ).it.lineage;
const levels = ({ nodes }: Graph): string[] => nodes.map(({ name, level }) => `${level} ${name}`);
const edgesByName = ({ nodes, edges }: Graph): string[] => {
  const name = new Map(nodes.map((node) => [node.id, node.name]));
  return edges.map(({ source, target, uses }) => `${name.get(source)} > ${name.get(target)}: ${uses}`);
};

describe('lineage in GraphQL', () => {
  test('is a graph in both directions: the definition, the nearest first, and every edge between them', async () => {
    const graph = await graphOf('metric(name: basket)', '(depth: 1)');
    expect(levels(graph)).toEqual([
      '0 basket',
      '-1 orders.place_id',
      '-1 placed',
      '-1 revenue',
      '1 deep',
      '1 board',
    ]);
    expect(edgesByName(graph)).toEqual([
      'orders.place_id > basket: WHERE',
      'placed > basket: FORMULA',
      'revenue > basket: FORMULA',
      'basket > deep: FORMULA',
      'basket > board: WHERE',
    ]);
    expect(graph.truncated).toBe(true);
  });

  test('goes up or down only where it is asked to, down to the datasets', async () => {
    const up = await graphOf('metric(name: deep)', '(direction: UP, depth: 9)');
    expect(up.truncated).toBe(false);
    expect(levels(up)[0]).toBe('0 deep');
    expect(up.nodes.filter(({ level }) => level > 0)).toEqual([]);
    expect(up.nodes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['customers', 'customers.kind', 'customers__kind', 'orders', 'orders.sent_at']),
    );
    const ids = new Set(up.nodes.map(({ id }) => id));
    expect(ids.size).toBe(up.nodes.length);
    for (const { source, target } of up.edges)
      expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
    const down = await graphOf('metric(name: placed)', '(direction: DOWN, depth: 9)');
    expect(levels(down)).toEqual(['0 placed', '1 basket', '1 board', '1 regulars', '2 deep']);
  });

  test('is had of dimensions under any name, of segments, datasets and columns', async () => {
    expect(levels(await graphOf('dimension(name: shipped_to__country)', '(depth: 1)'))).toEqual([
      '0 places__country',
      '-1 places.country',
      '1 exports',
      '1 board',
    ]);
    expect(levels(await graphOf('segment(name: regulars)', '(depth: 1)'))).toContain('-1 placed');
    const dataset = await graphOf('dataset(name: "orders")', '(direction: DOWN, depth: 9)');
    expect(levels(dataset)).toEqual(
      expect.arrayContaining(['1 orders.amount', '1 placed', '2 revenue', '2 basket']),
    );
    const { dataset: places } = await askSchema(
      catalog,
      '{ dataset(name: "places") { columns { name lineage { nodes { name } } } } }',
    );
    expect(places.columns[1]).toEqual({
      name: 'country',
      lineage: {
        nodes: ['places.country', 'places', 'places__country', 'exports', 'board'].map((name) => ({ name })),
      },
    });
  });

  test('leads to the definitions: ids are those of `node`, columns too', async () => {
    const { metric } = await askSchema(
      catalog,
      `{ metric(name: revenue) { id lineage { nodes { id label definition {
        __typename id ... on DatasetColumn { name type dataset { name } } ... on Dimension { formula }
      } } } } }`,
    );
    const { nodes } = metric.lineage;
    expect(nodes[0].id).toBe(metric.id);
    for (const { id, definition } of nodes) expect(definition.id).toBe(id);
    const amount = nodes.find(({ label }: { label: string }) => label === 'amount');
    expect(amount.definition).toMatchObject({
      __typename: 'DatasetColumn',
      type: 'decimal(12,2)',
      dataset: { name: 'orders' },
    });
    const { node } = await askSchema(
      catalog,
      'query N($id: ID!) { node(id: $id) { ... on DatasetColumn { name } } }',
      { id: amount.id },
    );
    expect(node).toEqual({ name: 'amount' });
  });

  test('is bounded: by depth, by nodes, and there are never more than a thousand', async () => {
    const alone = await graphOf('metric(name: basket)', '(depth: 0)');
    expect([levels(alone), alone.edges, alone.truncated]).toEqual([['0 basket'], [], true]);
    const few = await graphOf('metric(name: basket)', '(limit: 3)');
    expect(levels(few)).toEqual(['0 basket', '-1 orders.place_id', '-1 placed']);
    expect(edgesByName(few)).toEqual(['orders.place_id > basket: WHERE', 'placed > basket: FORMULA']);
    expect(few.truncated).toBe(true);
    expect(await refusalOf(graphOf('metric(name: basket)', '(limit: 1001)'))).toMatchObject({
      code: 'REQUEST.LIMIT',
      path: 'limit',
    });
  });
});

const itemsOf = ({ metrics, segments, datasets, savedQueries }: Catalog): LineageItem[] => [
  ...[...savedQueries.keys()].map((name): LineageItem => ({ kind: 'SAVED_QUERY', name })),
  ...[...metrics.keys()].map((name): LineageItem => ({ kind: 'METRIC', name })),
  ...[...segments.keys()].map((name): LineageItem => ({ kind: 'SEGMENT', name })),
  ...[...datasets.values()].flatMap(({ name, columns, dimensions }): LineageItem[] => [
    { kind: 'DATASET', name },
    ...[...columns.keys()].map((field): LineageItem => ({ kind: 'COLUMN', name: `${name}.${field}` })),
    ...[...dimensions.keys()].map((field): LineageItem => ({ kind: 'DIMENSION', name: `${name}.${field}` })),
  ]),
];

/** The fields that the resolved formula of a metric reads, told by the compiler's tree and not by the text. */
function fieldsOf(leaves: readonly Leaf[]): Set<string> {
  const fields = new Set<string>();
  const walk = (e: RowExpression | null): void => {
    if (e === null || e.kind === 'literal') return;
    if (e.kind === 'call') for (const arg of e.args) walk(arg);
    else if (e.kind === 'case') {
      for (const { when, value } of e.branches) for (const part of [when, value]) walk(part);
      walk(e.otherwise);
    } else if (e.to.kind === 'per') for (const field of fieldsOf(e.to.leaves)) fields.add(field);
    else fields.add(`${e.to.dataset}.${e.to.name}`);
  };
  for (const { args, where, time } of leaves) for (const part of [...args, where, time]) walk(part);
  return fields;
}

const topics = readTopics().map(({ name, definitions }) => ({
  name,
  load: async (): Promise<Catalog> => (await loadCatalogFrom(definitions)).catalog!,
}));
const demo = { name: 'the demo', load: async (): Promise<Catalog> => (await demoCatalog()).catalog };

describe.each([demo, ...topics])('in the company of $name', ({ load }) => {
  test('whatever one is made of knows it, and the other way round; what the compiler reads is in the lineage', async () => {
    const company = await load();
    const items = itemsOf(company);
    const down = items.flatMap((item) =>
      usesOf(company, item).map(({ to, use }) => `${keyOf(item)} > ${keyOf(to)}: ${use}`),
    );
    const up = items.flatMap((item) =>
      referencesOf(company, item).map(({ to, use }) => `${keyOf(to)} > ${keyOf(item)}: ${use}`),
    );
    expect(down.sort()).toEqual(up.sort());
    for (const { name, leaves } of company.metrics.values()) {
      const request = { direction: 'UP', depth: 100, limit: 10_000 } as const;
      const { nodes, truncated } = lineage(company, { kind: 'METRIC', name }, request);
      const found = new Set(nodes.map(({ item }) => item.name));
      expect(truncated).toBe(false);
      expect([name, [...fieldsOf(leaves)].filter((field) => !found.has(field))]).toEqual([name, []]);
      expect([name, leaves.filter(({ home }) => !found.has(home))]).toEqual([name, []]);
    }
  });
});

test('a definition that is served without what it was made of has the lineage that is left', async () => {
  const datasets = new Map(
    [...catalog.datasets].filter(([name]) => name !== 'orders' && name !== 'customers'),
  );
  const broken = { ...catalog, version: 'broken', datasets };
  const { metric, segment } = await askSchema(
    broken,
    `{ metric(name: basket) { lineage(depth: 9) { nodes { name definition { id } } } }
       segment(name: regulars) { lineage { nodes { name definition { id } } } } }`,
  );
  const names = ({ lineage: { nodes } }: { lineage: Graph }): string[] => nodes.map(({ name }) => name);
  expect(names(metric)).toEqual(['basket', 'placed', 'revenue', 'deep', 'board']);
  expect(names(segment)).toEqual(['regulars', 'placed', 'board']);
});

test('the graph of a dataset of five thousand metrics costs under 1.5 s of CPU, and again under 250 ms', async () => {
  const model = catalog.metrics.get('revenue')!;
  const metrics = new Map(
    Array.from({ length: 5_000 }, (_, index) => {
      const name = `metric_${index}`;
      return [name, { ...model, name, formulaText: `sum(orders.amount + ${index})` }] as const;
    }),
  );
  const large = { ...catalog, version: 'large', metrics };
  const ask = (): Promise<unknown> =>
    askSchema(
      large,
      '{ dataset(name: "orders") { lineage(direction: DOWN, limit: 1000) { nodes { id } edges { source } truncated } } }',
    );
  const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  };
  await askSchema(large, '{ company { name } }');
  expect(await cpuOf(ask)).toBeLessThan(5 * 300);
  expect(await cpuOf(ask)).toBeLessThan(5 * 50);
});
