import type { Place } from '../../metrics/definitions/format/key-order';
import type { Catalog } from '../../metrics/model/catalog';
import { isTemporal } from '../../metrics/model/value-type';
import type { JsonSchema } from './from-shape';

/** What a catalog adds to the schema, by place and key. */
export type LocalNames = Readonly<Partial<Record<Place, Readonly<Record<string, JsonSchema>>>>>;

/**
 * The names of a catalog as they go into the schema: datasets where only a dataset can stand, also those that are broken at the
 * moment; the rest as proposals.
 */
export function localNames({ datasets, metrics, segments, broken }: Catalog): LocalNames {
  const brokenNames = [...broken.keys()].flatMap((key) => /^dataset (.+)$/.exec(key)?.[1] ?? []);
  const all = [...new Set([...datasets.keys(), ...brokenNames])].sort();
  const dataset: JsonSchema = all.length === 0 ? {} : { enum: all };
  const times = [...datasets.values()].flatMap(({ name, columns }) =>
    [...columns.values()].filter(({ type }) => isTemporal(type)).map((column) => `${name}.${column.name}`),
  );
  const joins = new Set([...datasets.values()].flatMap((one) => [...one.joins.keys()]));
  const units = new Set([...metrics.values()].flatMap(({ unit }) => unit ?? []));
  const offered = (names: Iterable<string>): JsonSchema => ({ examples: [...names].sort() });
  return {
    join: { to: dataset },
    segment: { of: dataset },
    dataset: {
      via: { propertyNames: dataset, additionalProperties: { type: 'string', ...offered(joins) } },
      time: offered(new Set(times.map((time) => time.slice(time.indexOf('.') + 1)))),
    },
    metric: {
      time: offered(times),
      unit: offered(units),
      differs_from: { properties: Object.fromEntries([...metrics.keys()].sort().map((name) => [name, {}])) },
    },
    saved_query: {
      metrics: { items: { type: 'string', ...offered(metrics.keys()) } },
      segments: { items: { type: 'string', ...offered(segments.keys()) } },
    },
  };
}
