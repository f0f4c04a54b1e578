/** Laws about segments and values per entity: who is a member, and what membership changes. */
import type { Condition, Query } from '../../src/metrics/model/query';
import { differenceOfAnswers, groupsOf, keyOf } from './law-answers';
import { anyOf, bysOf, leadingTo, valueOverNothing, withoutSegments } from './law-questions';
import {
  ask,
  closeLawWorlds,
  everyoneOf,
  holds,
  legalQuestion,
  richSegments,
  SAYS_NOTHING,
} from './law-worlds';

afterAll(closeLawWorlds);

const filteredBy = (question: Query, ...more: readonly Condition[]): Query => ({
  ...question,
  where: [...(question.where ?? []), ...more],
});

describe('segments by a metric (law 8)', () => {
  test('the members are the same whatever else the question asks', () =>
    holds(12, async (law, seed) => {
      const segment = anyOf(richSegments(law.world, law.opened.tenet.catalog), seed);
      const asked =
        segment &&
        (await legalQuestion(
          leadingTo(law, segment.of),
          seed,
          ({ where = [], period }) => where.length > 0 || period !== undefined,
        ));
      const { key = [] } = law.world.datasets.find(({ name }) => name === segment?.of) ?? {};
      const by = key.map((column) => ({ dimension: `${segment?.of}.${column}` }));
      if (!asked) return SAYS_NOTHING;
      const question: Query = { ...withoutSegments(asked.question), by };
      const members = await ask(law.opened, { metrics: [], by, segments: [segment.name] });
      const all = await ask(law.opened, question);
      const narrowed = await ask(law.opened, { ...question, segments: [segment.name] });
      if (!members || !all || !narrowed) return `refused with ${segment.name}: ${JSON.stringify(question)}`;
      if (members.rows.length === 0 || all.rows.length === 0) return SAYS_NOTHING;
      const isMember = groupsOf(members, by.length);
      const left = all.rows.filter((row) => isMember.has(keyOf(row.slice(0, by.length))));
      const wrong = differenceOfAnswers({ ...all, rows: left }, narrowed, by.length);
      return wrong && `${wrong}; ${segment.name} of ${isMember.size} members: ${JSON.stringify(question)}`;
    }));
});

describe('segments and values per entity (rows 6 and 7)', () => {
  test('the members of a segment by a metric are the entities whose own answer meets the condition', () =>
    holds(12, async (law, seed) => {
      const segment = anyOf(richSegments(law.world, law.opened.tenet.catalog), seed);
      const { key = [] } = law.world.datasets.find(({ name }) => name === segment?.of) ?? {};
      if (!segment) return SAYS_NOTHING;
      const by = key.map((column) => ({ dimension: `${segment.of}.${column}` }));
      const members = await ask(law.opened, { metrics: [], by, segments: [segment.name] });
      const all = await ask(law.opened, { metrics: [], by, segments: [everyoneOf(segment.of)] });
      const values = await ask(law.opened, { metrics: [segment.metric], by });
      const whole = await valueOverNothing(law, segment.metric);
      if (!members || !all || !values || whole === undefined || all.rows.length === 0) return SAYS_NOTHING;
      const value = groupsOf(values, by.length);
      const want = all.rows
        .map(keyOf)
        .filter(
          (entity) =>
            Number(value.has(entity) ? (value.get(entity)?.[0] ?? Number.NaN) : (whole ?? Number.NaN)) >= 1,
        );
      const got = members.rows.map(keyOf);
      return want.sort().join(' | ') === got.sort().join(' | ')
        ? null
        : `${segment.name}: ${want.join(' | ')} have 1 or more, the members are ${got.join(' | ')}`;
    }));

  test('a segment is its condition asked by formula, and the order of segments means nothing', () =>
    holds(12, async (law, seed) => {
      const segment = anyOf(richSegments(law.world, law.opened.tenet.catalog), seed);
      const asked = segment && (await legalQuestion(leadingTo(law, segment.of), seed));
      if (!asked) return SAYS_NOTHING;
      const { question } = asked;
      const everyone = everyoneOf(segment.of);
      const names = [...(question.segments ?? []), everyone, segment.name];
      const forth = await ask(law.opened, { ...question, segments: names });
      const back = await ask(law.opened, { ...question, segments: [...names].reverse() });
      const formula = `per(${segment.of}, ${segment.metric}) >= 1`;
      const asked2 = await ask(law.opened, {
        ...filteredBy(question, { formula }),
        segments: [...(question.segments ?? []), everyone],
      });
      if (!forth || !back) return `refused with ${segment.name}: ${JSON.stringify(question)}`;
      const wrong =
        differenceOfAnswers(forth, back, bysOf(question)) ??
        (asked2 && differenceOfAnswers(forth, asked2, bysOf(question)));
      return wrong && `${wrong}; ${segment.name}: ${JSON.stringify(question)}`;
    }));
});
