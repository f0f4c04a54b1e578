import { typeOfDimension } from '../asking';
import { AS_DECIDED } from '../decisions';
import { pathsTo, splitName } from '../paths';
import { tuplesLeaf } from '../tuples';
import type { By, Period, Question } from '../world';
import { dimensionNames, isTemporal, type Maker, sharedDimensions } from './asked-for';
import { orderOf, segmentsOf, splitBy, whereOf } from './clauses';
import { apiPeriod } from './conditions';

/** A period over one of the times that occur beside the dimensions. */
function periodOf({ random, pools, world }: Maker, names: readonly string[]): { readonly period?: Period } {
  const times = names.filter((name) => isTemporal(typeOfDimension(world, name)));
  if (times.length === 0 || !random.chance(0.35)) return {};
  const column = random.pick(times);
  return { period: { ...apiPeriod(random, pools, [typeOfDimension(world, column)]), column } };
}

/** Without metrics: the tuples of some dimensions that occur together. */
export function makeTuples(maker: Maker): Question | null {
  const { random, world } = maker;
  const home = random.pick(world.datasets).name;
  const names = dimensionNames(world).filter(
    (name) => pathsTo(world, home, splitName(name).chain).length === 1,
  );
  const chosen = random.some(names, random.int(1, 2));
  if (chosen.length === 0) return null;
  const by: readonly By[] = chosen.map((name) => splitBy(maker, name));
  const bare: Question = { metrics: [], by, ...periodOf(maker, names) };
  const leaf = tuplesLeaf(world, bare, AS_DECIDED);
  if (!leaf) return null;
  return {
    ...bare,
    ...(sharedDimensions(world, [leaf]).length > 0 ? whereOf(maker, [], [leaf]) : {}),
    ...segmentsOf(maker, [leaf]),
    ...(random.chance(0.35) ? { distinct: random.chance(0.2) } : {}),
    ...(random.chance(0.4) ? { order: orderOf(maker, [], by) } : {}),
    ...(random.chance(0.2) ? { limit: random.int(1, 6) } : {}),
    ...(random.chance(0.1) ? { offset: random.int(1, 2) } : {}),
  };
}
