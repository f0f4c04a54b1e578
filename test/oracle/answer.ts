import { type Asking, ask } from './asking';
import { type Cells, cellsOf } from './cells';
import { isShort, nextBucket } from './civil';
import { AS_DECIDED, type Decisions } from './decisions';
import { type Fed, rowsInQuestion } from './feeding';
import { keeps } from './having';
import { leavesOf } from './leaves';
import { refusals } from './legality';
import { type SortKey, sorted, sortKeys } from './order';
import { add, ZERO } from './rational';
import type { StaticType } from './static-type';
import { dateValue, isNumber, isTime, keyOfAll, type Value } from './value';
import type { Question, World } from './world';

export interface ExpectedColumn {
  readonly name: string;
  readonly role: 'by' | 'metric';
  readonly type: StaticType;
  /** The zone whose offset instants are written with. */
  readonly zone: string;
}

/** The right answer: all rows in order, of which `[offset, offset + limit)` are shown. */
export interface ExpectedAnswer {
  readonly columns: readonly ExpectedColumn[];
  readonly rows: readonly (readonly Value[])[];
  readonly order: readonly SortKey[];
  readonly offset: number;
  readonly limit: number;
  /** One value per column, null for `by` columns; null when they were not asked. */
  readonly totals: readonly Value[] | null;
}

/** Any of these codes is right: a question may have several faults. */
export interface ExpectedRefusal {
  readonly refused: readonly string[];
}

export type Expected = ExpectedAnswer | ExpectedRefusal;

/** The answer by hand: for every cell, which rows feed it, and their aggregate in a loop. */
export function answer(world: World, question: Question, decisions: Decisions = AS_DECIDED): Expected {
  const refused = refusals(world, question, decisions);
  if (refused.length > 0) return { refused };
  const asking = ask(world, question, decisions);
  const cells = cellsOf(asking);
  const order = sortKeys(asking);
  const groups = groupsOf(asking, cells);
  const isKept = (group: Group): boolean => isKeptByHaving(asking, cells, group);
  const isLate = !decisions.havingBeforeLimit;
  const found = isLate ? groups : groups.filter(isKept);
  const rows = sorted(
    found.map((group) => rowOf(asking, cells, group)),
    order,
    decisions,
  );
  const shown = { offset: question.offset ?? 0, limit: question.limit ?? Number.POSITIVE_INFINITY };
  const totals = question.totals ? totalsOf(asking, cells, rows) : null;
  const columns = columnsOf(asking, question.zone ?? world.zone);
  if (!isLate) return { columns, rows, order, ...shown, totals };
  const keys = new Set(groups.filter(isKept).map(({ key }) => key));
  const left = rows
    .slice(shown.offset, shown.offset + shown.limit)
    .filter((row) => keys.has(keyOfAll(row.slice(0, asking.by.length))));
  return { columns, rows: left, order, offset: 0, limit: Number.POSITIVE_INFINITY, totals };
}

/** What is right, by the case: whoever makes a question asks for its answer first. */
const KNOWN = new WeakMap<World, WeakMap<Question, Expected>>();

/** The right answer, computed once for each question. */
export function rightAnswer(world: World, question: Question): Expected {
  const known = KNOWN.get(world) ?? new WeakMap<Question, Expected>();
  KNOWN.set(world, known);
  const found = known.get(question) ?? answer(world, question);
  known.set(question, found);
  return found;
}

function isKeptByHaving(asking: Asking, cells: Cells, group: Group): boolean {
  const { question, tested, calendar } = asking;
  const valueFor = (metric: string): Value => {
    const asked = tested.get(metric);
    return asked ? cells.value(asked, (fed) => fed.key === group.key) : null;
  };
  return keeps(question.having ?? [], valueFor, calendar);
}

const columnsOf = (asking: Asking, zone: string): readonly ExpectedColumn[] => [
  ...asking.by.map(({ name, type }): ExpectedColumn => ({ name, role: 'by', type, zone })),
  ...asking.question.metrics.map(
    (name, i): ExpectedColumn => ({
      name,
      role: 'metric',
      zone,
      type: asking.metricTypes[i] ?? { kind: 'null' },
    }),
  ),
];

