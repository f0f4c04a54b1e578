import { AS_DECIDED } from './decisions';
import { askedMetric, leavesOf, metricNamed } from './leaves';
import { isRole } from './paths';
import { smallerQuestions } from './shrink-question';
import { smallerWorlds } from './shrink-world';
import { referencesIn } from './walk';
import type { Case } from './world';

/** Is this case, smaller than the last, still wrong? A case that is not even valid is not. */
export type StillFails = (smaller: Case) => Promise<boolean>;

/** Names that lead nowhere make a case invalid: asking the product about it would only waste time. */
function isWhole({ world, question }: Case): boolean {
  const names = new Set(world.datasets.map(({ name }) => name));
  const roles = new Set(
    world.datasets.flatMap((dataset) => dataset.joins.filter(isRole).map(({ name }) => name)),
  );
  const joinsLead = world.datasets.every((dataset) => dataset.joins.every((join) => names.has(join.to)));
  const formulas = world.metrics.flatMap((metric) => [
    metric.formula,
    ...(metric.where ? [metric.where] : []),
  ]);
  const chainsLead = formulas
    .flatMap(referencesIn)
    .every(({ chain: [first = ''] }) => names.has(first) || roles.has(first));
  if (!joinsLead || !chainsLead) return false;
  try {
    for (const name of question.metrics) leavesOf(askedMetric(world, metricNamed(world, name), AS_DECIDED));
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes things away from a failing case for as long as it keeps failing: first from the question, then from the world, over and
 * over. Ends at the latest after `budgetMs`.
 */
export async function shrink(failing: Case, stillFails: StillFails, budgetMs: number): Promise<Case> {
  const end = performance.now() + budgetMs;
  let best = failing;
  for (let improved = true; improved; ) {
    improved = false;
    const questions = (): Case[] =>
      smallerQuestions(best.question).map((question) => ({ world: best.world, question }));
    const worlds = (): Case[] => smallerWorlds(best).map((world) => ({ world, question: best.question }));
    for (const candidates of [questions, worlds]) {
      for (let found = true; found; ) {
        found = false;
        for (const candidate of candidates()) {
          if (performance.now() > end) return best;
          if (!isWhole(candidate) || !(await stillFails(candidate))) continue;
          best = candidate;
          [found, improved] = [true, true];
          break;
        }
      }
    }
  }
  return best;
}
