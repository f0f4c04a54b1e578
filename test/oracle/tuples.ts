import { countRows } from './build';
import type { Decisions } from './decisions';
import type { Leaf } from './leaves';
import { pathsTo, reaches, splitName } from './paths';
import type { Dataset, Question, World } from './world';

/**
 * The datasets that the tuples of a question without metrics may come from: those that reach every `by` and the column of the
 * period, each by one chain, but none that leads to another of them. One = the coarsest (docs/semantics.md, 45).
 */
export function tupleHomes(
  world: World,
  question: Question,
  { coarsestDataset }: Decisions,
): readonly Dataset[] {
  const { column } = question.period ?? {};
  const names = [
    ...(question.by ?? []).flatMap((by) => ('dimension' in by ? [by.dimension] : [])),
    ...(column === undefined ? [] : [column]),
  ];
  const reaching = world.datasets.filter((dataset) =>
    names.every((name) => pathsTo(world, dataset.name, splitName(name).chain).length === 1),
  );
  const leadsTo = (from: Dataset, to: Dataset): boolean =>
    from !== to && reaches(world, from.name, to.name) && !reaches(world, to.name, from.name);
  return reaching.filter(
    (dataset) =>
      !reaching.some((other) => (coarsestDataset ? leadsTo(dataset, other) : leadsTo(other, dataset))),
  );
}

/** The rows of tuples as if they fed a metric. */
export function tuplesLeaf(world: World, question: Question, decisions: Decisions): Leaf | null {
  const [home] = tupleHomes(world, question, decisions);
  if (!home) return null;
  const { column } = question.period ?? {};
  return {
    home: home.name,
    aggregate: countRows(home.name),
    where: [],
    time: column === undefined ? null : { kind: 'reference', ...splitName(column) },
    empty: undefined,
  };
}
