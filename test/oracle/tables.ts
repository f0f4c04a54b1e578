import type { Decisions } from './decisions';
import { compareValues, fold, parseCell, type Value } from './value';
import type { Dataset, Join, World } from './world';

/** One row of a dataset, its cells read as values. */
export interface Row {
  readonly dataset: Dataset;
  readonly cells: ReadonlyMap<string, Value>;
}

/** A world whose cells are read. Everything that answers a question takes it. */
export interface Tables {
  readonly world: World;
  readonly decisions: Decisions;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Where each row's joins lead, as far as they were followed. */
  readonly followed: WeakMap<Row, Map<string, Row | null>>;
}

/** What was read of a world before, for each way to read it. */
const READ = new WeakMap<World, Map<string, Tables>>();

export function readTables(world: World, decisions: Decisions): Tables {
  const known = READ.get(world) ?? new Map<string, Tables>();
  READ.set(world, known);
  const { notFiniteIsNull, emptyStringIsNotNull, stringsByteWise, columnZone } = decisions;
  const key = [notFiniteIsNull, emptyStringIsNotNull, stringsByteWise, columnZone].join();
  const tables = known.get(key) ?? readAll(world, decisions);
  known.set(key, tables);
  return tables;
}

function readAll(world: World, decisions: Decisions): Tables {
  const rows = new Map(
    world.datasets.map((dataset) => [
      dataset.name,
      dataset.rows.map((cells) => ({
        dataset,
        cells: new Map(
          dataset.columns.map((column, i) => [
            column.name,
            parseCell(cells[i] ?? null, column.type, decisions, column.zone),
          ]),
        ),
      })),
    ]),
  );
  return { world, decisions, rows, followed: new WeakMap() };
}

export function datasetNamed(world: World, name: string): Dataset {
  const found = world.datasets.find((dataset) => dataset.name === name);
  if (!found) throw new ReferenceError(`the world has no dataset "${name}"`);
  return found;
}

export const rowsOf = (tables: Tables, dataset: string): readonly Row[] => tables.rows.get(dataset) ?? [];

function matches(tables: Tables, row: Row, join: Join, target: Row): boolean {
  return join.by.every((column, i) => {
    const own = row.cells.get(column) ?? null;
    const key = target.cells.get(target.dataset.key[i] ?? '') ?? null;
    return (
      own !== null &&
      key !== null &&
      compareValues(fold(own, tables.decisions), fold(key, tables.decisions)) === 0
    );
  });
}

/** The row that a join leads to; null for an orphan or a NULL key. */
export function follow(tables: Tables, row: Row, join: Join): Row | null {
  const known = tables.followed.get(row) ?? new Map<string, Row | null>();
  tables.followed.set(row, known);
  const before = known.get(join.name);
  if (before !== undefined) return before;
  const found = rowsOf(tables, join.to).find((target) => matches(tables, row, join, target)) ?? null;
  known.set(join.name, found);
  return found;
}

/** Follows joins one after the other; null where one of them leads nowhere. */
export function followAll(tables: Tables, row: Row, path: readonly Join[]): Row | null {
  let at: Row | null = row;
  for (const join of path) at = at && follow(tables, at, join);
  return at;
}
