import type { Metric } from '../../metrics/model/catalog';
import type { Task } from './ask-examples';
import type { Example } from './example';
import type { Subject } from './subject';

/** One metric to compute for examples that are split alike. */
export interface Asked extends Task {
  readonly subject: Subject;
  /** The position of the variant; null for the whole metric. */
  readonly variant: number | null;
}

/** Metrics, whole or without a clause, that one statement answers at most. */
const TOGETHER = 32;
/** The size of those metrics, in characters of their leaves as JSON; a statement much longer than this costs more than two. */
const MAX_SIZE = 100_000;

export const taskKey = (subject: Subject, by: Example['by'], variant: number | null): string =>
  JSON.stringify([subject.metric.name, by.map((b) => b.name), variant]);

const sizeOf = ({ leaves }: Metric): number =>
  leaves.reduce((sum, leaf) => sum + JSON.stringify(leaf).length, 0);

/**
 * What is to be asked, by statement: without `by` many metrics at once; with it one, because the groups of an answer are those of
 * all its metrics.
 */
export function tasksOf(
  subjects: readonly Subject[],
  numbers: ReadonlyMap<Example, number>,
): readonly (readonly Asked[])[] {
  const split: Asked[][] = [];
  const plain: Asked[][] = [];
  let size = MAX_SIZE;
  for (const task of subjects.flatMap((subject) => tasksOfOne(subject, numbers))) {
    if (task.by.length > 0) {
      split.push([task]);
      continue;
    }
    const last = plain.at(-1);
    if (last && last.length < TOGETHER && size < MAX_SIZE) last.push(task);
    else {
      plain.push([task]);
      size = 0;
    }
    size += sizeOf(task.metric);
  }
  return [...plain, ...split];
}

function tasksOfOne(subject: Subject, numbers: ReadonlyMap<Example, number>): readonly Asked[] {
  const bySplit = new Map<string, Example[]>();
  for (const example of subject.examples) {
    const key = JSON.stringify(example.by.map((b) => b.name));
    bySplit.set(key, [...(bySplit.get(key) ?? []), example]);
  }
  return [...bySplit.values()].flatMap((split): Asked[] => {
    const examples = split.map((example) => numbers.get(example)!);
    const { by } = split[0]!;
    return [
      { subject, by, examples, metric: subject.metric, variant: null },
      ...subject.variants.flatMap(({ metric, idle }, variant) =>
        metric === null || idle ? [] : [{ subject, by, examples, metric, variant }],
      ),
    ];
  });
}
