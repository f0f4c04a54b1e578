/** Laws about one company and finished answers: order, slices, `having`, totals, tuples. */
import type { Having, Order, Query } from '../../src/metrics/model/query';
import { differenceOfAnswers, differenceOfTotals, keyOf } from './law-answers';
import { bysOf } from './law-questions';
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

const isGrouped = ({ by = [] }: Query): boolean => by.length > 0;

/** Rows as text, in their order. */
const listOf = ({ rows }: Answered): readonly string[] => rows.map(keyOf);

/** Strings by code points, which is the order of their UTF-8 bytes; not of JavaScript's units. */
const byCodePoints = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const isDigits = (value: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(value));

/** Below zero where `a` comes first in rising order; neither is NULL. */
function compare(a: unknown, b: unknown, isNumber: boolean): number {
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (!isNumber) return byCodePoints(String(a), String(b));
  const difference = Number(a) - Number(b);
  if (difference !== 0 || !isDigits(a) || !isDigits(b)) return difference;
  const [x, y] = [units(String(a)), units(String(b))];
  return x < y ? -1 : x > y ? 1 : 0;
}

const SCALE = 40;
function units(digits: string): bigint {
  const [whole = '0', fraction = ''] = digits.split('.');
  return BigInt(`${whole}${fraction.padEnd(SCALE, '0')}`);
}

/** A row that comes before the row above it, by these columns; null when all are in order. */
function outOfOrder(
  { rows }: Answered,
  keys: readonly {
    readonly column: number;
    readonly falling: boolean;
    readonly nullsFirst: boolean;
    readonly isNumber: boolean;
  }[],
): string | null {
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    for (const { column, falling, nullsFirst, isNumber } of above ? keys : []) {
      const [a, b] = [above?.[column], row[column]];
      if (a === b) continue;
      const isRight =
        a === null || b === null
          ? (b === null) !== nullsFirst
          : compare(a, b, isNumber) <= 0 !== falling || compare(a, b, isNumber) === 0;
      if (!isRight) return `row ${i} (${keyOf(row)}) comes after (${keyOf(above ?? [])})`;
      break;
    }
  }
  return null;
}

const isNumber = ({ opened }: LawWorld, metric: string): boolean =>
  ['integer', 'decimal', 'double'].includes(opened.tenet.catalog.metrics.get(metric)?.type.kind ?? '');

describe('order (row 22)', () => {
  test('rows ordered by a metric are in its order, NULLs where they are asked for', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed, isGrouped);
      const [metric = ''] = asked?.question.metrics ?? [];
      if (!asked || asked.answer.rows.length < 2) return SAYS_NOTHING;
      const item: Order = {
        metric,
        direction: seed % 2 === 0 ? 'ASC' : 'DESC',
        nulls: seed % 3 === 0 ? 'FIRST' : 'LAST',
      };
      const question: Query = { ...asked.question, order: [item] };
      const answer = await ask(law.opened, question);
      if (!answer) return `refused: ${JSON.stringify(question)}`;
      const wrong =
        differenceOfAnswers(asked.answer, answer, bysOf(question)) ??
        outOfOrder(answer, [
          {
            column: bysOf(question),
            falling: item.direction === 'DESC',
            nullsFirst: item.nulls === 'FIRST',
            isNumber: isNumber(law, metric),
          },
        ]);
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));

  test('a question without an order has its rows in the order of its `by`, NULLs last, and has it again when asked again', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed, isGrouped);
      if (!asked || asked.answer.rows.length < 2) return SAYS_NOTHING;
      const { question, answer } = asked;
      const again = await ask(law.opened, question);
      if (!again || listOf(again).join() !== listOf(answer).join())
        return `another order the second time: ${JSON.stringify(question)}`;
      const [first] = answer.rows.flatMap((row) => (row[0] === null ? [] : [row[0]]));
      const isKnownNumber = typeof first !== 'string' && typeof first !== 'boolean';
      const isText =
        typeof first === 'string' && !answer.rows.every((row) => row[0] === null || isDigits(row[0]));
      if (!isKnownNumber && !isText && typeof first !== 'boolean') return SAYS_NOTHING;
      const wrong = outOfOrder(answer, [
        { column: 0, falling: false, nullsFirst: false, isNumber: isKnownNumber },
      ]);
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));

  test('`limit` and `offset` cut a slice out of the whole answer', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed, isGrouped);
      if (!asked || asked.answer.rows.length < 2) return SAYS_NOTHING;
      const [metric = ''] = asked.question.metrics;
      const order: readonly Order[] = seed % 2 === 0 ? [] : [{ metric, direction: 'DESC' }];
      const whole = await ask(law.opened, { ...asked.question, order });
      if (!whole) return `refused with an order: ${JSON.stringify(asked.question)}`;
      const [offset, limit] = [seed % 4, 1 + (seed % 5)];
      const question: Query = { ...asked.question, order, offset, limit };
      const slice = await ask(law.opened, question);
      const want = listOf(whole).slice(offset, offset + limit);
      if (slice && listOf(slice).join(' | ') === want.join(' | ')) return null;
      return `${want.join(' | ')} became ${slice && listOf(slice).join(' | ')}: ${JSON.stringify(question)}`;
    }));
});

