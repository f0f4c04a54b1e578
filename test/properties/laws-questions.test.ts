/** Laws about one company and two questions: what must not change when the question changes in a way that means nothing. */
import type { Condition, Query } from '../../src/metrics/model/query';
import {
  differenceOfAnswers,
  differenceOfRemaining,
  differenceOfTotals,
  groupsOf,
  isSameCell,
  unitsOf,
} from './law-answers';
import {
  aboutOnly,
  additive,
  anyOf,
  bysOf,
  leadingTo,
  sharedDimensions,
  valueOverNothing,
} from './law-questions';
import { ask, closeLawWorlds, everyoneOf, holds, legalQuestion, SAYS_NOTHING } from './law-worlds';

afterAll(closeLawWorlds);

describe('companion independence (law 5)', () => {
  test('a metric has the same value alone as beside others, and where it has no group alone it is `empty` beside them', () =>
    holds(15, async (law, seed) => {
      const asked = await legalQuestion(
        law,
        seed,
        ({ metrics, by = [] }) => metrics.length > 1 && by.length > 0,
      );
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const bys = bysOf(question);
      const beside = groupsOf(answer, bys);
      const somewhere = new Set<string>();
      for (const [place, metric] of question.metrics.entries()) {
        const alone = await ask(law.opened, aboutOnly(question, metric));
        if (!alone) return `"${metric}" is refused alone: ${JSON.stringify(question)}`;
        const own = groupsOf(alone, bys);
        for (const key of own.keys()) somewhere.add(key);
        const empty = await valueOverNothing(law, metric);
        for (const [key, cells] of beside) {
          const want = own.has(key) ? own.get(key)?.[0] : empty;
          if (want !== undefined && !isSameCell(want, cells[place]))
            return `"${metric}" of (${key}) is ${want} alone and ${cells[place]} beside others: ${JSON.stringify(question)}`;
        }
        const lost = [...own.keys()].find((key) => !beside.has(key));
        if (lost !== undefined)
          return `the group (${lost}) of "${metric}" is lost: ${JSON.stringify(question)}`;
      }
      const added = [...beside.keys()].find((key) => !somewhere.has(key));
      return added === undefined
        ? null
        : `the group (${added}) is of no metric alone: ${JSON.stringify(question)}`;
    }));
});

describe('sums (law 4)', () => {
  test('the groups of any `by` add up to the total, for sums and counts', () =>
    holds(25, async (law, seed) => {
      const asked = await legalQuestion(
        law,
        seed,
        ({ metrics, by = [] }) => by.length > 0 && metrics.some((name) => additive(law, name)),
      );
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const whole = await ask(law.opened, { ...question, by: [] });
      for (const [place, name] of question.metrics.entries()) {
        const sum = additive(law, name);
        if (!sum) continue;
        const cells = answer.rows.map((row) => row[bysOf(question) + place]).filter((cell) => cell !== null);
        const total = whole?.rows[0]?.[place] ?? null;
        const parts = cells.reduce<bigint>((all, cell) => all + unitsOf(cell, sum.scale), 0n);
        if (parts !== unitsOf(total ?? '0', sum.scale))
          return `the groups of "${name}" add up to ${parts} units, the total is ${total}: ${JSON.stringify(question)}`;
      }
      return null;
    }));
});

