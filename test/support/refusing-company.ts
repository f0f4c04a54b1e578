import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';

/** A company in which nearly every question can be wrong: two ways to a region, a fact without time, a broken metric, weeks from Sunday. */
export const REFUSING_COMPANY: readonly DefinitionFile[] = [
  {
    path: 'company.yaml',
    text: `
zone: Europe/London
week_start: sunday
now: 2025-07-01T09:00:00Z
limits: { default_rows: 100, max_rows: 1000, max_in_list: 3 }
`,
  },
  {
    path: 'sales/datasets.yaml',
    text: `
datasets:
  regions:
    table: shop.regions
    key: region_id
    columns: { region_id: bigint, name: string }
    dimensions: { name: { label: Region } }
  customers:
    table: shop.customers
    key: customer_id
    time: signed_up_on
    columns: { customer_id: bigint, region_id: bigint, signed_up_on: date, kind: string }
    joins: { regions: { to: regions, by: region_id } }
    dimensions: { kind: { description: Private or trade }, signed_up_on: {} }
  shops:
    table: shop.shops
    key: shop_id
    columns: { shop_id: bigint, region_id: bigint, name: string }
    joins: { regions: { to: regions, by: region_id } }
    dimensions: { name: { label: Shop } }
  orders:
    table: shop.orders
    key: order_id
    time: ordered_at
    columns:
      { order_id: bigint, customer_id: bigint, shop_id: bigint, ordered_at: timestamptz, packed_at: timestamp,
        channel: string, items: integer, is_gift: boolean, amount: 'decimal(12,2)' }
    joins: { customers: { to: customers, by: customer_id }, shops: { to: shops, by: shop_id } }
    dimensions: { channel: {}, items: {}, is_gift: {}, ordered_at: {}, packed_at: {} }
  budgets:
    description: What each team may spend.
    query: select team, amount from shop.budgets
    columns: { team: string, amount: 'decimal(12,2)' }
    dimensions: { team: {} }
`,
  },
  {
    path: 'sales/metrics.yaml',
    text: `
metrics:
  revenue: { label: Revenue, question: How much do we earn?, formula: sum(orders.amount), unit: GBP }
  placed_orders: { formula: count(orders) }
  revenue_per_order: { formula: revenue / placed_orders }
  new_customers: { formula: count(customers) }
  budget: { formula: sum(budgets.amount) }
  lost_revenue: { formula: sum(orders.amuont) }
segments:
  traders: { of: customers, where: kind = 'trade', label: Traders, description: Customers with a trade account }
  northern: { of: regions, where: "name like 'North%'" }
`,
  },
  { path: 'sales/team.yaml', text: 'label: Sales\nowner: sales@example.com\n' },
];

/** Writes definition files into a folder, as a user has them. */
export function writeDefinitions(folder: string, files: readonly DefinitionFile[]): void {
  for (const { path: name, text } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
