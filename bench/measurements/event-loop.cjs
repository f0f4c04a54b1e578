const { median } = require('../cpu.cjs');
const { request, served } = require('../served.cjs');

const ROWS = 10_000;
const GOAL_MS = 20;
/** Of each form: the first ones warm up. */
const WARM_UPS = 3;
const REQUESTS_PER_ROUND = 5;

/** Days, texts, counts, decimals and a ratio: as many rows as an answer has unless more are asked for. */
const QUESTION = {
  metrics: ['placed_orders', 'booked_revenue', 'cancellation_rate'],
  by: [
    { time: 'day' },
    { dimension: 'orders.channel' },
    { dimension: 'customers.region' },
    { dimension: 'orders.basket' },
  ],
  limit: ROWS,
};

const ARGUMENTS =
  'metrics: [placed_orders, booked_revenue, cancellation_rate], limit: 10000, ' +
  'by: [{ time: DAY }, { dimension: orders__channel }, { dimension: customers__region }, { dimension: orders__basket }]';

const graphql = (field) => ({
  path: '/graphql',
  body: JSON.stringify({
    query: `{ metricQuery(${ARGUMENTS}) { columns { name type } ${field} notices { code } } }`,
  }),
  rowsIn: (text) => {
    const { data } = JSON.parse(text);
    return field === 'rows' ? data.metricQuery.rows.length : data.metricQuery.data.placed_orders.length;
  },
});

const over = (format, rowsIn) => ({
  path: `/v1/query?${new URLSearchParams({ query: JSON.stringify(QUESTION), format })}`,
  rowsIn,
});

const linesIn = (text) => text.toString().trimEnd().split('\n').length;

/** Ways to be given ten thousand rows, by name, and how many rows came. */
const FORMS = {
  'graphql-rows': graphql('rows'),
  'graphql-data': graphql('data'),
  'query-json': over('json', (text) => JSON.parse(text).rows.length),
  'query-ndjson': over('ndjson', linesIn),
  'query-csv': over('csv', (text) => linesIn(text) - 1),
  'query-arrow': over('arrow', (bytes) => require('apache-arrow').tableFromIPC(bytes).numRows),
};

const nameOf = (form) => `event-loop-${form}`;

/** The longest block of the event loop during one request; all of its rows must have come. */
async function longestBlock({ ask, agent }, base, { path, body, rowsIn }) {
  await ask('watch');
  const answer = await request(new URL(path, base), { agent, body });
  const ms = await ask('longestBlock');
  const rows = rowsIn(answer);
  if (rows !== ROWS) throw new Error(`${rows} rows of ${path}`);
  return ms;
}

/** How long an answer of ten thousand rows holds up everybody else: decoding by the engine, conversion, serialisation. */
module.exports = {
  name: 'event-loop',
  lines: () => Object.keys(FORMS).map((form) => ({ name: nameOf(form), unit: 'ms', goal: GOAL_MS })),
  async measure({ rounds, report, progress }) {
    const server = await served();
    const { answering } = await server.ask('urls');
    const blocks = Object.fromEntries(Object.keys(FORMS).map((form) => [form, []]));
    const turns = WARM_UPS + rounds * REQUESTS_PER_ROUND;
    for (let turn = 0; turn < turns; turn++) {
      progress(`${ROWS} rows, ${turn + 1} of ${turns}`);
      for (const [name, form] of Object.entries(FORMS)) {
        const ms = await longestBlock(server, answering, form);
        if (turn >= WARM_UPS) blocks[name].push(ms);
      }
    }
    await server.stop();
    for (const form of Object.keys(FORMS)) report(nameOf(form), median(blocks[form]));
  },
};
