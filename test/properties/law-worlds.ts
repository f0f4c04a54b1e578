import fc from 'fast-check';
import type { Catalog, Metric } from '../../src/metrics/model/catalog';
import { reach } from '../../src/metrics/model/join-graph';
import type { Query } from '../../src/metrics/model/query';
import { loadCatalog } from '../../src/service/load-catalog';
import { type MadeWorld, makeWorld } from '../oracle/generate/make-world';
import { makeQuestion } from '../oracle/generate/questions';
import { randomFrom } from '../oracle/generate/random';
import { type File, filesOf, questionTree, statementsOf, tablesOf } from '../oracle/render';
import type { Dataset, Question, World } from '../oracle/world';
import committed from '../seed.json';
import { type OpenTenet, openTenet, type Reply } from '../support/in-memory-tenet';
import { lawMetrics, numericMetrics } from './law-metrics';

/** Laws are checked on the product alone: the oracle makes the companies and questions, and answers none of them. */
export const SEED = Number(process.env['TENET_SEED'] ?? committed.seed);
const DEFAULT_RUNS = 300;
const RUNS = Number(process.env['TENET_RUNS'] ?? DEFAULT_RUNS);
/** Companies that all laws share, since opening one costs more than asking it. */
const WORLDS = Math.max(5, Math.ceil(RUNS / 60));
const TRIES = 8;

jest.setTimeout(30_000 + RUNS * 200);

/** A random company, open, with segments that laws need. */
export interface LawWorld {
  readonly label: string;
  readonly made: MadeWorld;
  readonly world: World;
  readonly opened: OpenTenet;
}

/** Every key column as a dimension, so that questions can name entities. */
function withKeyDimensions(dataset: Dataset): Dataset {
  const missing = dataset.key.filter((key) => !dataset.dimensions.some(({ name }) => name === key));
  return {
    ...dataset,
    dimensions: [...dataset.dimensions, ...missing.map((name) => ({ name, formula: null }))],
  };
}

export const everyoneOf = (dataset: string): string => `everyone_of_${dataset}`;

const keyedOf = (world: World): readonly Dataset[] => world.datasets.filter(({ key }) => key.length > 0);

/** The metrics of law-metrics.ts, a segment of everybody for each dataset that can have members, and one by each metric that its members have. */
function lawSegments(world: World, catalog: Catalog): readonly File[] {
  const everyone = keyedOf(world).map(({ name, key: [key] }) => [
    everyoneOf(name),
    { of: name, where: `${name}.${key} is not null or ${name}.${key} is null` },
  ]);
  const rich = richSegments(world, catalog).map(({ name, of, metric }) => [
    name,
    { of, where: `per(${of}, ${metric}) >= 1` },
  ]);
  const segments = Object.fromEntries([...everyone, ...rich]);
  const team = world.datasets[0]?.team;
  const metrics = lawMetrics(world, catalog);
  return team ? [{ path: `${team}/laws.yaml`, text: JSON.stringify({ segments, metrics }) }] : [];
}

/** Segments by a number that each entity has. */
export function richSegments(
  world: World,
  catalog: Catalog,
): readonly { readonly name: string; readonly of: string; readonly metric: string }[] {
  const numeric = numericMetrics(catalog);
  return keyedOf(world).flatMap(({ name: of }) =>
    numeric
      .filter(({ leaves }) => leaves.every(({ home }) => reach(catalog, home, [of]).kind === 'path'))
      .map(({ name }) => ({ name: `rich_${of}_${name}`, of, metric: name })),
  );
}

export async function filesOfLaws(world: World): Promise<readonly File[]> {
  const files = filesOf(world);
  const { catalog } = await loadCatalog(files);
  return catalog ? [...files, ...lawSegments(world, catalog)] : files;
}

/** Opens a company as it is, or with other files than its own. */
export async function openLawWorld(world: World, files?: readonly File[]): Promise<OpenTenet> {
  return openTenet({
    files: files ?? (await filesOfLaws(world)),
    statements: statementsOf(tablesOf(world)),
  });
}

