import committed from '../seed.json';
import { coverageLines, coverageOf } from './coverage';
import { DECISION_NAMES } from './decisions';
import { casesOf } from './run';

/** How many questions must notice. */
const ENOUGH = 1;

test('each decision would change the answers of some of the random questions that are asked by default', () => {
  const all = process.env['TENET_COVERAGE'] !== undefined;
  const settings = {
    seed: committed.seed,
    runs: all ? Number(process.env['TENET_RUNS'] ?? committed.runs) : committed.runs,
  };
  const cases = function* () {
    for (const { made, questions } of casesOf(settings)) {
      for (const { question } of questions) yield { world: made.world, question };
    }
  };
  const coverage = coverageOf(cases(), all ? Number.POSITIVE_INFINITY : ENOUGH);
  if (all) process.stdout.write(`${coverageLines(coverage).join('\n')}\n`);
  expect(DECISION_NAMES.filter((name) => (coverage.get(name) ?? 0) < ENOUGH)).toEqual([]);
});
