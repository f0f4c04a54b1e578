import type { Cell, Column, Dataset } from '../world';
import { cellOf, type Pools } from './pools';
import type { Random } from './random';

type Keys = ReadonlyMap<string, readonly (readonly NonNullable<Cell>[])[]>;

const KEY_CELLS: Readonly<Record<string, readonly string[]>> = {
  // 2 and 3283, 7 and 268, 77 and 1721, '' and lth, null and fis share a register of the distinct-count sketch.
  integer: ['1', '2', '3', '4', '0', '-1', '77', '1721', '3283'],
  smallint: ['1', '2', '3', '0', '-1', '7', '268'],
  bigint: ['1', '2', '9007199254740993', '9007199254740992', '0', '-5', '3283'],
  string: ['', 'null', 'a', 'A', 'b', ' a', 'é', "O'Brien", 'lth', 'fis'],
};

const keyCell = (random: Random, column: Column, pools: Pools): string =>
  random.pick(KEY_CELLS[column.type] ?? pools.days);

/** Keys of a table, all different and none NULL. */
function makeKeys(
  random: Random,
  dataset: Dataset,
  rows: number,
  pools: Pools,
): readonly (readonly string[])[] {
  const columns = dataset.key.flatMap((name) => dataset.columns.find((column) => column.name === name) ?? []);
  const keys = new Map<string, readonly string[]>();
  for (let tries = 0; keys.size < rows && tries < rows * 20; tries++) {
    const key = columns.map((column) => keyCell(random, column, pools));
    keys.set(JSON.stringify(key), key);
  }
  return [...keys.values()];
}

/** How dirty a table is: a clean one has no NULLs and no orphans at all. */
interface Dirt {
  readonly nulls: number;
  readonly orphans: number;
}

/** What the columns of one join hold: a key of the target, an orphan, or NULLs (also in one part of a composite key only). */
function foreignCells(
  random: Random,
  columns: readonly Column[],
  keys: readonly (readonly string[])[],
  dirt: Dirt,
  pools: Pools,
): readonly Cell[] {
  if (random.chance(dirt.nulls)) {
    const whole = random.chance(0.5);
    return columns.map((column, i) => (whole || i === 0 ? null : keyCell(random, column, pools)));
  }
  if (keys.length > 0 && !random.chance(dirt.orphans)) return random.pick(keys);
  return dirt.orphans > 0 ? columns.map((column) => keyCell(random, column, pools)) : columns.map(() => null);
}

function makeRow(
  random: Random,
  dataset: Dataset,
  key: readonly string[],
  keys: Keys,
  dirt: Dirt,
  pools: Pools,
): readonly Cell[] {
  const known = new Map<string, Cell>(dataset.key.map((name, i) => [name, key[i] ?? null]));
  for (const join of dataset.joins) {
    const columns = join.by.flatMap((name) => dataset.columns.find((column) => column.name === name) ?? []);
    const cells = foreignCells(random, columns, keys.get(join.to) ?? [], dirt, pools);
    for (const [i, name] of join.by.entries()) known.set(name, cells[i] ?? null);
  }
  return dataset.columns.map(({ name, type }) => {
    const cell = known.get(name);
    if (cell !== undefined) return cell;
    return random.chance(dirt.nulls) ? null : cellOf(random, type, pools);
  });
}

/** Blanks one column wherever another has one certain value: a group whose values are all NULL. */
function blankOneGroup(
  random: Random,
  dataset: Dataset,
  rows: readonly (readonly Cell[])[],
): readonly (readonly Cell[])[] {
  const fixed = [...dataset.key, ...dataset.joins.flatMap((join) => join.by)];
  const places = dataset.columns
    .map((_, i) => i)
    .filter((i) => !fixed.includes(dataset.columns[i]?.name ?? ''));
  const [by, blanked] = random.some(places, 2);
  if (by === undefined || blanked === undefined || rows.length === 0) return rows;
  const value = random.pick(rows)[by];
  return rows.map((row) => (row[by] === value ? row.map((cell, i) => (i === blanked ? null : cell)) : row));
}

function sizeOf(random: Random, isFact: boolean): number {
  if (random.chance(0.05)) return 0;
  return isFact ? random.int(5, 30) : random.int(1, 10);
}

/** Fills the tables: few rows, three of five tables with NULLs and orphans, now and then an empty one. */
export function fillTables(random: Random, datasets: readonly Dataset[], pools: Pools): readonly Dataset[] {
  const isTarget = (dataset: Dataset): boolean =>
    datasets.some((other) => other !== dataset && other.joins.some((join) => join.to === dataset.name));
  const sizes = new Map(datasets.map((dataset) => [dataset.name, sizeOf(random, !isTarget(dataset))]));
  const keys: Keys = new Map(
    datasets.map((dataset) => [
      dataset.name,
      dataset.key.length === 0 ? [] : makeKeys(random, dataset, sizes.get(dataset.name) ?? 0, pools),
    ]),
  );
  return datasets.map((dataset) => {
    const dirt = random.chance(0.6) ? { nulls: 0.2, orphans: 0.2 } : { nulls: 0, orphans: 0 };
    const own = keys.get(dataset.name) ?? [];
    const size = dataset.key.length === 0 ? (sizes.get(dataset.name) ?? 0) : own.length;
    const rows = Array.from({ length: size }, (_, i) =>
      makeRow(random, dataset, own[i] ?? [], keys, dirt, pools),
    );
    return { ...dataset, rows: random.chance(0.35) ? blankOneGroup(random, dataset, rows) : rows };
  });
}
