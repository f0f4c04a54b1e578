import type { Diagnostic } from '../../src/base/diagnostic';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { checkExamples } from '../../src/service/examples/check-examples';
import { COMPANY, marked, offsetsOf } from '../definitions/read-marked';

/** A shop in two files, so that each test writes only its metrics. */
export const SHOP = `datasets:
  customers:
    table: shop.customers
    key: customer_id
    columns: { customer_id: bigint, region: string, kind: string }
    dimensions: { region: {}, kind: {} }
  addresses:
    table: shop.addresses
    key: [country, address_id]
    columns: { country: string, address_id: integer, city: string }
    dimensions: { city: {} }
  orders:
    table: shop.orders
    key: order_id
    time: ordered_at
    columns:
      { order_id: bigint, customer_id: bigint, ship_country: string, ship_address: integer, ordered_at: timestamptz,
        status: string, amount: 'decimal(12,2)', tax: 'decimal(12,2)', items: integer, weight: double, is_test: boolean,
        due_on: date, packed_at: timestamp, code: smallint, ratio: 'decimal(38,20)' }
    joins:
      customers: { to: customers, by: customer_id }
      shipping_address: { to: addresses, by: [ship_country, ship_address] }
    dimensions: { status: {}, is_test: {}, due_on: {}, items: {}, is_gift: { formula: items > 10 } }
  refunds:
    query: select * from shop.refunds where amount > 1000000
    columns: { order_id: bigint, amount: 'decimal(12,2)' }
    joins: { orders: { to: orders, by: order_id } }
`;

export interface Checked {
  readonly findings: readonly Diagnostic[];
}

/** Checks the examples of metrics over the shop; unless `mayFail`, the definitions themselves must be sound. */
export async function checkMetrics(metrics: string, { mayFail = false } = {}): Promise<Checked> {
  await loadGrammar();
  const raw = readDefinitions([
    COMPANY,
    { path: 'sales/shop.yaml', text: SHOP },
    { path: 'sales/metrics.yaml', text: metrics },
  ]);
  const { catalog, diagnostics } = resolve(raw);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!catalog || (errors.length > 0 && !mayFail))
    throw new Error(`the definitions are not sound: ${errors.map(({ message }) => message).join('\n')}`);
  return { findings: await checkExamples(catalog, raw) };
}

/** One metric with its keys and the lines of its examples. */
export const metric = (keys: string, examples: string): string =>
  `metrics:\n  m:\n${indented(keys, 4)}\n    examples:\n${indented(examples, 6)}\n`;

const indented = (text: string, width: number): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(width) + line)
    .join('\n');

/** The codes and messages of all findings. */
export const said = ({ findings }: Checked): readonly string[] =>
  findings.map(({ code, message }) => `${code} ${message}`);

/** The only finding of a metric whose text marks its place with «…». */
export async function onlyFinding(keys: string, examples: string): Promise<Diagnostic> {
  const { text, from, to } = marked(metric(keys, examples));
  const checked = await checkMetrics(text);
  const [found] = checked.findings;
  if (checked.findings.length !== 1 || !found) throw new Error(`findings: ${said(checked).join('\n')}`);
  expect(offsetsOf(text, found.at)).toEqual({ from, to });
  return found;
}
