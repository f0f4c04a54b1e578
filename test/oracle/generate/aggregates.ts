import { aggregate, arithmetic, countRows } from '../build';
import type { Aggregate, AggregateName, Formula, World } from '../world';
import { condition } from './formula-conditions';
import { numeric } from './formulas';
import type { Ingredients, PerField } from './ingredients';
import { persFrom } from './pers';
import type { Pools } from './pools';
import type { Random } from './random';
import { type Field, fieldsFrom } from './scope';

/** One aggregate before it is dressed up. */
export interface Part {
  readonly formula: Formula;
  readonly home: string;
  readonly isNumeric: boolean;
  readonly isRough: boolean;
  readonly isHuge: boolean;
}

/** What metrics are made from. */
export interface Kitchen {
  readonly random: Random;
  readonly pools: Pools;
  readonly world: World;
}

const FRACTIONS = ['0', '0.1', '0.25', '0.5', '0.75', '0.9', '1'];

export const ingredients = (
  { random, pools }: Kitchen,
  fields: readonly Field[],
  pers: readonly PerField[] = [],
): Ingredients => ({ random, pools, fields, pers });

/** A numeric argument that names its home, and now and then what its joins lead to. */
function argument(kitchen: Kitchen, home: string) {
  const { own, all } = fieldsFrom(kitchen.world, home);
  const { random } = kitchen;
  const base = numeric(ingredients(kitchen, own), random.chance(0.5) ? 0 : 1);
  const joined = all
    .slice(own.length)
    .filter((field) => field.type.kind === 'integer' || field.type.kind === 'decimal');
  if (!base || base.isHuge || base.isRough || joined.length === 0 || !random.chance(0.3)) return base;
  const field = random.pick(joined);
  if (field.isHuge) return base;
  const kind =
    base.kind === 'double'
      ? 'double'
      : base.kind === 'decimal' || field.type.kind === 'decimal'
        ? 'decimal'
        : 'integer';
  const isProduct = base.formula.kind === 'arithmetic';
  const isRough = base.kind === 'double' && field.type.kind === 'decimal';
  return {
    ...base,
    kind,
    isRough,
    formula: arithmetic(base.formula, isProduct ? '+' : random.pick(['*', '+']), field.reference),
  } as const;
}

function filterOf(kitchen: Kitchen, home: string): { readonly filter?: Formula } {
  if (!kitchen.random.chance(0.25)) return {};
  return {
    filter: condition(
      ingredients(kitchen, fieldsFrom(kitchen.world, home).all, persFrom(kitchen, [home])),
      1,
    ),
  };
}

function countPart(kitchen: Kitchen, home: string, more: Partial<Aggregate>): Part {
  const { random, world } = kitchen;
  const fields = fieldsFrom(world, home).own.filter((field) => !field.isRough);
  const count = { home, isNumeric: true, isRough: false, isHuge: false };
  const [first, second] = random.some(fields, 2);
  const [sketched] = random.some(fields.filter(isSketched), 1);
  switch (
    random.weighted([
      [3, 'rows'],
      [2, 'count'],
      [3, 'distinct'],
      [1, 'pairs'],
      [sketched ? 3.5 : 0, 'sketch'],
    ] as const)
  ) {
    case 'rows':
      return { ...count, formula: countRows(home, more.filter) };
    case 'count':
      return { ...count, formula: aggregate('count', first?.reference ?? '', more) };
    case 'distinct':
      return { ...count, formula: aggregate('count_distinct', first?.reference ?? '', more) };
    case 'sketch':
      return { ...count, formula: aggregate('approx_count_distinct', sketched?.reference ?? '', more) };
    case 'pairs':
      return {
        ...count,
        formula: {
          ...aggregate('count_distinct', first?.reference ?? '', more),
          args: [first, second].flatMap((field) => field?.reference ?? []),
        },
      };
  }
}

/** What has the same text everywhere; times do not. */
const isSketched = ({ type }: Field): boolean =>
  ['integer', 'decimal', 'string', 'boolean', 'date'].includes(type.kind);

const isOrdered = (field: Field): boolean =>
  field.type.kind === 'string' ||
  field.type.kind === 'date' ||
  field.type.kind === 'instant' ||
  field.type.kind === 'timestamp';

function extremePart(kitchen: Kitchen, home: string, more: Partial<Aggregate>): Part {
  const [field] = kitchen.random.some(fieldsFrom(kitchen.world, home).own.filter(isOrdered), 1);
  if (!field) return countPart(kitchen, home, more);
  const formula = aggregate(kitchen.random.pick(['min', 'max'] as const), field.reference, more);
  return { formula, home, isNumeric: false, isRough: true, isHuge: true };
}

/** One aggregate over the rows of a home: any kind, with or without a filter. */
export function aggregatePart(kitchen: Kitchen, home: string): Part {
  const { random } = kitchen;
  const more = filterOf(kitchen, home);
  const fn = random.weighted<AggregateName>([
    [6, 'sum'],
    [4, 'count'],
    [3, 'avg'],
    [2, 'min'],
    [2, 'max'],
    [2, 'median'],
    [2, 'percentile'],
    [1.2, 'stddev'],
    [1.2, 'variance'],
  ]);
  if (fn === 'count') return countPart(kitchen, home, more);
  if ((fn === 'min' || fn === 'max') && random.chance(0.4)) return extremePart(kitchen, home, more);
  const over = argument(kitchen, home);
  if (!over) return countPart(kitchen, home, more);
  const isFinished = fn !== 'sum' && fn !== 'min' && fn !== 'max';
  const discrete = fn === 'percentile' && random.chance(0.4) ? { discrete: true } : {};
  const formula = aggregate(
    fn,
    over.formula,
    fn === 'percentile' ? { ...more, ...discrete, fraction: random.pick(FRACTIONS) } : more,
  );
  return { formula, home, isNumeric: true, isRough: over.isRough || isFinished, isHuge: over.isHuge };
}
