import { AS_DECIDED } from '../decisions';
import { pathsTo } from '../paths';
import { tupleHomes } from '../tuples';
import type { Question } from '../world';
import { dimensionNames, leavesOfMetrics, type Maker } from './asked-for';
import { formulaFor, isLegal } from './clauses';

/** Any dimension of the world; mostly one with several ways to it, where there is such a one. */
function anyDimension({ random, world }: Maker, question: Question): string {
  const all = dimensionNames(world);
  const homes = leavesOfMetrics(world, question.metrics).map((leaf) => leaf.home);
  const ambiguous = all.filter((name) =>
    homes.some((home) => pathsTo(world, home, name.split('.').slice(0, -1)).length > 1),
  );
  return random.pick(ambiguous.length > 0 && random.chance(0.7) ? ambiguous : all);
}

type Spoiling = (maker: Maker, question: Question, dimension: string) => Question;

/** What spoils a question: each a way in which callers really go wrong. */
const SPOILINGS: readonly (readonly [number, Spoiling])[] = [
  [4, (_, question, dimension) => ({ ...question, by: [...(question.by ?? []), { dimension }] })],
  [
    4,
    ({ random }, question, dimension) => ({
      ...question,
      where: [{ dimension, isNull: random.chance(0.5) }],
    }),
  ],
  [
    2,
    (_, question) => ({
      ...question,
      by: [...(question.by ?? []).filter((each) => 'dimension' in each), { time: 'month' }],
    }),
  ],
  [2, ({ random, pools }, question) => ({ ...question, period: { from: random.pick(pools.days) } })],
  [1, (_, { metrics }) => ({ metrics, by: [{ time: 'day', as: 'day' }, { time: 'hour' }] })],
  [1, (_, question) => ({ ...question, metrics: [...question.metrics, question.metrics[0] ?? ''] })],
  [1, (_, question) => ({ ...question, metrics: [...question.metrics, 'm_unknown'] })],
  [
    1,
    ({ world }, question) => ({
      ...question,
      by: [{ dimension: `${world.datasets[0]?.name}.unknown_thing` }],
    }),
  ],
  [1, (_, question, dimension) => ({ ...question, where: [{ dimension, eq: 'no such value' }] })],
  [0.5, () => ({ metrics: [] })],
  [2, ofSeveralHomes],
  [
    2,
    ({ random, world }, question) => ({
      ...question,
      segments: [
        random.chance(0.2)
          ? 's_unknown'
          : random.pick((world.segments ?? [{ name: 's1' }]).map(({ name }) => name)),
      ],
    }),
  ],
  [
    1,
    ({ random, world }, question) => ({
      ...question,
      having: [{ metric: random.chance(0.3) ? 'm_unknown' : random.pick(world.metrics).name, isNull: false }],
    }),
  ],
  [
    0.7,
    ({ random, world }, question, dimension) => ({
      ...question,
      where: [
        {
          dimension,
          isNull: false,
          onlyFor: random.some(
            world.metrics.map(({ name }) => name),
            random.int(0, 1),
          ),
        },
      ],
    }),
  ],
  [0.7, (_, question, dimension) => ({ ...question, by: [{ dimension, part: 'week_of_year' }] })],
  [0.7, (_, question, dimension) => ({ ...question, by: [{ dimension, part: 'hour_of_day' }] })],
  [0.5, (_, question, dimension) => ({ ...question, where: [{ dimension, lt: null }] })],
  [
    0.5,
    (_, question) => ({
      ...question,
      complete: true,
      by: (question.by ?? []).slice(0, 1),
      period: {},
    }),
  ],
  [0.5, (_, question) => ({ ...question, distinct: false })],
  [
    0.5,
    ({ random, pools }, question, column) => ({
      ...question,
      period: { from: random.pick(pools.days), column },
    }),
  ],
  [1.5, (_, question, dimension) => ({ metrics: [], by: [{ dimension }, ...(question.by ?? [])] })],
  [0.5, (_, __, dimension) => ({ metrics: [], by: [{ dimension }], totals: true })],
  [
    2,
    ({ random, pools }, _, dimension) => ({
      metrics: [],
      by: [{ dimension }],
      period: { from: random.pick(pools.days) },
    }),
  ],
  [
    2,
    (maker, question) => {
      const formula = formulaFor(
        maker,
        [maker.random.pick(maker.world.datasets)].map(({ name }) => ({ home: name })),
      );
      return formula ? { ...question, where: [{ formula: formula() }] } : question;
    },
  ],
];

/** Dimensions that occur together in several datasets, none of which leads to another. */
function ofSeveralHomes({ random, world }: Maker): Question {
  const names = dimensionNames(world);
  const tries = Array.from({ length: 24 }, (): Question => {
    const by = random.some(names, random.int(1, 2)).map((dimension) => ({ dimension }));
    return { metrics: [], by };
  });
  const isSeveral = (question: Question): boolean => tupleHomes(world, question, AS_DECIDED).length > 1;
  return tries.find(isSeveral) ?? { metrics: [] };
}

/** Spoils a question in one way after the other, until it is really illegal. */
export function surelySpoiled(maker: Maker, question: Question): Question {
  for (let tries = 0; tries < 8; tries++) {
    const spoil = maker.random.weighted(SPOILINGS);
    const asked = spoil(maker, question, anyDimension(maker, question));
    if (!isLegal(maker.world, asked)) return asked;
  }
  return question;
}