describe('having (row 39)', () => {
  test('`having` is filtering afterwards, by a metric that is asked or not', () =>
    holds(10, async (law, seed) => {
      const asked = await legalQuestion(law, seed, (q) => isGrouped(q) && q.metrics.length > 1);
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const place = question.metrics.findIndex((name) => isNumber(law, name));
      const column = bysOf(question) + place;
      const values = answer.rows.map((row) => row[column]).filter((value) => value !== null);
      const bound = values[seed % Math.max(1, values.length)];
      if (place === -1 || typeof bound !== 'number' || !Number.isInteger(bound)) return SAYS_NOTHING;
      const having: readonly Having[] = [{ metric: question.metrics[place] ?? '', gte: bound }];
      const kept = answer.rows.filter((row) => row[column] !== null && Number(row[column]) >= bound);
      const got = await ask(law.opened, { ...question, having });
      if (!got) return `refused with ${JSON.stringify(having)}: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers({ ...answer, rows: kept }, got, bysOf(question));
      return wrong && `${wrong}; having ${JSON.stringify(having)}: ${JSON.stringify(question)}`;
    }));
});

describe('totals (row 38)', () => {
  test('totals are the answer to the same question without `by`', () =>
    holds(25, async (law, seed) => {
      const asked = await legalQuestion(law, seed, isGrouped);
      if (!asked) return SAYS_NOTHING;
      const { question } = asked;
      const [metric = ''] = question.metrics;
      const hidings: readonly Partial<Query>[] = [
        { limit: 1 },
        { limit: 2, offset: 1 },
        {},
        { having: [{ metric, isNull: true }] },
      ];
      const less = hidings[seed % hidings.length];
      const withTotals = await ask(law.opened, { ...question, ...less, totals: true });
      const whole = await ask(law.opened, { ...question, by: [] });
      if (!withTotals || !whole) return `refused: ${JSON.stringify(question)}`;
      const wrong = differenceOfTotals(
        { ...whole, totals: [...(question.by ?? []).map(() => null), ...(whole.rows[0] ?? [])] },
        withTotals,
      );
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));
});

describe('questions without metrics (row 45)', () => {
  test('tuples are distinct, and `distinct: false` has the same ones', () =>
    holds(10, async (law, seed) => {
      const asked = await legalQuestion(law, seed, isGrouped);
      if (!asked) return SAYS_NOTHING;
      const by = (asked.question.by ?? []).filter((each) => 'dimension' in each);
      if (by.length === 0) return SAYS_NOTHING;
      const tuples = await ask(law.opened, { metrics: [], by });
      const repeated = await ask(law.opened, { metrics: [], by, distinct: false });
      if (!tuples || !repeated) return SAYS_NOTHING;
      const all = new Set(listOf(repeated));
      if (new Set(listOf(tuples)).size !== tuples.rows.length)
        return `a tuple is repeated: ${JSON.stringify(by)}`;
      const isSame = all.size === tuples.rows.length && listOf(tuples).every((each) => all.has(each));
      return isSame ? null : `other tuples with repeats: ${JSON.stringify(by)}`;
    }));
});
