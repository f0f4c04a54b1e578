import { answer } from './answer';
import { aggregate, arithmetic, coalesce, column, compare, countRows, metric, not, string } from './build';
import { AS_DECIDED } from './decisions';
import { describe as describeValue } from './value';
import type { Dataset, Metric, Question, World } from './world';

/** A small company whose answers can be worked out by hand: what the tests of cells ask about. */

export const regions: Dataset = {
  name: 'regions',
  team: 'sales',
  table: 'regions',
  key: ['region_id'],
  time: null,
  columns: [
    { name: 'region_id', type: 'integer' },
    { name: 'name', type: 'string' },
  ],
  joins: [],
  dimensions: [
    { name: 'name', formula: null },
    { name: 'label', formula: coalesce(column('name'), string('unnamed')) },
  ],
  rows: [
    ['1', 'north'],
    ['2', 'south'],
    ['3', null],
    ['4', ''],
  ],
};

export const customers: Dataset = {
  name: 'customers',
  team: 'sales',
  table: 'customers',
  key: ['customer_id'],
  time: null,
  columns: [
    { name: 'customer_id', type: 'integer' },
    { name: 'region_id', type: 'integer' },
    { name: 'age', type: 'integer' },
    { name: 'vip', type: 'boolean' },
  ],
  joins: [{ name: 'regions', to: 'regions', by: ['region_id'] }],
  dimensions: [
    { name: 'age', formula: null },
    { name: 'vip', formula: null },
  ],
  // customer 3 points to a region that does not exist, customer 4 to none
  rows: [
    ['1', '1', '20', 'true'],
    ['2', '2', '40', 'false'],
    ['3', '9', '60', null],
    ['4', null, null, 'true'],
    ['5', '3', '80', 'false'],
  ],
};

export const orders: Dataset = {
  name: 'orders',
  team: 'sales',
  table: 'shop.orders',
  key: ['order_id'],
  time: 'ordered_at',
  columns: [
    { name: 'order_id', type: 'integer' },
    { name: 'customer_id', type: 'integer' },
    { name: 'payer_id', type: 'integer' },
    { name: 'ordered_at', type: 'timestamptz' },
    { name: 'paid_on', type: 'date' },
    { name: 'amount', type: 'decimal(18,2)' },
    { name: 'items', type: 'integer' },
    { name: 'channel', type: 'string' },
  ],
  joins: [
    { name: 'customers', to: 'customers', by: ['customer_id'] },
    { name: 'payer', to: 'customers', by: ['payer_id'] },
  ],
  dimensions: [
    { name: 'channel', formula: null },
    { name: 'ordered_at', formula: null },
    { name: 'paid_on', formula: null },
  ],
  rows: [
    ['1', '1', '2', '2024-01-31T23:30:00Z', '2024-02-01', '10.10', '1', 'web'],
    ['2', '1', '1', '2024-02-01T00:30:00Z', '2024-02-29', '20.20', '2', 'app'],
    ['3', '2', '1', '2024-03-31T00:30:00Z', null, '0.05', '3', ''],
    ['4', '3', null, '2024-03-31T01:30:00Z', '2024-03-31', '-7.00', '2', 'web'],
    ['5', '7', '2', null, '2024-12-31', '5.00', null, null],
    ['6', null, '7', '2024-10-27T00:30:00Z', '2025-01-01', null, '4', 'app'],
    ['7', '5', '5', '2024-10-27T01:30:00Z', null, '100.00', '0', 'null'],
  ],
};

export const costs: Dataset = {
  name: 'costs',
  team: 'marketing',
  table: 'costs',
  key: [],
  time: 'spent_on',
  columns: [
    { name: 'region_id', type: 'integer' },
    { name: 'spent_on', type: 'date' },
    { name: 'spend', type: 'decimal(12,2)' },
  ],
  joins: [{ name: 'regions', to: 'regions', by: ['region_id'] }],
  dimensions: [],
  rows: [
    ['1', '2024-01-05', '4.00'],
    ['1', '2024-02-05', '0.40'],
    ['4', '2024-03-05', '9.00'],
    [null, '2024-03-06', '0.00'],
  ],
};

export const named = (name: string, formula: Metric['formula'], more: Partial<Metric> = {}): Metric => ({
  name,
  team: 'sales',
  formula,
  ...more,
});

const metrics: readonly Metric[] = [
  named('revenue', aggregate('sum', 'orders.amount')),
  named('revenue_or_zero', aggregate('sum', 'orders.amount'), { empty: '0' }),
  named('orders_placed', countRows('orders')),
  named('web_orders', countRows('orders'), { where: compare(column('orders.channel'), '=', string('web')) }),
  named('not_web_orders', countRows('orders'), {
    where: not(compare(column('orders.channel'), '=', string('web'))),
  }),
  named('buyers', aggregate('count_distinct', 'orders.customer_id')),
  named('mean_items', aggregate('avg', 'orders.items')),
  named('median_amount', aggregate('median', 'orders.amount')),
  named('p90_items', aggregate('percentile', 'orders.items', { fraction: '0.9' })),
  named('spend', aggregate('sum', 'costs.spend')),
  named('roas', arithmetic(metric('revenue'), '/', metric('spend'))),
  named('mean_age', aggregate('avg', 'customers.age')),
  named('customers_known', countRows('customers')),
  named('items_by_age', aggregate('sum', arithmetic(column('orders.items'), '*', column('customers.age')))),
  named('paid_revenue', aggregate('sum', 'orders.amount'), { time: column('orders.paid_on') }),
  named(
    'south_share',
    arithmetic(
      countRows('orders', compare(column('regions.name'), '=', string('south'))),
      '/',
      countRows('orders'),
    ),
  ),
];

export const world: World = {
  zone: 'Europe/London',
  weekStart: 'monday',
  datasets: [regions, customers, orders, costs],
  metrics,
};

/** Rows as text, NULL as `null`, doubles with a leading `~`. */
export function rows(question: Question, decisions = AS_DECIDED, within: World = world): readonly string[] {
  const expected = answer(within, question, decisions);
  if ('refused' in expected) return [`refused ${expected.refused.join(' or ')}`];
  const shown = expected.rows.slice(expected.offset, expected.offset + expected.limit);
  return shown.map((row) => row.map(describeValue).join(' | '));
}

export function totals(question: Question): string {
  const expected = answer(world, { ...question, totals: true });
  return 'refused' in expected ? 'refused' : (expected.totals ?? []).map(describeValue).join(' | ');
}
