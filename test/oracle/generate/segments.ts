import type { Formula, Segment, World } from '../world';
import { ingredients, type Kitchen } from './aggregates';
import { condition, perCondition } from './formula-conditions';
import type { PerField } from './ingredients';
import { persFrom } from './pers';
import type { Pools } from './pools';
import type { Random } from './random';
import { fieldsFrom } from './scope';

/** Metrics of the entity itself, of which it has several rows. */
const ownPers = (kitchen: Kitchen, of: string): readonly PerField[] =>
  persFrom(kitchen, [of]).filter(({ formula, isRough }) => formula.entity.join() === of && !isRough);

/** One or two conditions on an entity: its own columns, those its joins lead to, and metrics of it. */
function whereOf(kitchen: Kitchen, of: string): Formula {
  const own = ownPers(kitchen, of);
  if (own.length > 0 && kitchen.random.chance(0.35))
    return perCondition(ingredients(kitchen, []), kitchen.random.pick(own));
  const pers = kitchen.random.chance(0.6) ? persFrom(kitchen, [of]) : [];
  return condition(ingredients(kitchen, fieldsFrom(kitchen.world, of).all, pers), 1);
}

/** Two to four segments, most of them of what facts lead to. */
export function giveSegments(random: Random, world: World, pools: Pools): World {
  const keyed = world.datasets.filter(({ key }) => key.length > 0);
  const led = keyed.filter(({ name }) =>
    world.datasets.some(({ joins }) => joins.some((join) => join.name === name)),
  );
  if (keyed.length === 0) return world;
  const segments = Array.from({ length: random.int(2, 4) }, (_, i): Segment => {
    const of = random.pick(led.length > 0 && random.chance(0.88) ? led : keyed).name;
    const where = whereOf({ random, pools, world }, of);
    return { name: `s${i + 1}`, team: random.pick(['sales', 'marketing']), of, where };
  });
  return { ...world, segments };
}
