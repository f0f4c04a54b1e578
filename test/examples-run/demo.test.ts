import { readDefinitions } from '../../src/metrics/definitions/read';
import { resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { checkExamples } from '../../src/service/examples/check-examples';

beforeAll(() => loadGrammar());

describe('the demo company', () => {
  test('has examples that are right and prove every clause', async () => {
    const raw = readDefinitions((await loadDefinitionFiles('definitions')).files);
    const { catalog } = resolve(raw);
    expect(raw.metrics.flatMap(({ value }) => value.examples ?? []).length).toBeGreaterThan(30);
    expect(await checkExamples(catalog!, raw)).toEqual([]);
  });
});

/** A metric of three clauses over two datasets, unlike all others. */
const metricOf = (i: number): string => `  m${i}:
    formula: coalesce(sum(orders.amount * ${i + 1}) filter (where customers.region = 'r${i}'), 0)
    where: orders.status = 's${i}' and not orders.is_test
    examples:
      - story: one that counts, and one that fails each clause
        customers: [{ region: r${i} }, { region: elsewhere }]
        orders:
          - { customer_id: 1, status: s${i}, amount: 10, is_test: false }
          - { customer_id: 1, status: open, amount: 20, is_test: false }
          - { customer_id: 1, status: s${i}, amount: 40, is_test: true }
          - { customer_id: 2, status: s${i}, amount: 80, is_test: false }
        answer: ${10 * (i + 1)}
      - { story: none, orders: [], answer: 0 }
`;

describe('the cost', () => {
  // The goal is 250 in about a second; this is a fence against ten times that, on machines that are busy.
  test('250 examples with every clause taken out are run in less than five seconds of CPU', async () => {
    const text = `datasets:
  customers: { table: c, key: id, columns: { id: bigint, region: string } }
  orders:
    table: o
    columns: { customer_id: bigint, status: string, amount: 'decimal(12,2)', is_test: boolean }
    joins: { customers: { to: customers, by: customer_id } }
metrics:
${Array.from({ length: 125 }, (_, i) => metricOf(i)).join('')}`;
    const raw = readDefinitions([
      { path: 'company.yaml', text: 'zone: Europe/London\n' },
      { path: 'sales/a.yaml', text },
    ]);
    const { catalog } = resolve(raw);
    const before = process.cpuUsage();
    expect(await checkExamples(catalog!, raw)).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
