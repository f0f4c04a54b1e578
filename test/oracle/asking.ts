import { type Grain, isShort } from './civil';
import type { Decisions } from './decisions';
import { metricsTested } from './having';
import { type AskedMetric, askedMetric, type Leaf, leavesOf, metricNamed } from './leaves';
import { dimensionOf, splitName, targetOf } from './paths';
import { boundsOf } from './period';
import { type StaticType, typeInDataset, typeOf, typeOfReference } from './static-type';
import { type Row, readTables, type Tables } from './tables';
import { type Bounds, type Calendar, calendarOf } from './time';
import { tuplesLeaf } from './tuples';
import type { Value } from './value';
import type { By, Formula, Question, QuestionPart, Segment, World } from './world';

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
  /** Metrics that `having` tests, asked or not, by name. */
  readonly tested: ReadonlyMap<string, AskedMetric>;
  /** Without metrics: the rows that the tuples come from. */
  readonly tuples: Leaf | null;
  /** The asked metric that a leaf belongs to. */
  readonly owners: ReadonlyMap<Leaf, string>;
  readonly by: readonly ByColumn[];
  readonly bounds: Bounds | null;
  readonly segments: readonly Segment[];
  /** What `per` found out before: by formula, for each entity. */
  readonly known: Map<Formula, Map<Row | null, Value>>;
  /** What holds inside of `per` besides the metric's own conditions: nothing, unless a flipped decision says otherwise. */
  readonly narrowedBy: 'nothing' | 'filters' | 'period';
  /** The same as the conditions of segments see it; null there. */
  readonly inSegments: Asking | null;
  readonly decisions: Decisions;
}

/** The key of a row that holds a `by` value: `time`, `time__month` beside another grain, `orders__channel`, or the asked `as`. */
export function nameOfBy(by: By, all: readonly By[]): string {
  if (by.as !== undefined) return by.as;
  const part = 'part' in by && by.part !== undefined ? `__${by.part}` : '';
  if ('dimension' in by) return `${by.dimension.replaceAll('.', '__')}${part}`;
  if ('part' in by) return `time${part}`;
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

function bucketed(type: StaticType, grain: Grain | undefined, part: QuestionPart | undefined): StaticType {
  if (part !== undefined) return { kind: 'integer' };
  if (grain === undefined) return type;
  return isShort(grain) && type.kind !== 'date' ? { kind: 'instant' } : { kind: 'date' };
}

function typeOfBy(world: World, by: By, leaves: readonly Leaf[]): StaticType {
  if ('dimension' in by) return bucketed(typeOfDimension(world, by.dimension), by.grain, by.part);
  if ('part' in by) return { kind: 'integer' };
  const timed = leaves.find((leaf) => leaf.time !== null);
  const type = timed?.time ? typeOfReference(world, timed.home, timed.time) : ({ kind: 'date' } as const);
  return bucketed(type, by.time, undefined);
}

/** Looks everything up. Only for questions that are not refused. */
export function ask(world: World, question: Question, decisions: Decisions): Asking {
  const lookUp = (name: string): AskedMetric => askedMetric(world, metricNamed(world, name), decisions);
  const metrics = question.metrics.map(lookUp);
  const tested = new Map(
    metricsTested(question.having ?? []).map((name) => [
      name,
      metrics.find((asked) => asked.metric.name === name) ?? lookUp(name),
    ]),
  );
  const by = question.by ?? [];
  const leaves = metrics.flatMap(leavesOf);
  const calendar = calendarOf(world, question, decisions);
  const tuples = metrics.length === 0 ? tuplesLeaf(world, question, decisions) : null;
  const asking: Asking = {
    tables: readTables(world, decisions),
    question,
    calendar,
    metrics,
    metricTypes: metrics.map((asked) => typeOf(world, null, asked.metric.formula)),
    tested,
    tuples,
    owners: new Map(
      [...metrics, ...tested.values()].flatMap((asked) =>
        leavesOf(asked).map((leaf) => [leaf, asked.metric.name] as const),
      ),
    ),
    by: by.map((each) => ({ by: each, name: nameOfBy(each, by), type: typeOfBy(world, each, leaves) })),
    bounds: tuples && question.period?.column === undefined ? null : boundsOf(world, question, calendar),
    segments: (question.segments ?? []).map((name) => segmentNamed(world, name)),
    known: new Map(),
    narrowedBy: decisions.perSeesAllRows ? 'nothing' : 'filters',
    inSegments: null,
    decisions,
  };
  return { ...asking, inSegments: segmentsAsk(asking) };
}

function segmentsAsk(asking: Asking): Asking {
  const { segmentsBlindToFilters, segmentsBlindToPeriod } = asking.decisions;
  const narrowedBy = !segmentsBlindToFilters ? 'filters' : !segmentsBlindToPeriod ? 'period' : 'nothing';
  return { ...asking, narrowedBy, known: new Map() };
}

function segmentNamed(world: World, name: string): Segment {
  const found = world.segments?.find((segment) => segment.name === name);
  if (!found) throw new ReferenceError(`the world has no segment "${name}"`);
  return found;
}
