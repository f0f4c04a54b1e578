import { Failure } from '../../base/failure';
import type { Engine } from '../../engines/engine';
import type { Findings } from '../../metrics/definitions/findings';
import type { Catalog } from '../../metrics/model/catalog';
import { askGroup, type Catalogs, datasetsOf, type Group, type Outcome, planGroup } from './ask-examples';
import type { Example } from './example';
import { EXAMPLES, exampleCatalog } from './example-catalog';
import { type Hearing, judgeAnswer, judgeClauses } from './judge';
import { createSchema, loadTable } from './load-tables';
import type { Subject } from './subject';
import { type Asked, taskKey, tasksOf } from './tasks';

/** Examples whose rows lie in the tables at a time. */
const BATCH = 250;
/** Wrong answers of one metric; more of them say nothing new. */
const MAX_WRONG = 50;

const FULL = 'examples';
const BARE = 'no rows';

/** Runs the examples of all subjects in an empty database that may be written to; what is wrong goes to the findings. */
export async function runExamples(
  subjects: readonly Subject[],
  catalog: Catalog,
  engine: Engine,
  findings: Findings,
): Promise<void> {
  const catalogs = { full: exampleCatalog(catalog, FULL), bare: exampleCatalog(catalog, BARE) };
  for (const schema of [FULL, BARE]) await engine.run(createSchema(schema), []);
  for (const batch of batches(subjects)) await new Batch(batch, catalogs, engine).run(findings);
}

function batches(subjects: readonly Subject[]): readonly (readonly Subject[])[] {
  const all: Subject[][] = [];
  let size = BATCH;
  for (const subject of subjects) {
    if (size >= BATCH) {
      all.push([]);
      size = 0;
    }
    all.at(-1)!.push(subject);
    size += subject.examples.length;
  }
  return all;
}

/** Subjects whose examples are in the tables together. */
class Batch {
  private readonly numbers: ReadonlyMap<Example, number>;
  private readonly outcomes = new Map<string, Outcome | Failure>();
  /** Datasets that the database has no table for, such as one whose columns differ in the case of letters only. */
  private readonly unusable = new Map<string, Failure>();

  constructor(
    private readonly subjects: readonly Subject[],
    private readonly catalogs: Catalogs,
    private readonly engine: Engine,
  ) {
    const examples = subjects.flatMap((subject) => subject.examples);
    this.numbers = new Map(examples.map((example, i) => [example, i + 1]));
  }

  async run(findings: Findings): Promise<void> {
    const groups = tasksOf(this.subjects, this.numbers).flatMap((tasks) => this.plan(tasks) ?? []);
    for (const name of new Set([EXAMPLES, ...groups.flatMap(({ plan }) => datasetsOf(plan))]))
      await this.load(name);
    for (const group of groups) {
      const found = await askGroup(group, this.catalogs, this.engine);
      for (const [i, outcome] of found.entries()) this.settle(group.tasks[i]!, outcome);
    }
    for (const subject of this.subjects) this.judge(subject, findings);
  }

  /** The plan of some tasks; null when there is none, which is then their outcome. */
  private plan(tasks: readonly Asked[]): Group<Asked> | null {
    try {
      return planGroup(tasks, this.catalogs);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      for (const task of tasks) this.settle(task, error);
      return null;
    }
  }

  private settle(task: Asked, outcome: Outcome | Failure): void {
    this.outcomes.set(taskKey(task.subject, task.by, task.variant), this.causeOf(task, outcome));
  }

  /** A table that is not there fails every task that reads it; why it is not there is the better reason. */
  private causeOf(task: Asked, outcome: Outcome | Failure): Outcome | Failure {
    if (!(outcome instanceof Failure) || this.unusable.size === 0) return outcome;
    const reads = datasetsOf(planGroup([task], this.catalogs).plan);
    return reads.map((name) => this.unusable.get(name)).find((failure) => failure !== undefined) ?? outcome;
  }

  /** Makes the tables of a dataset, with the rows of the examples and without any. */
  private async load(name: string): Promise<void> {
    const rows = [...this.numbers].flatMap(([example, n]) =>
      (name === EXAMPLES ? [new Map()] : (example.rows.get(name) ?? [])).map((row) => ({ example: n, row })),
    );
    const { full, bare } = this.catalogs;
    const { number } = full;
    try {
      await loadTable(this.engine, { number, dataset: full.catalog.datasets.get(name)!, rows });
      await loadTable(this.engine, { number, dataset: bare.catalog.datasets.get(name)!, rows: [] });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'ENGINE.FAILED') throw error;
      this.unusable.set(name, error);
    }
  }

  private judge(subject: Subject, findings: Findings): void {
    const hearings = subject.examples.map((example): Hearing => {
      const outcome = (variant: number | null): Outcome | Failure | null =>
        this.outcomes.get(taskKey(subject, example.by, variant)) ?? null;
      return {
        example,
        number: this.numbers.get(example)!,
        whole: outcome(null)!,
        variants: subject.variants.map((_, i) => outcome(i)),
      };
    });
    let wrong = 0;
    for (const hearing of hearings)
      if (wrong < MAX_WRONG && judgeAnswer(subject, hearing, findings)) wrong += 1;
    judgeClauses(subject, hearings, findings);
  }
}
