import { Failure } from '../../base/failure';
import type { Engine, EngineResult } from '../../engines/engine';
import { parseTemporal } from '../../metrics/language/literals';
import type { Value } from '../../metrics/model/answer';
import type { Company, DimensionName, Metric } from '../../metrics/model/catalog';
import { columnTypes, type Plan } from '../../metrics/model/plan';
import type { BoundBy, BoundQuery } from '../../metrics/planner/bound-query';
import { buildPlan } from '../../metrics/planner/build';
import { printPlan } from '../../metrics/sql/print-plan';
import type { AnswerRow } from './example';
import { EXAMPLES, type ExampleCatalog } from './example-catalog';

/** A metric, whole or without one clause, asked of some examples, all of which are split in one way. */
export interface Task {
  readonly metric: Metric;
  readonly by: readonly DimensionName[];
  /** The numbers of the examples. */
  readonly examples: readonly number[];
}

/** By number of the example; one that is not there has no rows in the answer. */
export type Answers = ReadonlyMap<number, readonly AnswerRow<Value>[]>;

export interface Outcome {
  readonly answers: Answers;
  /** The answer over no rows: without `by` one value, else no group. */
  readonly none: readonly AnswerRow<Value>[];
}

/** Tables with the rows of the examples, and the same without rows. */
export interface Catalogs {
  readonly full: ExampleCatalog;
  readonly bare: ExampleCatalog;
}

/** Tasks that are split alike, to be answered by one statement. */
export interface Group<T extends Task = Task> {
  readonly tasks: readonly T[];
  readonly plan: Plan;
}

/** @throws Failure when a task cannot be split as asked. */
export function planGroup<T extends Task>(tasks: readonly T[], { full }: Catalogs): Group<T> {
  return { tasks, plan: buildPlan(full.catalog, questionOf(tasks, full)) };
}

/** The names of the datasets that a plan reads. */
export function datasetsOf({ steps }: Plan): readonly string[] {
  const sources = steps.flatMap((step) =>
    step.kind === 'select' ? [step.from, ...step.joins.map((join) => join.source)] : [],
  );
  return sources.flatMap((source) => (source.kind === 'step' ? [] : [source.dataset]));
}

/** Answers a group; when the database refuses it, each half for itself, down to the task that is at fault. */
export async function askGroup(
  { tasks, plan }: Group,
  catalogs: Catalogs,
  engine: Engine,
): Promise<readonly (Outcome | Failure)[]> {
  try {
    return await askTogether({ tasks, plan }, catalogs, engine);
  } catch (error) {
    if (!(error instanceof Failure) || !isOfTask(error)) throw error;
    if (tasks.length === 1) return [error];
    const middle = Math.ceil(tasks.length / 2);
    const first = await askGroup(planGroup(tasks.slice(0, middle), catalogs), catalogs, engine);
    return [...first, ...(await askGroup(planGroup(tasks.slice(middle), catalogs), catalogs, engine))];
  }
}

const isOfTask = ({ code }: Failure): boolean =>
  code === 'ENGINE.FAILED' || code === 'ENGINE.OVERFLOW' || code === 'ENGINE.DEADLINE';

async function askTogether(
  { tasks, plan }: Group,
  { full, bare }: Catalogs,
  engine: Engine,
): Promise<readonly Outcome[]> {
  const width = tasks[0]!.by.length;
  const deadlineMs = full.catalog.company.limits.deadlineMs;
  const run = (p: Plan): Promise<EngineResult> =>
    engine.run(printPlan(p, engine.dialect).statement, columnTypes(p.steps.at(-1)!), { deadlineMs });
  const result = await run(plan);
  const present = new Set(result.columns[0]!.map(Number));
  const isComplete = tasks.every((task) => task.examples.every((example) => present.has(example)));
  const none =
    width > 0 || isComplete
      ? null
      : await run(buildPlan(bare.catalog, { ...questionOf(tasks, bare), by: [], where: [] }));
  return tasks.map((_, i) => ({
    answers: answersIn(result, width, i),
    none: none ? [{ keys: [], value: none.columns[i]![0] ?? null }] : [],
  }));
}

/** Columns: the number of the example, the split, the tasks. */
function answersIn({ columns, rowCount }: EngineResult, width: number, task: number): Answers {
  const answers = new Map<number, AnswerRow<Value>[]>();
  const [numbers] = columns;
  const keys = columns.slice(1, width + 1);
  const values = columns[width + 1 + task]!;
  for (let row = 0; row < rowCount; row++) {
    const example = Number(numbers![row]);
    const rows = answers.get(example) ?? [];
    rows.push({ keys: keys.map((key) => key[row] ?? null), value: values[row] ?? null });
    answers.set(example, rows);
  }
  return answers;
}

function questionOf(tasks: readonly Task[], over: ExampleCatalog): BoundQuery {
  const common = { grain: null, part: null };
  const asked = tasks.flatMap((task) => task.examples);
  return {
    // A task alone keeps its name, which refusals mention.
    metrics:
      tasks.length === 1
        ? [tasks[0]!.metric]
        : tasks.map(({ metric }, i) => ({ ...metric, name: `m${i + 1}` })),
    by: [
      { name: EXAMPLES, field: EXAMPLES, target: over.entity, ...common },
      ...tasks[0]!.by.map((target, i): BoundBy => {
        const name = `by ${i + 1}`;
        return { name, field: name, target, ...common };
      }),
    ],
    where: [
      {
        kind: 'test',
        target: over.dimension,
        operator: 'between',
        values: [Math.min(...asked), Math.max(...asked)],
        path: 'where',
      },
    ],
    onlyFor: new Map(),
    segments: [],
    period: null,
    periodColumn: null,
    having: [],
    order: [],
    limit: null,
    limitIsAsked: true,
    offset: 0,
    totals: false,
    distinct: true,
    context: contextOf(over.catalog.company),
  };
}

function contextOf({ zone, now, weekStart }: Company): BoundQuery['context'] {
  const clock = new Date().toISOString();
  return { company: zone, zone, asked: false, now: parseTemporal(now ?? clock)?.text ?? clock, weekStart };
}
