import { AGGREGATE_RULES } from '../../src/metrics/kinds/aggregate-rules';
import { FUNCTIONS } from '../../src/metrics/language/functions';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { type BoundExamples, bindExamples } from './examples';
import { documentedAggregates, documentedFunctions, functionsPage, OTHER_FORMS } from './functions-page';
import { expectPage } from './generated-page';

let examples: readonly string[];
let bound: BoundExamples;

beforeAll(async () => {
  await loadGrammar();
  examples = [...documentedAggregates(), ...documentedFunctions(), ...OTHER_FORMS].map(
    ({ example }) => example,
  );
  bound = await bindExamples(examples);
});

test('the page of functions is what the tables say', () => {
  expectPage('docs/functions.md', functionsPage(bound.typeOf));
});

test('every function that users write has types and an example', () => {
  const written = Object.values(FUNCTIONS).filter(({ usage }) => usage !== null).length;
  expect(documentedFunctions()).toHaveLength(written);
  expect(documentedAggregates()).toHaveLength(Object.keys(AGGREGATE_RULES).length);
  for (const { usages, types } of [...documentedFunctions(), ...documentedAggregates()]) {
    expect({ usages, lines: types.length }).not.toEqual({ usages, lines: 0 });
  }
});

/** How a value of each type looks when an engine hands it over. */
const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isSafeInteger(value) || typeof value === 'bigint',
  decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
  double: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  timestamp: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(value),
  timestamptz: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value),
};

test('every example runs, and gives a value of the type that the page says', async () => {
  const values = await bound.run();
  const wrong = examples.filter((example) => {
    const form = FORMS[bound.typeOf(example).replace(/\(.*/, '')];
    return !form?.(values.get(example));
  });
  expect(
    wrong.map((example) => `${example} → ${bound.typeOf(example)}: ${String(values.get(example))}`),
  ).toEqual([]);
});

test('most examples are about the demo company', () => {
  const small = examples.filter((example) => bound.placeOf(example) === 'small');
  expect(small.length).toBeLessThan(examples.length / 5);
});
