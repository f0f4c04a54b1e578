/** Questions that are asked of the demo company, all of them different and the same each time. */
const { dice } = require('./dice.cjs');

const METRICS = [
  'net_revenue',
  'booked_revenue',
  'placed_orders',
  'delivered_orders',
  'average_order_value',
  'median_order_value',
  'cancellation_rate',
  'items_per_order',
  'gift_share',
  'refunded_amount',
  'refund_rate',
  'active_customers',
];

/** Every one of the metrics can be split by these. */
const BY = [
  [],
  [{ time: 'month' }],
  [{ dimension: 'orders.channel' }],
  [{ time: 'month' }, { dimension: 'customers.region' }],
  [{ dimension: 'customers.region' }, { dimension: 'orders.channel' }],
  [{ time: 'week' }],
];

const WHERE = [
  () => [],
  (roll) => [{ dimension: 'orders.channel', in: ['web', 'app', `shop ${roll(1_000)}`] }],
  (roll) => [{ dimension: 'customers.region', ne: `region ${roll(1_000)}` }],
];

const PERIOD = [
  () => ({}),
  (roll) => ({ period: { from: `2023-0${1 + roll(9)}-01`, to: `2025-0${1 + roll(6)}-01` } }),
  (roll) => ({ period: { last: 1 + roll(24), grain: 'month' } }),
];

const SEGMENTS = [[], [], [], ['high_value']];

function question(roll) {
  const metrics = new Set();
  for (let left = 1 + roll(4); left > 0; left--) metrics.add(METRICS[roll(METRICS.length)]);
  const names = [...metrics];
  const segments = SEGMENTS[roll(SEGMENTS.length)];
  return {
    metrics: names,
    by: BY[roll(BY.length)],
    where: WHERE[roll(WHERE.length)](roll),
    ...PERIOD[roll(PERIOD.length)](roll),
    ...(segments.length > 0 && { segments }),
    ...(roll(2) === 0 && { order: [{ metric: names[0], direction: 'DESC' }] }),
    limit: 1 + roll(9_000),
  };
}

/** So many questions, all different. */
function demoQuestions(count, seed) {
  const roll = dice(seed);
  const found = new Map();
  while (found.size < count) {
    const one = question(roll);
    found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
}

module.exports = { demoQuestions };
