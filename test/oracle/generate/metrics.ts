import { arithmetic, coalesce, countRows, metric, number } from '../build';
import type { Formula, Metric, Reference, World } from '../world';
import { aggregatePart, ingredients, type Kitchen, type Part } from './aggregates';
import { condition } from './formula-conditions';
import { numberLiteral } from './ingredients';
import { persFrom } from './pers';
import type { Pools } from './pools';
import type { Random } from './random';
import { chainsFrom, type Field, fieldsFrom } from './scope';

/** A metric with what later metrics have to know of it. */
interface Made {
  readonly metric: Metric;
  readonly homes: readonly string[];
  readonly isNumeric: boolean;
  /** Went through a quotient, average or percentile: nothing may be divided by it or compared with it. */
  readonly isRough: boolean;
  /** Sums so large that only doubles may multiply them. */
  readonly isHuge: boolean;
}

/** Two parts of one formula; the right one is only divided by when it is exact. */
function combined(random: Random, left: Part, right: Part): Formula {
  if (!left.isNumeric || !right.isNumeric) return left.formula;
  const op = random.weighted([
    [right.isRough ? 0 : 4, '/'],
    [2, '-'],
    [1, '+'],
  ] as const);
  return arithmetic(left.formula, op, right.formula);
}

function alone(kitchen: Kitchen, part: Part): Formula {
  const { random } = kitchen;
  if (!part.isNumeric) return part.formula;
  const count = countRows(part.home);
  switch (
    random.weighted([
      [8, 'plain'],
      [1, 'coalesce'],
      [1, 'times'],
      [1, 'case'],
      [1, 'share'],
    ] as const)
  ) {
    case 'plain':
      return part.formula;
    case 'coalesce':
      return coalesce(part.formula, number(random.pick(['0', '7', '0.5'])));
    case 'times':
      return part.isHuge ? part.formula : arithmetic(part.formula, '*', numberLiteral(random).formula);
    case 'case':
      return {
        kind: 'case',
        branches: [
          {
            when: {
              kind: 'compare',
              op: random.pick(['>', '<=', '=']),
              left: count,
              right: number(random.int(0, 3)),
            },
            take: part.formula,
          },
        ],
        otherwise: random.chance(0.4) ? number(0) : null,
      };
    case 'share':
      return arithmetic(part.formula, '/', count);
  }
}

const temporal = (field: Field): boolean =>
  field.type.kind === 'date' || field.type.kind === 'timestamp' || field.type.kind === 'instant';

/** Sometimes another time than the home's: one of its other columns, or one that its joins lead to. */
function timeOf(kitchen: Kitchen, homes: readonly string[]): { readonly time?: Reference } {
  const { random, world } = kitchen;
  const [home = ''] = homes;
  if (homes.length > 1 || !random.chance(0.45)) return {};
  const { own, all } = fieldsFrom(world, home);
  const times = (random.chance(0.6) ? own : all).filter(temporal);
  return times.length > 0 ? { time: random.pick(times).reference } : {};
}

function whereOf(kitchen: Kitchen, homes: readonly string[], chance: number): { readonly where?: Formula } {
  const { random, world } = kitchen;
  if (!random.chance(chance)) return {};
  const [first = '', ...others] = homes;
  const isShared = (chain: readonly string[]): boolean =>
    others.every((home) => chainsFrom(world, home).some((each) => each.join() === chain.join()));
  const fields = fieldsFrom(world, first).all.filter((field) => isShared(field.reference.chain));
  return fields.length > 0
    ? { where: condition(ingredients(kitchen, fields, persFrom(kitchen, homes)), 1) }
    : {};
}

function emptyOf(random: Random, parts: readonly Part[]): { readonly empty?: string | null } {
  if (!parts.every((part) => part.isNumeric) || !random.chance(0.25)) return {};
  return { empty: random.pick([null, '0', '0', '7', '-1']) };
}

function baseMetric(kitchen: Kitchen, name: string): Made {
  const { random, world } = kitchen;
  const homes = world.datasets.map((dataset) => dataset.name);
  const home = random.pick(homes);
  const left = aggregatePart(kitchen, home);
  const isPair = left.isNumeric && random.chance(0.3);
  const right = isPair ? aggregatePart(kitchen, random.chance(0.5) ? home : random.pick(homes)) : null;
  const parts = right ? [left, right] : [left];
  const used = [...new Set(right?.isNumeric ? [home, right.home] : [home])];
  const formula = right ? combined(random, left, right) : alone(kitchen, left);
  const isPlain = formula === left.formula;
  return {
    metric: {
      name,
      team: random.pick(['sales', 'marketing']),
      formula,
      ...whereOf(kitchen, used, 0.25),
      ...timeOf(kitchen, used),
      ...emptyOf(random, parts),
    },
    homes: used,
    isNumeric: left.isNumeric,
    isRough: left.isRough || !isPlain,
    isHuge: left.isHuge || !isPlain,
  };
}

function derivedMetric(kitchen: Kitchen, name: string, made: readonly Made[]): Made | null {
  const { random } = kitchen;
  const numeric = made.filter((each) => each.isNumeric);
  const exact = numeric.filter((each) => !each.isRough);
  if (numeric.length === 0) return null;
  const left = random.pick(numeric);
  const right = exact.length > 0 && random.chance(0.7) ? random.pick(exact) : random.pick(numeric);
  const [a, b] = [metric(left.metric.name), metric(right.metric.name)];
  const shapes: readonly (readonly [number, Formula])[] = [
    [right.isRough ? 0 : 4, arithmetic(a, '/', b)],
    [2, arithmetic(a, '-', b)],
    [1, coalesce(a, number(0))],
    [1, arithmetic(coalesce(a, number(0)), '+', coalesce(b, number(0)))],
    [left.isHuge ? 0 : 1, arithmetic(number(100), '*', a)],
    [
      1,
      {
        kind: 'case',
        branches: [{ when: { kind: 'is_null', of: a, negated: false }, take: b }],
        otherwise: a,
      },
    ],
  ];
  const formula = random.weighted(shapes);
  const homes = [...new Set([...left.homes, ...right.homes])];
  return {
    metric: {
      name,
      team: random.pick(['sales', 'marketing']),
      formula,
      mixedTime: 'each part keeps its own day',
      ...whereOf(kitchen, homes, 0.25),
    },
    homes,
    isNumeric: true,
    isRough: true,
    isHuge: true,
  };
}

/** Four to nine metrics, every kind of aggregate, some made of others, some of two facts. */
export function giveMetrics(random: Random, world: World, pools: Pools): World {
  const kitchen = { random, pools, world };
  const made: Made[] = [];
  for (let i = 0; i < random.int(4, 7); i++) {
    const within = { ...kitchen, world: { ...world, metrics: made.map((each) => each.metric) } };
    made.push(baseMetric(within, `m${i + 1}`));
  }
  for (let i = 0; i < random.int(1, 3); i++) {
    const within = { ...kitchen, world: { ...world, metrics: made.map((each) => each.metric) } };
    made.push(derivedMetric(within, `d${i + 1}`, made) ?? baseMetric(kitchen, `d${i + 1}`));
  }
  return { ...world, metrics: made.map((each) => each.metric) };
}
