import { rightAnswer } from './answer';
import { difference, type Given } from './compare';
import { type MadeWorld, makeWorld, questionAbout } from './generate/make-world';
import { type File, filesOf, statementsOf, tablesOf } from './render';
import type { Case, Question, World } from './world';

/** The product, opened over one world. */
export interface Opened {
  ask(question: Question): Promise<Given>;
  close(): Promise<void>;
}

/** Definition files, and the SQL that makes the tables they name. */
export interface Opening {
  readonly files: readonly File[];
  readonly statements: readonly string[];
}

/** How a test opens the product; the oracle itself knows nothing of it. */
export type Open = (opening: Opening) => Promise<Opened>;

/** The same for several companies in one database. */
export type OpenAll = (openings: readonly Opening[]) => Promise<{
  readonly companies: readonly Omit<Opened, 'close'>[];
  close(): Promise<void>;
}>;

const openingOf = (world: World): Opening => ({
  files: filesOf(world),
  statements: statementsOf(tablesOf(world)),
});

export const openWorld = (open: Open, world: World): Promise<Opened> => open(openingOf(world));

/** The world with its tables in schemas of their own: `orders` is `w7.orders`, `shop.orders` is `w7_shop.orders`. */
function apart(world: World, place: number): World {
  const moved = (table: string): string =>
    table.includes('.') ? `w${place}_${table}` : `w${place}.${table}`;
  return { ...world, datasets: world.datasets.map((each) => ({ ...each, table: moved(each.table) })) };
}

/** What is wrong with the product's answer, in one sentence; null when it agrees with the oracle. */
export async function disagreement(
  opened: Pick<Opened, 'ask'>,
  world: World,
  question: Question,
): Promise<string | null> {
  const expected = rightAnswer(world, question);
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

/** Questions asked of one world before the next is made. */
export const QUESTIONS_PER_WORLD = 20;

/** Worlds that share a database: opening one costs as much as asking many questions. */
const WORLDS_PER_DATABASE = 25;

/** A world with the questions that are asked of it. */
export interface WorldOfRun {
  readonly made: MadeWorld;
  readonly questions: readonly { readonly label: string; readonly question: Question }[];
}

/** Every question of a run with its world: world by world, the same for the same seed. */
export function* casesOf({ seed, runs }: RunSettings): Generator<WorldOfRun> {
  for (let done = 0, place = 0; done < runs; done += QUESTIONS_PER_WORLD, place++) {
    const made = makeWorld(`${seed}/${place}`);
    const count = Math.min(QUESTIONS_PER_WORLD, runs - done);
    const labels = Array.from({ length: count }, (_, i) => `${seed}/${place}/${i}`);
    yield { made, questions: labels.map((label) => ({ label, question: questionAbout(made, label) })) };
  }
}

function* inGroups<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length === size) yield group;
    if (group.length === size) group = [];
  }
  if (group.length > 0) yield group;
}

type Wrong = AsyncGenerator<Disagreement>;

async function* wrongAnswers(company: Pick<Opened, 'ask'>, { made, questions }: WorldOfRun): Wrong {
  for (const { label, question } of questions) {
    const wrong = await disagreement(company, made.world, question);
    if (wrong !== null) yield { label, world: made.world, question, difference: wrong };
  }
}

async function* together(open: OpenAll, settings: RunSettings): Wrong {
  for (const group of inGroups(casesOf(settings), WORLDS_PER_DATABASE)) {
    const opened = await open(group.map(({ made }, i) => openingOf(apart(made.world, i))));
    try {
      for (const [i, company] of opened.companies.entries()) {
        const each = group[i];
        if (each) yield* wrongAnswers(company, each);
      }
    } finally {
      await opened.close();
    }
  }
}

async function collected(wrong: Wrong, all: boolean): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for await (const each of wrong) {
    found.push(each);
    if (!all) break;
  }
  return found;
}

/** Asks every question of a run, until the first disagreement or, with `all`, to the end; many worlds share a database. */
export function runTogether(
  open: OpenAll,
  settings: RunSettings,
  all = false,
): Promise<readonly Disagreement[]> {
  return collected(together(open, settings), all);
}
