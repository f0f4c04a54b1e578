import { type Grain, isShort } from './civil';
import type { Decisions } from './decisions';
import { type AskedMetric, askedMetric, type Leaf, leavesOf, metricNamed } from './leaves';
import { dimensionOf, splitName, targetOf } from './paths';
import { type StaticType, typeInDataset, typeOf, typeOfReference } from './static-type';
import { readTables, type Tables } from './tables';
import { type Calendar, calendarOf } from './time';
import type { By, Question, World } from './world';

/** One column of the answer that rows are grouped by. */
export interface ByColumn {
  readonly by: By;
  readonly name: string;
  readonly type: StaticType;
}

/** A question with everything looked up that it names: what all the parts of the oracle pass around. */
export interface Asking {
  readonly tables: Tables;
  readonly question: Question;
  readonly calendar: Calendar;
  readonly metrics: readonly AskedMetric[];
  readonly metricTypes: readonly StaticType[];
  readonly by: readonly ByColumn[];
  readonly decisions: Decisions;
}

/** The key of a row that holds a `by` value: `time`, `time__month` beside another grain, `orders__channel`, or the asked `as`. */
export function nameOfBy(by: By, all: readonly By[]): string {
  if (by.as !== undefined) return by.as;
  if ('dimension' in by) return by.dimension.replaceAll('.', '__');
  const grains = new Set(all.flatMap((each) => ('time' in each ? [each.time] : [])));
  return grains.size > 1 ? `time__${by.time}` : 'time';
}

export function typeOfDimension(world: World, name: string): StaticType {
  const parts = splitName(name);
  const dataset = targetOf(world, parts.chain);
  return dataset && dimensionOf(dataset, parts.name)
    ? typeInDataset(world, dataset, parts.name)
    : { kind: 'null' };
}

const bucketed = (type: StaticType, grain: Grain | undefined): StaticType => {
  if (grain === undefined) return type;
  return isShort(grain) && type.kind !== 'date' ? { kind: 'instant' } : { kind: 'date' };
};

function typeOfBy(world: World, by: By, leaves: readonly Leaf[]): StaticType {
  if ('dimension' in by) return bucketed(typeOfDimension(world, by.dimension), by.grain);
  const timed = leaves.find((leaf) => leaf.time !== null);
  return bucketed(timed?.time ? typeOfReference(world, timed.home, timed.time) : { kind: 'date' }, by.time);
}

/** Looks everything up. Only for questions that are not refused. */
export function ask(world: World, question: Question, decisions: Decisions): Asking {
  const metrics = question.metrics.map((name) => askedMetric(world, metricNamed(world, name), decisions));
  const by = question.by ?? [];
  const leaves = metrics.flatMap(leavesOf);
  return {
    tables: readTables(world, decisions),
    question,
    calendar: calendarOf(question.zone ?? world.zone, world.weekStart, decisions),
    metrics,
    metricTypes: metrics.map((asked) => typeOf(world, null, asked.metric.formula)),
    by: by.map((each) => ({ by: each, name: nameOfBy(each, by), type: typeOfBy(world, each, leaves) })),
    decisions,
  };
}