const open = new Map<number, Promise<LawWorld>>();

async function makeLawWorld(place: number): Promise<LawWorld> {
  const label = `${SEED}/law/${place}`;
  const made = makeWorld(label);
  const world = { ...made.world, datasets: made.world.datasets.map(withKeyDimensions) };
  return { label, made, world, opened: await openLawWorld(world) };
}

function lawWorld(place: number): Promise<LawWorld> {
  const known = open.get(place) ?? makeLawWorld(place);
  open.set(place, known);
  return known;
}

/** For `afterAll`. */
export async function closeLawWorlds(): Promise<void> {
  for (const each of open.values()) await (await each).opened.close();
  open.clear();
}

export type Answered = Exclude<Reply, { readonly refused: string }>;

export interface Asked {
  /** As the oracle made it. */
  readonly made: Question;
  readonly question: Query;
  readonly answer: Answered;
}

/** A question of the oracle as the product takes it. */
export const queryOf = (question: Question): Query => questionTree(question) as unknown as Query;

/** The answer, or null where the product refuses the question. */
export async function ask(opened: OpenTenet, question: Query): Promise<Answered | null> {
  const reply = await opened.ask(question);
  return 'refused' in reply ? null : reply;
}

/** What cuts or arranges rows is taken out, so that an answer holds every group. */
function bare(question: Question): Question {
  const left = Object.entries(question).filter(([name]) => !ARRANGING.has(name));
  return Object.fromEntries(left) as unknown as Question;
}
const ARRANGING = new Set(['order', 'limit', 'offset', 'totals', 'having', 'complete']);

/** The same company, whose questions are about some of its metrics only. Metrics that a chosen one names must be chosen too. */
export function about(law: LawWorld, isChosen: (metric: Metric) => boolean): LawWorld {
  const metrics = law.world.metrics.filter(({ name }) => {
    const metric = law.opened.tenet.catalog.metrics.get(name);
    return metric !== undefined && isChosen(metric);
  });
  return { ...law, world: { ...law.world, metrics } };
}

/** A random question about metrics that the product answers, everything shown; null where a few tries find none. */
export async function legalQuestion(
  { label, made, world, opened }: LawWorld,
  seed: number,
  fits: (question: Query) => boolean = () => true,
): Promise<Asked | null> {
  for (let i = 0; i < TRIES && world.metrics.length > 0; i++) {
    const one = bare(makeQuestion(randomFrom(`${label}/${seed}/${i}`), world, made.pools));
    const question = queryOf(one);
    if (question.metrics.length === 0 || !fits(question)) continue;
    const answer = await ask(opened, question);
    if (answer) return { made: one, question, answer };
  }
  return null;
}

/** What a check says when the random question is no case of the law. */
export const SAYS_NOTHING = Symbol('says nothing');
/** Random questions for each case of a law; a law that hardly any question is a case of fails. */
const MOST_SKIPS = 30;

/**
 * Checks a law on random companies. `check` returns what is wrong, null when the law holds, or SAYS_NOTHING, which does not count.
 * `cases` = how many cases of the law there are by default.
 */
export async function holds(
  cases: number,
  check: (law: LawWorld, seed: number) => Promise<string | null | typeof SAYS_NOTHING>,
): Promise<void> {
  const property = fc.asyncProperty(fc.nat(WORLDS - 1), fc.nat(999_999), async (place, seed) => {
    const law = await lawWorld(place);
    const wrong = await check(law, seed);
    fc.pre(wrong !== SAYS_NOTHING);
    if (wrong !== null) throw new Error(`company ${law.label}, question ${seed}: ${String(wrong)}`);
  });
  await fc.assert(property, {
    seed: SEED,
    numRuns: Math.ceil((cases * RUNS) / DEFAULT_RUNS),
    maxSkipsPerRun: MOST_SKIPS,
    endOnFailure: true,
  });
}
