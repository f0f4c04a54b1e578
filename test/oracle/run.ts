import { answer } from './answer';
import { difference, type Given } from './compare';
import { type MadeWorld, makeWorld, questionAbout } from './generate/make-world';
import { type File, filesOf, statementsOf, tablesOf } from './render';
import type { Case, Question, World } from './world';

/** The product, opened over one world. */
export interface Opened {
  ask(question: Question): Promise<Given>;
  close(): Promise<void>;
}

/** How a test opens the product; the oracle itself knows nothing of it. */
export type Open = (opening: {
  readonly files: readonly File[];
  readonly statements: readonly string[];
}) => Promise<Opened>;

export const openWorld = (open: Open, world: World): Promise<Opened> =>
  open({ files: filesOf(world), statements: statementsOf(tablesOf(world)) });

/** What is wrong with the product's answer, in one sentence; null when it agrees with the oracle. */
export async function disagreement(opened: Opened, world: World, question: Question): Promise<string | null> {
  const expected = answer(world, question);
  try {
    return difference(expected, await opened.ask(question));
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A question that the product and the oracle answer differently. */
export interface Disagreement extends Case {
  readonly label: string;
  readonly difference: string;
}

export interface RunSettings {
  readonly seed: number;
  readonly runs: number;
}

/** Questions asked of one world before the next is made: opening an engine costs more than asking it. */
export const QUESTIONS_PER_WORLD = 10;

/** Every question of a run with its world: world by world, the same for the same seed. */
export function* casesOf({ seed, runs }: RunSettings): Generator<{
  readonly made: MadeWorld;
  readonly questions: readonly { readonly label: string; readonly question: Question }[];
}> {
  for (let done = 0, place = 0; done < runs; done += QUESTIONS_PER_WORLD, place++) {
    const made = makeWorld(`${seed}/${place}`);
    const count = Math.min(QUESTIONS_PER_WORLD, runs - done);
    const labels = Array.from({ length: count }, (_, i) => `${seed}/${place}/${i}`);
    yield { made, questions: labels.map((label) => ({ label, question: questionAbout(made, label) })) };
  }
}

/** Asks every question of a run, until the first disagreement or, with `all`, to the end. */
export async function runQuestions(
  open: Open,
  settings: RunSettings,
  all = false,
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const { made, questions } of casesOf(settings)) {
    const opened = await openWorld(open, made.world);
    try {
      for (const { label, question } of questions) {
        const wrong = await disagreement(opened, made.world, question);
        if (wrong !== null) found.push({ label, world: made.world, question, difference: wrong });
        if (wrong !== null && !all) return found;
      }
    } finally {
      await opened.close();
    }
  }
  return found;
}
