import { rightAnswer } from '../answer';
import { unlessUndecided } from '../value';
import type { Question, World } from '../world';
import { giveQueries, giveVia, giveZones, makeDatasets } from './datasets';
import { giveDimensions } from './dimensions';
import { giveMetrics } from './metrics';
import { makePools, type Pools } from './pools';
import { makeQuestion } from './questions';
import { randomFrom } from './random';
import { fillTables } from './rows';
import { giveSegments } from './segments';

/** A random world with the pools that its questions draw from. */
export interface MadeWorld {
  readonly world: World;
  readonly pools: Pools;
}

/** The world of a seed: the same for the same seed. */
export function makeWorld(seed: string): MadeWorld {
  const random = randomFrom(seed);
  const pools = makePools(random);
  const drafts = giveZones(random, makeDatasets(random), pools);
  const datasets = giveQueries(random, fillTables(random, drafts, pools));
  const weekStart = random.weighted([
    [3, 'monday'],
    [1, 'sunday'],
    [1, 'saturday'],
  ] as const);
  // Late enough, more often than not, that not everything lies in the future.
  const [earlier = '', later = ''] = [random.pick(pools.moments), random.pick(pools.moments)].sort();
  const now = random.chance(0.75) ? later : earlier;
  const bare = giveVia(random, { zone: pools.zone, weekStart, now, datasets, metrics: [] });
  const measured = giveMetrics(random, giveDimensions(random, bare, pools), pools);
  return { pools, world: giveSegments(random, measured, pools) };
}

/** How much a question is worth asking: undecided = the rounding of doubles decides the answer. */
type Worth = 'undecided' | 'dull' | 'good';

/** Does the answer have several rows, so that there is something to get wrong? Refusals and single rows count as they are. */
function worthOf(world: World, question: Question): Worth {
  const expected = unlessUndecided(() => rightAnswer(world, question));
  if (expected === null) return 'undecided';
  const isGood = 'refused' in expected || (question.by ?? []).length === 0 || expected.rows.length > 1;
  return isGood ? 'good' : 'dull';
}

/** The question of a seed about a world: most of those with an empty answer are asked otherwise. */
export function questionAbout({ world, pools }: MadeWorld, seed: string): Question {
  const random = randomFrom(seed);
  for (let tries = 0; ; tries++) {
    const question = makeQuestion(random, world, pools);
    const worth = worthOf(world, question);
    if (worth === 'good' || (worth === 'dull' && (tries >= 10 || random.chance(0.05)))) return question;
  }
}
