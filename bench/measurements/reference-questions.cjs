const fs = require('node:fs');
const path = require('node:path');
const { built } = require('../built.cjs');
const { cpuMs, median } = require('../cpu.cjs');
const {
  referenceQuestions,
  answerOf,
  bestOf,
  rowsOfAnswer,
  difference,
} = require('../reference-questions.cjs');

const ROOT = path.join(__dirname, '..', '..');
const DATABASE = path.join('.tenet', 'bench', '10m.duckdb');
const SEED = `node bin/tenet.js --database duckdb:${DATABASE} seed --scale 10m`;
const GOAL_RATIO = 1.15;
const DEADLINE_MS = 300_000;

const nameOf = (name) => `question-${name}`;
const ratioOf = (name) => `question-${name}-by-best`;

/** CPU of the process in ms that the work took, all threads together, and what came out. */
async function costOf(work) {
  const before = cpuMs();
  const value = await work();
  return { ms: cpuMs() - before, value };
}

/** Asks and runs in turn, so that both share the machine's moods. @returns medians. @throws Error where the rows differ. */
async function compare(tenet, reference, rounds) {
  const costs = { asked: [], best: [] };
  // The first turn reads the file into memory.
  for (let round = 0; round <= rounds; round++) {
    const options = { deadlineMs: DEADLINE_MS };
    const asked = await costOf(() => answerOf(tenet, reference, options));
    const types = asked.value.columns.map(({ type }) => type);
    const best = await costOf(() => bestOf(tenet, reference, types, options));
    const found = difference(rowsOfAnswer(asked.value), best.value);
    if (found !== null) throw new Error(found);
    if (round === 0) continue;
    costs.asked.push(asked.ms);
    costs.best.push(best.ms);
  }
  return { asked: median(costs.asked), best: median(costs.best) };
}

/**
 * What a dashboard asks of 10 million orders and their 15 million lines: the whole way from the question to its rows, against SQL
 * written by hand for that one question. Without the database, which takes minutes to make, nothing is measured.
 */
module.exports = {
  name: 'reference-questions',
  lines: () =>
    referenceQuestions.flatMap(({ name }) => [
      { name: nameOf(name), unit: 'ms CPU', goal: null },
      { name: ratioOf(name), unit: 'ratio', goal: GOAL_RATIO },
    ]),
  async measure({ rounds, report, progress, database = path.join(ROOT, DATABASE) }) {
    if (!fs.existsSync(database)) {
      progress(`skipped, because ${DATABASE} is missing; make it by: ${SEED}`);
      return;
    }
    const definitions = path.join(ROOT, 'definitions');
    const tenet = await built('service/open').openTenet({ definitions, database: `duckdb:${database}` });
    for (const reference of referenceQuestions) {
      progress(`${reference.name}, ${rounds} times`);
      try {
        const { asked, best } = await compare(tenet, reference, rounds);
        report(nameOf(reference.name), asked);
        report(ratioOf(reference.name), asked / best);
      } catch (error) {
        progress(`${reference.name} has no value: ${error.message}`);
      }
    }
    await tenet.close();
  },
};
