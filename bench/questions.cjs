/**
 * Questions about an invented company, all of them different. The same number gives the same question at every size, asked of
 * other metrics of the same kinds: so what it costs can be compared.
 */
const { dice } = require('./dice.cjs');
const { KINDS_OF_METRIC, metricName, PER_SHOP } = require('./company.cjs');

const BY = [
  [],
  [{ time: 'month' }],
  [{ dimension: 'customers.tier' }],
  [{ time: 'month' }, { dimension: 'regions.name' }],
  [{ dimension: 'regions.country' }, { dimension: 'customers.tier' }],
];

const WHERE = [
  () => [],
  (roll) => [{ dimension: 'customers.tier', in: ['gold', 'silver', `tier ${roll(1_000)}`] }],
  (roll) => [{ dimension: 'regions.country', eq: `country ${roll(1_000)}` }],
];

const PERIOD = [
  () => ({}),
  (roll) => ({ period: { from: `2024-0${1 + roll(9)}-01`, to: `2025-0${1 + roll(6)}-01` } }),
  (roll) => ({ period: { last: 1 + roll(24), grain: 'month' } }),
];

/** Up to four metrics, of different kinds. */
function metricsOf(roll, metrics) {
  const kinds = new Set();
  for (let left = 1 + roll(4); left > 0; left--) kinds.add(roll(KINDS_OF_METRIC));
  // Ten metrics one after the other, somewhere in the company; where there are only ten, those.
  const shop = Math.floor(roll(1_000) % Math.max(1, metrics / PER_SHOP));
  const ten = roll(1_000) % (Math.min(metrics, PER_SHOP) / KINDS_OF_METRIC);
  const first = shop * PER_SHOP + Math.floor(ten) * KINDS_OF_METRIC;
  return [...kinds].map((kind) => metricName(first + kind));
}

function question(roll, metrics) {
  const names = metricsOf(roll, metrics);
  return {
    metrics: names,
    by: BY[roll(BY.length)],
    where: WHERE[roll(WHERE.length)](roll),
    ...PERIOD[roll(PERIOD.length)](roll),
    order: roll(2) === 0 ? [] : [{ metric: names[0], direction: 'DESC' }],
    // Makes each of them another one, and costs nothing.
    limit: 1 + roll(99_000),
  };
}

/** So many questions, all different, about a company of so many metrics. */
function questions(count, metrics, seed) {
  const roll = dice(seed);
  const found = Array.from({ length: count }, () => question(roll, metrics));
  const different = new Set(found.map((one) => JSON.stringify(one))).size;
  if (different !== count) throw new Error(`Only ${different} of ${count} questions are different.`);
  return found;
}

module.exports = { questions };
