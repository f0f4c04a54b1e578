import seed from '../seed.json';
import { coverageLines, coverageOf } from './coverage';
import { DECISION_NAMES } from './decisions';
import { casesOf } from './run';

/** How many questions must notice each decision: one could be chance. */
const ENOUGH = 3;
const MOST_RUNS = 1500;

test('for every decision, some random questions would be answered differently if it were the other way', () => {
  const all = process.env['TENET_COVERAGE'] !== undefined;
  const runs = all ? Number(process.env['TENET_RUNS'] ?? seed.runs) : MOST_RUNS;
  const cases = function* () {
    for (const { made, questions } of casesOf({ seed: seed.seed, runs })) {
      for (const { question } of questions) yield { world: made.world, question };
    }
  };
  const coverage = coverageOf(cases(), all ? Number.POSITIVE_INFINITY : ENOUGH);
  if (all) process.stdout.write(`${coverageLines(coverage).join('\n')}\n`);
  expect(DECISION_NAMES.filter((name) => (coverage.get(name) ?? 0) < (all ? 1 : ENOUGH))).toEqual([]);
});
