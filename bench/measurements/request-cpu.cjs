const { built } = require('../built.cjs');
const { median } = require('../cpu.cjs');
const { demoQuestions } = require('../demo-questions.cjs');
const { request, served } = require('../served.cjs');

const GOAL_MS = 2;
const QUESTIONS = 60;
const WARM_UPS = 160;
/** Requests between two looks at the server's CPU. */
const PER_LOOK = 20;
const SEED = 20_240_602;
const WARM_UP_SEED = 7;

/** Both ways to ask over HTTP. Each text is another one, so that nothing that is kept of a text helps. */
const WAYS = {
  graphql: (question) => ({
    path: '/graphql',
    body: JSON.stringify({ query: built('server/print-question').printQuestion(question) }),
  }),
  query: (question) => ({ path: `/v1/query?${new URLSearchParams({ query: JSON.stringify(question) })}` }),
};

const nameOf = (way) => `request-cpu-${way}`;

/** Asks one after the other. @returns the server's CPU for each request in ms, the median of some at a time. */
async function costOf({ ask, agent }, base, way, questions) {
  const costs = [];
  for (let from = 0; from < questions.length; from += PER_LOOK) {
    const some = questions.slice(from, from + PER_LOOK).map(WAYS[way]);
    const before = await ask('cpu');
    for (const { path, body } of some) await request(new URL(path, base), { agent, body });
    costs.push(((await ask('cpu')) - before) / some.length);
  }
  return median(costs);
}

/** Takes down what the database answers. */
async function record({ ask }, questions) {
  for (const question of questions) {
    const refusal = await ask('record', { question });
    if (refusal !== null) throw new Error(`${refusal} ${JSON.stringify(question)}`);
  }
}

/**
 * A request's CPU beyond the engine: the whole of a server's process, whose engine gives back at once what the database answered to
 * each statement before. HTTP, limits, GraphQL, plan, SQL and answer are in it.
 */
module.exports = {
  name: 'request-cpu',
  lines: () => Object.keys(WAYS).map((way) => ({ name: nameOf(way), unit: 'ms CPU', goal: GOAL_MS })),
  async measure({ rounds, report, progress }) {
    const server = await served();
    const { remembering } = await server.ask('urls');
    const warmUps = demoQuestions(WARM_UPS, WARM_UP_SEED);
    const asked = Array.from({ length: rounds }, (_, round) => demoQuestions(QUESTIONS, SEED + round));
    progress(`recording the answers of ${WARM_UPS + rounds * QUESTIONS} questions`);
    await record(server, [...warmUps, ...asked.flat()]);
    const statements = await server.ask('asked');
    progress('warming up');
    for (const way of Object.keys(WAYS)) await costOf(server, remembering, way, warmUps);
    const costs = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
    for (const [round, questions] of asked.entries()) {
      progress(`${QUESTIONS} questions each way, ${round + 1} of ${rounds}`);
      for (const way of Object.keys(WAYS)) costs[way].push(await costOf(server, remembering, way, questions));
    }
    const more = (await server.ask('asked')) - statements;
    await server.stop();
    if (more > 0) throw new Error(`The database was asked ${more} times for what was not recorded.`);
    for (const way of Object.keys(WAYS)) report(nameOf(way), median(costs[way]));
  },
};
