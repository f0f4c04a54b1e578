import { ask } from '../asking';
import { aggregate, countRows, metric } from '../build';
import { AS_DECIDED } from '../decisions';
import { askedMetric, leavesOf } from '../leaves';
import { pathsTo, targetOf } from '../paths';
import { valueOnRow } from '../rows';
import { typeOf } from '../static-type';
import { rowsOf } from '../tables';
import { describe, unlessUndecided } from '../value';
import { everyPart } from '../walk';
import type { Formula, Per, World } from '../world';
import type { PerField } from './ingredients';
import type { Pools } from './pools';
import type { Random } from './random';
import { chainsFrom, fieldsFrom } from './scope';

interface Larder {
  readonly random: Random;
  readonly pools: Pools;
  readonly world: World;
}

const EXACT = ['count_rows', 'count', 'count_distinct', 'approx_count_distinct', 'sum', 'min', 'max'];

/** Exact: no quotient and no double on the way. */
function isExact(world: World, formula: Formula): boolean {
  return everyPart(formula).every((part) => {
    if (part.kind === 'metric') {
      const named = world.metrics.find(({ name }) => name === part.name);
      return named !== undefined && isExact(world, named.formula);
    }
    if (part.kind === 'aggregate')
      return EXACT.includes(part.fn) && typeOf(world, null, part).kind !== 'double';
    return part.kind !== 'arithmetic' || part.op !== '/';
  });
}

/** Does every aggregate of a metric lead to the entity, so that each of them has its own rows? */
function isOf(world: World, of: Formula, entity: string): boolean {
  const asked = askedMetric(world, { name: '', team: '', formula: of }, AS_DECIDED);
  return leavesOf(asked).every((leaf) => pathsTo(world, leaf.home, [entity]).length === 1);
}

/** What a metric may be made of on the spot: numbers of what leads to other datasets, so that an entity has several rows. */
function spontaneous({ random, world }: Larder): readonly Formula[] {
  const finer = world.datasets.filter(({ joins }) => joins.length > 0);
  return finer.flatMap(({ name }) => {
    const numbers = fieldsFrom(world, name).own.filter(({ type }) => type.kind === 'decimal');
    const [some] = random.some(numbers, 1);
    return [countRows(name), ...(some ? [aggregate('sum', some.reference)] : [])];
  });
}

/** What the metric is for each entity, as text. */
function valuesOf(world: World, entity: string, of: Formula): readonly string[] {
  const asking = ask(world, { metrics: [] }, AS_DECIDED);
  return rowsOf(asking.tables, entity).flatMap((row) => {
    const value = unlessUndecided(() => valueOnRow(asking, row, { kind: 'per', entity: [entity], of }));
    return value === null ? [] : [describe(value)];
  });
}

/** Metrics of the entities that rows of all these homes belong to. */
export function persFrom(larder: Larder, homes: readonly string[]): readonly PerField[] {
  const { world, random } = larder;
  const [first = '', ...others] = homes;
  const isShared = (chain: readonly string[]): boolean =>
    others.every((home) => pathsTo(world, home, chain).length === 1);
  const made = world.metrics.map(({ name }) => metric(name));
  const formulas = random.chance(0.5) ? spontaneous(larder) : made;
  return chainsFrom(world, first)
    .filter(isShared)
    .flatMap((chain) => {
      const entity = targetOf(world, chain);
      if (!entity || entity.key.length === 0) return [];
      return formulas
        .filter((of) => isOf(world, of, entity.name))
        .map((of): PerField => {
          const formula: Per = { kind: 'per', entity: chain, of };
          return {
            formula,
            type: typeOf(world, null, of),
            isRough: !isExact(world, of),
            values: () => valuesOf(world, entity.name, of),
          };
        });
    });
}
