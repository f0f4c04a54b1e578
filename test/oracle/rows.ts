import { type Arguments, aggregateRows } from './aggregate';
import type { Asking } from './asking';
import { formulasIn, holds, testsIn } from './condition';
import { evaluate } from './formula';
import { datePart } from './functions';
import { type AskedMetric, askedMetric, emptyValue, isCount, type Leaf } from './leaves';
import { dimensionOf, pathsTo, splitName } from './paths';
import { nowOf } from './period';
import { typeOf } from './static-type';
import { datasetNamed, followAll, type Row, rowsOf } from './tables';
import { bucket, isInPeriod } from './time';
import type { Value } from './value';
import type { Aggregate, By, Condition, DatePart, Formula, Per, QuestionPart, Reference } from './world';

const NOT_IN_ROWS = (): never => {
  throw new TypeError('a formula over rows has no aggregates in it');
};
const NOT_IN_METRICS = (): never => {
  throw new TypeError('a metric has no columns outside of its aggregates');
};

/** A column or dimension of the row's own dataset. A dimension is evaluated right here, before any join. */
function ownValue(asking: Asking, row: Row, name: string): Value {
  const cell = row.cells.get(name);
  if (cell !== undefined) return cell;
  const formula = dimensionOf(row.dataset, name)?.formula;
  if (!formula) throw new ReferenceError(`"${row.dataset.name}" has no column or dimension "${name}"`);
  return valueOnRow(asking, row, formula);
}

/** The row that a chain leads to; null where the joins lead to no row. */
function rowAt(asking: Asking, row: Row, chain: readonly string[]): Row | null {
  const [path = []] = pathsTo(asking.tables.world, row.dataset.name, chain, asking.decisions);
  return followAll(asking.tables, row, path);
}

/** What a reference means on a row: NULL where the joins lead to no row. */
function referenceOnRow(asking: Asking, row: Row, { chain, name }: Reference): Value {
  if (chain.length === 0) return ownValue(asking, row, name);
  const target = rowAt(asking, row, chain);
  if (target) return ownValue(asking, target, name);
  if (asking.decisions.outsideTheJoinIsNull) return null;
  const [path = []] = pathsTo(asking.tables.world, row.dataset.name, chain, asking.decisions);
  return ownValue(asking, rowOfNulls(asking, path.at(-1)?.to ?? ''), name);
}

function rowOfNulls(asking: Asking, dataset: string): Row {
  const found = datasetNamed(asking.tables.world, dataset);
  return { dataset: found, cells: new Map(found.columns.map((column) => [column.name, null])) };
}

/** The value of a formula on one row. */
export function valueOnRow(asking: Asking, row: Row, formula: Formula): Value {
  return evaluate(formula, {
    clock: asking.calendar,
    reference: (reference) => referenceOnRow(asking, row, reference),
    aggregate: NOT_IN_ROWS,
    metric: NOT_IN_ROWS,
    per: (per) => perOnRow(asking, row, per),
    now: () => ({ kind: 'instant', at: nowOf(asking.tables.world, asking.question, asking.calendar) }),
  });
}

export const meetsOwn = (asking: Asking, leaf: Leaf, row: Row): boolean =>
  leaf.where.every((formula) => valueOnRow(asking, row, formula) === true);

/** The value of a metric, given what each of its aggregates is. */
export function valueOfMetric(asking: Asking, asked: AskedMetric, leafValue: (leaf: Leaf) => Value): Value {
  return evaluate(asked.metric.formula, {
    clock: asking.calendar,
    reference: NOT_IN_METRICS,
    aggregate: (aggregate: Aggregate) => leafValue(asked.leaves.get(aggregate) as Leaf),
    metric: (name) => valueOfMetric(asking, asked.inner.get(name) as AskedMetric, leafValue),
    per: NOT_IN_METRICS,
    now: NOT_IN_METRICS,
  });
}

/** One aggregate over the rows that feed one cell; `empty` where there are none, or where they have no value. */
export function valueOfLeaf(asking: Asking, leaf: Leaf, rows: readonly Row[]): Value {
  const { decisions, tables } = asking;
  const args: Arguments[] = rows.map((row) => leaf.aggregate.args.map((arg) => valueOnRow(asking, row, arg)));
  const [argument] = leaf.aggregate.args;
  const type = argument ? typeOf(tables.world, leaf.home, argument) : ({ kind: 'null' } as const);
  const value = args.length === 0 ? null : aggregateRows(leaf.aggregate, args, type, decisions);
  if (value !== null || !decisions.emptyBeforeArithmetic) return value;
  return isCount(leaf.aggregate) && !decisions.emptyDefaultOfCounts && leaf.empty === undefined
    ? null
    : emptyValue(leaf);
}

/** `per(entity, metric)`: NULL where there is no entity, else the metric over all rows that belong to it. */
function perOnRow(asking: Asking, row: Row, { entity, of }: Per): Value {
  const { decisions } = asking;
  const target = rowAt(asking, row, entity);
  if (!target && decisions.perWithoutEntityIsNull) return null;
  const known = asking.known.get(of) ?? new Map<Row | null, Value>();
  asking.known.set(of, known);
  const before = known.get(target);
  if (before !== undefined) return before;
  const value = valueOfEntity(asking, target, of);
  known.set(target, value);
  return value;
}

