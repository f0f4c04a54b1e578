import type { Catalog, Dataset, Definition } from '../../metrics/model/catalog';
import { typeName } from '../../metrics/model/value-type';

/** What `tenet list` can list. */
export const SUBJECTS = ['metrics', 'dimensions', 'segments', 'datasets', 'saved-queries', 'teams'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One line of a list: the cells by column, the team it belongs to and all its words for `--search`. */
export interface ListItem {
  readonly cells: Readonly<Record<string, string>>;
  readonly team: string;
  readonly words: string;
  /** What only JSON shows. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The items of a list in the order of their names. */
export function itemsOf(catalog: Catalog, subject: Subject): readonly ListItem[] {
  const items = LISTS[subject](catalog);
  return [...items].sort((a, b) => ((a.cells['name'] ?? '') < (b.cells['name'] ?? '') ? -1 : 1));
}

const LISTS: Readonly<Record<Subject, (catalog: Catalog) => readonly ListItem[]>> = {
  metrics: ({ metrics }) =>
    [...metrics.values()].map((metric) => {
      const says = metric.question ?? metric.description ?? metric.label;
      return item(metric, { name: metric.name, says, unit: metric.unit ?? '', team: metric.team });
    }),
  dimensions: ({ dimensions }) =>
    [...dimensions.values()].map(({ name, dimension }) => {
      const says = dimension.description ?? dimension.label;
      return item(dimension, { name, says, type: typeName(dimension.type), team: dimension.team });
    }),
  segments: ({ segments }) =>
    [...segments.values()].map((segment) => {
      const says = segment.description ?? segment.label;
      return item(segment, { name: segment.name, says, of: segment.of, team: segment.team });
    }),
  datasets: ({ datasets }) =>
    [...datasets.values()].map((dataset) => {
      const { name, team, source, key } = dataset;
      const says = dataset.description ?? dataset.label;
      return item(dataset, { name, says, table: sourceText(source), key: key.join(', '), team });
    }),
  'saved-queries': ({ savedQueries }) =>
    [...savedQueries.values()].map((saved) => {
      const says = saved.question ?? saved.description ?? saved.label;
      return item(saved, {
        name: saved.name,
        says,
        metrics: saved.query.metrics.join(', '),
        team: saved.team,
      });
    }),
  teams: ({ teams, metrics }) =>
    [...teams.values()].map(({ name, label, owner, description }) => {
      const owned = [...metrics.values()].filter((metric) => metric.team === name).length;
      const cells = { name, label, owner: owner ?? '', metrics: String(owned) };
      return { cells, team: name, words: [name, label, owner, description].join(' ') };
    }),
};

const item = (definition: Definition, cells: Readonly<Record<string, string>>): ListItem => ({
  cells,
  team: definition.team,
  words: [...Object.values(cells), definition.label, definition.description].join(' '),
});

/** `shop.orders`, or that the rows come from a query. */
export const sourceText = (source: Dataset['source']): string =>
  source.kind === 'table' ? source.table.join('.') : '(query)';
