/** Laws about values: what metrics over the same rows have to do with each other. */

import type { Query } from '../../src/metrics/model/query';
import { isSameCell } from './law-answers';
import { lawName, numberColumns, numericMetrics } from './law-metrics';
import { anyOf, bysOf } from './law-questions';
import { about, ask, closeLawWorlds, holds, type LawWorld, legalQuestion, SAYS_NOTHING } from './law-worlds';

afterAll(closeLawWorlds);

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Numbers of one group by the law that each is of. */
type Numbers = Readonly<Record<string, number | null>>;
/** The same as the product gave them: decimals as digits. */
type Cells = Readonly<Record<string, unknown>>;

const asNumbers = (cells: Cells): Numbers =>
  Object.fromEntries(Object.entries(cells).map(([law, cell]) => [law, cell === null ? null : Number(cell)]));

const withoutOnlyFor = (question: Query): Query => ({
  ...question,
  where: (question.where ?? []).filter((condition) => !condition.onlyFor),
});

/** Asks the laws' own metrics in the way of a random question; `check` says what is wrong with a group. */
async function inEveryGroup(
  law: LawWorld,
  question: Query,
  laws: readonly string[],
  of: readonly string[],
  check: (cells: Cells) => string | null,
): Promise<string | null | typeof SAYS_NOTHING> {
  const asked: Query = { ...withoutOnlyFor(question), metrics: laws.map((each) => lawName(each, ...of)) };
  const answer = await ask(law.opened, asked);
  if (!answer || answer.rows.length === 0) return SAYS_NOTHING;
  for (const row of answer.rows) {
    const cells = row.slice(bysOf(asked));
    const wrong = check(Object.fromEntries(laws.map((each, i) => [each, cells[i]])));
    if (wrong) return `${wrong}, but of (${row.join(', ')}): ${JSON.stringify(asked)}`;
  }
  return null;
}

/** A law about the aggregates of a column, in the groups of random questions. */
const aboutColumns = (cases: number, laws: readonly string[], check: (cells: Cells) => string | null) =>
  holds(cases, async (law, seed) => {
    const dataset = anyOf(law.world.datasets, seed);
    const column = dataset && anyOf(numberColumns(dataset), seed);
    if (!dataset || !column) return SAYS_NOTHING;
    const over = about(law, ({ leaves }) => leaves.every(({ home }) => home === dataset.name));
    const asked = await legalQuestion(over, seed);
    if (!asked) return SAYS_NOTHING;
    return inEveryGroup(law, asked.question, laws, [dataset.name, column], check);
  });

/** A law about formulas over a metric, in the groups of random questions about it. */
const aboutMetrics = (cases: number, laws: readonly string[], check: (cells: Cells) => string | null) =>
  holds(cases, async (law, seed) => {
    const numeric = new Set(numericMetrics(law.opened.tenet.catalog).map(({ name }) => name));
    const asked = await legalQuestion(law, seed, ({ metrics }) => metrics.some((name) => numeric.has(name)));
    const metric = asked?.question.metrics.find((name) => numeric.has(name));
    if (!asked || metric === undefined) return SAYS_NOTHING;
    return inEveryGroup(law, asked.question, laws, [metric], check);
  });

const isNull = (value: number | null | undefined): value is null => value === null;

describe('arithmetic of metrics (rows 12, 13, 14)', () => {
  test('m - m is 0, m / m is 1, and both are NULL where m is; m / 0 and m + null are NULL everywhere', () =>
    aboutMetrics(15, ['same', 'nothing', 'one', 'undefined', 'unknown', 'ended'], (cells) => {
      const { same = null, nothing, one, undefined: never, unknown, ended } = asNumbers(cells);
      if (!isNull(never ?? null)) return 'm / (m - m) is NULL';
      if (!isNull(unknown ?? null)) return 'm + null is NULL';
      if (ended !== (same ?? 0)) return 'coalesce(m, 0) is m, or 0 where m is NULL';
      if (isNull(same)) return isNull(nothing) && isNull(one) ? null : 'NULL stays NULL';
      if (nothing !== 0) return 'm - m is 0';
      return same === 0 ? (isNull(one) ? null : '0 / 0 is NULL') : one === 1 ? null : 'm / m is 1';
    }));

  test('(m + m) / 2 is m: integers are divided with their remainder, decimals are added without rounding', () =>
    aboutMetrics(15, ['same', 'doubled', 'halved'], (cells) => {
      const { same = null, doubled = null, halved = null } = asNumbers(cells);
      if (isNull(same)) return isNull(doubled) && isNull(halved) ? null : 'NULL stays NULL';
      if (!isNear(doubled ?? Number.NaN, same * 2)) return 'm + m is twice m';
      return isNear(halved ?? Number.NaN, same) ? null : '(m + m) / 2 is m';
    }));
});

