/** What the demo data promises: the declared columns, unique keys, every kind of dirt even in the tiny company, and a plausible shop. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { DemoDatabase } from './demo-database';

interface DeclaredDataset {
  readonly table: string;
  readonly key?: string | readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

const DEFINITIONS = path.resolve(__dirname, '../../definitions');
const { now } = parse(readFileSync(path.join(DEFINITIONS, 'company.yaml'), 'utf8')) as { now: string };
const files = readdirSync(DEFINITIONS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);
const datasets = files.flatMap((file) => {
  const content = parse(readFileSync(path.join(DEFINITIONS, file), 'utf8')) as {
    datasets?: Record<string, DeclaredDataset>;
  };
  return Object.entries(content.datasets ?? {});
});

const DIRT: readonly (readonly [what: string, rows: string])[] = [
  ['orders of guests', 'from shop.orders where customer_id is null and not is_test'],
  [
    'orders of erased accounts',
    'from shop.orders anti join shop.customers using (customer_id) where customer_id > 0',
  ],
  ['test orders', 'from shop.orders where is_test'],
  ['orders that no campaign won', 'from shop.orders where campaign_id is null'],
  [
    'orders of deleted campaigns',
    'from shop.orders anti join shop.campaigns using (campaign_id) where campaign_id > 0',
  ],
  [
    'completed orders never scanned as delivered',
    "from shop.orders where status = 'completed' and delivered_at is null",
  ],
  ['orders under way', "from shop.orders where status = 'shipped'"],
  ['cancelled orders', "from shop.orders where status = 'cancelled'"],
  ['channels that are NULL', 'from shop.orders where channel is null'],
  ['channels that are empty', "from shop.orders where channel = ''"],
  ['channels in odd case', 'from shop.orders where channel <> lower(channel)'],
  ['channels with spaces', 'from shop.orders where channel <> trim(channel)'],
  ['gift messages of blanks', "from shop.orders where trim(gift_message) = ''"],
  ['orders refunded twice', 'from (select order_id from shop.refunds group by 1 having count(order_id) > 1)'],
  ['refunds without an order', 'from shop.refunds where order_id is null'],
  [
    'refunds of unknown orders',
    'from shop.refunds anti join shop.orders using (order_id) where order_id > 0',
  ],
  ['reasons that are NULL', 'from shop.refunds where reason is null'],
  ['customers without orders', 'from shop.customers anti join shop.orders using (customer_id)'],
  ['customers without a region', 'from shop.customers where region is null'],
  ['customers with an empty region', "from shop.customers where region = ''"],
  ['regions with spaces', 'from shop.customers where region <> trim(region)'],
  ['customers never asked for consent', 'from shop.customers where accepts_marketing is null'],
  ['customers whom no campaign brought', 'from shop.customers where first_campaign_id is null'],
  ['campaigns without orders', 'from shop.campaigns anti join shop.orders using (campaign_id)'],
  ['campaigns without costs', 'from shop.campaigns anti join shop.campaign_costs using (campaign_id)'],
  ['campaigns without an end', 'from shop.campaigns where ends_on is null'],
  ['costs of unknown campaigns', 'from shop.campaign_costs anti join shop.campaigns using (campaign_id)'],
  ['costs without clicks', 'from shop.campaign_costs where clicks = 0 and spend > 0'],
  [
    'orders in the second 01:00 of the long night',
    "from shop.orders where ordered_at between timestamptz '2024-10-27 01:00:00+00' and timestamptz '2024-10-27 01:59:59+00'",
  ],
  [
    'orders on another day in UTC than in London',
    "from shop.orders where timezone('Europe/London', ordered_at)::date <> timezone('UTC', ordered_at)::date",
  ],
];

let demo: DemoDatabase;
beforeAll(async () => {
  demo = await DemoDatabase.open('tiny');
});
afterAll(() => demo.close());

const ENGINE_NAMES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
};

test.each(datasets)('%s has the declared columns', async (_, { table, columns }) => {
  const described = await demo.rows(`select column_name, column_type from (describe ${table})`);
  const expected = Object.entries(columns).map(([name, type]) => [
    name,
    ENGINE_NAMES[type] ?? type.toUpperCase(),
  ]);
  expect(described.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(expected);
});

test.each(datasets)('the key of %s is unique and complete', async (_, { table, key }) => {
  const columns = [key ?? []].flat();
  expect(columns).not.toEqual([]);
  const broken = await demo.rows(`
    select 1 from ${table} group by ${columns.join(', ')}
    having count(*) > 1 or ${columns.map((column) => `${column} is null`).join(' or ')}`);
  expect(broken).toEqual([]);
});

test.each(DIRT)('the tiny company has %s', async (_, rows) => {
  const [found] = await demo.rows(`select count(*) as n ${rows}`);
  expect(found!['n']).toBeGreaterThan(0);
});

test('nothing happens before its cause or after the company’s now', async () => {
  const [found] = await demo.rows(`
    select
      (select count(*) from shop.orders where delivered_at < ordered_at) as early_deliveries,
      (select count(*) from shop.orders join shop.customers using (customer_id)
        where timezone('Europe/London', ordered_at)::date < signed_up_on) as early_orders,
      (select count(*) from shop.refunds r join shop.orders o using (order_id) where refunded_at < delivered_at) as early_refunds,
      (select count(*) from shop.orders where greatest(ordered_at, delivered_at) > timestamptz '${now}') as late_orders,
      (select count(*) from shop.refunds where refunded_at > timestamptz '${now}') as late_refunds`);
  expect(found).toEqual({
    early_deliveries: 0,
    early_orders: 0,
    early_refunds: 0,
    late_orders: 0,
    late_refunds: 0,
  });
});

describe('the small company looks like a shop', () => {
  let small: DemoDatabase;
  beforeAll(async () => {
    small = await DemoDatabase.open('small');
  });
  afterAll(() => small.close());

  const REAL = "status = 'completed' and not is_test";
  test.each([
    [
      'an average order of 60 to 90 pounds',
      `select sum(amount - tax)::double / count(*) as x from shop.orders where ${REAL}`,
      60,
      90,
    ],
    [
      'a refund rate of 3 to 6 %',
      `select (select sum(amount) from shop.refunds)::double / sum(amount) as x from shop.orders where not is_test and status <> 'cancelled'`,
      0.03,
      0.06,
    ],
    [
      'a click-through rate of 1 to 3 %',
      'select sum(clicks)::double / sum(impressions) as x from shop.campaign_costs',
      0.01,
      0.03,
    ],
    [
      'a return of 2 to 6 on each pound of campaigns',
      `select (select sum(amount - tax) from shop.orders where ${REAL})::double / sum(spend) as x from shop.campaign_costs`,
      2,
      6,
    ],
    [
      'orders that grow by 15 to 50 % a year',
      `select (count(*) filter (where year(ordered_at) = 2024))::double / (count(*) filter (where year(ordered_at) = 2023)) as x from shop.orders`,
      1.15,
      1.5,
    ],
    [
      'a best campaign channel at least twice as good as the worst',
      `
      with cells as (
        select lower(trim(channel)) as channel,
          (select sum(amount - tax) from shop.orders o join shop.campaigns p using (campaign_id) where ${REAL} and lower(trim(p.channel)) = lower(trim(c.channel))) as revenue,
          sum(spend) as spend
        from shop.campaign_costs join shop.campaigns c using (campaign_id) group by 1, c.channel
      ), sums as (select channel, any_value(revenue)::double / sum(spend) as roas from cells group by 1)
      select max(roas) / min(roas) as x from sums`,
      2,
      4,
    ],
  ])('%s', async (_, sql, least, most) => {
    const [row] = await small.rows(sql);
    expect(row!['x']).toBeGreaterThanOrEqual(least);
    expect(row!['x']).toBeLessThanOrEqual(most);
  });
});
