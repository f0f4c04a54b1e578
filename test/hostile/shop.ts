import type { DuckDBConnection } from '@duckdb/node-api';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { COMPANY, type Opened, opened } from './opened';

/** A small company that stays as it is, whatever becomes of the demo: two facts, a dimension of every type, a segment. */
const SHOP: DefinitionFile = {
  path: 'shop/shop.yaml',
  text: `datasets:
  customers:
    table: customers
    key: customer_id
    columns: { customer_id: bigint, region: string }
    dimensions: { region: {} }
  orders:
    table: orders
    key: order_id
    time: ordered_at
    columns: { order_id: bigint, customer_id: bigint, ordered_at: timestamptz, due: date, channel: string, hour: bigint, amount: 'decimal(12,2)', weight: double, is_gift: boolean }
    joins: { customers: { to: customers, by: customer_id } }
    dimensions: { channel: {}, hour: {}, amount: {}, weight: {}, is_gift: {}, due: {}, ordered_at: {} }
  costs:
    table: costs
    key: cost_id
    time: spent_on
    columns: { cost_id: bigint, spent_on: date, spend: 'decimal(12,2)' }
metrics:
  placed_orders: { formula: count(orders) }
  spend: { formula: sum(costs.spend) }
  roas: { formula: sum(orders.amount) / sum(costs.spend) }
segments:
  high_value: { of: customers, where: 'per(customers, placed_orders) >= 2' }
`,
};

async function fill(connection: DuckDBConnection): Promise<void> {
  for (const statement of [
    'create table customers (customer_id bigint, region varchar)',
    "insert into customers values (1, 'north'), (2, 'south'), (3, null)",
    'create table orders (order_id bigint, customer_id bigint, ordered_at timestamptz, due date, channel varchar, hour bigint, amount decimal(12,2), weight double, is_gift boolean)',
    `insert into orders select i, i % 5, '2021-01-31 12:00:00+00'::timestamptz + to_days(i * 73), '2021-02-01'::date + (i * 73)::integer, ['web', 'app', 'store'][1 + i % 3], i % 24, i * 1.25, i / 3.0, i % 2 = 0 from range(20) t(i)`,
    'create table costs (cost_id bigint, spent_on date, spend decimal(12,2))',
    "insert into costs select i, '2021-01-15'::date + (i * 200)::integer, 10 + i from range(8) t(i)",
  ])
    await connection.run(statement);
}

export const openShop = (): Promise<Opened> => opened([COMPANY, SHOP], fill);
