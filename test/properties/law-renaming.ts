import type { Question, World } from '../oracle/world';

/** New names that sort in another order than the old ones. */
export interface Renaming {
  readonly dataset: (name: string) => string;
  /** Of columns and dimensions alike: a dimension without a formula is the column of its name. */
  readonly field: (name: string) => string;
}

const marked = (name: string): string => `${'zyxwvu'[name.length % 6]}_${name}`;

/** Gives every dataset, column and dimension another name; roles, metrics and segments keep theirs. */
export function renamingOf(world: World): Renaming {
  const datasets = new Set(world.datasets.map(({ name }) => name));
  return { dataset: (name) => (datasets.has(name) ? marked(name) : name), field: marked };
}

/** What a bare text under a key names: a field, a dataset or default join, a dimension in full. */
interface Keys {
  readonly fields: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
}
const IN_WORLDS: Keys = {
  fields: new Set(['key', 'time', 'by']),
  datasets: new Set(['to', 'of', 'dataset', 'chain', 'entity']),
  dimensions: new Set(),
};
const IN_QUESTIONS: Keys = {
  fields: new Set(),
  datasets: new Set(['dataset', 'chain', 'entity']),
  dimensions: new Set(['dimension', 'column']),
};
/** Lists of cells and names of the database, which stay. */
const KEPT = new Set(['rows', 'query', 'table']);
/** Lists of named things of a world, and what kind of name each has. */
const NAMED: Readonly<Record<string, keyof Renaming>> = {
  datasets: 'dataset',
  joins: 'dataset',
  columns: 'field',
  dimensions: 'field',
};

/** A full name in either spelling: `orders.channel`, `orders__channel`. */
function fullName(name: string, { dataset, field }: Renaming): string {
  const separator = name.includes('.') ? '.' : '__';
  const parts = name.split(separator);
  return [...parts.slice(0, -1).map(dataset), field(parts.at(-1) ?? '')].join(separator);
}

/** Renames all names in a tree of plain JSON. */
function renamer(renaming: Renaming, keys: Keys): (value: unknown, key: string) => unknown {
  const text = (value: string, key: string): string => {
    if (keys.fields.has(key)) return renaming.field(value);
    if (keys.datasets.has(key)) return renaming.dataset(value);
    return keys.dimensions.has(key) ? fullName(value, renaming) : value;
  };
  const item = (each: unknown, key: string): unknown => {
    const changed = walk(each, key);
    const kind = NAMED[key];
    return kind && typeof changed === 'object' && changed !== null && 'name' in changed
      ? { ...changed, name: renaming[kind](String(changed.name)) }
      : changed;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return text(value, key);
    if (typeof value !== 'object' || value === null || KEPT.has(key)) return value;
    if (Array.isArray(value)) return value.map((each) => item(each, key));
    if (key === 'via') return renamedVia(value, renaming);
    const object = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
    return object['kind'] === 'reference'
      ? { ...object, name: renaming.field(String(object['name'])) }
      : object;
  };
  return walk;
}

const renamedVia = (via: object, { dataset }: Renaming): object =>
  Object.fromEntries(Object.entries(via).map(([to, join]) => [dataset(to), dataset(String(join))]));

export const renamedWorld = (world: World, renaming: Renaming): World =>
  renamer(renaming, IN_WORLDS)(world, '') as World;

/** The question with the new names; its own words (`as`), metrics and segments stay. */
export const renamedQuestion = (question: Question, renaming: Renaming): Question =>
  renamer(renaming, IN_QUESTIONS)(question, '') as Question;
