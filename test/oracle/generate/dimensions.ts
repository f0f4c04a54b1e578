import { coalesce, isNull, number, string } from '../build';
import type { Dataset, DatePart, Dimension, Formula, World } from '../world';
import { condition, MOVES } from './formula-conditions';
import { numeric } from './formulas';
import { type Ingredients, isNumeric } from './ingredients';
import type { Pools } from './pools';
import type { Random } from './random';
import { type Field, fieldsUnder } from './scope';

const PARTS: readonly DatePart[] = ['year', 'quarter', 'month', 'day', 'dow', 'doy'];

const ofKind = (fields: readonly Field[], ...kinds: readonly string[]): readonly Field[] =>
  fields.filter((field) => kinds.includes(field.type.kind));

/** Formulas that turn NULL into something: the ones a planner gets wrong when it inlines them past a join. */
function nullProof(from: Ingredients): Formula {
  const { random, fields, pools } = from;
  const [text] = random.some(ofKind(fields, 'string'), 1);
  const [any] = random.some(fields, 1);
  const choices: Formula[] = [
    {
      kind: 'case',
      branches: [{ when: condition(from, 1), take: string('yes') }],
      otherwise: string(random.pick(['no', ''])),
    },
    ...(text ? [coalesce(text.reference, string(random.pick(['none', ...pools.strings])))] : []),
    ...(any ? [isNull(any.reference, random.chance(0.4))] : []),
  ];
  return random.pick(choices);
}

/** Formulas that are NULL on NULL. */
function strict(from: Ingredients): Formula {
  const { random, fields, pools } = from;
  const [text] = random.some(ofKind(fields, 'string'), 1);
  const [moment] = random.some(ofKind(fields, 'date', 'timestamp', 'instant'), 1);
  const sum = numeric(
    {
      ...from,
      fields: fields.filter(
        (field) => !field.isHuge && (field.type.kind === 'integer' || field.type.kind === 'decimal'),
      ),
    },
    1,
  );
  const parts = moment?.type.kind === 'date' ? PARTS : ([...PARTS, 'hour', 'minute'] as const);
  const isInstant = moment?.type.kind === 'instant';
  const [count, unit] = random.pick(
    MOVES.filter(([, each]) => !isInstant || each === 'day' || each === 'month'),
  );
  const choices: Formula[] = [
    condition(from, 0),
    ...(moment && !(moment.type.kind === 'timestamp' && moment.type.zoned)
      ? Array.from({ length: isInstant ? 3 : 1 }, () => ({
          kind: 'moved' as const,
          of: moment.reference,
          count,
          unit,
        }))
      : []),
    ...(text
      ? [{ kind: 'nullif' as const, left: text.reference, right: string(random.pick(pools.strings)) }]
      : []),
    ...(text
      ? [
          { kind: 'call' as const, fn: 'concat' as const, args: [text.reference, string('-')] },
          { kind: 'call' as const, fn: 'length' as const, args: [text.reference] },
          {
            kind: 'call' as const,
            fn: random.pick(['lower', 'upper', 'trim'] as const),
            args: [text.reference],
          },
          {
            kind: 'call' as const,
            fn: 'substring' as const,
            args: [text.reference, number(random.int(1, 2)), number(random.int(0, 2))],
          },
        ]
      : []),
    ...(moment ? [{ kind: 'extract' as const, part: random.pick(parts), of: moment.reference }] : []),
    ...(sum && !sum.isRough && sum.kind !== 'double' ? [sum.formula] : []),
  ];
  return random.pick(choices);
}

const isPlain = (field: Field): boolean => !isNumeric(field.type) || field.type.kind === 'integer';

/** Dimensions of one dataset: most attributes as they are, and up to three formulas over columns and earlier dimensions. */
function dimensionsOf(random: Random, world: World, dataset: Dataset, pools: Pools): readonly Dimension[] {
  const columns = fieldsUnder(world, dataset, []);
  const plain = columns
    .filter((field) => random.chance(isPlain(field) ? 0.75 : 0.3))
    .map((field): Dimension => ({ name: field.reference.name, formula: null }));
  const made: Dimension[] = [...plain];
  for (let i = 0; i < random.int(0, 3); i++) {
    const draft = { ...dataset, dimensions: made };
    const within = {
      ...world,
      datasets: world.datasets.map((each) => (each.name === dataset.name ? draft : each)),
    };
    const from = { random, pools, fields: fieldsUnder(within, draft, []) };
    made.push({ name: `kind_${i + 1}`, formula: random.chance(0.55) ? nullProof(from) : strict(from) });
  }
  return made.length > 0 ? made : [{ name: 'kind', formula: number(1) }];
}

export const giveDimensions = (random: Random, world: World, pools: Pools): World => ({
  ...world,
  datasets: world.datasets.map((dataset) => ({
    ...dataset,
    dimensions: dimensionsOf(random, world, dataset, pools),
  })),
});
