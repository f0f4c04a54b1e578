import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import committed from '../seed.json';
import { coverageLines, coverageOf } from './coverage';
import { DECISION_NAMES, DECISIONS } from './decisions';
import { casesOf } from './run';
import { UNCOUNTED_ROWS } from './uncounted-rows';

/** How many questions must notice. */
const ENOUGH = 1;

/** The numbers of the rows of the table of decisions, which the page opens with. */
function rowsOfPage(page: string): readonly number[] {
  const [decisions = ''] = page.split('\n## ');
  return [...decisions.matchAll(/^\| (\d+) \|/gm)].map(([, row]) => Number(row));
}

/** Rows that are neither counted nor explained, or both. */
function unaccounted(rows: readonly number[]): readonly number[] {
  const counted = new Set(Object.values(DECISIONS).map(({ row }) => row));
  return rows.filter((row) => counted.has(row) === row in UNCOUNTED_ROWS);
}

test('each row of docs/semantics.md is counted, or there is a reason why no random question can meet it', () => {
  const rows = rowsOfPage(readFileSync(join(__dirname, '../../docs/semantics.md'), 'utf8'));
  expect(rows).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  expect(unaccounted(rows)).toEqual([]);
  expect(unaccounted([...rows, 46])).toEqual([46]);
});

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
}, 225_000);
