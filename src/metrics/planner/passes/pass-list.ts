import type { EngineTraits } from '../../model/engine-traits';
import type { Plan } from '../../model/plan';
import { filterJoinsFirst } from './filter-joins-first';
import { mergeScans } from './merge-scans';
import type { Pass } from './pass';
import { shareSteps } from './share-steps';
import { zoneTables } from './zone-tables';

/** All passes in the order in which they run. */
export const PASSES: readonly Pass[] = [shareSteps, mergeScans, filterJoinsFirst, zoneTables];

/** The plan after the passes that pay on such an engine. */
export function runPasses(plan: Plan, traits: EngineTraits, passes: readonly Pass[] = PASSES): Plan {
  return passes.reduce((before, { needs, run }) => (needs && !traits[needs] ? before : run(before)), plan);
}
