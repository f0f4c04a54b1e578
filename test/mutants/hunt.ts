import { byCases } from './by-cases';
import { byQuestions } from './by-questions';
import { productWith } from './load-product';
import type { Mutant } from './mutant';
import type { Order, Outcome } from './outcome';

/** For the random questions of one mutant; the golden cases then have the same again. */
const MOST_MS = 180_000;

/**
 * Asks the mutated product random questions and, where none of them tells, the golden cases. Takes two times MOST_MS at most, and
 * one statement more. @throws Error when the text that the mutant replaces is not there.
 */
export async function hunt({ name, edits }: Mutant, { settings }: Order): Promise<Outcome> {
  const mutated = productWith(edits);
  const { found, unusable } = await byQuestions(mutated, settings, Date.now() + MOST_MS);
  return {
    name,
    found: found ?? (await byCases(mutated, Date.now() + MOST_MS)),
    unusable,
    fault: null,
  };
}
