import type { Asking } from './asking';
import { evaluate } from './formula';
import type { Leaf } from './leaves';
import { dimensionOf, pathsTo, splitName } from './paths';
import { datasetNamed, followAll, type Row } from './tables';
import { bucket } from './time';
import type { Value } from './value';
import type { By, Formula, Reference } from './world';

const NOT_IN_ROWS = (): never => {
  throw new TypeError('a formula over rows has no aggregates in it');
};

/** A column or dimension of the row's own dataset. A dimension is evaluated right here, before any join. */
function ownValue(asking: Asking, row: Row, name: string): Value {
  const cell = row.cells.get(name);
  if (cell !== undefined) return cell;
  const formula = dimensionOf(row.dataset, name)?.formula;
  if (!formula) throw new ReferenceError(`"${row.dataset.name}" has no column or dimension "${name}"`);
  return valueOnRow(asking, row, formula);
}

/** What a reference means on a row: NULL where the joins lead to no row. */
function referenceOnRow(asking: Asking, row: Row, { chain, name }: Reference): Value {
  if (chain.length === 0) return ownValue(asking, row, name);
  const [path = []] = pathsTo(asking.tables.world, row.dataset.name, chain);
  const target = followAll(asking.tables, row, path);
  if (target) return ownValue(asking, target, name);
  return asking.decisions.outsideTheJoinIsNull
    ? null
    : ownValue(asking, rowOfNulls(asking, path.at(-1)?.to ?? ''), name);
}

function rowOfNulls(asking: Asking, dataset: string): Row {
  const found = datasetNamed(asking.tables.world, dataset);
  return { dataset: found, cells: new Map(found.columns.map((column) => [column.name, null])) };
}

/** The value of a formula on one row. */
export function valueOnRow(asking: Asking, row: Row, formula: Formula): Value {
  return evaluate(formula, {
    decisions: asking.decisions,
    zone: asking.calendar.zone,
    reference: (reference) => referenceOnRow(asking, row, reference),
    aggregate: NOT_IN_ROWS,
    metric: NOT_IN_ROWS,
  });
}

/** The value of `customers.region` on a row of some fact. */
export function dimensionOnRow(asking: Asking, row: Row, name: string): Value {
  return referenceOnRow(asking, row, { kind: 'reference', ...splitName(name) });
}

/** A row whose joins toward a dimension break off: an orphan or a NULL key on the way. */
export function isCutOff(asking: Asking, row: Row, name: string): boolean {
  const [path = []] = pathsTo(asking.tables.world, row.dataset.name, splitName(name).chain);
  return followAll(asking.tables, row, path) === null;
}

/** The leaf's own time on a row; NULL too for a timeless leaf, which only a flipped decision asks. */
export function timeOnRow(asking: Asking, leaf: Leaf, row: Row): Value {
  return timeByDefault(asking, leaf, row, asking.decisions.ownTimeOfMetric);
}

/** The time that conditions on `time` read. */
export function conditionTimeOnRow(asking: Asking, leaf: Leaf, row: Row): Value {
  const { ownTimeOfMetric, timeConditionOnOwnTime } = asking.decisions;
  return timeByDefault(asking, leaf, row, ownTimeOfMetric && timeConditionOnOwnTime);
}

function timeByDefault(asking: Asking, leaf: Leaf, row: Row, own: boolean): Value {
  const byDefault = row.dataset.time;
  if (!own && byDefault !== null) return ownValue(asking, row, byDefault);
  return leaf.time && referenceOnRow(asking, row, leaf.time);
}

/** Which group of one `by` a row lies in. */
export function groupOnRow(asking: Asking, leaf: Leaf, row: Row, by: By, isBoolean: boolean): Value {
  if ('time' in by) return bucket(timeOnRow(asking, leaf, row), by.time, asking.calendar);
  const value = dimensionOnRow(asking, row, by.dimension);
  if (value === null && isBoolean && !asking.decisions.booleanNullApart) return false;
  return by.grain === undefined ? value : bucket(value, by.grain, asking.calendar);
}
