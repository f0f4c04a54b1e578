import { Failure } from '../base/failure';
import type { Engine, EngineResult } from '../engines/engine';
import type { Catalog } from '../metrics/model/catalog';
import { columnTypes, type Plan } from '../metrics/model/plan';
import { tableNames } from '../metrics/planner/build';
import type { Part, SharedPlan } from '../metrics/planner/gather-answers';
import type { Pass } from '../metrics/planner/passes/pass';
import { planTogether } from '../metrics/planner/plan-together';
import { dialectOf } from '../metrics/sql/dialects/registry';
import { printPlan } from '../metrics/sql/print-plan';
import type { AskOptions } from './tenet';

/** Where and how plans are run. */
export interface RunContext {
  readonly catalog: Catalog;
  readonly engine: Engine;
  readonly options: AskOptions;
  /** Default: all passes. */
  readonly passes?: readonly Pass[];
}

/** A plan to be run, the catalog that it is of, the zone of its instants, and whose it is: plans of one owner stand and fall together. */
export interface Job {
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly zone: string;
  readonly owner: number;
}

export interface Ran {
  readonly result: Pick<EngineResult, 'columns' | 'rowCount'>;
  /** The statement that gave it, for people. */
  readonly sql: () => string;
}

/**
 * Runs plans in as few statements as pay, in the order given. Each has the outcome that it would have alone: where a statement of
 * several fails, each is run by itself in the time that is left.
 */
export async function runTogether(
  jobs: readonly Job[],
  context: RunContext,
): Promise<readonly PromiseSettledResult<Ran>[]> {
  const outcomes = new Map<number, PromiseSettledResult<Ran>>();
  const zones = [...new Set(jobs.map((job) => job.zone))];
  await Promise.all(
    zones.map(async (zone) => {
      const places = jobs.flatMap((job, place) => (job.zone === zone ? [place] : []));
      await runOfZone(places, jobs, context, outcomes);
    }),
  );
  return jobs.map((_, place) => outcomes.get(place)!);
}

/** Names that no step may have. */
export function namesTaken(jobs: readonly Job[]): ReadonlySet<string> {
  const [first, ...others] = new Set(jobs.map((job) => job.catalog));
  const names = first ? tableNames(first) : new Set<string>();
  return others.length ? new Set([names, ...others.map(tableNames)].flatMap((each) => [...each])) : names;
}

/** Statements decode instants in one zone, so that only plans of one zone can share one. */
async function runOfZone(
  places: readonly number[],
  jobs: readonly Job[],
  context: RunContext,
  outcomes: Map<number, PromiseSettledResult<Ran>>,
): Promise<void> {
  const { engine, passes } = context;
  const { traits } = dialectOf(engine.dialect);
  const zoned = places.map((place) => jobs[place]!);
  const plans = zoned.map((job) => job.plan);
  const statements = planTogether(namesTaken(zoned), plans, traits, passes);
  await Promise.all(
    statements.map(async (statement) => {
      const own = statement.parts.map(({ plan }) => places[plan]!);
      const settled = await runShared(
        statement,
        own.map((place) => jobs[place]!),
        context,
      );
      own.forEach((place, i) => void outcomes.set(place, settled[i]!));
    }),
  );
}

/** What a statement for several questions may take of their deadline: the rest is for each of them alone. */
const SHARED_TIME = 1 / 3;

async function runShared(
  shared: SharedPlan,
  jobs: readonly Job[],
  context: RunContext,
): Promise<readonly PromiseSettledResult<Ran>[]> {
  const deadlineMs = context.options.deadlineMs ?? context.catalog.company.limits.deadlineMs;
  const zone = jobs[0]!.zone;
  const isOfOne = new Set(jobs.map((job) => job.owner)).size === 1;
  const startedAt = performance.now();
  try {
    const ran = await runPlan(shared, zone, isOfOne ? deadlineMs : deadlineMs * SHARED_TIME, context);
    return ran.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    const isFinal =
      context.options.signal?.aborted || (isOfOne && isDeadline(reason)) || !sharesScans(shared);
    if (isFinal) return jobs.map(() => ({ status: 'rejected', reason }));
    return runEach(jobs, Math.max(1, deadlineMs - (performance.now() - startedAt)), context);
  }
}

/** A statement in which nothing is shared says of its question all that there is to say. */
const sharesScans = ({ plan, parts }: SharedPlan): boolean =>
  parts.length > 1 || plan.steps.some((step) => step.kind === 'select' && step.shared);

/** Each plan by itself and as it was built: whatever fails now fails of its own accord. */
function runEach(
  jobs: readonly Job[],
  deadlineMs: number,
  context: RunContext,
): Promise<readonly PromiseSettledResult<Ran>[]> {
  const { traits } = dialectOf(context.engine.dialect);
  return Promise.allSettled(
    jobs.map(async (job) => {
      const { plan, zone } = job;
      const [alone] = planTogether(namesTaken([job]), [plan], traits, []);
      const [ran] = await runPlan(alone!, zone, deadlineMs, context);
      return ran!;
    }),
  );
}

const isDeadline = (error: unknown): boolean => error instanceof Failure && error.code === 'ENGINE.DEADLINE';

/** Runs one plan by itself. */
export async function runAlone(job: Job, context: RunContext): Promise<Ran> {
  const [outcome] = await runTogether([job], context);
  if (outcome!.status === 'rejected') throw outcome!.reason;
  return outcome!.value;
}

async function runPlan(
  { plan, parts }: SharedPlan,
  zone: string,
  deadlineMs: number,
  { engine, options }: RunContext,
): Promise<readonly Ran[]> {
  const printed = printPlan(plan, engine.dialect);
  const { signal } = options;
  const types = columnTypes(plan.steps.at(-1)!);
  const result = await engine.run(printed.statement, types, {
    deadlineMs,
    zone,
    ...(signal ? { signal } : {}),
  });
  return parts.map((part) => ({ result: partOf(result, part), sql: () => printed.text }));
}

/** The rows of one answer: they stand together, in its order. */
function partOf({ columns, rowCount }: EngineResult, { number, columns: places }: Part): Ran['result'] {
  if (number === null) return { columns: places.map((place) => columns[place]!), rowCount };
  const numbers = columns[0]!.map(Number);
  const from = numbers.indexOf(number);
  const to = numbers.lastIndexOf(number) + 1;
  const rows = from === -1 ? [0, 0] : [from, to];
  return { columns: places.map((place) => columns[place]!.slice(...rows)), rowCount: rows[1]! - rows[0]! };
}