describe('rounding (row 16)', () => {
  test('rounding is the same on both sides of zero, and moves a number by half a digit at most', () =>
    aboutMetrics(12, ['same', 'rounded', 'opposite'], (cells) => {
      const { same = null, rounded = null, opposite = null } = asNumbers(cells);
      if (isNull(same)) return isNull(rounded) && isNull(opposite) ? null : 'NULL stays NULL';
      if (isNull(rounded) || isNull(opposite)) return 'a number is rounded to a number';
      if (rounded !== -opposite && rounded + opposite !== 0) return 'round(-m) is -round(m)';
      return Math.abs(rounded - same) <= 0.05 + 1e-9 * Math.max(1, Math.abs(same))
        ? null
        : 'round(m, 1) is near m';
    }));
});

describe('aggregates of the same rows (rows 11, 15, 17, 18, 19)', () => {
  test('an average is the sum divided by the count, and NULL where nothing is counted', () =>
    aboutColumns(15, ['avg', 'quotient', 'sum', 'count'], (cells) => {
      if (!isSameCell(cells['avg'], cells['quotient'])) return 'avg(x) is sum(x) / count(x)';
      const { sum = null, count, avg = null } = asNumbers(cells);
      if (count === 0) return isNull(sum) && isNull(avg) ? null : 'sum and average of nothing are NULL';
      return isNear(avg ?? Number.NaN, (sum ?? Number.NaN) / (count ?? Number.NaN))
        ? null
        : 'avg is sum / count';
    }));

  test('variance is the square of stddev, and both are NULL for less than two values', () =>
    aboutColumns(12, ['stddev', 'variance', 'count', 'min', 'max'], (cells) => {
      const { stddev = null, variance = null, count = null } = asNumbers(cells);
      if ((count ?? 0) < 2)
        return isNull(stddev) && isNull(variance) ? null : 'there is no spread of one value';
      if (isNull(stddev) || isNull(variance)) return 'two values have a spread';
      if (cells['min'] === cells['max'] && !isNear(variance, 0)) return 'equal values have no spread';
      return isNear(stddev * stddev, variance) ||
        Math.abs(stddev ** 2 - variance) <= 1e-9 * Math.abs(variance)
        ? null
        : 'variance is stddev squared';
    }));

  test('percentiles rise from min to max, and the median is the one of a half', () =>
    aboutColumns(12, ['min', 'low', 'median', 'half', 'high', 'max', 'avg'], (cells) => {
      if (!isSameCell(cells['median'], cells['half'])) return 'median(x) is percentile(x, 0.5)';
      const { min = null, low, median, high, max = null, avg = null } = asNumbers(cells);
      if (isNull(min)) return [low, median, high, max, avg].every((x) => x === null) ? null : 'all are NULL';
      const rising = [min, low, median, high, max].map((x) => x ?? Number.NaN);
      const isRising = rising.every(
        (x, i) => i === 0 || x >= (rising[i - 1] ?? Number.NaN) || isNear(x, rising[i - 1] ?? 0),
      );
      if (!isRising) return 'percentiles rise';
      const mean = avg ?? Number.NaN;
      return (mean >= min || isNear(mean, min)) && (mean <= (max ?? 0) || isNear(mean, max ?? 0))
        ? null
        : 'an average lies between min and max';
    }));

  test('of distinct values there are at most as many as values, one where all are equal, and none of nothing', () =>
    aboutColumns(12, ['distinct', 'count', 'min', 'max'], (cells) => {
      const { distinct = 0, count = 0 } = asNumbers(cells);
      if ((distinct ?? 0) > (count ?? 0)) return 'distinct values are values';
      if ((count ?? 0) === 0) return distinct === 0 ? null : 'nothing has no values';
      return ((distinct ?? 0) === 1) === (cells['min'] === cells['max'])
        ? null
        : 'one value is one distinct value';
    }));

  test('count(distinct x) is the number of groups by x', () =>
    holds(8, async (law, seed) => {
      const all = law.world.datasets.flatMap((dataset) =>
        numberColumns(dataset)
          .filter((column) =>
            dataset.dimensions.some(({ name, formula }) => name === column && formula === null),
          )
          .map((column) => ({ dataset: dataset.name, column })),
      );
      const one = anyOf(all, seed);
      if (!one) return SAYS_NOTHING;
      const { dataset, column } = one;
      const asked = await legalQuestion(
        about(law, ({ leaves }) => leaves.every(({ home }) => home === dataset)),
        seed,
      );
      const { where, segments, zone } = asked ? withoutOnlyFor(asked.question) : {};
      const shared = {
        ...(where ? { where } : {}),
        ...(segments ? { segments } : {}),
        ...(zone ? { zone } : {}),
      };
      const counted = await ask(law.opened, { ...shared, metrics: [lawName('distinct', dataset, column)] });
      const groups = await ask(law.opened, {
        ...shared,
        metrics: [lawName('rows', dataset)],
        by: [{ dimension: `${dataset}.${column}` }],
      });
      if (!counted || !groups) return SAYS_NOTHING;
      const want = groups.rows.filter(([value]) => value !== null).length;
      return Number(counted.rows[0]?.[0]) === want
        ? null
        : `${want} groups, ${counted.rows[0]?.[0]} counted: ${dataset}.${column} ${JSON.stringify(shared)}`;
    }));
});
