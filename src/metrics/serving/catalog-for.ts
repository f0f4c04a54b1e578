import { Failure } from '../../base/failure';
import type { Catalog, LastGood } from '../model/catalog';
import type { Query } from '../model/query';
import { meaningOf } from './meaning-of';

/**
 * The one catalog that answers a question. It is the present one, unless the question names a broken definition that is served as
 * it last was: then it is the catalog in which that was sound, so that it meets the versions that it was checked with.
 *
 * @throws Failure DEFINITION.BROKEN when the question names a broken definition beside one that has changed since: they would
 * have to be answered from two catalogs.
 */
export function catalogFor(catalog: Catalog, query: Query): Catalog {
  const { lastGood } = catalog;
  if (lastGood === null) return catalog;
  const named = [...definitionsNamed(catalog, query)];
  const versions = named.map((key) => versionOf(lastGood, key));
  const earlier = [...new Set(versions)].filter((version) => version !== lastGood.sound);
  if (earlier.length === 0 || named.some((key) => isAbsent(lastGood, key))) return lastGood.sound;
  const isTuples = query.metrics.length === 0;
  const agrees = (candidate: Catalog): boolean =>
    named.every((key, i) => {
      const version = versions[i];
      if (version === undefined || version === candidate) return true;
      // What a metric is split or filtered by is what it was checked with; it only has to be there.
      if (!isTuples && !isNumber(key)) return isThere(key, candidate);
      return meaningOf(version, key, isTuples) === meaningOf(candidate, key, isTuples);
    });
  const found = earlier.find(agrees);
  if (found !== undefined) return found;
  throw refusal(named, versions, lastGood);
}

const versionOf = ({ versions, dimensions, sound }: LastGood, key: string): Catalog => {
  const name = key.slice(key.indexOf(' ') + 1);
  return versions.get(key) ?? (key.startsWith('dimension ') ? dimensions.get(name) : undefined) ?? sound;
};

/** Broken and never sound: planning says so, with the reason. */
const isAbsent = ({ sound, versions }: LastGood, key: string): boolean =>
  sound.broken.has(key) && !versions.has(key);

/** Metrics and segments make numbers; dimensions and datasets say what is meant by them. */
const isNumber = (key: string): boolean => key.startsWith('metric ') || key.startsWith('segment ');

const isThere = (key: string, { datasets, dimensions }: Catalog): boolean => {
  const [kind, name = ''] = key.split(' ', 2);
  return kind === 'dataset' ? datasets.has(name) : dimensions.has(name);
};

/** Their texts are values and words of people, not names. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'startsWith'],
  ...['as', 'zone', 'asOf', 'from', 'to', 'grain', 'part', 'direction', 'nulls'],
]);
const NAME = /[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*/g;

/** `metric net_revenue`, `dimension orders.channel`, …: all that the question names, in formulas too; rather too many than too few. */
function definitionsNamed(catalog: Catalog, query: Query): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (text: string): void => {
    for (const [word] of text.replaceAll('__', '.').matchAll(NAME)) {
      for (const kind of ['metric', 'segment', 'dimension'] as const)
        if (catalog[`${kind}s`].has(word) || catalog.broken.has(`${kind} ${word}`))
          found.add(`${kind} ${word}`);
      const [head = ''] = word.split('.', 1);
      const dataset = catalog.roles.get(head) ?? head;
      if (catalog.datasets.has(dataset) || catalog.broken.has(`dataset ${dataset}`))
        found.add(`dataset ${dataset}`);
    }
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') read(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) if (!NO_NAMES.has(key)) walk(inner);
  };
  walk(query);
  return found;
}

function refusal(named: readonly string[], versions: readonly Catalog[], { sound }: LastGood): Failure {
  const broken = named.find((_, i) => versions[i] !== sound) ?? '';
  const [diagnostic] = sound.broken.get(broken) ?? [];
  const [kind, name] = broken.split(' ', 2);
  const place = diagnostic ? ` or mend ${diagnostic.at.file}:${diagnostic.at.start.line}` : '';
  return new Failure(
    'DEFINITION.BROKEN',
    `The ${kind} "${name}" is broken and served as it last was; something else in the question has changed since.`,
    { hint: `ask for it in a question of its own,${place}` },
  );
}
