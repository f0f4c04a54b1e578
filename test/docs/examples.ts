import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import type { Value } from '../../src/metrics/model/answer';
import type { Catalog, Metric } from '../../src/metrics/model/catalog';
import { typeName } from '../../src/metrics/model/value-type';
import { openEngine } from '../../src/service/composition';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { loadCatalog } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import { seedDemo } from '../../src/service/seed';
import { openTenet } from '../support/in-memory-tenet';

const DEMO = path.join(__dirname, '../../definitions');

/** What the demo company does not have: postcodes, order lines, and airports in two roles. */
const SMALL: readonly DefinitionFile[] = [
  { path: 'company.yaml', text: 'zone: Europe/London\n' },
  {
    path: 'examples/datasets.yaml',
    text: `datasets:
  orders: { table: orders, key: order_id, columns: { order_id: bigint, postcode: string } }
  order_lines: { table: order_lines, key: line_id, columns: { line_id: bigint, quantity: integer, price: 'decimal(12,2)' } }
  airports: { table: airports, key: iata, columns: { iata: string } }
  flights:
    table: flights
    key: flight_id
    columns: { flight_id: bigint, origin: string, destination: string }
    joins:
      origin_airport: { to: airports, by: origin }
      destination_airport: { to: airports, by: destination }
`,
  },
];
const SMALL_TABLES = [
  "create table orders as select 1::bigint order_id, 'SW1A 1AA' postcode",
  'create table order_lines as select 1::bigint line_id, 3::integer quantity, 2.50::decimal(12,2) price',
  "create table airports as select unnest(['AMS', 'LHR']) iata",
  "create table flights as select 1::bigint flight_id, 'AMS' origin, 'LHR' destination",
];

/** A dataset that reaches what the example names, and its key. */
const HOMES: readonly (readonly [RegExp, string])[] = [
  [/\border_lines\./, 'order_lines.line_id'],
  [/_airport\./, 'flights.flight_id'],
  [/./, 'orders.order_id'],
];

/** A row formula as a metric of the same type; an aggregate is one already. */
function metricsOf(examples: readonly string[]): DefinitionFile {
  const lines = examples.flatMap((example, index) => {
    const home = HOMES.find(([pattern]) => pattern.test(example))![1];
    const wrapped = `max(case when ${home} is not null then (${example}) end)`;
    return [
      `  plain_${index}: { formula: ${JSON.stringify(example)} }`,
      `  wrapped_${index}: { formula: ${JSON.stringify(wrapped)} }`,
    ];
  });
  return { path: 'examples/metrics.yaml', text: `metrics:\n${lines.join('\n')}\n` };
}

const metricOf = (catalog: Catalog, index: number): Metric | undefined =>
  catalog.metrics.get(`plain_${index}`) ?? catalog.metrics.get(`wrapped_${index}`);

/** The examples of a page over the demo company, and over the small catalog where that lacks a name. */
export interface BoundExamples {
  typeOf(example: string): string;
  /** Which of the two answers it. */
  placeOf(example: string): 'demo' | 'small';
  /** The value of each example, by running it. */
  run(): Promise<ReadonlyMap<string, Value>>;
}

async function catalogWith(files: readonly DefinitionFile[], examples: readonly string[]) {
  const resolved = await loadCatalog([...files, metricsOf(examples)]);
  return { resolved, catalog: resolved.catalog! };
}

/** @throws Error for an example that is bound nowhere. */
export async function bindExamples(examples: readonly string[]): Promise<BoundExamples> {
  const demo = await catalogWith((await loadDefinitionFiles(DEMO)).files, examples);
  const small = await catalogWith(SMALL, examples);
  const find = (example: string): { readonly metric: Metric; readonly place: 'demo' | 'small' } => {
    const index = examples.indexOf(example);
    const inDemo = metricOf(demo.catalog, index);
    const metric = inDemo ?? metricOf(small.catalog, index);
    if (metric) return { metric, place: inDemo ? 'demo' : 'small' };
    const why = [...demo.resolved.diagnostics, ...small.resolved.diagnostics].filter(({ definition }) =>
      definition?.name.endsWith(`_${index}`),
    );
    throw new Error(
      `the example \`${example}\` is bound nowhere: ${why.map(({ message }) => message).join(' ')}`,
    );
  };
  const at = (place: 'demo' | 'small') => examples.filter((example) => find(example).place === place);
  return {
    typeOf: (example) => typeName(find(example).metric.type),
    placeOf: (example) => find(example).place,
    run: async () => {
      const values = new Map<string, Value>();
      const answer = async (tenet: Parameters<typeof askEach>[0], place: 'demo' | 'small') => {
        for (const [example, value] of await askEach(
          tenet,
          at(place),
          (example) => find(example).metric.name,
        ))
          values.set(example, value);
      };
      await withDemo(demo.resolved, (tenet) => answer(tenet, 'demo'));
      const needed = at('small').map((example) => {
        const { name, formulaText } = find(example).metric;
        return `  ${name}: { formula: ${JSON.stringify(formulaText)} }`;
      });
      const file = { path: 'examples/metrics.yaml', text: `metrics:\n${needed.join('\n')}\n` };
      const open = await openTenet({ files: [...SMALL, file], statements: SMALL_TABLES });
      try {
        await answer(open.tenet, 'small');
      } finally {
        await open.close();
      }
      return values;
    },
  };
}

type Askable = Pick<ReturnType<typeof createTenet>, 'ask'>;

async function askEach(
  tenet: Askable,
  examples: readonly string[],
  nameOf: (example: string) => string,
): Promise<ReadonlyMap<string, Value>> {
  const values = new Map<string, Value>();
  for (const example of examples) {
    const { data } = await tenet.ask({ metrics: [nameOf(example)] });
    values.set(example, data[0]?.[0] ?? null);
  }
  return values;
}

async function withDemo(
  resolved: Parameters<typeof createTenet>[0],
  use: (tenet: Askable) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-docs-'));
  try {
    const database = path.join(folder, 'demo.duckdb');
    await seedDemo(database, 'tiny');
    const tenet = createTenet(resolved, await openEngine(`duckdb:${database}`));
    await use(tenet);
    await tenet.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
