import { randomFrom } from '../oracle/generate/random';
import type { Question, World } from '../oracle/world';

/**
 * The tiles of a random dashboard: the questions, and of each some that look at the same rows in another way: other metrics, fewer
 * groups, one condition less, totals.
 */
export function operationOf(world: World, questions: readonly Question[], seed: string): readonly Question[] {
  const random = randomFrom(seed);
  const names = world.metrics.map(({ name }) => name);
  const sibling = (question: Question): Question => {
    const { order: _, having: __, ...rest } = question;
    if (question.metrics.length === 0) return question;
    switch (random.int(0, 4)) {
      case 0:
        return { ...rest, metrics: random.some(names, 2) };
      case 1:
        return { ...rest, by: (question.by ?? []).slice(1) };
      case 2:
        return { ...rest, by: [], totals: true };
      case 3:
        return { ...rest, where: (question.where ?? []).slice(1) };
      default:
        return { ...question, totals: true };
    }
  };
  return questions.flatMap((question) => [question, sibling(question), sibling(question)]);
}
