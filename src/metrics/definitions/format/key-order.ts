// table: the keys of each kind of mapping, in the order in which they are read best: words first
import { COMPANY_SHAPE, LIMIT_KEYS } from '../shapes/company';
import { DATASET_ENTRY_KEYS, DATASET_SHAPE } from '../shapes/dataset';
import { METRIC_SHAPE } from '../shapes/metric';
import { SAVED_QUERY_SHAPE, SAVED_QUERY_WORDS } from '../shapes/saved-query';
import { SEGMENT_SHAPE } from '../shapes/segment';
import { TEAM_SHAPE } from '../shapes/team';

/** What a mapping is in the language of definitions. */
export type Place =
  | 'company'
  | 'team'
  | 'file'
  | 'datasets'
  | 'metrics'
  | 'segments'
  | 'saved queries'
  | 'dataset'
  | 'metric'
  | 'segment'
  | 'saved_query'
  | 'columns'
  | 'column'
  | 'joins'
  | 'join'
  | 'dimensions'
  | 'dimension'
  | 'limits'
  | 'differences'
  | 'difference'
  | 'other';

interface PlaceRule {
  /** Keys in their order; keys that are not named come behind them, as written. Without a list nothing is moved. */
  readonly order?: readonly string[];
  /** The place under a key. */
  readonly under: (key: string) => Place;
  /**
   * What becomes of `{ … }`: `never` = on lines of its own always; `words` = when it is too long for one line; `short` = is then
   * filled into lines between its brackets.
   */
  readonly flow: 'never' | 'words' | 'short';
}

const always = (place: Place) => (): Place => place;
const named =
  (places: Readonly<Record<string, Place>>) =>
  (key: string): Place =>
    Object.hasOwn(places, key) ? places[key]! : 'other';
const nothing = always('other');

/** The named keys, then those of the shape that are not named, then `last`. */
function withRest(
  first: readonly string[],
  keys: readonly string[],
  last: readonly string[] = [],
): readonly string[] {
  const rest = keys.filter((key) => !first.includes(key) && !last.includes(key));
  return [...first, ...rest, ...last];
}

const METRIC_WORDS = ['label', 'question', 'decision', 'description'];
const METRIC_MEANING = ['formula', 'where', 'time', 'unit', 'format', 'better', 'empty', 'mixed_time'];

export const PLACES: Readonly<Record<Place, PlaceRule>> = {
  company: { order: Object.keys(COMPANY_SHAPE.shape), under: named({ limits: 'limits' }), flow: 'never' },
  team: { order: Object.keys(TEAM_SHAPE.shape), under: nothing, flow: 'never' },
  file: {
    order: ['version'],
    under: named({
      datasets: 'datasets',
      metrics: 'metrics',
      segments: 'segments',
      saved_queries: 'saved queries',
    }),
    flow: 'never',
  },
  datasets: { under: always('dataset'), flow: 'never' },
  metrics: { under: always('metric'), flow: 'never' },
  segments: { under: always('segment'), flow: 'never' },
  'saved queries': { under: always('saved_query'), flow: 'never' },
  dataset: {
    order: withRest(
      ['label', 'description', 'table', 'query', 'key', 'time', 'columns', 'joins', 'via', 'dimensions'],
      Object.keys(DATASET_SHAPE.shape),
    ),
    under: named({ columns: 'columns', joins: 'joins', dimensions: 'dimensions' }),
    flow: 'words',
  },
  metric: {
    order: withRest([...METRIC_WORDS, ...METRIC_MEANING, 'differs_from'], Object.keys(METRIC_SHAPE.shape), [
      'examples',
    ]),
    under: named({ differs_from: 'differences' }),
    flow: 'words',
  },
  segment: {
    order: withRest(['label', 'description', 'of', 'where'], Object.keys(SEGMENT_SHAPE.shape)),
    under: nothing,
    flow: 'words',
  },
  saved_query: {
    order: withRest(SAVED_QUERY_WORDS, Object.keys(SAVED_QUERY_SHAPE.shape)),
    under: nothing,
    flow: 'words',
  },
  columns: { under: always('column'), flow: 'short' },
  column: { order: DATASET_ENTRY_KEYS['columns'] ?? [], under: nothing, flow: 'short' },
  joins: { under: always('join'), flow: 'words' },
  join: { order: DATASET_ENTRY_KEYS['joins'] ?? [], under: nothing, flow: 'words' },
  dimensions: { under: always('dimension'), flow: 'words' },
  dimension: {
    order: withRest(['label', 'description', 'formula'], DATASET_ENTRY_KEYS['dimensions'] ?? []),
    under: nothing,
    flow: 'words',
  },
  limits: { order: LIMIT_KEYS, under: nothing, flow: 'short' },
  differences: { under: always('difference'), flow: 'words' },
  difference: { under: nothing, flow: 'words' },
  other: { under: nothing, flow: 'short' },
};

/** The things with a key, in the order of their place; what the place does not name keeps its order behind them. */
export function inOrder<T extends { readonly name: string }>(
  things: readonly T[],
  place: Place,
): readonly T[] {
  const { order } = PLACES[place];
  if (order === undefined) return things;
  const rank = (thing: T): number => {
    const index = order.indexOf(thing.name);
    return index === -1 ? order.length : index;
  };
  return [...things].sort((a, b) => rank(a) - rank(b));
}
