const { built } = require('../built.cjs');
const { cpuMs, median } = require('../cpu.cjs');

const ROWS = 3_000_000;
const CUSTOMERS = 200_000;

const FILES = [
  { path: 'company.yaml', text: 'zone: Europe/London\nnow: 2024-06-30T12:00:00Z\ncurrency: GBP\n' },
  {
    path: 'shop/orders.yaml',
    text: `datasets:
  orders:
    description: One row per order.
    table: orders
    key: order_id
    time: ordered_at
    columns: { order_id: bigint, customer_id: bigint, ordered_at: timestamptz, channel: string, amount: 'decimal(12,2)' }
    joins: { customers: { to: customers, by: customer_id } }
    dimensions: { channel: { description: Where it was placed } }
  customers:
    description: One row per customer.
    table: customers
    key: customer_id
    columns: { customer_id: bigint, region: string }
    dimensions: { region: { description: Where they live } }
metrics:
  revenue: { question: How much?, formula: sum(orders.amount) }
  order_count: { question: How many?, formula: count(orders) }
  average_order: { question: How large?, formula: avg(orders.amount) }
`,
  },
];

const TABLES = [
  `create table orders as select i as order_id, (hash(i) % ${CUSTOMERS})::bigint as customer_id,
     timestamptz '2021-01-01 00:00:00Z' + interval (i * 30) second as ordered_at,
     case hash(i + 1) % 3 when 0 then 'web' when 1 then 'app' else 'shop' end as channel,
     cast((hash(i + 3) % 100000) / 100.0 as decimal(12,2)) as amount
   from range(${ROWS}) t (i)`,
  `create table customers as select i::bigint as customer_id, 'r' || (hash(i) % 8) as region from range(${CUSTOMERS}) t (i)`,
];

const by = (...items) =>
  items.map((item) => (item === 'month' || item === 'hour' ? { time: item } : { dimension: item }));

/** What a team looks at in the morning: equal groups, coarser groups, totals. */
const DASHBOARD = [
  { metrics: ['revenue'], by: by('customers.region', 'month'), totals: true },
  { metrics: ['revenue'], by: by('customers.region') },
  { metrics: ['order_count'], by: by('month') },
  { metrics: ['average_order'], by: by('month') },
  { metrics: ['revenue'] },
  { metrics: ['order_count'], by: by('orders.channel') },
];

const QUESTIONS = {
  months: { metrics: ['revenue'], by: by('month') },
  hours: { metrics: ['revenue'], by: by('hour'), limit: 10 },
};

async function cpuOf(work) {
  const before = cpuMs();
  await work();
  return cpuMs() - before;
}

/** Runs each way in turn, so that they share the machine's moods; the medians. */
async function medians(ways, rounds) {
  const costs = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(ways)) costs[name].push(await cpuOf(work));
  return Object.fromEntries(Object.entries(costs).map(([name, values]) => [name, median(values)]));
}

/** What the passes save on three million rows: against the same plans without any pass, and against questions asked alone. */
module.exports = {
  name: 'shared-scans',
  lines: () => [
    { name: 'months-3m', unit: 'ms CPU', goal: null },
    { name: 'months-3m-by-no-passes', unit: 'ratio', goal: 0.5 },
    { name: 'hours-3m-by-no-passes', unit: 'ratio', goal: 0.5 },
    { name: 'dashboard-3m', unit: 'ms CPU', goal: null },
    { name: 'dashboard-3m-by-alone', unit: 'ratio', goal: 0.7 },
  ],
  async measure({ rounds, report, progress }) {
    const { answerTogether } = built('service/ask');
    const { openScratchEngine } = built('service/composition');
    const { loadCatalog } = built('service/load-catalog');
    const { catalog } = await loadCatalog(FILES);
    const engine = await openScratchEngine();
    progress(`filling ${ROWS} rows`);
    for (const sql of TABLES) await engine.run({ sql, bindings: [] }, []);
    const ask = async (queries, passes) => {
      const settled = await answerTogether(queries, {
        catalog,
        engine,
        options: {},
        ...(passes && { passes }),
      });
      for (const each of settled) if (each.status === 'rejected') throw each.reason;
    };
    const alone = async () => {
      for (const query of DASHBOARD) await ask([query]);
    };
    const ways = {
      months: () => ask([QUESTIONS.months]),
      plainMonths: () => ask([QUESTIONS.months], []),
      hours: () => ask([QUESTIONS.hours]),
      plainHours: () => ask([QUESTIONS.hours], []),
      dashboard: () => ask(DASHBOARD),
      alone,
    };
    progress('warming up');
    for (const work of Object.values(ways)) await work();
    progress(`${rounds} rounds`);
    const cost = await medians(ways, rounds);
    await engine.close();
    report('months-3m', cost.months);
    report('months-3m-by-no-passes', cost.months / cost.plainMonths);
    report('hours-3m-by-no-passes', cost.hours / cost.plainHours);
    report('dashboard-3m', cost.dashboard);
    report('dashboard-3m-by-alone', cost.dashboard / cost.alone);
  },
};
