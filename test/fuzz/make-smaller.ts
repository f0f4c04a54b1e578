import { type Disagreement, disagreement, openWorld } from '../oracle/run';
import { shrink } from '../oracle/shrink';
import type { Case } from '../oracle/world';
import { openTenet } from '../support/in-memory-tenet';

/** What a difference is about, without its numbers: a smaller case has to go wrong in the same way. */
export const kindOf = (difference: string): string =>
  difference.replace(/"[^"]*"|[-~\d.]+|\(.*?\)/g, '').slice(0, 60);

/** How the product and the oracle differ about a case; null when they agree, or when the case cannot even be opened. */
async function differenceIn({ world, question }: Case): Promise<string | null> {
  try {
    const opened = await openWorld(openTenet, world);
    try {
      return await disagreement(opened, world, question);
    } finally {
      await opened.close();
    }
  } catch {
    return null;
  }
}

/** A file of test/cases/random: a case that once went wrong, asked again by test/properties/random-questions.test.ts. */
export interface StoredCase extends Case {
  readonly why: string;
  /** What was wrong when it was found. */
  readonly difference: string;
}

/** The smallest case that goes wrong in the same way, as far as it is found within `budgetMs`. */
export async function madeSmaller(found: Disagreement, budgetMs: number): Promise<StoredCase> {
  const kind = kindOf(found.difference);
  const stillFails = async (smaller: Case): Promise<boolean> => {
    const difference = await differenceIn(smaller);
    return difference !== null && kindOf(difference) === kind;
  };
  const { world, question } = await shrink(found, stillFails, budgetMs);
  const difference = (await differenceIn({ world, question })) ?? found.difference;
  return { why: `question ${found.label}`, difference, question, world };
}
