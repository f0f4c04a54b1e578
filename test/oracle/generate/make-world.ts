import { answer } from '../answer';
import type { Question, World } from '../world';
import { makeDatasets } from './datasets';
import { giveDimensions } from './dimensions';
import { giveMetrics } from './metrics';
import { makePools, type Pools } from './pools';
import { makeQuestion } from './questions';
import { randomFrom } from './random';
import { fillTables } from './rows';

/** A random world with the pools that its questions draw from. */
export interface MadeWorld {
  readonly world: World;
  readonly pools: Pools;
}

/** The world of a seed: the same for the same seed. */
export function makeWorld(seed: string): MadeWorld {
  const random = randomFrom(seed);
  const pools = makePools(random);
  const datasets = fillTables(random, makeDatasets(random), pools);
  const weekStart = random.weighted([
    [3, 'monday'],
    [1, 'sunday'],
    [1, 'saturday'],
  ] as const);
  const bare: World = { zone: pools.zone, weekStart, datasets, metrics: [] };
  return { pools, world: giveMetrics(random, giveDimensions(random, bare, pools), pools) };
}

/** Does the answer have several rows, so that there is something to get wrong? Refusals and single rows count as they are. */
function saysSomething(world: World, question: Question): boolean {
  const expected = answer(world, question);
  return 'refused' in expected || (question.by ?? []).length === 0 || expected.rows.length > 1;
}

/** The question of a seed about a world: most of those with an empty answer are asked otherwise. */
export function questionAbout({ world, pools }: MadeWorld, seed: string): Question {
  const random = randomFrom(seed);
  let question = makeQuestion(random, world, pools);
  for (let tries = 0; tries < 3 && !saysSomething(world, question) && random.chance(0.9); tries++) {
    question = makeQuestion(random, world, pools);
  }
  return question;
}
