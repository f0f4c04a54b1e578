import { byCases } from './by-cases';
import { byQuestions } from './by-questions';
import { productWith } from './load-product';
import type { Mutant } from './mutant';
import type { Found, Order, Outcome } from './outcome';

/** For each of the three searches below. */
const MOST_MS = 120_000;
/** Random questions that are asked before the golden cases, which take as long as some hundred of them. */
const FIRST_QUESTIONS = 300;

/**
 * Asks the mutated product some random questions, then the golden cases, then as many random questions as are allowed, until one of
 * them tells. Takes three times MOST_MS at most. @throws Error when the text that the mutant replaces is not there.
 */
export async function hunt({ name, edits }: Mutant, { settings, questionsOnly }: Order): Promise<Outcome> {
  const mutated = productWith(edits);
  const unusable = new Set<string>();
  const questions = async (runs: number): Promise<Found | null> => {
    const hunted = await byQuestions(mutated, { ...settings, runs }, Date.now() + MOST_MS);
    for (const label of hunted.unusable) unusable.add(label);
    return hunted.found;
  };
  const found =
    (questionsOnly ? null : await questions(Math.min(FIRST_QUESTIONS, settings.runs))) ??
    (questionsOnly ? null : await byCases(mutated, Date.now() + MOST_MS)) ??
    (questionsOnly || settings.runs > FIRST_QUESTIONS ? await questions(settings.runs) : null);
  // An error that nobody could make and keep: it does not run.
  if (found && /\bis not defined$/.test(found.difference))
    throw new Error(`${name} is no mutant: ${found.difference}`);
  return { name, found, unusable: [...unusable], fault: null };
}
