/**
 * An invented company of any size, as definition files. Each hundred metrics are about one shop with two facts of its own, orders
 * and costs, which share four datasets and a role. A file holds 25 metrics, each with a worked example. The first metrics are the
 * same at every size.
 */

/** How many metrics a file holds. */
const PER_FILE = 25;
/** How many metrics are about one shop. */
const PER_SHOP = 100;

const COMPANY = `version: 1
name: Bench
zone: Europe/London
currency: GBP
now: 2025-07-01T09:00:00+01:00
`;

const SHARED = `version: 1
datasets:
  regions:
    description: Sales regions.
    table: shared.regions
    key: region_id
    columns: { region_id: bigint, name: string, country: string }
    dimensions:
      name: { label: Region, description: Where the customer lives }
      country: { description: The country of the region }
  customers:
    description: One row per account.
    table: shared.customers
    key: customer_id
    time: joined_at
    columns: { customer_id: bigint, region_id: bigint, joined_at: timestamptz, tier: string, born: date }
    joins:
      regions: { to: regions, by: region_id }
    dimensions:
      tier: { description: Loyalty tier, formula: "coalesce(nullif(trim(tier), ''), 'none')" }
      joined_at: { description: When the account was opened }
  categories:
    description: Product categories.
    table: shared.categories
    key: category_id
    columns: { category_id: bigint, name: string }
    dimensions:
      name: { label: Category, description: What kind of thing }
  products:
    description: One row per product.
    table: shared.products
    key: product_id
    columns: { product_id: bigint, category_id: bigint, brand: string, price: 'decimal(12,2)' }
    joins:
      categories: { to: categories, by: category_id }
    dimensions:
      brand: { description: The maker }
      dear: { description: Costs a hundred or more, formula: price >= 100 }
`;

const datasetsOf = (shop) => `datasets:
  orders_${shop}:
    description: One row per order of shop ${shop}.
    table: shop_${shop}.orders
    key: order_id
    time: ordered_at
    columns:
      { order_id: bigint, customer_id: bigint, product_id: bigint, ship_region_id: bigint,
        ordered_at: timestamptz, delivered_at: timestamptz, status: string, channel: string, items: integer,
        amount: 'decimal(12,2)', tax: 'decimal(12,2)', is_test: boolean }
    joins:
      customers: { to: customers, by: customer_id, description: Who ordered }
      products: { to: products, by: product_id, description: What was ordered }
      shipped_to: { to: regions, by: ship_region_id, description: Where it was sent }
    dimensions:
      channel: { label: Sales channel, description: Where it was placed, formula: "nullif(lower(trim(channel)), '')" }
      status: { description: 'Completed, shipped or cancelled' }
      basket:
        description: Size of the basket
        formula: "case when amount < 40 then 'small' when amount < 120 then 'medium' else 'large' end"
      hour: { description: Hour of the day, formula: extract(hour from ordered_at) }
  costs_${shop}:
    description: What shop ${shop} spent, by customer and day.
    table: shop_${shop}.costs
    key: cost_id
    time: spent_on
    columns: { cost_id: bigint, customer_id: bigint, spent_on: date, amount: 'decimal(12,2)', kind: string }
    joins:
      customers: { to: customers, by: customer_id, description: For whom it was spent }
    dimensions:
      kind: { description: Kind of cost }
`;

