/** Laws about which rows count: a filter and the group of the same value, a filter and its opposite, one fact and several. */
import type { Condition, Query } from '../../src/metrics/model/query';
import { differenceOfAnswers, groupsOf, isSameCell, keyOf, unitsOf } from './law-answers';
import { narrowings } from './law-metrics';
import {
  aboutOnly,
  additive,
  anyOf,
  bysOf,
  comparableDimensions,
  sharedDimensions,
  valueOverNothing,
} from './law-questions';
import {
  type Answered,
  ask,
  closeLawWorlds,
  holds,
  type LawWorld,
  legalQuestion,
  SAYS_NOTHING,
} from './law-worlds';

afterAll(closeLawWorlds);

const filteredBy = (question: Query, ...more: readonly Condition[]): Query => ({
  ...question,
  where: [...(question.where ?? []), ...more],
});

/** A value of the product's own answer as a filter takes it. */
const asValue = (value: unknown): string | number | boolean | null =>
  typeof value === 'bigint' ? value.toString() : (value as string | number | boolean | null);

/** Some value of a dimension among the rows of a question, NULL too; undefined where there is none. */
async function someValue(
  law: LawWorld,
  { metrics, where, segments, zone }: Query,
  dimension: string,
  seed: number,
) {
  const question = { metrics, by: [{ dimension }], where, segments, zone } as Query;
  const answer = await ask(law.opened, question);
  return answer && answer.rows.length > 0 ? answer.rows[seed % answer.rows.length]?.[0] : undefined;
}

describe('a filter and the group of the same value (rows 4 and 9)', () => {
  test('filtering by a value gives what its group has, for NULL too', () =>
    holds(20, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      if (!asked) return SAYS_NOTHING;
      const bare: Query = { ...asked.question, by: [] };
      const dimension = anyOf(comparableDimensions(law, bare), seed);
      const grouped = dimension && (await ask(law.opened, { ...bare, by: [{ dimension }] }));
      if (!dimension || !grouped || grouped.rows.length === 0) return SAYS_NOTHING;
      if (new Set(grouped.rows.map((row) => keyOf(row.slice(0, 1)))).size !== grouped.rows.length)
        return `a group of ${dimension} comes twice: ${JSON.stringify(bare)}`;
      const [value, ...cells] = grouped.rows[seed % grouped.rows.length] ?? [];
      const condition: Condition =
        value === null ? { dimension, isNull: true } : { dimension, eq: asValue(value) };
      const filtered = await ask(law.opened, filteredBy(bare, condition));
      if (!filtered) return `refused with ${JSON.stringify(condition)}: ${JSON.stringify(bare)}`;
      const wrong = cells.findIndex((cell, i) => !isSameCell(cell, filtered.rows[0]?.[i]));
      return wrong === -1
        ? null
        : `${cells[wrong]} in the group, ${filtered.rows[0]?.[wrong]} with ${JSON.stringify(condition)}: ${JSON.stringify(bare)}`;
    }));

  test('a list of values is its values one by one, and `in: [null]` is `isNull`', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      const dimension = asked && anyOf(comparableDimensions(law, asked.question), seed);
      if (!asked || !dimension) return SAYS_NOTHING;
      const { question } = asked;
      const value = await someValue(law, question, dimension, seed);
      if (value === undefined) return SAYS_NOTHING;
      const list = await ask(law.opened, filteredBy(question, { dimension, in: [asValue(value), null] }));
      const tests: readonly Condition[] = [
        ...(value === null ? [] : [{ dimension, eq: asValue(value) }]),
        { dimension, isNull: true },
      ];
      const single = await ask(law.opened, filteredBy(question, { or: tests }));
      if (!list || !single) return `refused: ${dimension} ${value}: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers(single, list, bysOf(question));
      return wrong && `${wrong}; ${dimension} ${value}: ${JSON.stringify(question)}`;
    }));
});

/** The sum of one column over all rows, in units of its last digit. */
const sumOf = ({ rows }: Answered, column: number, scale: number): bigint =>
  rows.reduce((all, row) => all + unitsOf(row[column] ?? '0', scale), 0n);

describe('a filter and its opposite (row 4)', () => {
  const opposites = (dimension: string, value: string | number | boolean | null, seed: number) => {
    const list = value === null ? [null] : [value, ...(seed % 2 === 0 ? [null] : [])];
    const test: Condition = { dimension, in: list };
    return [
      [test, { not: test }],
      [test, { dimension, notIn: list }],
      ...(value === null
        ? []
        : [
            [
              { dimension, eq: value },
              { dimension, ne: value },
            ],
          ]),
    ] as const;
  };

  test('what meets a condition and what does not add up to the total: NULL is on one of the sides', () =>
    holds(15, async (law, seed) => {
      const asked = await legalQuestion(law, seed, ({ metrics }) =>
        metrics.some((name) => additive(law, name)),
      );
      if (!asked) return SAYS_NOTHING;
      const bare: Query = { ...asked.question, by: [] };
      const dimension = anyOf(comparableDimensions(law, bare), seed);
      const value = dimension && (await someValue(law, bare, dimension, seed));
      const whole = await ask(law.opened, bare);
      if (!dimension || value === undefined || !whole) return SAYS_NOTHING;
      for (const [test, opposite] of opposites(dimension, asValue(value), seed)) {
        const inside = await ask(law.opened, filteredBy(bare, test as Condition));
        const outside = await ask(law.opened, filteredBy(bare, opposite as Condition));
        if (!inside || !outside) return `refused: ${JSON.stringify(test)}: ${JSON.stringify(bare)}`;
        for (const [i, name] of bare.metrics.entries()) {
          const sum = additive(law, name);
          if (!sum) continue;
          const parts = sumOf(inside, i, sum.scale) + sumOf(outside, i, sum.scale);
          if (parts !== sumOf(whole, i, sum.scale))
            return `"${name}" with ${JSON.stringify(test)} and ${JSON.stringify(opposite)} adds up to ${parts}: ${JSON.stringify(bare)}`;
        }
      }
      return null;
    }));
});

describe('a filter that no row meets (row 11)', () => {
  test('without `by` there is one row of the values over nothing, with `by` there is none', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      const dimension = asked && anyOf(comparableDimensions(law, asked.question), seed);
      if (!asked || !dimension) return SAYS_NOTHING;
      const none = filteredBy(asked.question, { dimension, in: [] });
      const grouped = await ask(law.opened, none);
      const whole = await ask(law.opened, { ...none, by: [] });
      if (!grouped || !whole) return `refused: ${JSON.stringify(none)}`;
      if (bysOf(none) > 0 && grouped.rows.length > 0)
        return `there are groups of no rows: ${JSON.stringify(none)}`;
      if (whole.rows.length !== 1) return `${whole.rows.length} rows without \`by\`: ${JSON.stringify(none)}`;
      for (const [i, metric] of none.metrics.entries()) {
        const empty = await valueOverNothing(law, metric);
        if (empty !== undefined && !isSameCell(empty, whole.rows[0]?.[i]))
          return `"${metric}" over nothing is ${empty} alone and ${whole.rows[0]?.[i]} here: ${JSON.stringify(none)}`;
      }
      return null;
    }));
});