interface Group {
  readonly key: string;
  readonly values: readonly Value[];
}

/** A group is there when at least one row feeds at least one leaf of an asked metric in it; without `by`, always. */
function groupsOf(asking: Asking, cells: Cells): readonly Group[] {
  const { decisions, tuples } = asking;
  if (tuples) return tuplesOf(asking, cells.feeding(tuples));
  const counted = decisions.everyGroupKept ? asking.metrics : asking.metrics.slice(0, 1);
  const feeding = counted
    .flatMap(leavesOf)
    .flatMap((leaf) => (decisions.groupsNeedRows ? cells.feeding(leaf) : rowsInQuestion(asking, leaf)));
  const groups = new Map(feeding.map((fed) => [fed.key, fed.group]));
  if (asking.by.length === 0 && (groups.size > 0 || decisions.oneRowWithoutBy)) groups.set('', []);
  const found = [...groups].map(([key, values]): Group => ({ key, values }));
  return decisions.noInventedRows ? found : filled(asking, found);
}

/** Without metrics: the tuples of `by` that occur, once each unless repeats are asked for. */
function tuplesOf({ question, decisions }: Asking, feeding: readonly Fed[]): readonly Group[] {
  const { tuplesDistinct, repeatsKeptIfAsked } = decisions;
  const isOnce = question.distinct === false ? !repeatsKeptIfAsked : tuplesDistinct;
  const all = feeding.map(({ key, group }): Group => ({ key, values: group }));
  return isOnce ? [...new Map(all.map((group) => [group.key, group])).values()] : all;
}

/** The flipped decision: every bucket between the first and the last. */
function filled(asking: Asking, groups: readonly Group[]): readonly Group[] {
  const [only, ...others] = asking.by;
  const grain = only && 'time' in only.by ? only.by.time : undefined;
  const days = groups.flatMap(({ values: [value = null] }) =>
    isTime(value) && value.kind === 'date' ? [value.at] : [],
  );
  if (others.length > 0 || grain === undefined || isShort(grain)) return groups;
  const all = new Map(groups.map((group) => [group.key, group]));
  for (let day = Math.min(...days); day < Math.max(...days); day = nextBucket(day, grain)) {
    const values = [dateValue(day)];
    if (!all.has(keyOfAll(values))) all.set(keyOfAll(values), { key: keyOfAll(values), values });
  }
  return [...all.values()];
}

function rowOf(asking: Asking, cells: Cells, group: Group): readonly Value[] {
  const belongs = (fed: Fed): boolean => fed.key === group.key;
  return [...group.values, ...asking.metrics.map((asked) => cells.value(asked, belongs))];
}

/** The same question with no `by`, whatever is shown. */
function totalsOf(asking: Asking, cells: Cells, rows: readonly (readonly Value[])[]): readonly Value[] {
  const { decisions, question, by } = asking;
  const blanks = by.map(() => null);
  const end = (question.offset ?? 0) + (question.limit ?? rows.length);
  const shown = new Set(
    rows.slice(question.offset ?? 0, end).map((row) => keyOfAll(row.slice(0, by.length))),
  );
  const kept = new Set(rows.map((row) => keyOfAll(row.slice(0, by.length))));
  const belongs = (fed: Fed): boolean =>
    (decisions.totalsIgnoreLimit || shown.has(keyOfAll(fed.group))) &&
    (decisions.totalsIgnoreHaving || kept.has(keyOfAll(fed.group)));
  if (decisions.totalsRecomputed)
    return [...blanks, ...asking.metrics.map((asked) => cells.value(asked, belongs))];
  return [...blanks, ...asking.metrics.map((_, i) => summed(rows.map((row) => row[by.length + i] ?? null)))];
}

/** The flipped decision: totals as sums of finished values. */
function summed(values: readonly Value[]): Value {
  const numbers = values.filter(isNumber);
  const [first] = numbers;
  if (!first) return values.find((value) => value !== null) ?? null;
  return { ...first, is: numbers.reduce((sum, value) => add(sum, value.is), ZERO) };
}
