/** Laws about time: buckets, parts, periods, and the calendar that they follow. */
import type { Condition, Query } from '../../src/metrics/model/query';
import { differenceOfAnswers, unitsOf } from './law-answers';
import { bucketAfter, bucketOf, type DayGrain, dayOfWeek } from './law-calendar';
import { additive } from './law-questions';
import {
  type Answered,
  about,
  ask,
  closeLawWorlds,
  holds,
  type LawWorld,
  legalQuestion,
  SAYS_NOTHING,
} from './law-worlds';

afterAll(closeLawWorlds);

const GRAINS: readonly DayGrain[] = ['week', 'month', 'quarter', 'year'];
/** Later than every row, so that no bucket is still running. */
const AFTER_ALL = '2100-01-01T00:00:00Z';

interface Daily {
  /** Without `by` and period. */
  readonly question: Query;
  /** By day, over all time. */
  readonly days: Answered;
  /** The days that have rows, rising. */
  readonly listed: readonly string[];
}

/** A random question about metrics that have a time, by day; null where there is none, or hardly a day. */
async function daily(law: LawWorld, seed: number, onlySums: boolean): Promise<Daily | null> {
  const timed = about(
    law,
    ({ name, leaves }) =>
      leaves.every(({ time }) => time !== null) && (!onlySums || additive(law, name) !== null),
  );
  const asked = await legalQuestion(timed, seed);
  if (!asked) return null;
  const { period, by, ...question } = asked.question;
  const days = await ask(law.opened, { ...question, by: [{ time: 'day' }], asOf: AFTER_ALL });
  const listed = days?.rows.flatMap((row) => (typeof row[0] === 'string' ? [row[0]] : [])) ?? [];
  return days && listed.length > 1 ? { question: { ...question, asOf: AFTER_ALL }, days, listed } : null;
}

/** Two of the days, the earlier one first. */
function twoOf(days: readonly string[], seed: number): readonly [string, string] {
  const last = days.length - 1;
  const [a, b] = [seed % last, Math.floor(seed / 7) % last];
  return [days[Math.min(a, b)] ?? '', days[Math.max(a, b) + 1] ?? ''];
}

/** Sums of the metrics by what their rows' first cell becomes, as text: `2024-01-01: 12, 3`. NULL counts as nothing. */
function summed(
  law: LawWorld,
  { metrics }: Query,
  answers: readonly Answered[],
  keyOf: (cell: unknown) => string,
): string {
  const sums = new Map<string, bigint[]>();
  for (const { rows } of answers)
    for (const [first, ...cells] of rows) {
      const key = keyOf(first);
      const before = sums.get(key) ?? metrics.map(() => 0n);
      const scale = (i: number): number => additive(law, metrics[i] ?? '')?.scale ?? 0;
      sums.set(
        key,
        before.map((sum, i) => sum + unitsOf(cells[i] ?? '0', scale(i))),
      );
    }
  return [...sums]
    .map(([key, cells]) => `${key}: ${cells.join(', ')}`)
    .sort()
    .join(' | ');
}

const asText = (cell: unknown): string => String(cell);

describe('buckets and parts (rows 23, 24, 26)', () => {
  const byCalendar = (
    name: string,
    of: (law: LawWorld, day: string, seed: number) => string,
    by: (seed: number) => NonNullable<Query['by']>,
  ) =>
    test(name, () =>
      holds(8, async (law, seed) => {
        const made = await daily(law, seed, true);
        if (!made) return SAYS_NOTHING;
        const question: Query = { ...made.question, by: by(seed) };
        const coarse = await ask(law.opened, question);
        if (!coarse) return `refused: ${JSON.stringify(question)}`;
        const want = summed(law, question, [made.days], (day) =>
          typeof day === 'string' ? of(law, day, seed) : 'null',
        );
        const got = summed(law, question, [coarse], asText);
        return want === got ? null : `days say ${want}, the answer ${got}: ${JSON.stringify(question)}`;
      }),
    );
  const grainOf = (seed: number): DayGrain => GRAINS[seed % GRAINS.length] ?? 'month';

  byCalendar(
    'the days of a week, month, quarter or year add up to it; weeks begin on the day that the company says',
    (law, day, seed) => bucketOf(day, grainOf(seed), law.opened.tenet.catalog.company.weekStart),
    (seed) => [{ time: grainOf(seed) }],
  );

  byCalendar(
    'the days with one number of the week add up to its part, Monday is 1',
    (_, day) => String(dayOfWeek(day)),
    () => [{ part: 'day_of_week' }],
  );

  test('the hours of a local day add up to it', () =>
    holds(8, async (law, seed) => {
      const made = await daily(law, seed, true);
      const hours = made && (await ask(law.opened, { ...made.question, by: [{ time: 'hour' }] }));
      if (!made || !hours) return SAYS_NOTHING;
      const want = summed(law, made.question, [made.days], asText);
      const got = summed(law, made.question, [hours], (hour) =>
        typeof hour === 'string' ? hour.slice(0, 10) : 'null',
      );
      return want === got ? null : `days say ${want}, hours ${got}: ${JSON.stringify(made.question)}`;
    }));
});