describe('the `where` of a metric (row 2)', () => {
  test('a metric of another one with a `where` is that one, asked with the same condition', () =>
    holds(10, async (law, seed) => {
      const all = narrowings(law.world, law.opened.tenet.catalog);
      const asked = await legalQuestion(law, seed);
      const one =
        asked &&
        anyOf(
          all.filter(({ metric }) => asked.question.metrics.includes(metric)),
          seed,
        );
      if (!one) return SAYS_NOTHING;
      const question = aboutOnly(asked.question, one.metric);
      const narrowed = await ask(law.opened, {
        ...question,
        metrics: [one.name],
        where: question.where?.map(({ onlyFor, ...rest }) => rest) ?? [],
      });
      const filtered = await ask(law.opened, filteredBy(question, { formula: one.formula }));
      if (!narrowed || !filtered) return `refused with ${one.formula}: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers(filtered, narrowed, bysOf(question));
      return wrong && `${wrong}; where ${one.formula}: ${JSON.stringify(question)}`;
    }));
});

describe('conditions for some metrics only (row 3)', () => {
  test('a metric that `onlyFor` names is filtered, any other is as without the condition', () =>
    holds(10, async (law, seed) => {
      const asked = await legalQuestion(law, seed, ({ metrics }) => metrics.length > 1);
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const metric = question.metrics[seed % question.metrics.length] ?? '';
      const dimension = anyOf(sharedDimensions(law, { ...question, metrics: [metric] }), seed);
      if (!dimension) return SAYS_NOTHING;
      const condition: Condition = { dimension, isNull: seed % 2 === 0 };
      const special = await ask(law.opened, filteredBy(question, { ...condition, onlyFor: [metric] }));
      const alone = await ask(law.opened, filteredBy(aboutOnly(question, metric), condition));
      if (!special || !alone) return `refused for ${metric}: ${JSON.stringify(question)}`;
      const [bys, place] = [bysOf(question), question.metrics.indexOf(metric)];
      const [before, own] = [groupsOf(answer, bys), groupsOf(alone, bys)];
      for (const [key, cells] of groupsOf(special, bys)) {
        const wrong = cells.findIndex((cell, i) => {
          if (i !== place) return before.has(key) && !isSameCell(cell, before.get(key)?.[i]);
          return own.has(key) && !isSameCell(cell, own.get(key)?.[0]);
        });
        if (wrong !== -1)
          return `"${question.metrics[wrong]}" of (${key}) is ${cells[wrong]}; ${JSON.stringify(condition)} for ${metric}: ${JSON.stringify(question)}`;
      }
      const lost = [...own.keys()].find((key) => !groupsOf(special, bys).has(key));
      return lost === undefined
        ? null
        : `the group (${lost}) is lost; for ${metric}: ${JSON.stringify(question)}`;
    }));
});
