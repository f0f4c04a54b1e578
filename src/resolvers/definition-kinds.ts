import type {
  Catalog,
  Dataset,
  DimensionName,
  Metric,
  SavedQuery,
  Segment,
  Team,
} from '../metrics/model/catalog';

/** The definitions that can be listed, by the name of their GraphQL type. */
export interface DefinitionOf {
  readonly Metric: Metric;
  readonly Dimension: DimensionName;
  readonly Segment: Segment;
  readonly Dataset: Dataset;
  readonly SavedQuery: SavedQuery;
  readonly Team: Team;
}
export type DefinitionKind = keyof DefinitionOf;

/** What lists need to know of a kind of definition. */
interface KindFacts<T> {
  all(catalog: Catalog): ReadonlyMap<string, T>;
  /** The name of its team. */
  team(item: T): string;
  /** Names of the datasets that it is about. */
  datasets(item: T, catalog: Catalog): readonly string[];
  /** Beside name and label: its question, then the rest. Never a formula or SQL. */
  words(item: T): {
    readonly label: string;
    readonly question?: string | null;
    readonly rest: readonly (string | null)[];
  };
}

export const KINDS: { readonly [K in DefinitionKind]: KindFacts<DefinitionOf[K]> } = {
  Metric: {
    all: ({ metrics }) => metrics,
    team: ({ team }) => team,
    datasets: ({ leaves }) => leaves.map(({ home }) => home),
    words: ({ label, question, decision, description, unit }) => ({
      label,
      question,
      rest: [decision, description, unit],
    }),
  },
  Dimension: {
    all: ({ dimensions }) => dimensions,
    team: ({ dimension }) => dimension.team,
    datasets: ({ dimension }) => [dimension.dataset],
    words: ({ dimension }) => ({ label: dimension.label, rest: [dimension.description] }),
  },
  Segment: {
    all: ({ segments }) => segments,
    team: ({ team }) => team,
    datasets: ({ of }) => [of],
    words: ({ label, description }) => ({ label, rest: [description] }),
  },
  Dataset: {
    all: ({ datasets }) => datasets,
    team: ({ team }) => team,
    datasets: ({ name }) => [name],
    words: ({ label, description }) => ({ label, rest: [description] }),
  },
  SavedQuery: {
    all: ({ savedQueries }) => savedQueries,
    team: ({ team }) => team,
    datasets: ({ query }, { metrics }) =>
      query.metrics.flatMap((name) => metrics.get(name)?.leaves.map(({ home }) => home) ?? []),
    words: ({ label, question, description }) => ({ label, question, rest: [description] }),
  },
  Team: {
    all: ({ teams }) => teams,
    team: ({ name }) => name,
    datasets: ({ name }, { datasets }) =>
      [...datasets.values()].filter(({ team }) => team === name).map((dataset) => dataset.name),
    words: ({ label, description, owner }) => ({ label, rest: [description, owner] }),
  },
};

const sorted = new WeakMap<ReadonlyMap<string, unknown>, readonly unknown[]>();

/** All of a kind by name, in code-point order; sorted once for each catalog. */
export function byName<K extends DefinitionKind>(catalog: Catalog, kind: K): readonly DefinitionOf[K][] {
  const facts: KindFacts<DefinitionOf[K]> = KINDS[kind];
  const all = facts.all(catalog);
  const known = sorted.get(all);
  // What is kept for a map are that map's own values.
  if (known !== undefined) return known as readonly DefinitionOf[K][];
  const items = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  sorted.set(all, items);
  return items;
}