describe('conditions that say nothing (laws 7 and 8)', () => {
  test('a filter that is always true changes nothing', () =>
    holds(12, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      const dimensions = asked ? sharedDimensions(law, asked.question) : [];
      if (!asked || dimensions.length === 0) return SAYS_NOTHING;
      const { question, answer } = asked;
      const dimension = dimensions[seed % dimensions.length] ?? '';
      const always: Condition = {
        or: [
          { dimension, isNull: true },
          { dimension, isNull: false },
        ],
      };
      const filtered = await ask(law.opened, { ...question, where: [...(question.where ?? []), always] });
      if (!filtered) return `refused with ${dimension}: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers(answer, filtered, bysOf(question));
      return wrong && `${wrong}; filtered by ${dimension}: ${JSON.stringify(question)}`;
    }));

  test('conditions mean the same in any order, apart or in one `and`', () =>
    holds(12, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      const dimensions = asked ? sharedDimensions(law, asked.question) : [];
      if (!asked || dimensions.length === 0) return SAYS_NOTHING;
      const { question } = asked;
      const more = [0, 1].map((i): Condition => {
        const dimension = dimensions[(seed + i) % dimensions.length] ?? '';
        return i === 0 ? { dimension, isNull: false } : { not: { dimension, in: [null] } };
      });
      const where = [...(question.where ?? []), ...more];
      const forth = await ask(law.opened, { ...question, where });
      const back = await ask(law.opened, { ...question, where: [...where].reverse() });
      const general = where.filter((condition) => !condition.onlyFor);
      const special = where.filter((condition) => condition.onlyFor);
      const joined = await ask(law.opened, {
        ...question,
        where: [...special, { and: [...general].reverse() }],
      });
      if (!forth || !back || !joined) return `refused in some order: ${JSON.stringify(where)}`;
      const wrong =
        differenceOfAnswers(forth, back, bysOf(question)) ??
        differenceOfAnswers(forth, joined, bysOf(question));
      return wrong && `${wrong}; where ${JSON.stringify(where)}: ${JSON.stringify(question)}`;
    }));

  test('a segment of everybody changes nothing but that it leaves out rows without an entity', () =>
    holds(12, async (law, seed) => {
      const entity = anyOf(
        law.world.datasets.filter(({ key }) => key.length > 0),
        seed,
      );
      const asked = entity && (await legalQuestion(leadingTo(law, entity.name), seed));
      if (!asked) return SAYS_NOTHING;
      const { question } = asked;
      const dimension = `${entity.name}.${entity.key[0]}`;
      const segments = [...(question.segments ?? []), everyoneOf(entity.name)];
      const narrowed = await ask(law.opened, { ...question, segments });
      const present: Condition = { dimension, isNull: false };
      const orphans = await ask(law.opened, {
        ...question,
        where: [...(question.where ?? []), { dimension, isNull: true }],
      });
      if (orphans?.rows.length === 0) return SAYS_NOTHING;
      const filtered = await ask(law.opened, { ...question, where: [...(question.where ?? []), present] });
      if (!narrowed || !filtered)
        return `refused: segment ${!narrowed}, filter ${!filtered}: ${JSON.stringify(question)}`;
      const wrong = differenceOfAnswers(filtered, narrowed, bysOf(question));
      return wrong && `${wrong}; everyone of ${entity.name}: ${JSON.stringify(question)}`;
    }));
});

describe('the spelling of a question', () => {
  /** The other spelling of every dimension: `orders.channel` is `orders__channel`. */
  const respelled = (tree: unknown): unknown =>
    JSON.parse(
      JSON.stringify(tree, (key, value: unknown) =>
        key === 'dimension' && typeof value === 'string'
          ? value.includes('.')
            ? value.replaceAll('.', '__')
            : value.replaceAll('__', '.')
          : value,
      ),
    );

  test('names in either spelling, and columns under a name of their own, are the same question', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed);
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const other = respelled(question) as Query;
      const by = other.by?.map((each, i) => ({ ...each, as: `key_${i}` })) ?? [];
      for (const again of [other, { ...other, by }]) {
        const got = await ask(law.opened, again);
        if (!got) return `refused: ${JSON.stringify(again)}`;
        const wrong = differenceOfAnswers(answer, got, bysOf(question));
        if (wrong) return `${wrong}: ${JSON.stringify(again)}`;
      }
      return null;
    }));

  test('metrics in another order are the same columns in another order', () =>
    holds(8, async (law, seed) => {
      const asked = await legalQuestion(law, seed, ({ metrics }) => metrics.length > 1);
      if (!asked) return SAYS_NOTHING;
      const { question, answer } = asked;
      const bys = bysOf(question);
      const back = await ask(law.opened, { ...question, metrics: [...question.metrics].reverse() });
      if (!back) return `refused the other way round: ${JSON.stringify(question)}`;
      const rows = back.rows.map((row) => [...row.slice(0, bys), ...row.slice(bys).reverse()]);
      const wrong = differenceOfAnswers(answer, { ...back, rows }, bys);
      return wrong && `${wrong}: ${JSON.stringify(question)}`;
    }));
});

describe('what only hides and arranges (law 10)', () => {
  test('having, limit and order never change a remaining cell or a total', () =>
    holds(10, async (law, seed) => {
      const asked = await legalQuestion(law, seed, ({ by = [] }) => by.length > 0);
      if (!asked) return SAYS_NOTHING;
      const question: Query = { ...asked.question, totals: true };
      const all = await ask(law.opened, question);
      if (!all) return `refused with totals: ${JSON.stringify(question)}`;
      const [metric = ''] = question.metrics;
      const other = anyOf(
        law.world.metrics.filter(({ name }) => !question.metrics.includes(name)),
        seed,
      );
      const byOther: Query = {
        ...question,
        having: [{ not: { metric: other?.name ?? metric, isNull: true } }],
      };
      const isLegal = (await ask(law.opened, byOther)) !== null;
      const hidden: Query[] = [
        ...(isLegal ? [byOther] : []),
        { ...question, having: [{ metric, isNull: seed % 2 === 0 }] },
        { ...question, having: [{ not: { metric, isNull: seed % 2 === 0 } }], limit: 2 },
        { ...question, limit: 1 + (seed % 3), offset: seed % 2 },
        { ...question, order: [{ metric, direction: seed % 2 === 0 ? 'ASC' : 'DESC' }] },
      ];
      for (const less of hidden) {
        const answer = await ask(law.opened, less);
        if (!answer) return `refused: ${JSON.stringify(less)}`;
        const wrong =
          differenceOfRemaining(all, answer, bysOf(question)) ??
          differenceOfTotals(all, answer) ??
          (less.order && answer.rows.length !== all.rows.length ? 'ordering hides rows' : null);
        if (wrong) return `${wrong}: ${JSON.stringify(less)}`;
      }
      return null;
    }));
});
