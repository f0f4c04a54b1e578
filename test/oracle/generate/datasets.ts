import { pathsTo } from '../paths';
import type { Column, ColumnType, Dataset, Join, QuerySource, World } from '../world';
import { NUMBER_TYPES, type Pools } from './pools';
import type { Random } from './random';

/** Finest first: a dataset joins only what comes after it, itself aside. */
const NAMES = [
  ['orders', 'visits', 'costs', 'returns'],
  ['customers', 'campaigns', 'shops'],
  ['regions', 'products', 'suppliers'],
  ['countries', 'brands'],
] as const;
const ROLES = ['payer', 'origin', 'destination', 'owner', 'sponsor'];
const SELF_ROLES = ['parent', 'manager'];
const TEAMS = ['sales', 'marketing'];

interface Draft {
  readonly name: string;
  readonly key: readonly Column[];
  readonly joins: Join[];
}

const KEYS: readonly (readonly Column[])[] = [
  [{ name: 'id', type: 'integer' }],
  [{ name: 'id', type: 'bigint' }],
  [{ name: 'code', type: 'string' }],
  [{ name: 'day', type: 'date' }],
  [
    { name: 'code', type: 'string' },
    { name: 'part', type: 'integer' },
  ],
  [
    { name: 'id', type: 'integer' },
    { name: 'part', type: 'smallint' },
  ],
];

const columnsOfJoin = (name: string, target: Draft): readonly string[] =>
  target.key.map((column) => `${name}_${column.name}`);

/** A world with nothing but joins: enough to count paths. */
const skeleton = (drafts: readonly Draft[]): World => ({
  zone: 'UTC',
  weekStart: 'monday',
  metrics: [],
  datasets: drafts.map(({ name, joins }) => ({
    name,
    joins,
    team: '',
    table: name,
    key: [],
    time: null,
    columns: [],
    dimensions: [],
    rows: [],
  })),
});

const isAmbiguous = (drafts: readonly Draft[]): boolean =>
  drafts.some((home) =>
    drafts.some((target) => pathsTo(skeleton(drafts), home.name, [target.name]).length > 1),
  );

/** A role that is new, or sometimes one that already leads to the same target from elsewhere. */
function roleTo(random: Random, drafts: readonly Draft[], target: string): string | null {
  const taken = drafts.flatMap((draft) => draft.joins).filter((join) => join.name !== join.to);
  const shared = taken.filter((join) => join.to === target);
  if (shared.length > 0 && random.chance(0.15)) return random.pick(shared).name;
  const free = ROLES.filter((role) => !taken.some((join) => join.name === role));
  return free.length > 0 ? random.pick(free) : null;
}

function addJoin(from: Draft, target: Draft, name: string | null): void {
  if (name === null || from.joins.some((join) => join.name === name)) return;
  from.joins.push({ name, to: target.name, by: columnsOfJoin(name, target) });
}

/** Joins the plain way where that stays unambiguous; now and then also where it does not. */
function joinPlainly(random: Random, drafts: readonly Draft[], from: Draft, target: Draft): void {
  addJoin(from, target, target.name);
  if (!isAmbiguous(drafts) || random.chance(0.4)) return;
  from.joins.pop();
  addJoin(from, target, roleTo(random, drafts, target.name));
}

function draftJoins(random: Random, drafts: readonly Draft[]): void {
  drafts.forEach((target, place) => {
    const finer = drafts.slice(0, place);
    if (finer.length > 0 && random.chance(0.92)) joinPlainly(random, drafts, random.pick(finer), target);
    for (const from of finer) {
      if (random.chance(0.38)) joinPlainly(random, drafts, from, target);
      if (random.chance(0.25)) addJoin(from, target, roleTo(random, drafts, target.name));
    }
    const isRoleFree = (role: string): boolean =>
      !drafts.some((draft) => draft.joins.some((join) => join.name === role));
    const selfRoles = SELF_ROLES.filter(isRoleFree);
    if (selfRoles.length > 0 && random.chance(0.12)) addJoin(target, target, random.pick(selfRoles));
  });
}

const ATTRIBUTES: readonly Column[] = [
  { name: 'label', type: 'string' },
  { name: 'channel', type: 'string' },
  { name: 'is_new', type: 'boolean' },
  { name: 'opened_on', type: 'date' },
  { name: 'happened_at', type: 'timestamptz' },
  { name: 'noted_at', type: 'timestamp' },
  { name: 'due_on', type: 'date' },
  { name: 'seen_at', type: 'timestamptz' },
  { name: 'logged_at', type: 'timestamp' },
];
const MEASURES: Readonly<Record<string, string>> = {
  smallint: 'pieces',
  integer: 'items',
  bigint: 'bytes',
  double: 'weight',
  'decimal(12,2)': 'amount',
  'decimal(18,2)': 'money',
  'decimal(9,4)': 'rate',
  'decimal(6,0)': 'points',
  'decimal(18,6)': 'fee',
};

