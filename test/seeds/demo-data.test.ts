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
  ['sessions that the counter missed', 'from shop.site_traffic where sessions is null'],
  ['days without a session', 'from shop.site_traffic where sessions = 0'],
  ['devices that are empty or the word null', "from shop.site_traffic where device in ('', 'null')"],
  ['mailings that reached nobody', 'from shop.mailings where delivered = 0'],
  ['mailings whose opens were not tracked', 'from shop.mailings where opened is null'],
  ['mailings to our own staff', 'from shop.mailings where is_test'],
  ['mailings of unknown campaigns', 'from shop.mailings anti join shop.campaigns using (campaign_id)'],
  ['months without a target', 'from shop.monthly_targets where net_revenue is null'],
  ['months with a target of 0', 'from shop.monthly_targets where funded_accounts = 0'],
  ['categories that are empty or the word null', "from shop.products where category in ('', 'null')"],
  ['products of unknown cost', 'from shop.products where cost is null'],
  ['products that were never sold', 'from shop.products anti join shop.order_lines using (product_id)'],
  ['orders without lines', 'from shop.orders anti join shop.order_lines using (order_id)'],
  ['lines of deleted orders', 'from shop.order_lines anti join shop.orders using (order_id)'],
  ['lines without a product', 'from shop.order_lines where product_id is null'],
  [
    'lines of unknown products',
    'from shop.order_lines anti join shop.products using (product_id) where product_id > 0',
  ],
  ['lines whose cost is not billed', 'from shop.order_lines where cost is null'],
  ['shelves that were skipped', 'from shop.stock_levels where units is null'],
  ['shelves that were overdrawn', 'from shop.stock_levels where units < 0'],
  ['counts of unknown products', 'from shop.stock_levels anti join shop.products using (product_id)'],
  [
    'a shelf that the last count forgot',
    `from shop.stock_levels where counted_on = date '2025-06-23'
      and (product_id, warehouse_id) not in (select (product_id, warehouse_id) from shop.stock_levels where counted_on = date '2025-06-30')`,
  ],
  ['shipments without an order', 'from shop.shipments where order_id is null'],
  [
    'shipments of unknown orders',
    'from shop.shipments anti join shop.orders using (order_id) where order_id > 0',
  ],
  [
    'orders in two shipments',
    'from (select order_id from shop.shipments group by 1 having count(order_id) > 1)',
  ],
  ['carriers that are empty or the word null', "from shop.shipments where carrier in ('', 'null')"],
  ['carriers in odd case', "from shop.shipments where carrier = 'REDBIRD'"],
  [
    'deliveries that were never scanned',
    "from shop.shipments where status = 'delivered' and delivered_at is null",
  ],
  ['lost shipments', "from shop.shipments where status = 'lost'"],
  [
    'deliveries without a promise',
    'from shop.shipments where promised_on is null and delivered_at is not null and order_id is not null',
  ],
  [
    'deliveries with two faults',
    'from (select shipment_id from shop.delivery_faults group by 1 having count(shipment_id) > 1)',
  ],
  ['faults that name no delivery', 'from shop.delivery_faults where shipment_id is null'],
  ['tickets that are spam or merged', "from shop.tickets where status in ('spam', 'merged')"],
  ['tickets without a customer', 'from shop.tickets where customer_id is null'],
  [
    'tickets of unknown orders',
    'from shop.tickets anti join shop.orders using (order_id) where order_id > 0',
  ],
  [
    'topics that are NULL, empty or the word null',
    "from shop.tickets where coalesce(topic, '') in ('', 'null')",
  ],
  ['tickets solved before they were opened', 'from shop.tickets where solved_at < opened_at'],
  ['tickets that nobody answered', 'from shop.tickets where response_minutes is null'],
  ['satisfactions of 0, which are no answer', 'from shop.tickets where satisfaction = 0'],
  ['scores beyond ten', 'from shop.surveys where score > 10'],
  ['scores that are NULL', 'from shop.surveys where score is null'],
  [
    'customers who answered twice in a quarter',
    'from (select customer_id from shop.surveys group by customer_id, wave having count(*) > 1)',
  ],
  ['answers that came weeks late', 'from shop.surveys where received_on > answered_on + 14'],
  ['surveys of unknown customers', 'from shop.surveys anti join shop.customers using (customer_id)'],
  ['applicants who are no customers', 'from shop.applications where customer_id is null'],
  [
    'applicants whose customer was erased',
    'from shop.applications anti join shop.customers using (customer_id) where customer_id > 0',
  ],
  ['test applications', 'from shop.applications where is_test'],
  ['steps that were entered twice', 'from shop.application_steps where attempt = 2'],
  [
    'reasons that are NULL, empty or the word null',
    "from shop.application_steps where outcome = 'dropped' and coalesce(reason, '') in ('', 'null')",
  ],
  ['reviews that nobody has looked at', 'from shop.reviews where viewed_at is null'],
  ['risks that are empty or in odd case', "from shop.reviews where risk = '' or risk <> lower(risk)"],
  [
    'pending reviews with new papers',
    `from shop.reviews join shop.information_requests using (review_id)
      where status = 'pending' and (viewed_at is null or received_at > viewed_at)`,
  ],
  ['papers that never came', 'from shop.information_requests where received_at is null'],
  ['papers of unknown reviews', 'from shop.information_requests anti join shop.reviews using (review_id)'],
  ['accounts without an application', 'from shop.accounts where application_id is null'],
  [
    'accounts of unknown applications',
    'from shop.accounts anti join shop.applications using (application_id) where application_id > 0',
  ],
  [
    'accounts that were not funded in 30 days',
    "from shop.accounts where first_funded_on is null and opened_on < date '2025-06-01'",
  ],
  ['transfers of a penny', 'from shop.transfers where amount = 0.01'],
  ['failed and reversed transfers', "from shop.transfers where status in ('failed', 'reversed')"],
  ['transfers of unknown accounts', 'from shop.transfers anti join shop.accounts using (account_id)'],
  ['directions in odd case', "from shop.transfers where direction in ('IN', 'OUT ')"],
  ['transfers without a direction', 'from shop.transfers where direction is null'],
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
