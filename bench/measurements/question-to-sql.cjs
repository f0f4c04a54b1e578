const { built } = require('../built.cjs');
const { companyFiles } = require('../company.cjs');
const { cpuMs, median } = require('../cpu.cjs');
const { questions } = require('../questions.cjs');

const QUESTIONS = 1_000;
const SEED = 20_240_602;
const WARM_UP_SEED = 7;
const MAX_RATIO = 1.25;

const nameOf = (size) => `question-to-sql-p50-${size}`;

/** Sizes are compared with the first of them. */
const ratioOf = (size, first) => `question-to-sql-${size}-by-${first}`;

/** What happens between a question and its database, as `ask` does it. */
function sqlMaker() {
  const { bindQuery } = built('metrics/planner/bind-query');
  const { buildPlan } = built('metrics/planner/build');
  const { planTogether } = built('metrics/planner/plan-together');
  const { dialectOf } = built('metrics/sql/dialects/registry');
  const { printPlan } = built('metrics/sql/print-plan');
  const { traits } = dialectOf('duckdb');
  return (catalog, query) => {
    const asked = buildPlan(catalog, bindQuery(catalog, query, new Date().toISOString()));
    const [{ plan }] = planTogether(new Set(), [asked], traits);
    return printPlan(plan, 'duckdb').statement.sql;
  };
}

/** CPU of each question in ms, by catalog; one catalog's turn follows the other's, so that they share the machine's moods. */
function costsOf(catalogs, seed) {
  const makeSql = sqlMaker();
  const asked = catalogs.map(({ size }) => questions(QUESTIONS, size, seed));
  const costs = catalogs.map(() => []);
  for (let i = 0; i < QUESTIONS; i++) {
    for (const [turn, { catalog }] of catalogs.entries()) {
      const before = cpuMs();
      makeSql(catalog, asked[turn][i]);
      costs[turn].push(cpuMs() - before);
    }
  }
  return costs;
}

/** A thousand different questions to each catalog after a thousand others; nothing is kept of a question between them. */
module.exports = {
  name: 'question-to-sql',
  lines: (sizes) => [
    ...sizes.map((size) => ({ name: nameOf(size), unit: 'ms CPU', goal: 0.5 })),
    ...sizes.slice(1).map((size) => ({
      name: ratioOf(size, sizes[0]),
      unit: 'ratio',
      goal: size === 5_000 && sizes[0] === 10 ? MAX_RATIO : null,
    })),
  ],
  async measure({ sizes, report, progress }) {
    const { loadCatalog } = built('service/load-catalog');
    const catalogs = [];
    for (const size of sizes) {
      progress(`reading ${size} metrics`);
      catalogs.push({ size, catalog: (await loadCatalog(companyFiles(size))).catalog });
    }
    progress('warming up');
    costsOf(catalogs, WARM_UP_SEED);
    progress(`${QUESTIONS} questions to each of ${sizes.length} catalogs`);
    const medians = costsOf(catalogs, SEED).map(median);
    for (const [i, size] of sizes.entries()) report(nameOf(size), medians[i]);
    for (const [i, size] of sizes.entries()) {
      if (i > 0) report(ratioOf(size, sizes[0]), medians[i] / medians[0]);
    }
  },
};