const isTemporal = (type: ColumnType): boolean =>
  type === 'date' || type === 'timestamp' || type === 'timestamptz';

/** Columns in no particular order: key, foreign keys, one to three measures, attributes. */
function columnsOf(random: Random, drafts: readonly Draft[], draft: Draft): readonly Column[] {
  const foreign = draft.joins.flatMap((join) => {
    const target = drafts.find((each) => each.name === join.to);
    return (target?.key ?? []).map((column, i): Column => ({ name: join.by[i] ?? '', type: column.type }));
  });
  const long = random.chance(0.5) ? [random.pick(['decimal(18,2)', 'decimal(18,6)'] as const)] : [];
  const measures = [...new Set([...long, ...random.some(NUMBER_TYPES, random.int(1, 3))])].map(
    (type): Column => ({ name: MEASURES[type] ?? 'measure', type }),
  );
  const attributes = random.some(ATTRIBUTES, random.int(2, 4));
  return random.some([...draft.key, ...foreign, ...measures, ...attributes], 99);
}

function finished(random: Random, drafts: readonly Draft[], draft: Draft): Dataset {
  const isTarget = drafts.some((other) => other.joins.some((join) => join.to === draft.name));
  const keyed = isTarget || random.chance(0.7) ? draft : { ...draft, key: [] };
  const columns = columnsOf(random, drafts, keyed);
  const times = columns.filter(
    ({ name, type }) => isTemporal(type) && !keyed.key.some((key) => key.name === name),
  );
  return {
    name: draft.name,
    team: random.pick(TEAMS),
    table: random.weighted([
      [3, draft.name],
      [1, `t_${draft.name}`],
      [1, `shop.${draft.name}`],
    ]),
    key: keyed.key.map(({ name }) => name),
    time: times.length > 0 && random.chance(0.82) ? random.pick(times).name : null,
    columns,
    joins: draft.joins,
    dimensions: [],
    rows: [],
  };
}

/** Chooses, now and then, between the first joins of several chains to a dataset. */
export function giveVia(random: Random, world: World): World {
  const viaOf = (dataset: Dataset): Readonly<Record<string, string>> => {
    const chosen = world.datasets.flatMap(({ name }) => {
      const firsts = pathsTo(world, dataset.name, [name]).flatMap(([first]) => first?.name ?? []);
      const several = [...new Set(firsts)];
      return several.length > 1 && random.chance(0.45) ? [[name, random.pick(several)] as const] : [];
    });
    return Object.fromEntries(chosen);
  };
  const datasets = world.datasets.map((dataset) => {
    const via = viaOf(dataset);
    return Object.keys(via).length > 0 ? { ...dataset, via } : dataset;
  });
  return { ...world, datasets };
}

const OURS: readonly QuerySource['form'][] = ['where', 'not_in', 'with', 'union'];

/** Some datasets as a SELECT over their table, which has rows that are not theirs, with keys of their own. */
export function giveQueries(random: Random, datasets: readonly Dataset[]): readonly Dataset[] {
  return datasets.map((dataset): Dataset => {
    if (!random.chance(0.18)) return dataset;
    const others = random.some(dataset.rows, random.int(1, 4));
    const names = dataset.columns.map((_, i) => `raw_${i}`);
    return { ...dataset, query: { form: random.pick(OURS), names, others } };
  });
}

/** Some naive timestamps whose clocks hang in another zone than the company's. */
export function giveZones(random: Random, datasets: readonly Dataset[], pools: Pools): readonly Dataset[] {
  return datasets.map((dataset) => ({
    ...dataset,
    columns: dataset.columns.map((column) =>
      column.type === 'timestamp' && random.chance(0.4)
        ? { ...column, zone: random.pick(pools.otherZones) }
        : column,
    ),
  }));
}

/** One to four datasets with joins up to three hops, roles, composite keys and self-joins; no rows and no dimensions yet. */
export function makeDatasets(random: Random): readonly Dataset[] {
  const count = random.weighted([
    [1, 1],
    [3, 2],
    [4, 3],
    [4, 4],
  ]);
  const levels = random
    .weighted<readonly number[]>([
      [3, [0, 1, 2, 3]],
      [3, [0, 0, 1, 2]],
      [1, [0, 1, 1, 2]],
    ])
    .slice(0, count);
  const used = new Set<string>();
  const drafts = levels.map((level): Draft => {
    const name = random.pick((NAMES[level] ?? []).filter((each) => !used.has(each)));
    used.add(name);
    return { name, key: random.pick(KEYS), joins: [] };
  });
  draftJoins(random, drafts);
  return drafts.map((draft) => finished(random, drafts, draft));
}