describe('the time of a metric (row 27)', () => {
  test('`time` is the column that dates the metric: by day they have the same groups', () =>
    holds(3, async (law, seed) => {
      const { catalog } = law.opened.tenet;
      const made = await daily(law, seed, false);
      const [leaf] = made ? (catalog.metrics.get(made.question.metrics[0] ?? '')?.leaves ?? []) : [];
      const time = leaf?.time;
      if (!made || time?.kind !== 'reference' || !('name' in time.to) || time.to.path.length > 0)
        return SAYS_NOTHING;
      const { name } = time.to;
      const isSame = made.question.metrics.every((metric) =>
        catalog.metrics
          .get(metric)
          ?.leaves.every(
            (each) => JSON.stringify([each.home, each.time]) === JSON.stringify([leaf?.home, time]),
          ),
      );
      const dimension = law.world.datasets
        .find((each) => each.name === leaf?.home)
        ?.dimensions.find((each) => each.name === name && each.formula === null);
      if (!isSame || !dimension) return SAYS_NOTHING;
      const question: Query = {
        ...made.question,
        by: [{ dimension: `${leaf?.home}.${name}`, grain: 'day' }],
      };
      const byColumn = await ask(law.opened, question);
      if (!byColumn) return `refused: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers(made.days, byColumn, 1);
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));
});

describe('periods (rows 5, 28, 29)', () => {
  test('a period has the days inside it as they are, the first one and not the one at its end', () =>
    holds(8, async (law, seed) => {
      const made = await daily(law, seed, false);
      if (!made) return SAYS_NOTHING;
      const [from, to] = twoOf(made.listed, seed);
      const question: Query = { ...made.question, by: [{ time: 'day' }], period: { from, to } };
      const inside = await ask(law.opened, question);
      const where: readonly Condition[] = [
        ...(question.where ?? []),
        { time: true, gte: from },
        { time: true, lt: to },
      ];
      const { period, ...open } = question;
      const byCondition = await ask(law.opened, { ...open, where });
      if (!inside || !byCondition) return `refused: ${JSON.stringify(question)}`;
      const rows = made.days.rows.filter(([day]) => day !== null && String(day) >= from && String(day) < to);
      const wrong =
        differenceOfAnswers({ ...made.days, rows }, inside, 1) ?? differenceOfAnswers(inside, byCondition, 1);
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));

  test('a period that is cut in two has the same sums', () =>
    holds(8, async (law, seed) => {
      const made = await daily(law, seed, true);
      if (!made) return SAYS_NOTHING;
      const [from, to] = twoOf(made.listed, seed);
      const [cut] = twoOf(
        made.listed.filter((day) => day >= from),
        seed + 3,
      );
      if (cut === '' || cut > to) return SAYS_NOTHING;
      const over = async (start: string, end: string): Promise<readonly Answered[]> => {
        if (start === end) return [];
        const answer = await ask(law.opened, { ...made.question, by: [], period: { from: start, to: end } });
        return answer ? [{ ...answer, rows: answer.rows.map((row) => ['all', ...row]) }] : [];
      };
      const whole = summed(law, made.question, await over(from, to), asText);
      const parts = summed(
        law,
        made.question,
        [...(await over(from, cut)), ...(await over(cut, to))],
        asText,
      );
      if (whole === '') return SAYS_NOTHING;
      return whole === parts
        ? null
        : `${from} to ${to} is ${whole}, cut at ${cut} ${parts}: ${JSON.stringify(made.question)}`;
    }));

  test('`complete` leaves out the buckets that the period cuts, and changes no other', () =>
    holds(8, async (law, seed) => {
      const made = await daily(law, seed, false);
      if (!made) return SAYS_NOTHING;
      const [from, to] = twoOf(made.listed, seed);
      const grain = GRAINS[seed % GRAINS.length] ?? 'month';
      const question: Query = { ...made.question, by: [{ time: grain }] };
      const all = await ask(law.opened, question);
      const complete = await ask(law.opened, { ...question, period: { from, to }, complete: true });
      if (!all || !complete) return `refused: ${JSON.stringify(question)}`;
      const rows = all.rows.filter(
        ([first]) => first !== null && String(first) >= from && bucketAfter(String(first), grain) <= to,
      );
      const wrong = differenceOfAnswers({ ...all, rows }, complete, 1);
      return wrong && `${wrong}; ${from} to ${to}: ${JSON.stringify(question)}`;
    }));

  test('`last` is the complete buckets before now, with `running` the one of now and those before it', () =>
    holds(8, async (law, seed) => {
      const made = await daily(law, seed, false);
      if (!made) return SAYS_NOTHING;
      const { weekStart } = law.opened.tenet.catalog.company;
      const grain = GRAINS[seed % GRAINS.length] ?? 'month';
      // Noon, which is the same day in most zones; the others are left to the oracle.
      const [, now] = twoOf(made.listed, seed);
      const { zone, ...rest } = made.question;
      const question: Query = { ...rest, zone: 'UTC', by: [{ time: 'day' }], asOf: `${now}T12:00:00Z` };
      const [last, running] = [1 + (seed % 3), seed % 2 === 0];
      const current = bucketOf(now, grain, weekStart);
      const from = bucketAfter(current, grain, running ? 1 - last : -last);
      const relative = await ask(law.opened, { ...question, period: { last, grain, running } });
      const to = running ? `${now}T12:00:00Z` : current;
      const absolute = await ask(law.opened, { ...question, period: { from, to } });
      if (!relative || !absolute) return SAYS_NOTHING;
      const wrong = differenceOfAnswers(absolute, relative, 1);
      return wrong && `${wrong}; last ${last} ${grain}, ${running}: ${JSON.stringify(question)}`;
    }));
});