function valueOfEntity(asking: Asking, entity: Row | null, of: Formula): Value {
  const { world } = asking.tables;
  const asked = askedMetric(world, { name: 'per', team: '', formula: of }, asking.decisions);
  let hasRows = false;
  const value = valueOfMetric(asking, asked, (leaf) => {
    const rows = entity === null ? [] : rowsOfEntity(asking, entity, leaf);
    hasRows ||= rows.length > 0;
    return valueOfLeaf(asking, leaf, rows);
  });
  return hasRows || asking.decisions.perOfNoRowsIsEmpty ? value : null;
}

/** The rows of a leaf that lead to the entity, whatever the question asks. */
function rowsOfEntity(asking: Asking, entity: Row, leaf: Leaf): readonly Row[] {
  return rowsOf(asking.tables, leaf.home).filter(
    (row) =>
      rowAt(asking, row, [entity.dataset.name]) === entity &&
      meetsOwn(asking, leaf, row) &&
      !isNarrowedOut(asking, leaf, row),
  );
}

/** The flipped decisions: the question's own conditions or its period hold inside of `per` and segments too. */
function isNarrowedOut(asking: Asking, leaf: Leaf, row: Row): boolean {
  if (asking.narrowedBy === 'period' && asking.bounds && leaf.time)
    return !isInPeriod(timeOnRow(asking, leaf, row), asking.bounds, asking.calendar);
  return asking.narrowedBy === 'filters' && !(asking.question.where ?? []).every(isMetIfAskable);
  function isMetIfAskable(condition: Condition): boolean {
    const tests = testsIn(condition);
    const isAskable =
      formulasIn(condition).length === 0 &&
      condition.onlyFor === undefined &&
      tests.every(
        (test) =>
          'dimension' in test &&
          pathsTo(asking.tables.world, leaf.home, splitName(test.dimension).chain, asking.decisions)
            .length === 1,
      );
    return !isAskable || meetsCondition(asking, leaf, row, condition);
  }
}

/** Is a condition of the question met by a row that would feed a leaf? */
export function meetsCondition(asking: Asking, leaf: Leaf, row: Row, condition: Condition): boolean {
  const subjects = {
    dimension: (name: string) => dimensionOnRow(asking, row, name),
    time: () => conditionTimeOnRow(asking, leaf, row),
    formula: (formula: Formula) => valueOnRow(asking, row, formula),
  };
  return holds(condition, subjects, asking.calendar) === true;
}

/** The value of `customers.region` on a row of some fact. */
export function dimensionOnRow(asking: Asking, row: Row, name: string): Value {
  return referenceOnRow(asking, row, { kind: 'reference', ...splitName(name) });
}

/** The entity of a segment that a row belongs to; null for an orphan or a NULL key on the way. */
export const entityOf = (asking: Asking, row: Row, dataset: string): Row | null =>
  rowAt(asking, row, [dataset]);

/** A row whose joins toward a dimension break off: an orphan or a NULL key on the way. */
export function isCutOff(asking: Asking, row: Row, name: string): boolean {
  return rowAt(asking, row, splitName(name).chain) === null;
}

/** The leaf's own time on a row; NULL too for a timeless leaf, which only a flipped decision asks. */
export function timeOnRow(asking: Asking, leaf: Leaf, row: Row): Value {
  return timeByDefault(asking, leaf, row, asking.decisions.ownTimeOfMetric);
}

/** The time that conditions on `time` read. */
function conditionTimeOnRow(asking: Asking, leaf: Leaf, row: Row): Value {
  const { ownTimeOfMetric, timeConditionOnOwnTime } = asking.decisions;
  return timeByDefault(asking, leaf, row, ownTimeOfMetric && timeConditionOnOwnTime);
}

function timeByDefault(asking: Asking, leaf: Leaf, row: Row, own: boolean): Value {
  const byDefault = row.dataset.time;
  if (!own && byDefault !== null) return ownValue(asking, row, byDefault);
  return leaf.time && referenceOnRow(asking, row, leaf.time);
}

const PARTS: Readonly<Record<QuestionPart, DatePart>> = {
  year: 'year',
  quarter_of_year: 'quarter',
  month_of_year: 'month',
  week_of_year: 'week',
  day_of_year: 'doy',
  day_of_month: 'day',
  day_of_week: 'dow',
  hour_of_day: 'hour',
  minute_of_hour: 'minute',
};

/** Which group of one `by` a row lies in. */
export function groupOnRow(asking: Asking, leaf: Leaf, row: Row, by: By, isBoolean: boolean): Value {
  const { calendar } = asking;
  const value = 'dimension' in by ? dimensionOnRow(asking, row, by.dimension) : timeOnRow(asking, leaf, row);
  if ('part' in by && by.part !== undefined) return datePart(PARTS[by.part], value, calendar);
  if (value === null && isBoolean && !asking.decisions.booleanNullApart) return false;
  const grain = 'time' in by ? by.time : 'grain' in by ? by.grain : undefined;
  return grain === undefined ? value : bucket(value, grain, calendar);
}