/** Ten kinds of metric in turn; `limit` makes each one different from all others of its kind. */
const KINDS = [
  ({ orders, limit }) => ({
    formula: `sum(${orders}.amount - ${orders}.tax)`,
    where: `${orders}.status = 'completed' and not ${orders}.is_test and ${orders}.amount >= ${limit}`,
    time: `${orders}.delivered_at`,
    unit: 'GBP',
    rows: [
      `{ status: completed, amount: ${limit + 120}, tax: 20, is_test: false }`,
      `{ status: completed, amount: ${limit + 60}, tax: 10, is_test: true }`,
    ],
    answer: limit + 100,
  }),
  ({ orders, limit }) => ({
    formula: `count(${orders})`,
    where: `not ${orders}.is_test and ${orders}.items <> ${limit}`,
    unit: 'orders',
    rows: [
      '{ items: 0, is_test: false }',
      '{ items: 0, is_test: true }',
      `{ items: ${limit}, is_test: false }`,
    ],
    answer: 1,
  }),
  ({ orders, limit }) => ({
    formula:
      `count(${orders}) filter (where ${orders}.status = 'cancelled' and ${orders}.items > ${limit})` +
      ` / count(${orders})`,
    where: `not ${orders}.is_test`,
    unit: 'ratio',
    rows: [
      `{ status: cancelled, items: ${limit + 1}, is_test: false }`,
      `{ status: cancelled, items: ${limit}, is_test: false }`,
      `{ status: shipped, items: ${limit + 1}, is_test: false }`,
      '{ status: shipped, items: 1, is_test: false }',
      '{ status: shipped, items: 1, is_test: true }',
    ],
    answer: 0.25,
  }),
  ({ orders, limit }) => ({
    formula: `avg(${orders}.items * ${limit + 1})`,
    where: `not ${orders}.is_test`,
    unit: 'items',
    rows: ['{ items: 1, is_test: false }', '{ items: 3, is_test: false }', '{ items: 9, is_test: true }'],
    answer: 2 * (limit + 1),
  }),
  ({ orders, limit }) => ({
    formula: `count(distinct ${orders}.customer_id)`,
    where: `${orders}.status <> 'cancelled' and ${orders}.items >= ${limit}`,
    unit: 'customers',
    rows: [
      `{ customer_id: 1, status: shipped, items: ${limit} }`,
      `{ customer_id: 1, status: shipped, items: ${limit} }`,
      `{ customer_id: 2, status: cancelled, items: ${limit} }`,
      `{ customer_id: 3, status: shipped, items: ${limit - 1} }`,
    ],
    answer: 1,
  }),
  ({ orders, limit }) => ({
    formula:
      `median(${orders}.amount) filter (where ${orders}.channel in ('web', 'app')` +
      ` and ${orders}.amount < ${1_000 + limit})`,
    unit: 'GBP',
    rows: [
      '{ channel: web, amount: 10 }',
      '{ channel: app, amount: 30 }',
      '{ channel: shop, amount: 90 }',
      `{ channel: web, amount: ${1_000 + limit} }`,
    ],
    answer: 20,
  }),
  ({ costs, limit }) => ({
    formula: `sum(${costs}.amount)`,
    where: `${costs}.kind <> 'internal' and ${costs}.amount > ${limit}`,
    unit: 'GBP',
    source: costs,
    rows: [
      `{ kind: ads, amount: ${limit + 5} }`,
      `{ kind: internal, amount: ${limit + 5} }`,
      `{ kind: ads, amount: ${limit} }`,
    ],
    answer: limit + 5,
  }),
  ({ limit, before }) => ({
    formula: `${before(7)} / ${before(6)}`,
    unit: 'GBP',
    rows: [
      `{ status: completed, items: 0, amount: ${limit + 60}, tax: 10, is_test: false }`,
      `{ status: completed, items: 0, amount: ${limit + 80}, tax: 10, is_test: false }`,
    ],
    answer: limit + 60,
  }),
  ({ limit, before, orders, costs }) => ({
    formula: `coalesce(${before(7)}, 0) / ${before(2)}`,
    unit: 'ratio',
    source: costs,
    rows: [`{ kind: ads, amount: ${limit + 5} }`],
    more: `        ${orders}:\n          - { items: 0, is_test: false }\n`,
    answer: 1 / (limit + 5),
  }),
  ({ orders, limit }) => ({
    formula:
      `sum(case when ${orders}.channel = 'web' then ${orders}.amount else ${orders}.amount * 0.5 end)` +
      ` + max(${orders}.tax) * ${limit}`,
    where: `not ${orders}.is_test`,
    unit: 'GBP',
    rows: [
      '{ channel: web, amount: 10, tax: 1, is_test: false }',
      '{ channel: shop, amount: 10, tax: 1, is_test: false }',
    ],
    answer: 15 + limit,
  }),
];

const metricName = (index) => `metric_${index}`;
const shopOf = (index) => Math.floor(index / PER_SHOP);

function metricText(index, shift) {
  const shop = shopOf(index);
  const { formula, where, time, unit, source, rows, more, answer } = KINDS[index % KINDS.length]({
    orders: `orders_${shop}`,
    costs: `costs_${shop}`,
    limit: Math.floor((index % PER_SHOP) / KINDS.length) + 1 + shift,
    before: (back) => metricName(index - back),
  });
  const optional = (key, value) => (value === undefined ? '' : `    ${key}: ${JSON.stringify(value)}\n`);
  return `  ${metricName(index)}:
    label: Metric ${index}
    question: How much is measure ${index} of shop ${shop}?
    decision: The plan of quarter ${(index % 4) + 1}
    formula: ${JSON.stringify(formula)}
${optional('where', where)}${optional('time', time)}    unit: ${unit}
    better: higher
    examples:
      - story: rows that count and rows that do not
        ${source ?? `orders_${shop}`}:
${rows.map((row) => `          - ${row}\n`).join('')}${more ?? ''}        answer: ${answer}
`;
}

/**
 * One file of a company of that many metrics.
 *
 * @param shift is added to the limits in its metrics: another one changes what they mean.
 */
function metricsFile(metrics, number, shift = 0) {
  const first = number * PER_FILE;
  const shop = shopOf(first);
  const count = Math.min(PER_FILE, metrics - first);
  const texts = Array.from({ length: count }, (_, i) => metricText(first + i, shift));
  const datasets = first % PER_SHOP === 0 ? datasetsOf(shop) : '';
  const text = `version: 1\n${datasets}metrics:\n${texts.join('\n')}`;
  return { path: `shop_${shop}/part_${number}.yaml`, text };
}

/** The files of a company with that many metrics, as `{ path, text }`. */
function companyFiles(metrics) {
  return [
    { path: 'company.yaml', text: COMPANY },
    { path: 'shared/shared.yaml', text: SHARED },
    ...Array.from({ length: Math.ceil(metrics / PER_FILE) }, (_, number) => metricsFile(metrics, number)),
  ];
}

module.exports = { companyFiles, metricsFile, metricName, PER_FILE, PER_SHOP, KINDS_OF_METRIC: KINDS.length };
