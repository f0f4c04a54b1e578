import { Failure } from '../../src/base/failure';
import type { Answer } from '../../src/metrics/model/answer';
import type { Query } from '../../src/metrics/model/query';
import { PASSES } from '../../src/metrics/planner/passes/pass-list';
import { answerTogether } from '../../src/service/ask';
import type { RunContext } from '../../src/service/run-together';
import { filesOf, questionTree, statementsOf, tablesOf } from '../oracle/render';
import { casesOf } from '../oracle/run';
import committed from '../seed.json';
import { differenceOfAnswers, recorded } from '../support/cases-compare';
import { openTenet } from '../support/in-memory-tenet';
import { operationOf } from './operation-questions';

const seed = Number(process.env['TENET_SEED'] ?? committed.seed);
const RUNS = Number(process.env['TENET_RUNS'] ?? 120);
/** Questions of the generator in one operation; each brings two siblings. */
const TILES = 4;

/** An answer with its notices, or what was said instead. */
type Outcome = Awaited<ReturnType<typeof recorded>> | { readonly refused: string };

const outcomeOf = async (settled: PromiseSettledResult<Answer>): Promise<Outcome> => {
  if (settled.status === 'fulfilled') return recorded(settled.value);
  if (settled.reason instanceof Failure)
    return { refused: `${settled.reason.code} ${settled.reason.message}` };
  throw settled.reason;
};

function differenceOf(want: Outcome, got: Outcome): string | null {
  if ('refused' in want || 'refused' in got)
    return JSON.stringify(want) === JSON.stringify(got)
      ? null
      : `${JSON.stringify(want)} alone, ${JSON.stringify(got)} together`;
  return differenceOfAnswers(want, got);
}

const outcomesOf = (settled: readonly PromiseSettledResult<Answer>[]): Promise<readonly Outcome[]> =>
  Promise.all(settled.map(outcomeOf));

interface Tally {
  readonly wrong: string[];
  operations: number;
  /** Statements, and those of them that hold a scan for several. */
  statements: number;
  shared: number;
}

/** Asks an operation of several questions together, with each pass left out, and each question alone. */
async function tried(
  queries: readonly Query[],
  context: RunContext,
  label: string,
  tally: Tally,
): Promise<void> {
  const alone = await outcomesOf(
    (await Promise.all(queries.map((query) => answerTogether([query], { ...context, passes: [] })))).map(
      ([only]) => only!,
    ),
  );
  const ways = [PASSES, ...PASSES.map((left) => PASSES.filter((pass) => pass !== left))];
  for (const passes of ways) {
    const together = await outcomesOf(await answerTogether(queries, { ...context, passes }));
    queries.forEach((query, i) => {
      const difference = differenceOf(alone[i]!, together[i]!);
      const names = passes.map(({ name }) => name).join();
      if (difference)
        tally.wrong.push(`${label}/${i} with ${names}: ${difference}\n${JSON.stringify(query)}`);
    });
  }
}

describe('questions of one operation', () => {
  test(
    `are answered together as each is alone, with every pass and without any of them (TENET_SEED=${seed})`,
    async () => {
      const tally: Tally = { wrong: [], operations: 0, statements: 0, shared: 0 };
      for (const { made, questions } of casesOf({ seed, runs: RUNS })) {
        const { world } = made;
        const opened = await openTenet({ files: filesOf(world), statements: statementsOf(tablesOf(world)) });
        const { catalog, engine } = opened.tenet;
        for (let from = 0; from < questions.length; from += TILES) {
          const { label } = questions[from]!;
          const tiles = questions.slice(from, from + TILES).map(({ question }) => question);
          const queries = operationOf(world, tiles, label).map((q) => questionTree(q) as unknown as Query);
          await tried(queries, { catalog, engine, options: {} }, label, tally);
          tally.operations += 1;
          const legal = queries.filter((query) => isLegal(() => opened.tenet.explain(query)));
          const statements = opened.tenet.explainTogether(legal);
          tally.statements += statements.length;
          tally.shared += statements.filter(({ plan }) =>
            plan.steps.some((step) => step.kind === 'select' && step.shared),
          ).length;
        }
        await opened.close();
      }
      expect(tally.wrong.slice(0, 3)).toEqual([]);
      // Were nothing shared, nothing would be proved.
      expect(tally.shared).toBeGreaterThan(tally.operations / 2);
    },
    120_000 + RUNS * 1_000,
  );
});

function isLegal(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}
